import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { trialBalance } from '../ledger/index.ts'
import { orderById, orderByKey, orderKey } from '../orders/index.ts'
import { saveShippingMethods } from '../shipping/index.ts'
import { deliverFulfillment, fulfillmentsOf, shipOrder } from './index.ts'
import { openShopWithOrders, type ShopWithOrders } from './testing/shop-with-orders.ts'

let shop: ShopWithOrders
let cup: string
let lamp: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  await saveShippingMethods(shop.ctx, [
    {
      code: 'tracked',
      name: 'Tracked',
      kind: 'delivery',
      carrier: 'Nordpost',
      trackingUrlTemplate: 'https://tracking.example.com/?n={number}',
      daysMin: 1,
      daysMax: 2,
      position: 9,
      rates: [{ countries: ['DE'], currency: 'EUR', amountMinor: 990 }],
    },
  ])
  cup = await shop.sell({ slug: 'cup', priceMinor: 1000, stock: 100 })
  lamp = await shop.sell({ slug: 'lamp', priceMinor: 3333, stock: 100 })
})
afterAll(() => shop.close())

const actor = 'system'
const levelsOf = (variantId: string) =>
  shop.ctx.database.one<{ onHand: number; reserved: number }>(sql`
    select sum(l.on_hand)::int as on_hand, sum(l.reserved)::int as reserved from stock_levels l
    join variant_inventory_items v using (inventory_item_id) where v.variant_id = ${variantId}`)

test('sending an order takes its goods off the shelf and marks it shipped', async () => {
  const before = await levelsOf(cup)
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 3 }] })
  expect(await levelsOf(cup)).toEqual({ onHand: before.onHand, reserved: before.reserved + 3 })
  const parcel = await shipOrder(shop.ctx, { orderId: order.id, actor })
  expect(parcel).toMatchObject({ status: 'shipped', lines: [{ orderLineId: order.lines[0]?.id, quantity: 3 }] })
  expect(await levelsOf(cup)).toEqual({ onHand: before.onHand - 3, reserved: before.reserved })
  const sent = await orderById(shop.ctx, order.id)
  expect(sent.fulfillmentStatus).toBe('shipped')
  expect(sent.lines[0]?.fulfilledQuantity).toBe(3)
  expect(sent.timeline.map((step) => step.type)).toContain('order.shipped')
})

test('a customer sees what happened to the order, not who of the staff did it', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  await shipOrder(shop.ctx, { orderId: order.id, trackingNumber: 'NP1', actor: 'staff_somebody' })
  const { timeline } = await orderByKey(shop.ctx, { orderId: order.id, key: orderKey(shop.ctx, order.id) })
  const shipped = timeline.find((step) => step.type === 'order.shipped')
  expect(shipped).toMatchObject({ actor: 'shop', details: { trackingNumber: 'NP1' } })
  expect(JSON.stringify(timeline)).not.toMatch(/staff_somebody|paymentId|provider/)
})

test('an order can go in parts, and knows when all of it has gone', async () => {
  const order = await shop.buy({
    lines: [
      { variantId: cup, quantity: 3 },
      { variantId: lamp, quantity: 1 },
    ],
  })
  const [cups, lamps] = order.lines.map((line) => line.id) as [string, string]
  await shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId: cups, quantity: 2 }], actor })
  expect((await orderById(shop.ctx, order.id)).fulfillmentStatus).toBe('partly-shipped')
  const rest = await shipOrder(shop.ctx, { orderId: order.id, actor })
  expect([...rest.lines].sort((a, b) => a.quantity - b.quantity)).toEqual(
    expect.arrayContaining([
      { orderLineId: cups, quantity: 1 },
      { orderLineId: lamps, quantity: 1 },
    ]),
  )
  expect((await orderById(shop.ctx, order.id)).fulfillmentStatus).toBe('shipped')
  expect(await fulfillmentsOf(shop.ctx, order.id)).toHaveLength(2)
})

test('nothing is sent twice, and never more than was ordered', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }] })
  const [line] = order.lines
  const orderLineId = line?.id as string
  const ship = (quantity: number) =>
    shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId, quantity }], actor })
  await expect(ship(3)).rejects.toMatchObject({ code: 'fulfillment.too-many', details: { left: 2 } })
  await expect(
    shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId: 'oline_x', quantity: 1 }], actor }),
  ).rejects.toMatchObject({ code: 'fulfillment.line-not-found' })
  await ship(2)
  await expect(shipOrder(shop.ctx, { orderId: order.id, actor })).rejects.toMatchObject({
    code: 'fulfillment.nothing-left',
  })
})

test('two people who send the same order at once send it once', async () => {
  const before = await levelsOf(cup)
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }] })
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, () => shipOrder(shop.ctx, { orderId: order.id, actor })),
  )
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await fulfillmentsOf(shop.ctx, order.id)).toHaveLength(1)
  expect(await levelsOf(cup)).toEqual({ onHand: before.onHand - 2, reserved: before.reserved })
})

test('the database itself refuses to send more than was ordered', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  await expect(
    shop.ctx.database.run(sql`update order_lines set fulfilled_quantity = 2 where order_id = ${order.id}`),
  ).rejects.toThrow(/order_lines/)
})

test('a form sent twice under one key packs one parcel', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 4 }] })
  const lines = [{ orderLineId: order.lines[0]?.id as string, quantity: 1 }]
  const ship = () => shipOrder(shop.ctx, { orderId: order.id, lines, requestKey: 'form-1', actor })
  const [first, second] = await Promise.all([ship(), ship()])
  expect(second).toEqual(first)
  const url = `/api/admin/orders/${order.id}/fulfillments`
  const over = () => shop.ask('POST', url, { body: { lines }, headers: { 'idempotency-key': 'form-2' } })
  expect((await over()).status).toBe(201)
  expect((await over()).status).toBe(201)
  expect((await orderById(shop.ctx, order.id)).lines[0]?.fulfilledQuantity).toBe(2)
})

test('the tracking number becomes a link by the pattern of its carrier', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], shipping: 'tracked' })
  const parcel = await shipOrder(shop.ctx, { orderId: order.id, trackingNumber: ' NP 12&3 ', actor })
  expect(parcel).toMatchObject({
    carrier: 'Nordpost',
    trackingNumber: 'NP 12&3',
    trackingUrl: 'https://tracking.example.com/?n=NP%2012%263',
  })
  const other = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], shipping: 'tracked' })
  const bike = await shipOrder(shop.ctx, { orderId: other.id, carrier: 'Bike', trackingNumber: '7', actor })
  expect(bike).toMatchObject({ carrier: 'Bike', trackingUrl: null })
})

test('an order to be picked up lies ready first, and is delivered when it is handed over', async () => {
  const bowl = await shop.sell({ slug: 'bowl', priceMinor: 2000, stockInStore: 3 })
  const order = await shop.buy({ lines: [{ variantId: bowl, quantity: 1 }], shipping: 'pickup' })
  const bag = await shipOrder(shop.ctx, { orderId: order.id, carrier: 'Nordpost', trackingNumber: '1', actor })
  expect(bag).toMatchObject({ status: 'ready-for-pickup', carrier: null, trackingUrl: null })
  const handed = await deliverFulfillment(shop.ctx, { fulfillmentId: bag.id, actor })
  expect(handed.status).toBe('delivered')
  const done = await orderById(shop.ctx, order.id)
  expect(done.fulfillmentStatus).toBe('delivered')
  expect(done.timeline.map((step) => step.type)).toEqual(
    expect.arrayContaining(['order.placed', 'order.ready-for-pickup', 'order.delivered']),
  )
})

test('an order is delivered with its last parcel, and saying so twice changes nothing', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }] })
  const orderLineId = order.lines[0]?.id as string
  const first = await shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }], actor })
  await deliverFulfillment(shop.ctx, { fulfillmentId: first.id, actor })
  expect((await orderById(shop.ctx, order.id)).fulfillmentStatus).toBe('partly-shipped')
  const second = await shipOrder(shop.ctx, { orderId: order.id, actor })
  await Promise.all([1, 2, 3].map(() => deliverFulfillment(shop.ctx, { fulfillmentId: second.id, actor })))
  const done = await orderById(shop.ctx, order.id)
  expect(done.fulfillmentStatus).toBe('delivered')
  expect(done.timeline.filter((step) => step.type === 'order.delivered')).toHaveLength(2)
})

test('what is not placed, or not there, is not sent', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  await shop.ctx.database.run(sql`update orders set status = 'canceled', canceled_at = now() where id = ${order.id}`)
  await expect(shipOrder(shop.ctx, { orderId: order.id, actor })).rejects.toMatchObject({
    code: 'fulfillment.not-placed',
  })
  await expect(shipOrder(shop.ctx, { orderId: 'order_x', actor })).rejects.toMatchObject({ code: 'orders.not-found' })
  await expect(deliverFulfillment(shop.ctx, { fulfillmentId: 'ful_x', actor })).rejects.toMatchObject({
    code: 'fulfillment.not-found',
  })
})

test('the card is charged for each parcel as it leaves, to the last cent, delivery with the first', async () => {
  const order = await shop.buy({ lines: [{ variantId: lamp, quantity: 3 }] })
  expect(order.totalMinor).toBe(3 * 3333 + 490)
  const orderLineId = order.lines[0]?.id as string
  await shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }], actor })
  await shop.deliverEvents()
  expect((await orderById(shop.ctx, order.id)).payments[0]).toMatchObject({
    status: 'captured',
    capturedMinor: 3333 + 490,
  })
  await shipOrder(shop.ctx, { orderId: order.id, actor })
  await shop.deliverEvents()
  expect((await orderById(shop.ctx, order.id)).payments[0]).toMatchObject({ capturedMinor: order.totalMinor })
  const balance = await trialBalance(shop.ctx)
  expect(balance.reduce((sum, account) => sum + account.balanceMinor, 0)).toBe(0)
})

test('staff send over HTTP as themselves; cashiers and strangers do not', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  const url = `/api/admin/orders/${order.id}/fulfillments`
  expect((await shop.http.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(401)
  expect((await shop.ask('POST', url, { body: {}, role: 'cashier' })).body.code).toBe('http.forbidden')
  expect((await shop.ask('POST', url, { body: { trackingNumber: 'a\r\nb' } })).status).toBe(400)
  const sent = await shop.ask('POST', url, { body: { carrier: 'Nordpost' }, role: 'support' })
  expect(sent.status).toBe(201)
  const steps = (await orderById(shop.ctx, order.id)).timeline
  expect(steps.find((step) => step.type === 'order.shipped')?.actor).toMatch(/^staff_/)
  const arrived = await shop.ask('POST', `/api/admin/fulfillments/${sent.body.id}/deliver`)
  expect(arrived.body).toMatchObject({ status: 'delivered', deliveredAt: expect.any(String) })
})

test('a page of another site cannot send an order in the name of who is signed in', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  const answer = await shop.http.inject({
    method: 'POST',
    url: `/api/admin/orders/${order.id}/fulfillments`,
    headers: { cookie: await shop.signIn(), origin: 'https://evil.example.com' },
    payload: {},
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json().code).toBe('http.foreign-origin')
})
