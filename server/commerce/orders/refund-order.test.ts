import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { testSecret } from '../../providers/sandbox-bank/bank-at-hand.ts'
import { createSandboxBankClient } from '../../providers/sandbox-bank/client.ts'
import { shipOrder } from '../fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { trialBalance } from '../ledger/index.ts'
import { type PaymentProvider, resolveUnknownCalls } from '../payments/index.ts'
import { orderById, orderByKey, orderKey, refundOrder } from './index.ts'

let shop: ShopWithOrders
let cup: string
let lamp: string
let line: 'good' | 'silent' | 'refusing' = 'good'
beforeAll(async () => {
  shop = await openShopWithOrders()
  const bank = createSandboxBankClient({ baseUrl: shop.bank.baseUrl, secret: testSecret })
  const overBadLine: PaymentProvider = {
    ...bank,
    async refund(asked) {
      if (line === 'refusing') return { kind: 'refused', code: 'account-closed', detail: 'the card is no more' }
      const answer = await bank.refund(asked)
      return line === 'silent' ? { kind: 'unknown', reason: 'timeout' } : answer
    },
  }
  Object.assign(shop.ctx.providers, { payments: { 'sandbox-bank': overBadLine } })
  cup = await shop.sell({ slug: 'cup', priceMinor: 1000, stock: 500 })
  lamp = await shop.sell({ slug: 'lamp', priceMinor: 3333, stock: 500 })
})
afterAll(() => shop.close())

const owner = { id: 'staff_owner', role: 'owner' as const }
const reason = 'Came back'

/** An order of three lamps and two cups (124.89 with delivery free above 100), sent and charged. */
async function sentOrder() {
  const order = await shop.buy({
    lines: [
      { variantId: lamp, quantity: 3 },
      { variantId: cup, quantity: 2 },
    ],
  })
  await shipOrder(shop.ctx, { orderId: order.id, actor: 'system' })
  await shop.deliverEvents()
  const [lamps, cups] = order.lines.map(({ id }) => id) as [string, string]
  return { orderId: order.id, lamps, cups, totalMinor: order.totalMinor }
}

const levels = (variantId: string) =>
  shop.ctx.database.one<{ onHand: number }>(sql`
    select sum(on_hand)::int as on_hand from stock_levels join variant_inventory_items using (inventory_item_id)
    where variant_id = ${variantId}`)

/** Refunds on the books and at the payments, and what the customer owes: nothing, once all is said. */
async function books() {
  const balances = await trialBalance(shop.ctx)
  const of = (account: string) => balances.find((balance) => balance.account === account)?.balanceMinor ?? 0
  expect(balances.reduce((sum, balance) => sum + balance.balanceMinor, 0)).toBe(0)
  return { receivable: of('assets:receivable:customers'), returns: of('revenue:returns') }
}

test('a line that came back is paid back, booked as returned, and lies on its shelf again', async () => {
  const { orderId, cups } = await sentOrder()
  const before = { ...(await books()), ...(await levels(cup)) }
  const lines = [{ orderLineId: cups, quantity: 1 }]
  const refund = await refundOrder(shop.ctx, { orderId, lines, reason, restock: true, actor: owner })
  expect(refund).toMatchObject({ status: 'refunded', amountMinor: 1000, taxMinor: 160, isRestocked: true, lines })
  expect(await books()).toEqual({ receivable: before.receivable, returns: before.returns + 840 })
  expect(await levels(cup)).toEqual({ onHand: before.onHand + 1 })
  const order = await orderById(shop.ctx, orderId)
  expect(order).toMatchObject({ refundedMinor: 1000, payments: [{ status: 'captured', refundedMinor: 1000 }] })
  expect(order.timeline.find(({ type }) => type === 'order.refunded')).toMatchObject({ actor: 'staff_owner' })
})

test('the second refund of an order is right', async () => {
  const { orderId, lamps, cups, totalMinor } = await sentOrder()
  const give = (orderLineId: string, quantity: number) =>
    refundOrder(shop.ctx, { orderId, lines: [{ orderLineId, quantity }], reason, actor: owner })
  expect((await give(lamps, 1)).amountMinor).toBe(3333)
  expect((await give(lamps, 2)).amountMinor).toBe(6666)
  await expect(give(lamps, 1)).rejects.toMatchObject({ code: 'orders.too-many-units', details: { left: 0 } })
  expect((await give(cups, 2)).amountMinor).toBe(2000)
  const order = await orderById(shop.ctx, orderId)
  expect(order.refundedMinor).toBe(totalMinor)
  expect(order.payments[0]).toMatchObject({ status: 'refunded', refundedMinor: totalMinor })
})

test('twenty refunds at once never give back more than was paid, in our books and at the bank', async () => {
  const { orderId, totalMinor } = await sentOrder()
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => refundOrder(shop.ctx, { orderId, amountMinor: 70_00, reason, actor: owner })),
  )
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  const rest = totalMinor - 70_00
  await expect(refundOrder(shop.ctx, { orderId, amountMinor: rest + 1, reason, actor: owner })).rejects.toMatchObject({
    code: 'orders.more-than-paid',
    details: { leftMinor: rest },
  })
  await refundOrder(shop.ctx, { orderId, amountMinor: rest, reason, actor: owner })
  expect((await orderById(shop.ctx, orderId)).payments[0]?.refundedMinor).toBe(totalMinor)
})

test('a form sent twice under one key gives back once', async () => {
  const { orderId } = await sentOrder()
  const give = () => refundOrder(shop.ctx, { orderId, amountMinor: 500, reason, requestKey: 'form-1', actor: owner })
  const [first, second] = await Promise.all([give(), give()])
  expect(second?.id).toBe(first?.id)
  expect((await orderById(shop.ctx, orderId)).refundedMinor).toBe(500)
})

test('a refund whose answer was lost stays written down, and is finished by asking', async () => {
  const { orderId } = await sentOrder()
  line = 'silent'
  const refund = await refundOrder(shop.ctx, { orderId, amountMinor: 500, reason, actor: owner })
  line = 'good'
  expect(refund.status).toBe('recorded')
  shop.clock.advance({ minutes: 1 })
  await resolveUnknownCalls(shop.ctx)
  await shop.deliverEvents()
  const order = await orderById(shop.ctx, orderId)
  expect(order.refunds).toMatchObject([{ id: refund.id, status: 'refunded', amountMinor: 500 }])
  expect(order.payments[0]?.refundedMinor).toBe(500)
})

test('a refund that the bank refuses is not counted, not booked, and can be made again', async () => {
  const { orderId, totalMinor } = await sentOrder()
  const before = await books()
  line = 'refusing'
  await expect(refundOrder(shop.ctx, { orderId, amountMinor: totalMinor, reason, actor: owner })).rejects.toMatchObject(
    { code: 'orders.refund-refused' },
  )
  line = 'good'
  expect(await books()).toEqual(before)
  expect((await orderById(shop.ctx, orderId)).refundedMinor).toBe(0)
  const again = await refundOrder(shop.ctx, { orderId, amountMinor: totalMinor, reason, actor: owner })
  expect(again.status).toBe('refunded')
})

test('what has not been charged cannot be given back', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  await expect(
    refundOrder(shop.ctx, { orderId: order.id, amountMinor: 100, reason, actor: owner }),
  ).rejects.toMatchObject({ code: 'orders.not-charged', details: { leftMinor: 0 } })
})

test('the database refuses to give back more than was paid for a line, for delivery or for an order', async () => {
  const { orderId, cups } = await sentOrder()
  const { run } = shop.ctx.database
  await expect(run(sql`update order_lines set refunded_minor = total_minor + 1 where id = ${cups}`)).rejects.toThrow(
    'a_line_gives_back_what_was_paid',
  )
  await expect(run(sql`update order_lines set refunded_quantity = 3 where id = ${cups}`)).rejects.toThrow(
    'a_line_gives_back_what_was_paid',
  )
  for (const sum of [sql`refunded_minor = total_minor + 1`, sql`refunded_minor = 500, refunded_shipping_minor = 500`])
    await expect(run(sql`update orders set ${sum} where id = ${orderId}`)).rejects.toThrow(
      'an_order_gives_back_what_was_paid',
    )
})

test('support gives back up to the limit of the shop, all refunds of an order together; owners any amount', async () => {
  const { orderId } = await sentOrder()
  const give = (amountMinor: number, role: 'support' | 'manager' | 'cashier') =>
    shop.ask('POST', `/api/admin/orders/${orderId}/refunds`, { body: { amountMinor, reason }, role })
  expect((await give(60_00, 'support')).status).toBe(201)
  const above = await give(40_01, 'support')
  expect(above.body).toMatchObject({ status: 403, code: 'orders.above-limit' })
  expect((await give(1, 'cashier')).status).toBe(403)
  expect((await give(50_00, 'manager')).status).toBe(201)
  const url = `/api/admin/orders/${orderId}/refunds`
  const stranger = await shop.http.inject({ method: 'POST', url, payload: { amountMinor: 1, reason } })
  expect(stranger.statusCode).toBe(401)
})

test('what is shown before is what is given back, and another sum is refused', async () => {
  const { orderId, lamps } = await sentOrder()
  const lines = [{ orderLineId: lamps, quantity: 2 }]
  const quote = await shop.ask('POST', `/api/admin/orders/${orderId}/refund-quote`, { body: { lines } })
  expect(quote.body).toMatchObject({ amountMinor: 6666, chargedMinor: 11999, currency: 'EUR' })
  const url = `/api/admin/orders/${orderId}/refunds`
  const wrong = await shop.ask('POST', url, { body: { lines, reason, expectedAmountMinor: 6665 } })
  expect(wrong.body.code).toBe('orders.amount-changed')
  const right = await shop.ask('POST', url, { body: { lines, reason, expectedAmountMinor: 6666 } })
  expect(right.body).toMatchObject({ status: 'refunded', amountMinor: 6666, payments: [{ amountMinor: 6666 }] })
})

test('a customer sees that money came back, not why the shop wrote it down or who gave it', async () => {
  const { orderId } = await sentOrder()
  await refundOrder(shop.ctx, { orderId, amountMinor: 100, reason: 'Grumpy customer', actor: owner })
  const order = await orderByKey(shop.ctx, { orderId, key: orderKey(shop.ctx, orderId) })
  expect(order.refunds).toMatchObject([{ amountMinor: 100, status: 'refunded' }])
  expect(JSON.stringify(order)).not.toMatch(/Grumpy|staff_owner/)
})
