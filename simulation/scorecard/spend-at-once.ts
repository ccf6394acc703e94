import { openShopper, type ReadyCart, readyCarts, type Shopper } from '../../bench/measuring/shopper.ts'
import { creditCustomer, issueCard } from '../../server/commerce/gift-cards/index.ts'
import { transaction } from '../../server/platform/context.ts'
import { sql } from '../../server/platform/sql.ts'
import type { World } from './open-world.ts'
import { putOnSale } from './small-store.ts'

const balanceMinor = 50_00
const triesMax = 6

/** What a gift card or a credit is worth, how it was spent, and how those who wanted it were answered. */
export type Spending = {
  buyers: number
  orders: number
  /** Orders that it paid a part of. */
  paidOrders: number
  spentMinor: number
  leftMinor: number
  /** What the orders' payments come to beside their totals; 0 when each is paid exactly. */
  offMinor: number
  faults: number
}

/** A gift card of 50.00 is in everybody's cart, and all buy in the same moment. */
export async function spendGiftCard(world: World, buyers: number): Promise<Spending> {
  const { ctx } = world
  const card = {
    kind: 'issued',
    currency: 'EUR',
    amountMinor: balanceMinor,
    reason: 'a test',
    actor: 'system',
  } as const
  const issued = await transaction(ctx, (tx) => issueCard(ctx, tx, card))
  if (!issued) throw new Error('no card')
  return spend(world, { buyers, slug: 'mug', accountId: issued.id })
}

/** The same with store credit, whose link was shared. */
export async function spendStoreCredit(world: World, buyers: number): Promise<Spending> {
  const { ctx } = world
  const of = { email: 'shared@example.com', currency: 'EUR', amountMinor: balanceMinor, actor: 'system' }
  const { accountId } = await transaction(ctx, (tx) =>
    creditCustomer(ctx, tx, { ...of, kind: 'issued', reference: 'a test' }),
  )
  return spend(world, { buyers, slug: 'bowl', accountId })
}

async function spend(world: World, of: { buyers: number; slug: string; accountId: string }): Promise<Spending> {
  const { buyers, accountId } = of
  const variantId = await putOnSale(world.ctx, { slug: of.slug, priceMinor: 9_00, stock: buyers })
  const each = Math.ceil(buyers / world.servers.length)
  const wishes = Array.from({ length: each }, () => [{ variantId, quantity: 1 }])
  const carts: { cart: ReadyCart; port: number }[] = []
  for (const { port } of world.servers) for (const cart of await readyCarts(port, wishes, 8)) carts.push({ cart, port })
  // Put there in one go: one address would get thirty answers to a code in a minute.
  await world.ctx.database.run(sql`
    update carts set tender_ids = array[${accountId}] where id = any(${carts.map(({ cart }) => cart.cartId)}::text[])`)
  const shoppers = await Promise.all(carts.map(async ({ port }) => openShopper(port)))
  const answers = await Promise.all(carts.map(({ cart }, index) => buy(shoppers[index] as Shopper, cart)))
  for (const shopper of shoppers) shopper.close()
  const cartIds = carts.map(({ cart }) => cart.cartId)
  const sums = await world.ctx.database.one<Omit<Spending, 'buyers' | 'faults'>>(sql`
    select count(*)::int as orders,
      count(*) filter (where paid.tender > 0)::int as paid_orders,
      coalesce(sum(paid.tender), 0)::bigint as spent_minor,
      (select balance_minor - held_minor from stored_value_accounts where id = ${accountId}) as left_minor,
      coalesce(sum(abs(paid.minor - o.total_minor)), 0)::bigint as off_minor
    from orders o cross join lateral (
      select coalesce(sum(authorized_minor), 0) as minor,
        coalesce(sum(authorized_minor) filter (where provider <> 'sandbox-bank'), 0) as tender
      from payments p where p.order_id = o.id
    ) paid
    where o.cart_id = any(${cartIds}::text[]) and o.status = 'placed'`)
  const faults = answers.filter((status) => status === 0 || (status >= 500 && status !== 503)).length
  return { buyers: carts.length, ...sums, faults }
}

/** Buys; told that there is less on it than a moment ago, looks again, and without it once there is nothing. */
async function buy(shopper: Shopper, cart: ReadyCart): Promise<number> {
  const headers = { 'x-cart-token': cart.token }
  const path = `/api/carts/${cart.cartId}`
  for (let tries = 0; tries < triesMax; tries++) {
    const bought = await shopper.complete(cart).catch(() => ({ status: 0, body: {} }))
    if (bought.status !== 409) return bought.status
    const seen = await shopper.call('GET', path, { headers })
    const [tender] = seen.body.tenders as { id: string; availableMinor: number }[]
    if (tender && tender.availableMinor === 0) await shopper.call('DELETE', `${path}/tenders/${tender.id}`, { headers })
  }
  return 409
}

/** True when not a cent more was spent than there was, none was lost, and every order is paid exactly. */
export function isSpentRight({ spentMinor, leftMinor, offMinor, faults, orders, buyers }: Spending): boolean {
  return (
    spentMinor + leftMinor === balanceMinor && leftMinor === 0 && offMinor === 0 && faults === 0 && orders === buyers
  )
}
