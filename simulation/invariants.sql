-- What must be true of a shop's books at any moment after it has come to rest. Each query answers the rows that break
-- its rule, so an empty answer is a pass. Run them against any shop: `psql "$DATABASE_URL" -f simulation/invariants.sql`.

-- I1 Each ledger transaction has entries, and they sum to zero in each currency.
select t.id as transaction_id, t.kind, e.currency, sum(e.amount_minor) as sum_minor
from ledger_transactions t left join ledger_entries e on e.transaction_id = t.id
group by t.id, t.kind, e.currency
having coalesce(sum(e.amount_minor), 1) <> 0;

-- I1 Each balance that the database keeps is the sum of the entries of its account.
select coalesce(kept.account, booked.account) as account, coalesce(kept.currency, booked.currency) as currency,
  kept.minor as kept_minor, booked.minor as booked_minor
from (
  select account, currency, sum(debit_minor - credit_minor) as minor from ledger_balances group by 1, 2
) kept
full join (
  select account, currency, sum(amount_minor) as minor from ledger_entries group by 1, 2
) booked on booked.account = kept.account and booked.currency = kept.currency
where kept.minor is distinct from booked.minor;

-- I2 Money that was taken or reserved, and not given back, belongs to exactly one order that stands.
select p.id as payment_id, p.status, p.amount_minor, o.id as order_id, o.status as order_status
from payments p join orders o on o.id = p.order_id
where p.status in ('authorized', 'captured') and o.status not in ('placed', 'completed');

-- I3 An order that was confirmed and costs something has been paid for in full: to the cent, or more where it was made
-- smaller afterwards.
select o.id as order_id, o.total_minor, coalesce(sum(p.authorized_minor), 0) as authorized_minor
from orders o left join payments p on p.order_id = o.id and p.status in ('authorized', 'captured', 'refunded')
where o.status in ('placed', 'completed') and o.total_minor > 0
group by o.id
having coalesce(sum(p.authorized_minor), 0) < o.total_minor
  or (o.revision = 0 and coalesce(sum(p.authorized_minor), 0) > o.total_minor);

-- I4 Never more is refunded than was captured, nor captured than was authorised; and the sums are those of the calls.
select p.id as payment_id, p.authorized_minor, p.captured_minor, p.refunded_minor, called.captured, called.refunded
from payments p
cross join lateral (
  select coalesce(sum(amount_minor) filter (where action = 'capture'), 0) as captured,
    coalesce(sum(amount_minor) filter (where action = 'refund'), 0) as refunded
  from payment_calls c
  where c.payment_id = p.id and c.status = 'answered' and c.provider_reference is not null
) called
where p.refunded_minor > p.captured_minor or p.captured_minor > p.authorized_minor
  or p.captured_minor <> called.captured or p.refunded_minor <> called.refunded;

-- I4 What counts as given back of an order and of its lines is the sum of its refunds.
select o.id as order_id, o.refunded_minor, given.minor as given_minor, lines.minor as lines_minor
from orders o
cross join lateral (
  select coalesce(sum(amount_minor), 0) as minor, coalesce(sum(shipping_minor), 0) as shipping_minor
  from order_refunds where order_id = o.id and kind = 'refund' and status <> 'failed'
) given
cross join lateral (
  select coalesce(sum(refunded_minor), 0) as minor from order_lines where order_id = o.id
) lines
where o.refunded_minor <> given.minor or o.refunded_shipping_minor <> given.shipping_minor
  or o.refunded_minor <> lines.minor + o.refunded_shipping_minor;

-- I5 Nothing is promised that is not there: reserved is the sum of live reservations, on hand the sum of movements.
select s.inventory_item_id, s.location_id, s.on_hand, s.reserved, held.quantity as live, moved.quantity as moved
from stock_levels s
cross join lateral (
  select coalesce(sum(quantity), 0) as quantity from reservations r
  where r.inventory_item_id = s.inventory_item_id and r.location_id = s.location_id and r.status in ('held', 'committed')
) held
cross join lateral (
  select coalesce(sum(quantity), 0) as quantity from stock_movements m
  where m.inventory_item_id = s.inventory_item_id and m.location_id = s.location_id
) moved
where s.reserved < 0 or s.reserved > s.on_hand or s.reserved <> held.quantity or s.on_hand <> moved.quantity;

-- I5 What the stockroom has on its way has left its place, and what arrived or was lost there adds up to what was sent.
select d.id as document_id, d.status, line.inventory_item_id, line.quantity as sent, line.arrived, gone.quantity as gone,
  come.quantity as come
from stock_documents d join stock_document_lines line on line.document_id = d.id
cross join lateral (
  select coalesce(-sum(quantity), 0) as quantity from stock_movements m
  where m.reference = d.id and m.inventory_item_id = line.inventory_item_id and m.location_id = d.location_id
) gone
cross join lateral (
  select coalesce(sum(quantity), 0) as quantity from stock_movements m
  where m.reference = d.id and m.inventory_item_id = line.inventory_item_id and m.location_id = d.to_location_id
) come
where d.kind = 'transfer' and (gone.quantity <> line.quantity or come.quantity <> coalesce(line.arrived, 0));

-- I6 One cart becomes one order at most, and one charge at a provider pays for one order.
select 'cart' as what, cart_id as id, count(*) as orders from orders where status <> 'declined'
group by cart_id having count(*) > 1
union all
select 'charge', provider || ' ' || provider_reference, count(distinct order_id) from payments
where provider_reference is not null
group by provider, provider_reference having count(distinct order_id) > 1
union all
select 'order', order_id, count(*) from payments
where status in ('authorized', 'captured') and provider not in ('gift-card', 'store-credit')
group by order_id having count(*) > 1
union all
select 'order', p.order_id, sum(p.authorized_minor) from payments p join orders o on o.id = p.order_id
where p.status in ('authorized', 'captured') and o.revision = 0
group by p.order_id, o.total_minor having sum(p.authorized_minor) > o.total_minor;

-- I11 Gift cards and store credit: never below zero, the balance is the sum of the entries, what is held that of the holds.
select a.id, a.balance_minor, a.held_minor, written.amount_minor as written, held.left_minor as live
from stored_value_accounts a
cross join lateral (
  select coalesce(sum(amount_minor), 0) as amount_minor from stored_value_entries e where e.account_id = a.id
) written
cross join lateral (
  select coalesce(sum(left_minor), 0) as left_minor from stored_value_holds h where h.account_id = a.id
) held
where a.balance_minor < 0 or a.held_minor < 0 or a.held_minor > a.balance_minor
  or a.balance_minor <> written.amount_minor or a.held_minor <> held.left_minor;

-- I11 What is held of gift cards and store credit is held for an order that is being paid or stands, and is not taken twice.
select h.id as payment_id, h.left_minor, p.status, p.authorized_minor, p.captured_minor, o.status as order_status
from stored_value_holds h left join payments p on p.id = h.id left join orders o on o.id = p.order_id
where p.id is null or o.id is null
  or (h.left_minor > 0 and (o.status not in ('awaiting-payment', 'placed', 'completed')
    or p.status not in ('recorded', 'authorized', 'captured')))
  or (h.left_minor > 0 and h.left_minor <> h.amount_minor - p.captured_minor);

-- I11 What the books say is owed to the holders of gift cards and store credit is what they hold.
select owed.account, owed.currency, owed.amount_minor as booked, held.balance_minor as held
from (
  select account, currency, -sum(amount_minor) as amount_minor from ledger_entries
  where account in ('liabilities:gift-cards', 'liabilities:store-credit') group by account, currency
) owed
full join (
  select case kind when 'gift-card' then 'liabilities:gift-cards' else 'liabilities:store-credit' end as account, currency,
    sum(balance_minor) as balance_minor
  from stored_value_accounts group by kind, currency
) held using (account, currency)
where coalesce(owed.amount_minor, 0) <> coalesce(held.balance_minor, 0);

-- I11 A promotion and a code are used, and spend, no more than they may; their counts are those of orders that stand.
select 'promotion' as what, p.id, p.uses, p.spent_minor, counted.uses as counted, counted.minor as counted_minor
from promotions p
cross join lateral (
  select count(*) as uses, coalesce(sum(amount_minor) filter (where currency = p.budget_currency), 0) as minor
  from promotion_uses u where u.promotion_id = p.id and u.status <> 'released'
) counted
where p.uses <> counted.uses or p.uses > p.uses_max or p.spent_minor > p.budget_minor
  or (p.budget_currency is not null and p.spent_minor <> counted.minor)
union all
select 'code', c.code, c.uses, null, counted.uses, null
from promotion_codes c
cross join lateral (
  select count(*) as uses from promotion_uses u where u.code = c.code and u.status <> 'released'
) counted
where c.uses <> counted.uses or c.uses > c.uses_max
union all
select 'use', u.order_id, 1, u.amount_minor, null, null
from promotion_uses u left join orders o on o.id = u.order_id
where u.status <> 'released' and (o.id is null or o.status in ('declined', 'canceled'));

-- I8 What happened is as it was when it was sealed: no event was changed, taken out, moved or added since.
select s.position, s.event_id, s.hash, e.id as event_found
from event_seals s
left join events e on e.id = s.event_id
left join event_seals before on before.position = s.position - 1
where e.id is null or (s.position > 1 and before.position is null)
  or s.hash <> sha256(coalesce(before.hash, '') || convert_to(
    jsonb_build_array(e.id, e.type, e.subject, e.payload, e.actor, extract(epoch from e.occurred_at))::text, 'UTF8'))
union all
select null, e.id, null, e.id from events e
where e.dispatched_at is not null and not exists (select from event_seals s where s.event_id = e.id)
union all
select head.position, null, head.hash, null
from (select 1) always left join event_seal_head head on true
left join event_seals last on last.position = (select max(position) from event_seals)
where (head.position, head.hash) is distinct from (coalesce(last.position, 0), coalesce(last.hash, ''));

-- I9 Numbers of invoices and credit notes run from one without a gap or a repeat, up to the last one that was given.
select s.kind, s.last_number, count(i.id) as papers, min(i.number) as first_number, max(i.number) as highest_number
from invoice_series s left join invoices i on i.kind = s.kind
group by s.kind, s.last_number
having count(i.id) <> s.last_number or coalesce(max(i.number), 0) <> s.last_number
  or count(distinct i.number) <> count(i.id) or (count(i.id) > 0 and min(i.number) <> 1);

-- I9 No more is credited of an order than was invoiced.
select order_id, sum(total_minor) filter (where kind = 'invoice') as invoiced_minor,
  sum(total_minor) filter (where kind = 'credit-note') as credited_minor
from invoices group by order_id
having coalesce(sum(total_minor) filter (where kind = 'credit-note'), 0)
  > coalesce(sum(total_minor) filter (where kind = 'invoice'), 0);

-- I10 What happened has been handed out and done, and nothing is stuck for more than a minute.
select 'event' as what, id::text, type as detail from events
where dispatched_at is null and occurred_at < now() - interval '60 seconds'
union all
select 'delivery', event_id::text, listener || ': ' || coalesce(last_error, status) from event_deliveries d
where status = 'dead' or (status = 'waiting'
  and exists (select from events e where e.id = d.event_id and e.dispatched_at < now() - interval '60 seconds'))
union all
select 'payment call', id, action || ' ' || status from payment_calls
where status <> 'answered' and created_at < now() - interval '180 seconds';

-- I11 What promotions have given is the sum of their uses, within their limits and budgets; so it is by code and customer.
select 'promotion' as what, p.id, p.uses::bigint as counted, p.spent_minor as spent, u.uses, u.spent as uses_spent
from promotions p cross join lateral (
  select count(*) as uses, coalesce(sum(amount_minor) filter (where currency = p.budget_currency), 0) as spent
  from promotion_uses where promotion_id = p.id and status <> 'released'
) u
where p.uses <> u.uses or p.spent_minor <> u.spent or p.uses > p.uses_max or p.spent_minor > p.budget_minor
union all
select 'code', c.code, c.uses, 0, u.uses, 0
from promotion_codes c cross join lateral (
  select count(*) as uses from promotion_uses
  where promotion_id = c.promotion_id and code = c.code and status <> 'released'
) u
where c.uses <> u.uses or c.uses > c.uses_max
union all
select 'customer', k.promotion_id, k.uses, 0, u.uses, 0
from promotion_customers k cross join lateral (
  select count(*) as uses from promotion_uses
  where promotion_id = k.promotion_id and customer = k.customer and status <> 'released'
) u
where k.uses <> u.uses
union all
-- A use stands exactly as long as its order does.
select 'use', u.order_id, 0, 0, 0, u.amount_minor
from promotion_uses u left join orders o on o.id = u.order_id
where u.status <> case o.status when 'awaiting-payment' then 'reserved' when 'declined' then 'released'
  when 'canceled' then 'released' else 'used' end;

-- I11 Every cent of a discount is explained: what promotions took from a line, and from shipping, is what was taken off it.
select 'line' as what, l.id, l.discount_minor, coalesce(sum(d.amount_minor), 0) as explained
from order_lines l left join order_discounts d on d.order_line_id = l.id
group by l.id
-- What was taken out of an order later took its part of the discount along.
having l.discount_minor > coalesce(sum(d.amount_minor), 0)
  or (l.canceled_quantity = 0 and l.discount_minor <> coalesce(sum(d.amount_minor), 0))
union all
select 'shipping', o.id, o.shipping_discount_minor, coalesce(sum(d.amount_minor), 0)
from orders o left join order_discounts d on d.order_id = o.id and d.order_line_id is null
group by o.id having o.shipping_discount_minor > coalesce(sum(d.amount_minor), 0);
