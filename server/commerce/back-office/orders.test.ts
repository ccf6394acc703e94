import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import type { OrderView } from '../orders/index.ts'

let shop: ShopWithOrders
let cup: string
const bought: OrderView[] = []
beforeAll(async () => {
  shop = await openShopWithOrders()
  cup = await shop.sell({ slug: 'cup', priceMinor: 1000, stock: 100 })
  for (let index = 0; index < 7; index++) {
    const contact = { email: `buyer${index % 2}@example.com`, name: `Buyer ${index}` }
    bought.push(await shop.buy({ lines: [{ variantId: cup, quantity: index + 1 }], contact }))
    shop.clock.advance({ minutes: 10 })
  }
})
afterAll(() => shop.close())

const numbers = (answer: { body: { items: { number: number }[] } }) => answer.body.items.map((item) => item.number)
const newestFirst = () => bought.map((order) => order.number).reverse()

test('all orders come newest first, page by page, none twice and none missing', async () => {
  const seen: number[] = []
  let cursor = ''
  for (let pages = 0; pages < 10; pages++) {
    const page = await shop.ask('GET', `/api/admin/orders?status=all&limit=3&cursor=${cursor}`)
    seen.push(...numbers(page))
    if (page.body.next === null) break
    cursor = page.body.next
  }
  expect(seen).toEqual(newestFirst())
})

test('orders bought in the same instant are paged without a gap', async () => {
  const twin = await openShopWithOrders()
  const variantId = await twin.sell({ slug: 'cup', priceMinor: 1000, stock: 100 })
  for (let count = 0; count < 5; count++) await twin.buy({ lines: [{ variantId, quantity: 1 }] })
  const first = await twin.ask('GET', '/api/admin/orders?limit=2')
  const second = await twin.ask('GET', `/api/admin/orders?limit=2&cursor=${first.body.next}`)
  const third = await twin.ask('GET', `/api/admin/orders?limit=2&cursor=${second.body.next}`)
  expect(new Set([first, second, third].flatMap(numbers)).size).toBe(5)
  expect(third.body.next).toBeNull()
  await twin.close()
})

test('a row says who bought what for how much, and how it stands', async () => {
  const { body } = await shop.ask('GET', '/api/admin/orders?limit=1')
  expect(body.items[0]).toMatchObject({
    number: bought.at(-1)?.number,
    customerName: 'Buyer 6',
    pieces: 7,
    totalMinor: 7490,
    currency: 'EUR',
    paymentStatus: 'authorized',
    fulfillmentStatus: 'unfulfilled',
    shippingName: 'Standard',
  })
})

test('what is to be shipped comes oldest first, and leaves the list when it is sent', async () => {
  const before = await shop.ask('GET', '/api/admin/orders?status=to-ship')
  expect(numbers(before)).toEqual(bought.map((order) => order.number))
  expect(before.body.toShip).toBe(7)
  await shop.ask('POST', `/api/admin/orders/${bought[0]?.id}/fulfillments`, { body: {} })
  const after = await shop.ask('GET', '/api/admin/orders?status=to-ship')
  expect(numbers(after)).toEqual(bought.slice(1).map((order) => order.number))
  expect(numbers(await shop.ask('GET', '/api/admin/orders?status=shipped'))).toEqual([bought[0]?.number])
})

test('an order is found by its number, and all of a customer by the whole address', async () => {
  expect(numbers(await shop.ask('GET', `/api/admin/orders?q=%23${bought[3]?.number}`))).toEqual([bought[3]?.number])
  const ofOne = await shop.ask('GET', '/api/admin/orders?q=BUYER1@example.com')
  expect(numbers(ofOne)).toEqual([5, 3, 1].map((index) => bought[index]?.number))
  expect(numbers(await shop.ask('GET', '/api/admin/orders?q=nobody'))).toEqual([])
})

test('a place in the list that does not exist is refused', async () => {
  for (const cursor of [
    'x',
    Buffer.from('["now","x"]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ])
    expect((await shop.ask('GET', `/api/admin/orders?cursor=${cursor}`)).body.code).toBe('lists.bad-cursor')
})

test('an order opens by number with customer, payment, parcels, stock and who did what', async () => {
  const { body } = await shop.ask('GET', `/api/admin/orders/${bought[0]?.number}`)
  expect(body).toMatchObject({
    id: bought[0]?.id,
    contact: { email: 'buyer0@example.com', name: 'Buyer 0', address: { city: 'Hamburg' } },
    payments: [{ provider: 'sandbox-bank', method: { last4: '4242' } }],
    fulfillments: [{ status: 'shipped' }],
    stock: [],
  })
  const sent = body.timeline.find((step: { type: string }) => step.type === 'order.shipped')
  expect(body.staffNames[sent.actor]).toBe('The owner')
  const open = await shop.ask('GET', `/api/admin/orders/${bought[1]?.id}`)
  expect(open.body.stock).toMatchObject([{ locationName: 'Warehouse', reserved: 2 }])
  expect((await shop.ask('GET', '/api/admin/orders/999999')).body.code).toBe('orders.not-found')
})

test('the summary counts today, last week, what waits, what runs low and what went wrong', async () => {
  const lamp = await shop.sell({ slug: 'lamp', priceMinor: 5000, stock: 2 })
  await shop.buy({ lines: [{ variantId: lamp, quantity: 2 }] })
  const { body } = await shop.ask('GET', '/api/admin/summary')
  expect(body.today).toMatchObject({ date: '2026-03-02', orders: 8 })
  expect(body.days).toHaveLength(30)
  expect(body.days.at(-1)).toEqual(body.today)
  expect(body.toShip).toBe(7)
  expect(body.lowStock).toMatchObject([{ title: 'The lamp', available: 0 }])
  const all = await shop.ctx.database.one<{ sum: number }>(sql`select sum(total_minor)::bigint as sum from orders`)
  expect(body.today.totalMinor).toBe(all.sum)
  shop.clock.advance({ days: 6, hours: 23 })
  const later = (await shop.ask('GET', '/api/admin/summary')).body
  expect(later.today.orders).toBe(0)
  expect(later.weekAgo.orders).toBeLessThan(8)
})

test('who is not signed in, or keeps the till, sees no orders', async () => {
  for (const url of ['/api/admin/orders', '/api/admin/summary', `/api/admin/orders/${bought[0]?.id}`]) {
    expect((await shop.http.inject(url)).statusCode).toBe(401)
    expect((await shop.ask('GET', url, { role: 'cashier' })).status).toBe(403)
  }
})
