import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'

let shop: ShopWithOrders
let cup: string
let cupProduct: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  cup = await shop.sell({
    slug: 'cup',
    priceMinor: 1000,
    stock: 3,
    variant: { sku: 'CUP-1', barcode: '4006381333931' },
  })
  for (const slug of ['bowl', 'lamp', 'plate', 'tray']) await shop.sell({ slug, priceMinor: 2000, stock: 50 })
  await shop.sell({
    slug: 'draft',
    priceMinor: 2000,
    stock: 1,
    product: { status: 'draft', title: '100% wool_blanket' },
  })
  const row = await shop.ctx.database.one<{ productId: string }>(sql`select product_id from variants where id = ${cup}`)
  cupProduct = row.productId
})
afterAll(() => shop.close())

const titles = (answer: { body: { items: { title: string }[] } }) => answer.body.items.map((item) => item.title)

test('products come by title, page by page', async () => {
  const first = await shop.ask('GET', '/api/admin/products?status=active&limit=3')
  expect(titles(first)).toEqual(['The bowl', 'The cup', 'The lamp'])
  const second = await shop.ask('GET', `/api/admin/products?status=active&limit=3&cursor=${first.body.next}`)
  expect(titles(second)).toEqual(['The plate', 'The tray'])
  expect(second.body.next).toBeNull()
})

test('they are found by words, SKU and barcode, and a sign that SQL knows is only a sign', async () => {
  expect(titles(await shop.ask('GET', '/api/admin/products?q=CUP'))).toEqual(['The cup'])
  expect(titles(await shop.ask('GET', '/api/admin/products?q=CUP-1'))).toEqual(['The cup'])
  expect(titles(await shop.ask('GET', '/api/admin/products?q=4006381333931'))).toEqual(['The cup'])
  expect(titles(await shop.ask('GET', '/api/admin/products?q=100%25'))).toEqual(['100% wool_blanket'])
  expect(titles(await shop.ask('GET', '/api/admin/products?q=l_mp'))).toEqual([])
})

test('what runs low is a filter', async () => {
  const { body } = await shop.ask('GET', '/api/admin/products?status=low')
  expect(body.items).toMatchObject([{ title: 'The cup', available: 3, lowVariants: 1, priceMinMinor: 1000 }])
})

test('a product can be renamed, described and taken off sale, and its page hears of it', async () => {
  const change = (body: object) => shop.ask('PATCH', `/api/admin/products/${cupProduct}`, { body })
  const html = '<p>Holds <b>tea</b>.</p><script>alert(1)</script>'
  expect((await change({ title: ' The good cup ', descriptionHtml: html })).status).toBe(200)
  const { body } = await shop.ask('GET', `/api/admin/products/${cupProduct}`)
  expect(body).toMatchObject({ title: 'The good cup', descriptionHtml: '<p>Holds <b>tea</b>.</p>', status: 'active' })
  await change({ status: 'archived' })
  expect((await shop.http.inject('/api/products/cup')).statusCode).toBe(404)
  await change({ status: 'active', title: 'The cup' })
  const heard = await shop.ctx.database.rows(
    sql`select id from events where type = 'product.changed' and subject = ${cupProduct} and actor like 'staff_%'`,
  )
  expect(heard).toHaveLength(3)
  await change({ status: 'active' })
  expect(
    await shop.ctx.database.rows(
      sql`select id from events where type = 'product.changed' and subject = ${cupProduct} and actor like 'staff_%'`,
    ),
  ).toHaveLength(3)
})

test('a price is changed to the cent', async () => {
  const url = `/api/admin/variants/${cup}/price`
  const put = (body: object) =>
    shop
      .signIn()
      .then((cookie) =>
        shop.http.inject({ method: 'PUT', url, payload: body, headers: { cookie, origin: 'http://localhost' } }),
      )
  expect((await put({ priceMinor: 1249, compareAtMinor: 1500 })).statusCode).toBe(200)
  const { body } = await shop.ask('GET', `/api/admin/products/${cupProduct}`)
  expect(body.variants).toMatchObject([{ priceMinor: 1249, compareAtMinor: 1500, currency: 'EUR' }])
  expect((await put({ priceMinor: 12.5 })).statusCode).toBe(400)
  expect((await put({ priceMinor: -1 })).statusCode).toBe(400)
})

test('stock is counted with a reason and never below what is promised', async () => {
  const url = `/api/admin/variants/${cup}/stock`
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }] })
  const say = (body: object) => shop.ask('POST', url, { body: { locationId: shop.warehouseId, ...body } })
  expect((await say({ quantity: 1, reason: 'counted' })).body).toMatchObject({
    code: 'inventory.reserved',
    details: { reserved: 2 },
  })
  expect((await say({ quantity: 10, reason: 'received', note: 'Delivery 77' })).status).toBe(200)
  const { body } = await shop.ask('GET', `/api/admin/products/${cupProduct}`)
  expect(body.variants[0].stock).toContainEqual({ locationId: shop.warehouseId, onHand: 13, reserved: 2 })
  const moved = await shop.ctx.database.one(
    sql`select quantity, reason, reference, actor like 'staff_%' as by_staff from stock_movements order by id desc limit 1`,
  )
  expect(moved).toEqual({ quantity: 10, reason: 'received', reference: 'Delivery 77', byStaff: true })
  expect((await say({ quantity: 1, reason: 'counted', locationId: 'loc_x' })).body.code).toBe(
    'back-office.location-not-found',
  )
  expect(order.status).toBe('placed')
})

test('what is not there is said so, and support may look but not change', async () => {
  expect((await shop.ask('GET', '/api/admin/products/prod_x')).body.code).toBe('catalog.product-not-found')
  expect((await shop.ask('PATCH', '/api/admin/products/prod_x', { body: {} })).body.code).toBe(
    'catalog.product-not-found',
  )
  const wish = { locationId: shop.warehouseId, quantity: 1, reason: 'counted' }
  expect((await shop.ask('POST', '/api/admin/variants/var_x/stock', { body: wish })).body.code).toBe(
    'back-office.variant-not-found',
  )
  expect((await shop.ask('GET', '/api/admin/products', { role: 'support' })).status).toBe(200)
  expect((await shop.ask('PATCH', `/api/admin/products/${cupProduct}`, { body: {}, role: 'support' })).status).toBe(403)
})

test('the books are for the owner, balance, and lead back to the order', async () => {
  await shop.deliverEvents()
  const { body } = await shop.ask('GET', '/api/admin/ledger')
  expect(body.accounts.length).toBeGreaterThan(2)
  expect(body.accounts.reduce((sum: number, account: { balanceMinor: number }) => sum + account.balanceMinor, 0)).toBe(
    0,
  )
  const entries = await shop.ask('GET', '/api/admin/ledger/revenue:goods?limit=1')
  expect(entries.body.items).toMatchObject([{ kind: 'order-placed', orderNumber: expect.any(Number) }])
  expect((await shop.ask('GET', '/api/admin/ledger', { role: 'manager' })).status).toBe(403)
})

test('news that was given up on is listed and can be tried again, once', async () => {
  await shop.ctx.database.run(sql`
    update event_deliveries set status = 'dead', last_error = 'the printer is on fire'
    where (event_id, listener) = (select event_id, listener from event_deliveries limit 1)`)
  const { body } = await shop.ask('GET', '/api/admin/dead-deliveries')
  expect(body.items).toMatchObject([{ lastError: 'the printer is on fire' }])
  const { eventId, listener } = body.items[0]
  const retry = () => shop.ask('POST', '/api/admin/dead-deliveries/retry', { body: { eventId, listener } })
  expect((await retry()).status).toBe(200)
  expect((await retry()).body.code).toBe('back-office.delivery-not-found')
  await shop.deliverEvents()
  expect((await shop.ask('GET', '/api/admin/dead-deliveries')).body.items).toEqual([])
})
