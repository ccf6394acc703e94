import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'

let shop: ShopWithOrders
let cup: string
let item: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  cup = await shop.sell({
    slug: 'cup',
    priceMinor: 1000,
    stock: 10,
    variant: { sku: 'CUP-1', barcode: '4006381333931' },
  })
  await shop.sell({ slug: 'bowl', priceMinor: 1000, stock: 4, variant: { sku: 'BOWL-1' } })
  await shop.sell({ slug: 'rug', priceMinor: 1000, stock: 0, variant: { sku: 'RUG_1', backorder: true } })
  item = await itemOf(cup)
})
afterAll(() => shop.close())

async function itemOf(variantId: string): Promise<string> {
  const row = await shop.ctx.database.one<{ id: string }>(
    sql`select inventory_item_id as id from variant_inventory_items where variant_id = ${variantId}`,
  )
  return row.id
}
const titles = (answer: { body: { items: { title: string }[] } }) => answer.body.items.map(({ title }) => title)
const post = (path: string, body: object, headers?: object) =>
  shop.ask('POST', `/api/admin/${path}`, { body, ...(headers ? { headers } : {}) })

test('the stock is listed by title, found by words, SKU and barcode, and filtered by how much is left', async () => {
  const list = (query: string) => shop.ask('GET', `/api/admin/stock?${query}`)
  expect(titles(await list(''))).toEqual(['The bowl', 'The cup', 'The rug'])
  const first = await list('limit=2')
  expect(titles(await list(`limit=2&cursor=${first.body.next}`))).toEqual(['The rug'])
  expect(titles(await list('q=4006381333931'))).toEqual(['The cup'])
  expect(titles(await list('q=rug_'))).toEqual(['The rug'])
  expect(titles(await list('q=c_p'))).toEqual([])
  expect(titles(await list('filter=low'))).toEqual(['The bowl'])
  expect(titles(await list('filter=out'))).toEqual(['The rug'])
  expect(first.body.counts).toEqual({ all: 3, low: 1, out: 1, owed: 0 })
  const inStore = await list(`q=cup&locationId=${shop.storeId}`)
  expect(inStore.body.items[0]).toMatchObject({ onHand: 0, free: 0 })
})

test('goods are received by barcode, and a form that is sent twice is one receipt', async () => {
  const body = { locationId: shop.warehouseId, lines: [{ code: '4006381333931', quantity: 5 }], note: 'Delivery 9' }
  const first = await post('stock-receipts', body, { 'idempotency-key': 'form-9' })
  const second = await post('stock-receipts', body, { 'idempotency-key': 'form-9' })
  expect([first.status, second.body.id]).toEqual([201, first.body.id])
  const { body: found } = await shop.ask('GET', `/api/admin/stock/${item}`)
  expect(found).toMatchObject({ title: 'The cup', sku: 'CUP-1', lowAt: 5, takenBy: [{ quantity: 1 }] })
  expect(found.levels).toMatchObject([{ onHand: 15, reserved: 0 }, { onHand: 0 }])
  expect(found.history).toHaveLength(90)
  expect(found.history.at(-1)).toEqual({ date: '2026-03-02', onHand: 15 })
  expect((await post('stock-receipts', { ...body, lines: [{ code: 'NO-SUCH', quantity: 1 }] })).body).toMatchObject({
    code: 'stockroom.item-not-found',
    title: 'Nothing in the stock has the SKU or barcode NO-SUCH.',
  })
})

test('the history of an item says what changed, why, by whom and what lay there after, orders included', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }] })
  await shop.ask('POST', `/api/admin/orders/${order.id}/fulfillments`, { body: {} })
  const broken = [{ inventoryItemId: item, quantity: -1 }]
  await post('stock-adjustments', { locationId: shop.warehouseId, reason: 'damaged', lines: broken, note: 'fell' })
  const { body } = await shop.ask('GET', `/api/admin/stock/${item}/movements?limit=3`)
  expect(body.items).toMatchObject([
    { quantity: -1, reason: 'damaged', note: 'fell', onHandAfter: 12, actorName: 'The owner' },
    { quantity: -2, reason: 'sold', orderNumber: order.number, onHandAfter: 13 },
    { quantity: 5, reason: 'received', note: 'Delivery 9', onHandAfter: 15 },
  ])
  const next = await shop.ask('GET', `/api/admin/stock/${item}/movements?limit=3&cursor=${body.next}`)
  expect(next.body.items).toMatchObject([{ quantity: 10, reason: 'counted', onHandAfter: 10, actorName: null }])
})

test('a transfer is seen on its way until it is received', async () => {
  const lines = [{ code: 'CUP-1', quantity: 4 }]
  const wish = { locationId: shop.warehouseId, toLocationId: shop.storeId, lines }
  const { body } = await post('stock-transfers', wish)
  const row = async () => (await shop.ask('GET', '/api/admin/stock?q=cup')).body.items[0]
  expect(await row()).toMatchObject({ onHand: 8, inTransit: 4 })
  const open = await shop.ask('GET', '/api/admin/stock-documents?filter=open')
  expect(open.body.items).toMatchObject([{ id: body.id, kind: 'transfer', status: 'sent', pieces: 4 }])
  expect((await post(`stock-transfers/${body.id}/receive`, {})).status).toBe(200)
  expect(await row()).toMatchObject({ onHand: 12, inTransit: 0 })
  const paper = await shop.ask('GET', `/api/admin/stock-documents/${body.id}`)
  expect(paper.body).toMatchObject({ status: 'done', toLocationName: 'Store', lines: [{ quantity: 4, arrived: 4 }] })
})

test('whoever counts is not told how many there should be; after it the difference is shown and applied', async () => {
  const { body } = await post('stock-counts', { locationId: shop.warehouseId, of: 'everything' })
  const paper = async () => (await shop.ask('GET', `/api/admin/stock-documents/${body.id}`)).body
  const blank = await paper()
  expect(blank.lines.map((line: { title: string }) => line.title)).toEqual(['The bowl', 'The cup'])
  expect(JSON.stringify(blank)).not.toMatch(/"(expected|quantity)":\d/)
  await post(`stock-counts/${body.id}/lines`, { lines: [{ code: 'BOWL-1', quantity: 1 }] })
  await post(`stock-counts/${body.id}/lines`, { lines: [{ code: 'BOWL-1', quantity: 3 }] })
  expect((await paper()).lines[0]).toMatchObject({ quantity: 3, expected: null })
  await post(`stock-counts/${body.id}/review`, {})
  expect((await paper()).lines[0]).toMatchObject({ quantity: 3, expected: 4 })
  expect((await post(`stock-counts/${body.id}/apply`, {})).status).toBe(200)
  const bowl = (await shop.ask('GET', '/api/admin/stock?q=bowl')).body.items[0]
  expect(bowl.onHand).toBe(3)
})

test('what is sold on backorder and not there is owed', async () => {
  const rug = await shop.ctx.database.one<{ id: string }>(sql`select id from variants where sku = 'RUG_1'`)
  await shop.buy({ lines: [{ variantId: rug.id, quantity: 2 }] })
  const { body } = await shop.ask('GET', '/api/admin/stock?filter=owed')
  expect(body.items).toMatchObject([{ title: 'The rug', free: 0, owed: 2 }])
})

test('a set is put together from parts, sells as its parts allow, and cannot be received itself', async () => {
  const set = await shop.sell({ slug: 'set', priceMinor: 3000, variant: { sku: 'SET-2' } })
  const url = `/api/admin/variants/${set}/items`
  const cookie = await shop.signIn()
  const put = await shop.http.inject({
    method: 'PUT',
    url,
    payload: { items: [{ inventoryItemId: item, quantity: 2 }] },
    headers: { cookie, origin: 'http://localhost' },
  })
  expect(put.statusCode).toBe(200)
  expect((await shop.ask('GET', url)).body.items).toMatchObject([{ title: 'The cup', quantity: 2, free: 12 }])
  const page = (await shop.http.inject('/api/products/set')).json()
  expect(page.variants[0]).toMatchObject({ availability: 'in-stock' })
  const received = { locationId: shop.warehouseId, lines: [{ code: 'SET-2', quantity: 1 }] }
  expect((await post('stock-receipts', received)).body.code).toBe('inventory.is-set')
  const takers = (await shop.ask('GET', `/api/admin/stock/${item}`)).body.takenBy
  expect(takers.map((one: { title: string; quantity: number }) => [one.title, one.quantity])).toEqual([
    ['The cup', 1],
    ['The set', 2],
  ])
})

test('from how few on an item runs low is said for each', async () => {
  expect((await shop.ask('PATCH', `/api/admin/stock/${item}`, { body: { lowAt: 20 } })).status).toBe(200)
  expect(titles(await shop.ask('GET', '/api/admin/stock?filter=low'))).toEqual(['The bowl', 'The cup'])
  expect((await shop.ask('PATCH', '/api/admin/stock/item_x', { body: { lowAt: 2 } })).body.code).toBe(
    'inventory.item-not-found',
  )
  expect((await shop.ask('GET', '/api/admin/stock/item_x')).body.code).toBe('inventory.item-not-found')
})

test('support may look, and changes nothing', async () => {
  expect((await shop.ask('GET', '/api/admin/stock', { role: 'support' })).status).toBe(200)
  const body = { locationId: shop.warehouseId, lines: [{ code: 'CUP-1', quantity: 5 }] }
  expect((await shop.ask('POST', '/api/admin/stock-receipts', { body, role: 'support' })).status).toBe(403)
  expect((await shop.ask('GET', '/api/admin/stock', { role: 'cashier' })).status).toBe(403)
})
