import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { shipOrder } from '../fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { trialBalance } from '../ledger/index.ts'
import { saveShippingMethods, shippingMethods } from '../shipping/index.ts'
import { cancelOrder, changeContact, changeShipping, orderById, orderByKey, orderKey, refundOrder } from './index.ts'

let shop: ShopWithOrders
let eager: ShopWithOrders
beforeAll(async () => {
  ;[shop, eager] = await Promise.all([openShopWithOrders(), openShopWithOrders({ capture: 'on-placement' })])
})
afterAll(() => Promise.all([shop.close(), eager.close()]))

const actor = 'staff_owner'
const reason = 'Changed their mind'
const owner = { id: actor, role: 'owner' as const }

/** Two cups of 10.00 and three lamps of 33.33: 119.99, delivery free. */
async function bought(of: ShopWithOrders) {
  const cup = await of.sell({ slug: 'cup', priceMinor: 1000, stock: 50 })
  const lamp = await of.sell({ slug: 'lamp', priceMinor: 3333, stock: 50 })
  const lines = [
    { variantId: cup, quantity: 2 },
    { variantId: lamp, quantity: 3 },
  ]
  const order = await of.buy({ lines })
  await of.deliverEvents()
  const [cups, lamps] = order.lines.map(({ id }) => id) as [string, string]
  return { orderId: order.id, cups, lamps, cup, lamp }
}

const reservedOf = async (of: ShopWithOrders, orderId: string) =>
  (
    await of.ctx.database.one<{ pieces: number }>(sql`
      select coalesce(sum(quantity), 0)::int as pieces from reservations
      where order_id = ${orderId} and status in ('held', 'committed')`)
  ).pieces

/** What stands in the books for sales, and what customers owe. */
async function books(of: ShopWithOrders) {
  const balances = await trialBalance(of.ctx)
  expect(balances.reduce((sum, balance) => sum + balance.balanceMinor, 0)).toBe(0)
  return Object.fromEntries(balances.map(({ account, balanceMinor }) => [account, balanceMinor]))
}

test('a canceled order gives its stock back, sets its money free, and leaves nothing in the books', async () => {
  const before = await books(shop)
  const { orderId } = await bought(shop)
  await cancelOrder(shop.ctx, { orderId, reason, actor })
  await cancelOrder(shop.ctx, { orderId, reason, actor })
  const order = await orderById(shop.ctx, orderId)
  expect(order).toMatchObject({
    status: 'canceled',
    totalMinor: 11999,
    payments: [{ status: 'voided', capturedMinor: 0 }],
  })
  expect(order.canceledAt).toEqual(shop.clock.now())
  expect(await reservedOf(shop, orderId)).toBe(0)
  const after = await books(shop)
  for (const [account, balance] of Object.entries(after))
    expect([account, balance]).toEqual([account, before[account] ?? 0])
  expect(order.timeline.filter(({ type }) => type === 'order.canceled')).toMatchObject([{ actor }])
})

test('what was charged when it was placed is given back when it is canceled', async () => {
  const { orderId } = await bought(eager)
  expect((await orderById(eager.ctx, orderId)).payments[0]?.capturedMinor).toBe(11999)
  await cancelOrder(eager.ctx, { orderId, reason, actor })
  await eager.deliverEvents()
  const order = await orderById(eager.ctx, orderId)
  expect(order.refunds).toMatchObject([{ kind: 'cancellation', status: 'refunded', amountMinor: 11999 }])
  expect(order.payments).toMatchObject([{ status: 'refunded', refundedMinor: 11999 }])
  expect((await books(eager))['assets:receivable:customers']).toBe(0)
})

test('money that is charged while the order is being canceled is given back too', async () => {
  const cup = await eager.sell({ slug: 'mug', priceMinor: 1000, stock: 5 })
  const order = await eager.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  await Promise.all([cancelOrder(eager.ctx, { orderId: order.id, reason, actor }), eager.deliverEvents()])
  await eager.deliverEvents()
  const { payments } = await orderById(eager.ctx, order.id)
  expect(['voided', 'refunded']).toContain(payments[0]?.status)
  expect(payments[0]?.capturedMinor).toBe(payments[0]?.refundedMinor)
  expect((await books(eager))['assets:receivable:customers']).toBe(0)
})

test('units that are taken out go with what they cost; only what is sent is charged, and the rest is set free', async () => {
  const { orderId, cups, lamps } = await bought(shop)
  const lines = [
    { orderLineId: cups, quantity: 2 },
    { orderLineId: lamps, quantity: 1 },
  ]
  await cancelOrder(shop.ctx, { orderId, lines, reason, actor })
  const order = await orderById(shop.ctx, orderId)
  expect(order).toMatchObject({ status: 'placed', totalMinor: 6666, goodsMinor: 6666, revision: 1 })
  expect(order.lines).toMatchObject([
    { quantity: 0, canceledQuantity: 2, totalMinor: 0 },
    { quantity: 2, canceledQuantity: 1, totalMinor: 6666 },
  ])
  expect(await reservedOf(shop, orderId)).toBe(2)
  await shipOrder(shop.ctx, { orderId, actor })
  await shop.deliverEvents()
  const sent = await orderById(shop.ctx, orderId)
  expect(sent.payments).toMatchObject([{ status: 'captured', authorizedMinor: 11999, capturedMinor: 6666 }])
  expect(sent.timeline.map(({ type }) => type)).toContain('payment.voided')
  expect((await books(shop))['assets:receivable:customers'] ?? 0).toBe(0)
})

test('when a part has left, the rest is taken out, and the order has been sent', async () => {
  const { orderId, cups, lamps } = await bought(shop)
  await shipOrder(shop.ctx, { orderId, lines: [{ orderLineId: lamps, quantity: 1 }], actor })
  await shop.deliverEvents()
  await expect(
    cancelOrder(shop.ctx, { orderId, lines: [{ orderLineId: lamps, quantity: 3 }], reason, actor }),
  ).rejects.toMatchObject({ code: 'orders.too-many-to-cancel', details: { left: 2 } })
  await cancelOrder(shop.ctx, { orderId, reason, actor })
  await shop.deliverEvents()
  const order = await orderById(shop.ctx, orderId)
  expect(order).toMatchObject({ status: 'placed', fulfillmentStatus: 'shipped', totalMinor: 3333 })
  expect(order.lines.find(({ id }) => id === cups)).toMatchObject({ quantity: 0, canceledQuantity: 2 })
  await expect(cancelOrder(shop.ctx, { orderId, reason, actor })).rejects.toMatchObject({
    code: 'orders.nothing-to-cancel',
  })
})

test('what was charged for units that are taken out comes back, beside what was given back before', async () => {
  const { orderId, cups, lamps } = await bought(eager)
  await refundOrder(eager.ctx, { orderId, lines: [{ orderLineId: lamps, quantity: 1 }], reason, actor: owner })
  await cancelOrder(eager.ctx, { orderId, lines: [{ orderLineId: cups, quantity: 1 }], reason, actor })
  await eager.deliverEvents()
  const order = await orderById(eager.ctx, orderId)
  expect(order.refunds.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['refund', 3333],
    ['cancellation', 1000],
  ])
  expect(order.payments[0]).toMatchObject({ capturedMinor: 11999, refundedMinor: 4333 })
  expect((await books(eager))['assets:receivable:customers']).toBe(0)
})

test('shipping and canceling at the same moment never send what was canceled', async () => {
  const { orderId } = await bought(shop)
  await Promise.allSettled([
    shipOrder(shop.ctx, { orderId, actor }),
    cancelOrder(shop.ctx, { orderId, reason, actor }),
    cancelOrder(shop.ctx, { orderId, reason, actor }),
  ])
  const order = await orderById(shop.ctx, orderId)
  const sent = order.lines.reduce((sum, line) => sum + line.fulfilledQuantity, 0)
  expect([order.status, sent]).toEqual(order.status === 'canceled' ? ['canceled', 0] : ['placed', 5])
  expect(await reservedOf(shop, orderId)).toBe(0)
})

test('the database refuses to cancel what has left', async () => {
  const { orderId } = await bought(shop)
  await shipOrder(shop.ctx, { orderId, actor })
  const cancel = sql`update orders set status = 'canceled', canceled_at = now() where id = ${orderId}`
  await expect(shop.ctx.database.run(cancel)).rejects.toThrow('what_has_left_is_not_canceled')
})

test('an address is changed before the parcel leaves, in the same country, and the timeline names no address', async () => {
  const { orderId } = await bought(shop)
  const contact = { name: 'Ann Summer', address: { line1: 'Hafenweg 1', postcode: '20457', city: 'Hamburg' } }
  await changeContact(shop.ctx, { orderId, contact, revision: 0, actor })
  const order = await orderById(shop.ctx, orderId)
  expect(order.contact).toMatchObject({ ...contact, email: 'ann@example.com' })
  const step = order.timeline.find(({ type }) => type === 'order.changed')
  expect(step).toMatchObject({ actor, details: { change: 'contact', fields: ['name', 'address'] } })
  expect(JSON.stringify(order.timeline)).not.toMatch(/Hafenweg|Summer/)
  await expect(
    changeContact(shop.ctx, { orderId, contact: { address: { country: 'AT' } }, actor }),
  ).rejects.toMatchObject({ code: 'orders.country-stays' })
  await expect(changeContact(shop.ctx, { orderId, contact, revision: 0, actor })).rejects.toMatchObject({
    code: 'orders.changed-meanwhile',
  })
  await shipOrder(shop.ctx, { orderId, actor })
  await expect(changeContact(shop.ctx, { orderId, contact, actor })).rejects.toMatchObject({
    code: 'orders.already-sent',
  })
})

test('a cheaper way of delivery costs what it costs, a dearer one what was paid', async () => {
  await saveShippingMethods(shop.ctx, [
    {
      code: 'bicycle',
      name: 'Bicycle',
      kind: 'delivery',
      daysMin: 1,
      daysMax: 2,
      position: 8,
      rates: [{ countries: ['DE'], currency: 'EUR', amountMinor: 300 }],
    },
  ])
  const pot = await shop.sell({ slug: 'pot', priceMinor: 2000, stock: 9 })
  const order = await shop.buy({ lines: [{ variantId: pot, quantity: 1 }], shipping: 'standard' })
  const methods = await shippingMethods(shop.ctx)
  const idOf = (code: string) => methods.find((method) => method.code === code)?.id as string
  const change = (code: string) => changeShipping(shop.ctx, { orderId: order.id, shippingMethodId: idOf(code), actor })
  await change('bicycle')
  expect(await orderById(shop.ctx, order.id)).toMatchObject({
    shippingMinor: 300,
    shippingTaxMinor: 48,
    totalMinor: 2300,
    taxMinor: 319 + 48,
    taxLines: [{ ratePpm: 190_000, taxMinor: 319 + 48 }],
    shipping: { name: 'Bicycle' },
  })
  await change('express')
  expect(await orderById(shop.ctx, order.id)).toMatchObject({ totalMinor: 2300, shipping: { name: 'Express' } })
  await expect(change('pickup')).rejects.toMatchObject({ code: 'orders.no-such-shipping' })
})

test('staff cancel and change over HTTP as themselves; a customer sees what happened, not who did it or why', async () => {
  const { orderId, cups } = await bought(shop)
  const url = `/api/admin/orders/${orderId}`
  const lines = [{ orderLineId: cups, quantity: 1 }]
  expect((await shop.ask('POST', `${url}/cancel`, { body: { reason }, role: 'cashier' })).status).toBe(403)
  const part = await shop.ask('POST', `${url}/cancel`, { body: { lines, reason, revision: 0 }, role: 'support' })
  expect(part.body).toMatchObject({ totalMinor: 10999, revision: 1 })
  const moved = await shop.ask('PATCH', url, { body: { address: { line1: 'Hafenweg 2' }, revision: 1 } })
  expect(moved.body.contact.address.line1).toBe('Hafenweg 2')
  const noted = await shop.ask('POST', `${url}/notes`, { body: { note: 'Called twice' } })
  expect(noted.body.timeline.at(-1)).toMatchObject({ type: 'order.noted', details: { note: 'Called twice' } })
  const whole = await shop.ask('POST', `${url}/cancel`, { body: { reason } })
  expect(whole.body.status).toBe('canceled')
  const seen = await orderByKey(shop.ctx, { orderId, key: orderKey(shop.ctx, orderId) })
  expect(seen.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['order.placed', 'order.changed', 'order.canceled']),
  )
  expect(JSON.stringify(seen.timeline)).not.toMatch(/staff_|Called twice|Changed their mind/)
})
