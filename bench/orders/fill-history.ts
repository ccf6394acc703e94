import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts'

/** How much has happened in a shop before it is measured. */
export type History = { orders: number; products: number }

/**
 * Makes a filled shop a large and old one: so many more products on its shelves, and so many orders that were placed,
 * paid, shipped, delivered and booked over two years, with all their rows. Written by SQL in bulk, guards lifted; what
 * the database adds up itself (balances, pieces on hand, seals) is added up at the end.
 */
export async function fillHistory(dataFolder: string, history: History): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder: dataFolder })
  const client = new pg.Client(connectionOf(postgres.url))
  try {
    await client.connect()
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    const { orders: count, products: kinds } = history
    await client.query(
      `create temp table ages as select ${Math.trunc(count)} as orders, ${Math.trunc(kinds)} as products`,
    )
    for (const statement of [...products, ...orders, ...money, ...goods, ...happened, ...sums])
      await client.query(statement)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
    await postgres.stop()
  }
}

/** An id as the shop makes them, but older than any that it will make. */
const idOf = (prefix: string, n: string) => `'${prefix}_0' || lpad(to_hex(${n}), 25, '0')`

const products = [
  `create temp table new_products as
   select n, ${idOf('prod', 'n')} as product_id, ${idOf('var', 'n')} as variant_id, ${idOf('item', 'n')} as item_id,
     (array['Linen','Oak','Copper','Felt','Stone','Glass','Wool','Steel'])[1 + n % 8] || ' '
       || (array['bowl','lamp','shelf','chair','cup','vase','rug','tray','board','jar'])[1 + n / 8 % 10] || ' ' || n as title,
     500 + n * 37 % 20000 as price
   from generate_series(1, (select products from ages)) as n`,
  `insert into products (id, slug, title, status, vendor, created_at, updated_at, published_at)
   select product_id, 'old-' || n, title, 'active', 'Maker ' || n % 40, now(), now(), now() from new_products`,
  `insert into product_categories (product_id, category_id, position)
   select product_id, id, n from new_products
   join (select id, row_number() over (order by id) - 1 as at, count(*) over () as many from categories) c on c.at = n % many`,
  `insert into variants (id, product_id, position, weight_grams) select variant_id, product_id, 0, 300 from new_products`,
  `insert into prices (price_list_id, variant_id, amount_minor)
   select (select id from price_lists where code = 'default'), variant_id, price from new_products`,
  `insert into inventory_items (id) select item_id from new_products`,
  `insert into variant_inventory_items (variant_id, inventory_item_id) select variant_id, item_id from new_products`,
  `create temp table place as select id from stock_locations where ships order by priority limit 1`,
  `insert into stock_levels (inventory_item_id, location_id) select item_id, place.id from new_products, place`,
  `insert into stock_movements (inventory_item_id, location_id, quantity, reason, actor, occurred_at)
   select item_id, place.id, 1000000, 'received', 'system', now() - interval '2 years' from new_products, place`,
]

const orders = [
  `create temp table new_orders as
   select n, ${idOf('order', 'n')} as id, ${idOf('cart', 'n')} as cart_id, ${idOf('pay', 'n')} as payment_id,
     ${idOf('ful', 'n')} as parcel_id, 1 + n % 3 as lines, 2000 + n * 53 % 9000 as unit,
     now() - interval '2 years' * (1 - n::float8 / (select orders + 1 from ages)) as at, 'auth_' || md5(n::text) as authorization
   from generate_series(1, (select orders from ages)) as n`,
  `create temp table new_lines as
   select o.*, position, ${idOf('oline', 'o.n * 4 + position')} as line_id, p.product_id, p.variant_id, p.item_id, p.title
   from new_orders o cross join lateral generate_series(0, o.lines - 1) as position
   join new_products p on p.n = 1 + (o.n::bigint * 7919 + position * 104729) % (select products from ages)`,
  `create temp table sold as select id, n, lines * unit as goods, lines * unit + 490 as total,
     lines * unit * 19 / 119 as tax from new_orders`,
  `insert into carts (id, token_hash, status, market_id, currency, locale, country, order_id, created_at, updated_at)
   select cart_id, sha256(cart_id::bytea), 'ordered', m.id, m.currency, 'en', m.default_country, o.id, at, at
   from new_orders o, (select * from markets order by position limit 1) m`,
  `insert into orders (id, number, cart_id, access_token_hash, status, fulfillment_status, market_id, currency, locale,
     contact_sealed, email_index, country, prices_include_tax, goods_minor, shipping_minor, tax_minor, tax_lines, total_minor,
     shipping_method_id, shipping_method, deliver_from, deliver_until, placed_at, created_at)
   select o.id, nextval('order_numbers'), cart_id, sha256(o.id::bytea), 'placed', 'delivered', m.id, m.currency, 'en',
     decode(repeat(md5(o.id), 16), 'hex'), sha256((o.n % 40000)::text::bytea), m.default_country, true, goods, 490, tax,
     jsonb_build_array(jsonb_build_object('name', 'VAT', 'ratePpm', 190000, 'taxMinor', tax)), total,
     s.id, jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'kind', s.kind), at, at, at, at
   from new_orders o join sold using (id), (select * from markets order by position limit 1) m,
     (select * from shipping_methods where kind = 'delivery' order by position limit 1) s order by o.n`,
  `insert into order_lines (id, order_id, position, product_id, variant_id, title, quantity, fulfilled_quantity,
     unit_price_minor, subtotal_minor, tax_rate_ppm, tax_name, tax_minor, total_minor, requires_shipping, weight_grams)
   select line_id, id, position, product_id, variant_id, title, 1, 1, unit, unit, 190000, 'VAT', unit * 19 / 119, unit, true, 300
   from new_lines`,
]

const money = [
  `insert into payments (id, order_id, provider, status, currency, amount_minor, authorized_minor, captured_minor,
     provider_reference, source_token, method, created_at, updated_at)
   select payment_id, o.id, 'sandbox-bank', 'captured', 'EUR', total, total, total, "authorization", 'tok_' || md5(o.id),
     '{"type":"card","brand":"visa","last4":"4242"}', at, at from new_orders o join sold using (id)`,
  `insert into payment_calls (id, payment_id, action, reference, target, amount_minor, status, provider_reference, answer,
     created_at, answered_at)
   select ${idOf('pcall', 'o.n * 2 + which')}, payment_id, case which when 0 then 'authorize' else 'capture' end,
     case which when 0 then o.id else parcel_id end, case which when 1 then "authorization" end, total, 'answered',
     case which when 0 then "authorization" else 'cap_' || md5(o.id) end, '{}', at, at
   from new_orders o join sold using (id), generate_series(0, 1) as which`,
  `insert into ledger_accounts (code, kind) values ('assets:receivable:customers', 'asset'), ('revenue:goods', 'revenue'),
     ('revenue:shipping', 'revenue'), ('liabilities:tax:de', 'liability'), ('assets:provider:sandbox-bank', 'asset')
   on conflict do nothing`,
  `insert into ledger_transactions (id, kind, reference, occurred_at)
   select ${idOf('ltx', 'o.n * 2 + which')}, case which when 0 then 'order-placed' else 'payment-captured' end,
     case which when 0 then o.id else ${idOf('pcall', 'o.n * 2 + 1')} end, at from new_orders o, generate_series(0, 1) as which`,
  `insert into ledger_entries (transaction_id, line, account, currency, amount_minor)
   select ${idOf('ltx', 'o.n * 2 + which')}, line, account, 'EUR', amount
   from new_orders o join sold using (id), lateral (values
     (0, 1, 'assets:receivable:customers', total), (0, 2, 'revenue:goods', tax - goods), (0, 3, 'revenue:shipping', -490),
     (0, 4, 'liabilities:tax:de', -tax), (1, 1, 'assets:provider:sandbox-bank', total),
     (1, 2, 'assets:receivable:customers', -total)) as e(which, line, account, amount)`,
]

const goods = [
  `insert into reservations (order_id, order_line_id, inventory_item_id, location_id, quantity, status)
   select l.id, line_id, item_id, place.id, 1, 'fulfilled' from new_lines l, place`,
  `insert into stock_movements (inventory_item_id, location_id, quantity, reason, reference, actor, occurred_at)
   select item_id, place.id, -1, 'sold', l.id, 'system', at from new_lines l, place`,
  `insert into fulfillments (id, order_id, status, carrier, tracking_number, shipped_at, delivered_at)
   select parcel_id, id, 'delivered', 'Parcel', 'T' || n, at, at from new_orders`,
  `insert into fulfillment_lines (fulfillment_id, order_line_id, quantity) select parcel_id, line_id, 1 from new_lines`,
]

const happened = [
  `insert into events (type, subject, payload, actor, occurred_at, dispatched_at)
   select type, o.id, jsonb_build_object('paymentId', payment_id, 'fulfillmentId', parcel_id), 'customer', at, at
   from new_orders o, unnest(array['payment.authorized', 'order.placed', 'order.shipped', 'payment.captured',
     'order.delivered']) with ordinality as e(type, place) order by o.n, place`,
  `insert into event_deliveries (event_id, listener, subject, status, attempts, next_attempt_at, done_at)
   select e.id, listener, subject, 'done', 1, occurred_at, occurred_at
   from events e join (values ('order.placed', 'notifications.mail'), ('order.shipped', 'notifications.mail'),
     ('order.placed', 'capture-on-placement'), ('order.shipped', 'fulfillment.capture')) as l(type, listener) using (type)
   on conflict do nothing`,
  `insert into messages (id, kind, reference, order_id, locale, status, attempts, created_at, sent_at)
   select ${idOf('msg', 'n')}, 'order-confirmation', id, id, 'en', 'sent', 1, at, at from new_orders`,
]

const sums = [
  `insert into ledger_balances (account, currency, slot, debit_minor, credit_minor)
   select account, currency, 0, sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0))
   from ledger_entries group by account, currency
   on conflict (account, currency, slot) do update
     set debit_minor = excluded.debit_minor, credit_minor = excluded.credit_minor`,
  `delete from ledger_balances where slot <> 0`,
  `update stock_levels l set on_hand = m.quantity from (
     select inventory_item_id, location_id, sum(quantity)::int as quantity from stock_movements group by 1, 2) m
   where m.inventory_item_id = l.inventory_item_id and m.location_id = l.location_id and l.on_hand <> m.quantity`,
  `do $$
   declare happened record; head event_seal_head;
   begin
     select * into head from event_seal_head;
     for happened in
       select e.id, jsonb_build_array(e.id, e.type, e.subject, e.payload, e.actor, extract(epoch from e.occurred_at))::text as content
       from events e where e.dispatched_at is not null and not exists (select from event_seals s where s.event_id = e.id) order by e.id
     loop
       head.position := head.position + 1;
       head.hash := sha256(head.hash || convert_to(happened.content, 'UTF8'));
       insert into event_seals (position, event_id, hash) values (head.position, happened.id, head.hash);
     end loop;
     update event_seal_head set position = head.position, hash = head.hash;
   end $$`,
]
