import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { addToCart, createCart, updateCart } from '../carts/index.ts'
import { type PaymentProvider, paymentsOfOrder } from '../payments/index.ts'
import { type OrderWish, placeOrder, sweepOrders } from './index.ts'
import { goodCard, openTestBank, poorCard, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

/** What goes wrong on the line to the bank for the next call: lost before it arrives, or its answer lost. */
let fault: 'none' | 'lost' | 'answer-lost' | 'crash' = 'none'
let bank: TestBank
let shop: SmallShop

beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': overBadLine(bank.client) } } })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})
beforeEach(() => {
  fault = 'none'
})

class Crash extends Error {}

/** The real bank, over a line that drops what it is told to drop. */
function overBadLine(client: PaymentProvider): PaymentProvider {
  return {
    ...client,
    async authorize(asked) {
      const now = fault
      fault = 'none'
      if (now === 'lost') return { kind: 'unknown', reason: 'unreachable' }
      const answer = await client.authorize(asked)
      // The process ends at this very moment: nothing after the call runs.
      if (now === 'crash') throw new Crash()
      return now === 'answer-lost' ? { kind: 'unknown', reason: 'timeout' } : answer
    },
  }
}

async function wishFor(slug: string, card = goodCard): Promise<OrderWish & { variantId: string }> {
  const variantId = await shop.sell({ slug, priceMinor: 20_00, stock: 1 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  await updateCart(shop.ctx, opens, {
    email: 'kim@example.com',
    name: 'Kim',
    address: { line1: '1 Road', postcode: '12345', city: 'Town' },
  })
  return { ...opens, variantId, provider: 'sandbox-bank', paymentToken: await bank.tokenFor(card) }
}

async function ordersOf(cartId: string) {
  return shop.ctx.database.rows<{ id: string; status: string }>(
    sql`select id, status from orders where cart_id = ${cartId}`,
  )
}

/** Authorisations that the bank gave for these orders, as the bank itself has them. */
async function reservedFor(orderIds: string[]) {
  const records = (await bank.records()) as {
    type: string
    answer?: { id: string; reference?: string; status?: string; authorizationId?: string }
  }[]
  const given = records.filter(
    (record) => record.type === 'authorization.answered' && orderIds.includes(record.answer?.reference ?? ''),
  )
  const voided = new Set(
    records.filter((record) => record.type === 'authorization.voided').map((record) => record.answer?.authorizationId),
  )
  return given.filter((record) => record.answer?.status === 'authorized' && !voided.has(record.answer.id)).length
}

test.each(['lost', 'answer-lost'] as const)(
  'the bank is not heard (%s): the shopper is told to wait, tries again, and pays once for one order',
  async (kind) => {
    const wish = await wishFor(`retry-${kind}`)
    fault = kind
    await expect(placeOrder(shop.ctx, wish)).rejects.toMatchObject({ code: 'payments.unanswered', status: 503 })
    const [waiting] = await ordersOf(wish.cartId)
    expect(await paymentsOfOrder(shop.ctx, waiting?.id as string)).toMatchObject([{ status: 'unknown' }])
    const placed = await placeOrder(shop.ctx, wish)
    expect(placed).toMatchObject({ kind: 'placed', order: { id: waiting?.id, status: 'placed' } })
    expect(await ordersOf(wish.cartId)).toHaveLength(1)
    expect(await reservedFor([placed.order.id])).toBe(1)
  },
)

test.each(['lost', 'answer-lost', 'crash'] as const)(
  'after %s the sweeper asks the bank, and the shopper has exactly one order for one charge',
  async (kind) => {
    const wish = await wishFor(`sweep-${kind}`)
    fault = kind
    await placeOrder(shop.ctx, wish).catch(() => {})
    shop.clock.advance({ seconds: 30 })
    await sweepOrders(shop.ctx)
    const orders = await ordersOf(wish.cartId)
    expect(orders.map((order) => order.status)).toEqual(['placed'])
    expect(await reservedFor(orders.map((order) => order.id))).toBe(1)
  },
)

test('a decline whose answer was lost is found out, and the stock is given back', async () => {
  const wish = await wishFor('lost-decline', poorCard)
  fault = 'answer-lost'
  await expect(placeOrder(shop.ctx, wish)).rejects.toMatchObject({ code: 'payments.unanswered' })
  shop.clock.advance({ seconds: 30 })
  await sweepOrders(shop.ctx)
  expect((await ordersOf(wish.cartId)).map((order) => order.status)).toEqual(['declined'])
  const other = await placeOrder(shop.ctx, { ...wish, paymentToken: await bank.tokenFor(goodCard) })
  expect(other.order.status).toBe('placed')
})

test('the browser, another tab and the sweeper find out at the same moment: one order, one charge', async () => {
  const wish = await wishFor('three-at-once')
  fault = 'answer-lost'
  await placeOrder(shop.ctx, wish).catch(() => {})
  shop.clock.advance({ seconds: 30 })
  await Promise.all([
    placeOrder(shop.ctx, wish),
    sweepOrders(shop.ctx),
    sweepOrders(shop.ctx),
    placeOrder(shop.ctx, wish),
  ])
  const orders = await ordersOf(wish.cartId)
  expect(orders.map((order) => order.status)).toEqual(['placed'])
  expect(await reservedFor(orders.map((order) => order.id))).toBe(1)
})

test('a call the bank never heard of is not made up for once the stock is no longer held', async () => {
  const wish = await wishFor('long-night')
  fault = 'lost'
  await placeOrder(shop.ctx, wish).catch(() => {})
  shop.clock.advance({ hours: 3 })
  await sweepOrders(shop.ctx)
  const orders = await ordersOf(wish.cartId)
  expect(orders.map((order) => order.status)).toEqual(['declined'])
  expect(await reservedFor(orders.map((order) => order.id))).toBe(0)
})

test('money that the bank reserved after all, for an order already closed, is set free', async () => {
  const wish = await wishFor('late-word')
  fault = 'lost'
  await placeOrder(shop.ctx, wish).catch(() => {})
  const [order] = await ordersOf(wish.cartId)
  const { id: callId, paymentId } = await shop.ctx.database.one<{ id: string; paymentId: string }>(sql`
    select c.id, c.payment_id from payment_calls c join payments p on p.id = c.payment_id where p.order_id = ${order?.id}`)
  shop.clock.advance({ hours: 3 })
  await sweepOrders(shop.ctx)
  const reference = order?.id as string
  await bank.client.authorize({
    token: wish.paymentToken as string,
    amountMinor: 24_90,
    currency: 'EUR',
    reference,
    key: callId,
  })
  const { finishOrder } = await import('./finish-order.ts')
  const { askAboutPayment, pendingPayment } = await import('../payments/index.ts')
  const payment = await pendingPayment(shop.ctx, reference)
  const outcome = payment && (await askAboutPayment(shop.ctx, payment))
  if (!payment || outcome?.kind !== 'authorized') throw new Error('the bank should have answered')
  expect((await finishOrder(shop.ctx, { orderId: reference, payment, outcome })).status).toBe('declined')
  expect(await reservedFor([reference])).toBe(0)
  expect(await paymentsOfOrder(shop.ctx, reference)).toMatchObject([{ id: paymentId, status: 'voided' }])
})
