import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { type EventDispatcher, startEventDispatcher } from '../../platform/event-dispatcher.ts'
import { sql } from '../../platform/sql.ts'
import { openTestShop, type TestShop } from '../../platform/testing/test-shop.ts'
import { type ProductInput, saveAttributeDefinitions, saveCategories, saveProducts } from '../catalog/index.ts'
import { setStock } from '../inventory/index.ts'
import { savePrices } from '../pricing/index.ts'
import { findProducts, onSearchChanged, searchReady, startSearch, suggest } from './index.ts'

let shop: TestShop
let otherProcess: TestShop
let dispatcher: EventDispatcher
beforeAll(async () => {
  shop = await openTestShop()
  otherProcess = await openTestShop({ databaseUrl: shop.ctx.database.url, clock: shop.clock })
  const { ctx } = shop
  await ctx.database.run(
    sql`insert into stock_locations (id, code, name, kind) values ('loc_1', 'main', 'Main', 'warehouse')`,
  )
  await transaction(ctx, (tx) =>
    saveCategories(ctx, tx, [
      { slug: 'kitchen', title: 'Kitchen', translations: { de: { title: 'Küche' } } },
      { slug: 'cups', parentSlug: 'kitchen', title: 'Cups' },
    ]),
  )
  await transaction(ctx, (tx) =>
    saveAttributeDefinitions(tx, [
      { code: 'dishwasher', label: 'Dishwasher safe', type: 'boolean', unit: null, translations: {} },
      { code: 'volume', label: 'Volume', type: 'number', unit: 'ml', translations: {} },
    ]),
  )
  await save({
    slug: 'cup',
    title: 'Stoneware cup',
    translations: { de: { title: 'Steinzeugtasse' } },
    vendor: 'Moor & Clay',
    descriptionHtml: '<p>Glazed by <b>hand</b>.</p>',
    attributes: { dishwasher: true, volume: 250 },
    categorySlugs: ['cups'],
    options: [{ name: 'Colour', values: ['Moss', 'Sand'], translations: { de: { values: { Moss: 'Moos' } } } }],
    variants: [
      { optionValues: ['Moss'], sku: 'CUP-MOSS', barcode: '4006381333931' },
      { optionValues: ['Sand'], sku: 'CUP-SAND' },
    ],
  })
  await save({ slug: 'draft', title: 'Secret cup', status: 'draft', variants: [{ optionValues: [] }] })
  for (const process of [shop, otherProcess]) {
    startSearch(process.ctx)
    await process.ctx.changes.start()
  }
  dispatcher = startEventDispatcher(ctx, [])
  await Promise.all([searchReady(ctx), searchReady(otherProcess.ctx)])
})
afterAll(async () => {
  await dispatcher.stop()
  for (const process of [shop, otherProcess]) await startSearch(process.ctx).stop()
  await otherProcess.close()
  await shop.close()
})

async function save(...products: ProductInput[]): Promise<{ id: string; variantIds: string[] }[]> {
  return transaction(shop.ctx, (tx) => saveProducts(shop.ctx, tx, products))
}

async function slugsFor(wish: Parameters<typeof findProducts>[1], process = shop): Promise<string[]> {
  const { productIds } = await findProducts(process.ctx, wish)
  const rows = await shop.ctx.database.rows<{ id: string; slug: string }>(sql`select id, slug from products`)
  return productIds.map((id) => rows.find((row) => row.id === id)?.slug ?? 'gone')
}

test('what stood in the database when the shop opened is found by all that is written about it', async () => {
  const words = [
    'stoneware',
    'Steinzeugtasse',
    'moor',
    'glazed',
    'dishwasher',
    '250 ml',
    'küche',
    'moos',
    'cup-sand',
    '4006381333931',
  ]
  for (const text of words) expect(await slugsFor({ text }), text).toEqual(['cup'])
})

test('a draft is not found', async () => {
  expect(await slugsFor({ text: 'secret' })).toEqual([])
})

test('two processes hear of a new product, a new title, and of its end', async () => {
  const vase: ProductInput = {
    slug: 'vase',
    title: 'Blue vase',
    variants: [{ optionValues: [], trackInventory: false }],
  }
  await save(vase)
  for (const process of [shop, otherProcess])
    await expect.poll(() => slugsFor({ text: 'blue vase' }, process)).toEqual(['vase'])
  await save({ ...vase, title: 'Green vase' })
  for (const process of [shop, otherProcess]) {
    await expect.poll(() => slugsFor({ text: 'green' }, process)).toEqual(['vase'])
    expect(await slugsFor({ text: 'blue' }, process)).toEqual([])
  }
  await save({ ...vase, status: 'archived' })
  for (const process of [shop, otherProcess]) await expect.poll(() => slugsFor({ text: 'vase' }, process)).toEqual([])
})

test('a product can be bought while one of its variants can', async () => {
  const [bowl] = await save({
    slug: 'bowl',
    title: 'Bowl',
    variants: [{ optionValues: ['S'] }, { optionValues: ['L'] }],
    options: [{ name: 'Size', values: ['S', 'L'] }],
  })
  await expect.poll(() => slugsFor({ text: 'bowl' })).toEqual(['bowl'])
  expect(await slugsFor({ text: 'bowl', inStockOnly: true })).toEqual([])
  const count = (quantity: number) =>
    setStock(shop.ctx, [{ variantId: bowl?.variantIds[1] as string, locationId: 'loc_1', quantity }], {
      reason: 'counted',
      actor: 'system',
    })
  await count(1)
  for (const process of [shop, otherProcess])
    await expect.poll(() => slugsFor({ text: 'bowl', inStockOnly: true }, process)).toEqual(['bowl'])
  await count(0)
  await expect.poll(() => slugsFor({ text: 'bowl', inStockOnly: true })).toEqual([])
})

test('a new price moves a product in the list by price', async () => {
  const saved = await save(
    { slug: 'rug-small', title: 'Rug small', variants: [{ optionValues: [], trackInventory: false }] },
    { slug: 'rug-large', title: 'Rug large', variants: [{ optionValues: [], trackInventory: false }] },
  )
  const price = (amounts: number[]) =>
    transaction(shop.ctx, (tx) =>
      savePrices(shop.ctx, tx, {
        currency: 'EUR',
        prices: amounts.map((amountMinor, index) => ({
          variantId: saved[index]?.variantIds[0] as string,
          amountMinor,
        })),
      }),
    )
  await price([5000, 9000])
  await expect.poll(() => slugsFor({ text: 'rug', sort: 'price-asc' })).toEqual(['rug-small', 'rug-large'])
  await expect.poll(() => slugsFor({ text: 'rug', priceMaxMinor: 6000 })).toEqual(['rug-small'])
  await price([9900])
  await expect.poll(() => slugsFor({ text: 'rug', sort: 'price-asc' })).toEqual(['rug-large', 'rug-small'])
})

test('a renamed category is found by its new name and completes to it', async () => {
  const { ctx } = shop
  let told = 0
  onSearchChanged(ctx, () => told++)
  await transaction(ctx, (tx) => saveCategories(ctx, tx, [{ slug: 'kitchen', title: 'Cookhouse' }]))
  await expect.poll(() => slugsFor({ text: 'cookhouse' })).toEqual(['cup'])
  expect(told).toBeGreaterThan(0)
  expect(await slugsFor({ text: 'kitchen' })).toEqual([])
  expect(await suggest(ctx, 'cookh')).toEqual(['Cookhouse', 'Stoneware cup'])
  expect(await slugsFor({ categorySlug: 'kitchen' })).toEqual(['cup'])
})

test('a process whose line to the database was cut catches up on what it missed', async () => {
  const { ctx } = otherProcess
  await ctx.database.run(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'barrow changes' and datname = current_database()`)
  await save({ slug: 'clock', title: 'Wall clock', variants: [{ optionValues: [], trackInventory: false }] })
  for (const process of [shop, otherProcess])
    await expect.poll(() => slugsFor({ text: 'wall clock' }, process), { timeout: 5000 }).toEqual(['clock'])
})
