import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { type ProductInput, saveProducts } from '../catalog/index.ts'
import { savePrices } from '../pricing/index.ts'
import { setUpStore } from '../stores/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await setUpStore(app.ctx, {
    store: {
      name: 'Small shop',
      tagline: {},
      supportEmail: 'help@example.com',
      defaultLocale: 'en',
      locales: ['en', 'de'],
      address: { country: 'DE' },
      look: {},
      capture: 'on-shipment',
      isDemo: false,
    },
    markets: [{ code: 'home', currency: 'EUR', countries: ['DE'], defaultCountry: 'DE', pricesIncludeTax: true }],
    locations: [],
  })
  await app.ctx.changes.start()
  await sell('teapot', { title: 'Teapot “Größe 2”', translations: { de: { title: 'Teekanne' } } }, 4900)
  await sell('tea-towel', { title: 'Tea towel' }, 1500)
  await app.deliverEvents()
})
afterAll(() => app.close())

async function sell(slug: string, product: Partial<ProductInput>, amountMinor: number): Promise<void> {
  await transaction(app.ctx, async (tx) => {
    const variants = [{ optionValues: [], trackInventory: false }]
    const [saved] = await saveProducts(app.ctx, tx, [{ slug, title: slug, status: 'active', variants, ...product }])
    const prices = (saved?.variantIds ?? []).map((variantId) => ({ variantId, amountMinor, compareAtMinor: null }))
    await savePrices(app.ctx, tx, { currency: 'EUR', prices })
  })
}

const list = async (query: string) => {
  const answer = await app.http.inject(`/api/products?${query}`)
  return answer.json() as {
    items: { slug: string; title: string; priceMinor: number }[]
    total: number
    next: number | null
  }
}

test('a list shows its products in the order asked for, the same when asked again', async () => {
  await expect.poll(async () => (await list('sort=price-asc')).total, { timeout: 10_000 }).toBe(2)
  const first = await list('sort=price-asc')
  expect(first.items).toMatchObject([
    { slug: 'tea-towel', priceMinor: 1500 },
    { slug: 'teapot', title: 'Teapot “Größe 2”', priceMinor: 4900 },
  ])
  expect(first).toMatchObject({ total: 2, next: null })
  expect(await list('sort=price-asc')).toEqual(first)
  expect((await list('q=tea&sort=price-desc')).items.map((item) => item.slug)).toEqual(['teapot', 'tea-towel'])
})

test('each language has its own words, and one that nobody translated has those of the shop', async () => {
  const titles = async (locale: string) =>
    (await list(`sort=price-desc&locale=${locale}`)).items.map((item) => item.title)
  expect(await titles('de')).toEqual(['Teekanne', 'Tea towel'])
  for (const locale of ['fr', 'it', 'nl', 'da', 'sv'])
    expect(await titles(locale)).toEqual(['Teapot “Größe 2”', 'Tea towel'])
  expect(await titles('de')).toEqual(['Teekanne', 'Tea towel'])
})

test('a changed price is shown, and a list without a match is empty', async () => {
  await list('sort=price-desc')
  await sell('teapot', { title: 'Teapot “Größe 2”' }, 3900)
  await app.deliverEvents()
  await expect.poll(async () => (await list('sort=price-desc')).items[0]?.priceMinor, { timeout: 10_000 }).toBe(3900)
  expect(await list('vendor=nobody')).toEqual({ items: [], total: 0, next: null, corrected: null })
})

test('every answer says what a browser may do with it, errors too', async () => {
  for (const path of ['/api/products', '/api/products/nothing', '/nowhere']) {
    const { headers } = await app.http.inject(path)
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  }
})
