import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../server/platform/ids.ts'
import type { CartMove, LimitCart, World } from './limit-carts.ts'

/** Writes one move of a cart in a transaction: a statement for its line, and one for the cart's time. */
export async function writeCartMove(pool: pg.Pool, cart: LimitCart, move: CartMove): Promise<void> {
  const now = new Date()
  await inTransaction(pool, async (client) => {
    await client.query(lineOf(cart, move, now))
    await client.query({
      name: 'touch',
      text: 'update carts set updated_at = $2 where id = $1',
      values: [cart.id, now],
    })
  })
}

/** The same in one statement, which is a transaction by itself: less cannot be done. */
export async function writeCartMoveInOne(pool: pg.Pool, cart: LimitCart, move: CartMove): Promise<void> {
  const now = new Date()
  const { name, text, values } = lineOf(cart, move, now)
  const [cartAt, nowAt] = [values.length + 1, values.length + 2]
  await pool.query({
    name: `${name} in one`,
    text: `with line as (${text}) update carts set updated_at = $${nowAt} where id = $${cartAt}`,
    values: [...values, cart.id, now],
  })
}

function lineOf(cart: LimitCart, move: CartMove, now: Date): { name: string; text: string; values: unknown[] } {
  const id = cart.lines.find(({ variantId }) => variantId === move.variantId)?.id
  if (move.kind === 'add')
    return {
      name: 'add',
      text: `insert into cart_lines (id, cart_id, variant_id, quantity, quoted_minor, added_at) values ($1, $2, $3, $4, $5, $6)`,
      values: [id, cart.id, move.variantId, move.quantity, 4900, now],
    }
  const quantity = move.kind === 'raise' ? 'quantity + $2' : '$2'
  return {
    name: move.kind,
    text: `update cart_lines set quantity = ${quantity}, quoted_minor = $3 where id = $1`,
    values: [id, move.quantity, 4900],
  }
}

/** Writes the rows of an order: one transaction that begins it, one that finishes it, one statement for each table. */
export async function placeOrderRows(pool: pg.Pool, world: World, cart: LimitCart): Promise<void> {
  const order = orderOf(world, cart)
  await inTransaction(pool, (client) => beginRows(client, world, order))
  await inTransaction(pool, (client) => finishRows(client, world, order))
}

type Order = ReturnType<typeof orderOf>

function orderOf(world: World, cart: LimitCart) {
  const lines = cart.lines.map((line) => {
    const variant = world.variants.get(line.variantId)
    if (!variant) throw new Error(`no variant ${line.variantId}`)
    return { id: newId('orderLine'), variantId: line.variantId, ...variant }
  })
  const goodsMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0)
  const shippingMinor = goodsMinor >= world.freeFromMinor ? 0 : 490
  return {
    id: newId('order'),
    cartId: cart.id,
    paymentId: newId('payment'),
    callId: newId('paymentCall'),
    lines,
    goodsMinor,
    shippingMinor,
    totalMinor: goodsMinor + shippingMinor,
    taxMinor: Math.floor((goodsMinor * 19) / 119),
    now: new Date(),
  }
}

const sealed = randomBytes(260)
const token = randomBytes(18).toString('base64url')
const shippingFacts = JSON.stringify({
  id: 'x',
  code: 'standard',
  name: 'Standard delivery',
  kind: 'delivery',
  carrier: 'Parcel',
  trackingUrlTemplate: 'https://parcel.example.com/{number}',
  location: null,
})

async function beginRows(client: pg.PoolClient, world: World, order: Order): Promise<void> {
  const { id, lines, now } = order
  await client.query({
    name: 'order',
    text: `insert into orders (id, cart_id, access_token_hash, status, market_id, currency, locale, contact_sealed, email_index,
        country, prices_include_tax, goods_minor, shipping_minor, discount_minor, tax_minor, shipping_tax_minor, tax_lines,
        total_minor, shipping_method_id, shipping_method, deliver_from, deliver_until, created_at)
      values ($1, $2, $3, 'awaiting-payment', $4, $5, 'en', $6, $7, 'DE', true, $8, $9, 0, $10, 0, $11, $12, $13, $14, $15, $15, $16)`,
    values: [
      id,
      order.cartId,
      randomBytes(32),
      world.marketId,
      world.currency,
      sealed,
      randomBytes(32),
      order.goodsMinor,
      order.shippingMinor,
      order.taxMinor,
      JSON.stringify([{ name: 'VAT', ratePpm: 190_000, amountMinor: order.taxMinor }]),
      order.totalMinor,
      world.shippingMethodId,
      shippingFacts,
      '2026-12-01',
      now,
    ],
  })
  await client.query({
    name: 'lines',
    text: `insert into order_lines (id, order_id, position, product_id, variant_id, title, variant_title, image, quantity,
        unit_price_minor, subtotal_minor, tax_rate_ppm, tax_name, tax_minor, total_minor, requires_shipping, weight_grams)
      select id, $1, position, product_id, variant_id, title, '', image, 1, amount, amount, 190000, 'VAT', 0, amount, true, 300
      from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::bigint[])
        with ordinality as l(id, product_id, variant_id, title, image, amount, position)`,
    values: [
      id,
      lines.map((line) => line.id),
      lines.map((line) => line.productId),
      lines.map((line) => line.variantId),
      lines.map((line) => line.title),
      lines.map((line) => line.image),
      lines.map((line) => line.amountMinor),
    ],
  })
  await client.query({
    name: 'payment',
    text: `insert into payments (id, order_id, provider, status, currency, amount_minor, source_token, created_at, updated_at)
      values ($1, $2, 'sandbox-bank', 'recorded', $3, $4, $5, $6, $6)`,
    values: [order.paymentId, id, world.currency, order.totalMinor, token, now],
  })
  await client.query({
    name: 'call',
    text: `insert into payment_calls (id, payment_id, action, reference, amount_minor, status, created_at)
      values ($1, $2, 'authorize', $3, $4, 'recorded', $5)`,
    values: [order.callId, order.paymentId, id, order.totalMinor, now],
  })
  await client.query({
    // Locked in one order, as anybody must who does not want two orders to wait for each other.
    name: 'shelf',
    text: `with locked as (
        select inventory_item_id, location_id from stock_levels
        where (inventory_item_id, location_id) in (select * from unnest($1::text[], $2::text[]))
        order by 1, 2 for no key update
      ) update stock_levels s set reserved = reserved + 1 from locked
      where s.inventory_item_id = locked.inventory_item_id and s.location_id = locked.location_id`,
    values: [lines.map((line) => line.itemId), lines.map((line) => line.locationId)],
  })
  await client.query({
    name: 'reserve',
    text: `insert into reservations (order_id, order_line_id, inventory_item_id, location_id, quantity, held_until)
      select $1, line, item, location, 1, $5 from unnest($2::text[], $3::text[], $4::text[]) as r(line, item, location)`,
    values: [
      id,
      lines.map((line) => line.id),
      lines.map((line) => line.itemId),
      lines.map((line) => line.locationId),
      new Date(now.getTime() + 900_000),
    ],
  })
}

async function finishRows(client: pg.PoolClient, world: World, order: Order): Promise<void> {
  const { id, now } = order
  const reference = `auth_${randomBytes(16).toString('hex')}`
  const method = JSON.stringify({ type: 'card', brand: 'visa', last4: '4242' })
  const ledgerId = newId('ledgerTransaction')
  await client.query({
    name: 'place',
    text: `update orders set status = 'placed', number = nextval('order_numbers'), placed_at = $2 where id = $1`,
    values: [id, now],
  })
  await client.query({
    name: 'answered',
    text: `update payment_calls set status = 'answered', answered_at = $2, provider_reference = $3, answer = $4 where id = $1`,
    values: [order.callId, now, reference, JSON.stringify({ kind: 'authorized', reference, method })],
  })
  await client.query({
    name: 'authorized',
    text: `update payments set status = 'authorized', authorized_minor = amount_minor, provider_reference = $2, method = $3,
        updated_at = $4 where id = $1`,
    values: [order.paymentId, reference, method, now],
  })
  await client.query({
    name: 'commit-stock',
    text: `update reservations set status = 'committed', held_until = null where order_id = $1`,
    values: [id],
  })
  await client.query({
    name: 'book',
    text: `insert into ledger_transactions (id, kind, reference, occurred_at) values ($1, 'order-placed', $2, $3)`,
    values: [ledgerId, id, now],
  })
  const amounts = [order.totalMinor, order.taxMinor - order.goodsMinor, -order.shippingMinor, -order.taxMinor]
  await client.query({
    name: 'entries',
    text: `insert into ledger_entries (transaction_id, line, account, currency, amount_minor)
      select $1, line, account, $2, amount from unnest($3::text[], $4::bigint[]) with ordinality as e(account, amount, line)
      where amount <> 0`,
    values: [
      ledgerId,
      world.currency,
      ['assets:receivable:customers', 'revenue:goods', 'revenue:shipping', 'liabilities:tax:de'],
      amounts,
    ],
  })
  await client.query({
    name: 'ordered',
    text: `update carts set status = 'ordered', order_id = $2, updated_at = $3 where id = $1`,
    values: [order.cartId, id, now],
  })
  await client.query({
    name: 'events',
    text: `insert into events (type, subject, payload, actor, occurred_at)
      values ('payment.authorized', $1, $2, 'system', $4), ('order.placed', $1, $3, 'customer', $4)`,
    values: [
      id,
      JSON.stringify({ paymentId: order.paymentId, provider: 'sandbox-bank', amountMinor: order.totalMinor }),
      JSON.stringify({ number: 1001, currency: world.currency, totalMinor: order.totalMinor }),
      now,
    ],
  })
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}
