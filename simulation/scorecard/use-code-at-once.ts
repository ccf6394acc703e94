import { openRawConnection } from '../../bench/measuring/raw-connection.ts'
import { completeRequest, type ReadyCart, readyCarts } from '../../bench/measuring/shopper.ts'
import { enterCode } from '../../server/commerce/carts/index.ts'
import { addCode, createPromotion } from '../../server/commerce/promotions/index.ts'
import { sql } from '../../server/platform/sql.ts'
import type { World } from './open-world.ts'
import { putOnSale } from './small-store.ts'

const priceMinor = 49_00
const discountMinor = 10_00

/** What came of a code that was good for the first so many orders. */
export type CodeUse = {
  buyers: number
  first: number
  discounted: number
  otherDiscounts: number
  toldItRanOut: number
  faults: number
  /** As the promotion, its uses and its code count them. */
  counts: number[]
}

/** So many use a code at once that is good for the first so many. */
export async function useCodeAtOnce(world: World, of: { buyers: number; first: number }): Promise<CodeUse> {
  const { buyers, first } = of
  const promotionId = await promote(world, first)
  const carts = await prepare(world, buyers)
  const told = await everyoneBuys(carts)
  const { rows } = await world.ctx.database.pool.query<{ discount: number; orders: number }>(
    `select o.discount_minor::int as discount, count(*)::int as orders from orders o
     where o.status = 'placed' and o.cart_id = any($1) group by 1`,
    [carts.map(({ cart }) => cart.cartId)],
  )
  const counted = await world.ctx.database.one<{ uses: number; written: number; ofCode: number }>(sql`
    select p.uses, (select uses from promotion_codes where promotion_id = p.id) as of_code,
      (select count(*)::int from promotion_uses u where u.promotion_id = p.id and u.status = 'used') as written
    from promotions p where id = ${promotionId}`)
  const ordersWith = (isMeant: (discount: number) => boolean) =>
    sum(rows.filter(({ discount }) => isMeant(discount)).map(({ orders }) => orders))
  return {
    buyers,
    first,
    discounted: ordersWith((discount) => discount === discountMinor),
    otherDiscounts: ordersWith((discount) => discount !== discountMinor && discount !== 0),
    toldItRanOut: told.filter(({ status }) => status === 409).length,
    faults: told.filter(({ status }) => status === 0 || status >= 500).length,
    counts: [counted.uses, counted.written, counted.ofCode],
  }
}

/** The first so many got it, once each; all others were told, and nobody met a fault. */
export function isUsedRight(use: CodeUse): boolean {
  const { buyers, first, discounted, toldItRanOut, otherDiscounts, faults, counts } = use
  const isShared = discounted === first && toldItRanOut === buyers - first && otherDiscounts + faults === 0
  return isShared && counts.every((count) => count === first)
}

/** A code that is good for the first so many orders. */
async function promote({ ctx }: World, usesMax: number): Promise<string> {
  const promotionId = await createPromotion(ctx, {
    title: 'For the first',
    translations: {},
    method: 'code',
    status: 'active',
    rule: { gives: { kind: 'amount', tiers: [{ amounts: { EUR: discountMinor } }] } },
    priority: 0,
    combines: 'with-all',
    combinesWith: [],
    startsAt: null,
    endsAt: null,
    usesMax,
    usesPerCustomerMax: null,
    budgetCurrency: null,
    budgetMinor: null,
  })
  await addCode(ctx, { promotionId, code: 'FIRST', usesMax })
  return promotionId
}

/** Everyone has the code in their cart, entered twice at once, while there is plenty of it left. */
async function prepare(world: World, buyers: number): Promise<{ cart: ReadyCart; port: number }[]> {
  const variantId = await putOnSale(world.ctx, { slug: 'kettle', priceMinor, stock: buyers })
  const wishes = Array.from({ length: buyers / world.servers.length }, () => [{ variantId, quantity: 1 }])
  const ready: { cart: ReadyCart; port: number }[] = []
  for (const { port } of world.servers)
    for (const cart of await readyCarts(port, wishes, 8)) {
      const entered = () => enterCode(world.ctx, { ...cart, code: 'first', address: cart.cartId })
      const [priced] = await Promise.all([entered(), entered()])
      ready.push({ cart: { ...cart, totalMinor: priced.totals.totalMinor }, port })
    }
  return ready
}

/** Each buys on a connection that was open before. */
async function everyoneBuys(carts: { cart: ReadyCart; port: number }[]) {
  const lines = await Promise.all(
    carts.map(async ({ cart, port }) => ({ cart, port, connection: await openRawConnection(port) })),
  )
  return Promise.all(
    lines.map(async ({ cart, port, connection }) => {
      try {
        const { status } = await connection.send(completeRequest(port, cart), true)
        return { status }
      } catch {
        return { status: 0 }
      } finally {
        connection.close()
      }
    }),
  )
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
