import { addToCart, createCart, enterCode, updateCart } from '../../server/commerce/carts/index.ts'
import { placeOrder } from '../../server/commerce/checkout/index.ts'
import {
  deliverFulfillment,
  listeners as fulfillmentListeners,
  shipOrder,
} from '../../server/commerce/fulfillment/index.ts'
import { receiveStock } from '../../server/commerce/inventory/index.ts'
import { stockLocations } from '../../server/commerce/stores/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { startEventDispatcher } from '../../server/platform/event-dispatcher.ts'
import { sql } from '../../server/platform/sql.ts'
import { welcomeCode } from './fill-promotions.ts'
import { seededRandom } from './seeded-random.ts'
import { type DemoShopper, shoppers } from './shoppers.ts'

type Variant = { id: string; left: number }
type Order = {
  at: number
  shopper: DemoShopper
  wish: { variantId: string; quantity: number }[]
  orderId?: string
  fulfillmentId?: string
}
type Step = { at: number; open: boolean; run(): Promise<void> }

const hour = 3_600_000
const day = 24 * hour
const weeks = 6
const ordersPerDay = 1.6
/** Orders younger than this wait to be shipped, and their mails are still to be sent. */
const openHours = 54

/**
 * Gives the shop some weeks behind it: real carts, real payments at the sandbox bank, parcels sent and delivered, at
 * a clock that starts weeks ago. What was sold is received again, so that the shelves are as the catalogue says.
 */
export async function fillOrders(ctx: Shop, options: { bankUrl: string }): Promise<void> {
  const now = ctx.clock.now().getTime()
  let moment = now - weeks * 7 * day
  const past: Shop = { ...ctx, clock: { ...ctx.clock, now: () => new Date(moment) } }
  const orders = await inventOrders(past, now)
  const steps = stepsOf(past, orders, { now, bankUrl: options.bankUrl })
  const take = async (wanted: Step[], after: () => Promise<unknown>) => {
    for (const step of wanted) {
      moment = step.at
      await step.run()
      await after()
    }
  }
  const dispatcher = startEventDispatcher(past, fulfillmentListeners)
  try {
    await take(
      steps.filter((step) => !step.open),
      () => dispatcher.drain(),
    )
    await refill(past, orders)
  } finally {
    await dispatcher.stop()
  }
  // Their events are left for the shop's own dispatcher, which writes the mails once it is open.
  await take(
    steps.filter((step) => step.open),
    async () => {},
  )
}

async function inventOrders(ctx: Shop, now: number): Promise<Order[]> {
  const random = seededRandom(7)
  const variants = await ctx.database.rows<Variant>(sql`
    select v.id, sum(s.on_hand - s.reserved)::integer as left from variants v
    join variant_inventory_items vi on vi.variant_id = v.id
    join stock_levels s on s.inventory_item_id = vi.inventory_item_id
    join stock_locations l on l.id = s.location_id and l.code = 'warehouse'
    join products p on p.id = v.product_id
    group by v.id, v.sku having sum(s.on_hand - s.reserved) >= 8 order by v.sku`)
  const orders: Order[] = []
  for (let at = now - weeks * 7 * day; at < now - hour; at += (day / ordersPerDay) * (0.3 + 1.4 * random())) {
    const shopper = shoppers[Math.floor(random() * shoppers.length)] as DemoShopper
    const wish = new Map<string, number>()
    const lines = 1 + Math.floor(random() * random() * 4)
    for (let line = 0; line < lines; line++) {
      // Squared: a few things sell often, most now and then, as in any shop.
      const variant = variants[Math.floor(random() ** 2 * variants.length)]
      const quantity = random() < 0.75 ? 1 : 2
      if (!variant || variant.left < quantity + 1) continue
      variant.left -= quantity
      wish.set(variant.id, (wish.get(variant.id) ?? 0) + quantity)
    }
    if (wish.size === 0) continue
    orders.push({ at, shopper, wish: [...wish].map(([variantId, quantity]) => ({ variantId, quantity })) })
  }
  return orders
}

function stepsOf(ctx: Shop, orders: Order[], when: { now: number; bankUrl: string }): Step[] {
  const random = seededRandom(11)
  const steps = orders.flatMap((order): Step[] => {
    const open = order.at > when.now - openHours * hour
    const place: Step = { at: order.at, open, run: () => buy(ctx, order, when.bankUrl) }
    if (open) return [place]
    const shippedAt = Math.min(order.at + (6 + 18 * random()) * hour, when.now - 2 * hour)
    const deliveredAt = shippedAt + (1.2 + 1.6 * random()) * day
    const ship: Step = { at: shippedAt, open: false, run: () => send(ctx, order, random) }
    if (deliveredAt > when.now) return [place, ship]
    return [place, ship, { at: deliveredAt, open: false, run: () => arrive(ctx, order) }]
  })
  return steps.sort((a, b) => a.at - b.at)
}

async function buy(ctx: Shop, order: Order, bankUrl: string): Promise<void> {
  const { shopper } = order
  const { cart, token } = await createCart(ctx, { country: shopper.country, locale: shopper.locale })
  const mine = { cartId: cart.id, token }
  for (const item of order.wish) await addToCart(ctx, { ...mine, ...item })
  await updateCart(ctx, mine, {
    email: shopper.email,
    name: shopper.name,
    address: shopper.address,
    country: shopper.country,
  })
  // New customers know the code; whoever has used it, or buys too little, pays what everybody pays.
  await enterCode(ctx, { ...mine, code: welcomeCode, address: mine.cartId })
  const paymentToken = await testCard(bankUrl)
  const placement = await placeOrder(ctx, { ...mine, provider: 'sandbox-bank', paymentToken })
  order.orderId = placement.order.id
}

async function testCard(bankUrl: string): Promise<string> {
  const answer = await fetch(`${bankUrl}/v1/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: '4242424242424242', expiry: '12/40', cvc: '123' }),
  })
  if (!answer.ok) throw new Error(`the sandbox bank gave no token for its own test card (${answer.status})`)
  return ((await answer.json()) as { token: string }).token
}

async function send(ctx: Shop, order: Order, random: () => number): Promise<void> {
  const trackingNumber = `NP${Math.floor(random() * 1e10)
    .toString()
    .padStart(10, '0')}`
  const fulfillment = await shipOrder(ctx, { orderId: order.orderId as string, trackingNumber, actor: 'system' })
  order.fulfillmentId = fulfillment.id
}

async function arrive(ctx: Shop, order: Order): Promise<void> {
  await deliverFulfillment(ctx, { fulfillmentId: order.fulfillmentId as string, actor: 'system' })
}

async function refill(ctx: Shop, orders: Order[]): Promise<void> {
  const warehouse = (await stockLocations(ctx)).find((location) => location.code === 'warehouse')
  const sold = new Map<string, number>()
  for (const { wish, fulfillmentId } of orders)
    if (fulfillmentId)
      for (const { variantId, quantity } of wish) sold.set(variantId, (sold.get(variantId) ?? 0) + quantity)
  const counts = [...sold].map(([variantId, quantity]) => ({
    variantId,
    locationId: warehouse?.id as string,
    quantity,
  }))
  await receiveStock(ctx, counts, { reason: 'received', actor: 'system', reference: 'from the makers' })
}
