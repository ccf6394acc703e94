import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'

let shop: ShopWithOrders
let cup: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  cup = await shop.sell({ slug: 'cup', priceMinor: 20_00, stock: 50, variant: { sku: 'CUP-1' } })
})
afterAll(() => shop.close())

const post = (path: string, body: object) => shop.ask('POST', `/api/admin/${path}`, { body })
const tenPercent = { gives: { kind: 'percent', tiers: [{ ratePpm: 100_000 }] } }

test('a merchant tries a promotion on a cart, makes it, gives it codes, pauses it and sees what it gave', async () => {
  const preview = await post('promotions/preview', {
    rule: tenPercent,
    lines: [{ variantId: cup, quantity: 3, unitPriceMinor: 20_00 }],
    shippingMinor: 4_90,
  })
  expect(preview.body).toMatchObject({ goodsMinor: 60_00, discountMinor: 6_00, lines: [{ discountMinor: 6_00 }] })
  const { status, body } = await post('promotions', { title: 'Ten', method: 'code', rule: tenPercent, usesMax: 5 })
  expect(status).toBe(201)
  const { id } = body as { id: string }
  expect((await post(`promotions/${id}/codes`, { code: 'ten' })).body).toEqual({ codes: ['TEN'] })
  expect((await post(`promotions/${id}/codes`, { count: 3, prefix: 'x' })).body.codes).toHaveLength(3)
  expect((await post(`promotions/${id}/codes`, { code: 'TEN' })).status).toBe(409)
  expect((await shop.ask('PATCH', `/api/admin/promotions/${id}`, { body: { status: 'paused' } })).status).toBe(200)
  const read = await shop.ask('GET', `/api/admin/promotions/${id}`)
  expect(read.body).toMatchObject({
    title: 'Ten',
    status: 'paused',
    uses: 0,
    usesMax: 5,
    codeCount: 4,
    rule: tenPercent,
  })
  expect((await shop.ask('GET', `/api/admin/promotions/${id}/uses`)).body).toEqual({ uses: [], days: [] })
  expect((await shop.ask('GET', '/api/admin/promotions/promo_x')).status).toBe(404)
})

test('a rule that mixes a rate with an amount, or is none, is refused before it is anything', async () => {
  const refused = async (gives: object) =>
    (await post('promotions', { title: 'x', method: 'code', rule: { gives } })).status
  expect(await refused({ kind: 'percent', tiers: [{ ratePpm: 5_000_000 }] })).toBe(400)
  expect(await refused({ kind: 'percent', tiers: [{ amounts: { EUR: 50_000 } }] })).toBe(400)
  expect(await refused({ kind: 'amount', tiers: [{ ratePpm: 500_000 }] })).toBe(400)
  expect(await refused({ kind: 'amount', tiers: [{ amounts: { EUR: 34.116425 } }] })).toBe(400)
  expect(await refused({ kind: 'amount', tiers: [{ amounts: { EUR: 500 } }, { amounts: { EUR: 900 } }] })).toBe(422)
})

test('a unit price of 34.116425 is refused by the API, with a sentence, and the charge stays what is shown', async () => {
  const price = await shop.ask('PUT', `/api/admin/variants/${cup}/price`, { body: { priceMinor: 34.116425 } })
  expect(price.status).toBe(400)
  expect(price.body.title).toMatch(/priceMinor.*integer/)
  const made = await post('price-lists', {
    code: 'trade',
    title: 'Trade',
    currency: 'EUR',
    marketId: null,
    customerGroupId: null,
    priority: 5,
    startsAt: null,
    endsAt: null,
  })
  const path = `/api/admin/price-lists/${made.body.id}/prices`
  const wish = (amountMinor: number) => ({ body: { prices: [{ variantId: cup, quantityMin: 1, amountMinor }] } })
  expect((await shop.ask('PUT', path, wish(3411.6425))).status).toBe(400)
  expect((await shop.ask('PUT', path, wish(34_12))).status).toBe(200)
  expect((await shop.ask('GET', path)).body.items).toMatchObject([{ sku: 'CUP-1', quantityMin: 1, amountMinor: 34_12 }])
  const { body } = await shop.ask('GET', '/api/products/cup')
  expect(body.variants[0].priceMinor).toBe(34_12)
})
