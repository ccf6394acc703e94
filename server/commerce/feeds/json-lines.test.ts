import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { counts, exported, feedShop, importText, productCalled } from './testing/feed-shop.ts'

const lines = (...values: object[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`
const head = { kind: 'barrow', version: 1, currency: 'EUR' }

/** Everything that a shop can say of its goods. */
const everything = lines(
  head,
  {
    kind: 'attribute',
    code: 'capacity',
    label: 'Capacity',
    type: 'number',
    unit: 'ml',
    translations: { de: { label: 'Inhalt' } },
  },
  { kind: 'attribute', code: 'dishwasher', label: 'Dishwasher safe', type: 'boolean' },
  {
    kind: 'category',
    slug: 'kitchen',
    title: 'Kitchen',
    description: 'To cook and eat',
    translations: { de: { title: 'Küche' } },
  },
  { kind: 'category', slug: 'living', title: 'Living' },
  { kind: 'category', slug: 'cups', parent: 'kitchen', title: 'Cups & mugs' },
  {
    kind: 'product',
    slug: 'moss-cup',
    title: 'Moss cup',
    descriptionHtml: '<p>Thrown by hand, "second" choice</p>',
    translations: { de: { title: 'Moosbecher' } },
    vendor: 'Kiln & Co',
    productType: 'Cup',
    status: 'active',
    tags: ['tea', 'a, b', 'gift'],
    categories: ['cups', 'living'],
    attributes: { capacity: 250, dishwasher: true, glaze: 'matt' },
    taxCategory: 'reduced',
    seoTitle: 'A cup',
    options: [
      {
        name: 'Colour',
        values: ['Moss', 'Sand'],
        swatches: { Moss: '#6b7f4f', Sand: '#d9c7a0' },
        translations: { de: { name: 'Farbe', values: { Moss: 'Moos' } } },
      },
      { name: 'Size', values: ['S', 'L'] },
    ],
    variants: [
      {
        optionValues: ['Sand', 'S'],
        sku: 'C-1',
        barcode: '4006381333931',
        price: { amountMinor: 1990, compareAtMinor: 2490 },
        stock: { warehouse: 4, floor: 2 },
        weightGrams: 310,
        picture: { url: 'https://example.com/sand.jpg' },
      },
      {
        optionValues: ['Moss', 'L'],
        sku: 'C-2',
        price: { amountMinor: 0 },
        backorder: true,
        stock: { floor: 1 },
        imported: { 'Cost per item': '3.10' },
      },
      { optionValues: ['Moss', 'S'], price: null, trackInventory: false, requiresShipping: false, taxable: false },
    ],
    media: [
      { url: 'https://example.com/moss.jpg', alt: 'Moss', translations: { de: { alt: 'Moos' } }, optionValue: 'Moss' },
      { url: 'https://example.com/sand.jpg', alt: '=Sand' },
      { url: 'https://example.com/moss.jpg', alt: 'The same once more' },
      { file: 'cups/last.jpg' },
    ],
    imported: { 'Gift Card': 'false', supplier_code: 'K-7' },
  },
  {
    kind: 'product',
    slug: 'plain',
    title: 'Plain',
    status: 'draft',
    categories: [],
    variants: [{ price: { amountMinor: 1 } }],
  },
)

test.each(['jsonl', 'shopify-csv'] as const)(
  'all that a shop knows of its goods survives %s, here and in an empty shop',
  async (format) => {
    const ctx = await feedShop()
    const first = await importText(ctx, everything)
    expect(first.problems).toEqual([])
    expect(counts(first)).toEqual([2, 0, 0, 0])
    expect(first.categoriesAdded).toBe(3)
    const file = await exported(ctx, format)
    expect(counts(await importText(ctx, file))).toEqual([0, 0, 2, 0])
    const other = await feedShop()
    expect((await importText(other, file)).problems).toEqual([])
    expect(await productCalled(other, 'moss-cup')).toEqual(await productCalled(ctx, 'moss-cup'))
    expect(await exported(other, format)).toBe(file)
    expect((await productCalled(other, 'moss-cup')).variants[0]?.stock).toEqual({ floor: 2, warehouse: 4 })
  },
)

test('an export takes back what was changed since', async () => {
  const ctx = await feedShop()
  await importText(ctx, everything)
  for (const format of ['jsonl', 'shopify-csv'] as const) {
    const file = await exported(ctx, format)
    await importText(
      ctx,
      lines({
        kind: 'product',
        slug: 'plain',
        tags: ['new'],
        translations: { de: { title: 'Schlicht' } },
        attributes: { glaze: 'gloss' },
        media: [{ url: 'https://example.com/plain.jpg' }],
        variants: [{ price: { amountMinor: 2 }, weightGrams: 9 }],
      }),
    )
    expect(await exported(ctx, format)).not.toBe(file)
    expect(counts(await importText(ctx, file))).toEqual([0, 1, 1, 0])
    expect(await exported(ctx, format)).toBe(file)
  }
})

test('the labels, units and categories of an export are those of the shop it came from', async () => {
  const ctx = await feedShop()
  await importText(ctx, everything)
  const other = await feedShop()
  await importText(other, gzipSync(await exported(ctx, 'jsonl')))
  expect(
    await other.database.rows(sql`select code, label, unit, type from attribute_definitions order by code`),
  ).toEqual([
    { code: 'capacity', label: 'Capacity', unit: 'ml', type: 'number' },
    { code: 'dishwasher', label: 'Dishwasher safe', unit: null, type: 'boolean' },
    { code: 'glaze', label: 'Glaze', unit: null, type: 'text' },
  ])
  expect(
    await other.database.rows(sql`
      select c.slug, parent.slug as parent, c.description from categories c left join categories parent on parent.id = c.parent_id
      order by c.slug`),
  ).toEqual([
    { slug: 'cups', parent: 'kitchen', description: '' },
    { slug: 'kitchen', parent: null, description: 'To cook and eat' },
    { slug: 'living', parent: null, description: '' },
  ])
})

test('a line that says little changes little', async () => {
  const ctx = await feedShop()
  await importText(ctx, everything)
  const before = await productCalled(ctx, 'moss-cup')
  const report = await importText(
    ctx,
    lines({
      kind: 'product',
      slug: 'moss-cup',
      vendor: 'Other',
      variants: before.variants.map(({ optionValues }) => ({ optionValues })),
    }),
  )
  expect(counts(report)).toEqual([0, 1, 0, 0])
  expect(await productCalled(ctx, 'moss-cup')).toEqual({ ...before, vendor: 'Other' })
})

test('a line that is wrong is named by what is wrong with it, and stops nothing else', async () => {
  const ctx = await feedShop()
  const file = [
    JSON.stringify(head),
    '{"kind":"product","slug":"half',
    '["a list"]',
    JSON.stringify({ kind: 'voucher' }),
    JSON.stringify({ kind: 'product', slug: 'a', title: 'A', variants: [{ price: { amountMinor: 9.5 } }] }),
    JSON.stringify({
      kind: 'product',
      slug: 'b',
      title: 'B',
      variants: [{ price: { amountMinor: 1 }, stock: { moon: 1 } }],
    }),
    JSON.stringify({ kind: 'product', slug: 'c', title: 'C', variants: [{}] }),
    JSON.stringify({
      kind: 'product',
      slug: 'd',
      title: 'D',
      variants: [{ price: { amountMinor: 1 } }],
      media: [{ alt: 'which?' }],
    }),
    JSON.stringify({
      kind: 'product',
      slug: 'e',
      title: 'E',
      colour: 'red',
      variants: [{ price: { amountMinor: 1 } }],
    }),
    JSON.stringify({
      kind: 'product',
      slug: 'f',
      title: 'F',
      options: [{ name: 'Size', values: ['S'] }],
      variants: [{ price: { amountMinor: 1 } }],
    }),
    JSON.stringify({ kind: 'product', slug: 'fine', title: 'Fine', variants: [{ price: { amountMinor: 1 } }] }),
  ].join('\n')
  const report = await importText(ctx, file)
  expect(report.problems.map(({ line, column, reason }) => [line, column ?? '', reason.split(' (')[0]])).toEqual([
    [2, '', 'the line is not JSON'],
    [3, '', 'the line is not a JSON object'],
    [4, 'kind', 'it must be barrow, attribute, category or product'],
    [5, 'variants/0/price/amountMinor', 'must be integer'],
    [6, 'stock', 'the shop has no stock location "moon"'],
    [7, '', 'the price is missing'],
    [8, 'media/0', 'a picture is one of url, file, stored'],
    [9, 'product', 'must not have additional properties'],
    [10, '', 'a variant has 0 option values for 1 options'],
  ])
  expect(counts(report)).toEqual([1, 0, 0, 9])
})

test('a file in another currency, or of a later version, is refused as a whole', async () => {
  const ctx = await feedShop()
  await expect(importText(ctx, lines({ ...head, currency: 'USD' }))).rejects.toThrow('this import is in USD')
  await expect(importText(ctx, lines({ ...head, version: 2 }))).rejects.toThrow('version 2')
})

test('half a gzip is told apart from a whole one', async () => {
  const ctx = await feedShop()
  const packed = gzipSync(everything)
  await expect(importText(ctx, packed.subarray(0, packed.length - 20))).rejects.toThrow('it is not whole gzip')
})

test('a supplier’s flat line keeps to the attribute types that the shop has, and to the stock that the owner counts', async () => {
  const ctx = await feedShop()
  const flat = (id: string, more: object) => ({
    id,
    name: `N${id}`,
    title: `Thing <${id}>`,
    ean: ['1', '2'],
    price: 4995,
    ...more,
  })
  const file = lines(
    flat('1', {
      attr_t_capacity: 'large',
      attr_n_response_time: 5,
      attr_t_product_type: 'Notebook',
      short_description: 'a < b & c',
    }),
    flat('2', { attr_n_capacity: 40, attr_b_touch__screen_: true, supplier: 'Acme' }),
    flat('3', { price: 49.95 }),
    flat('4', { price: undefined }),
  )
  const report = await importText(ctx, file)
  expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
    [3, 'price'],
    [4, 'price'],
  ])
  expect(await productCalled(ctx, 'thing-1-1')).toMatchObject({
    descriptionHtml: 'a &lt; b &amp; c',
    categories: ['notebook'],
    attributes: { capacity: 'large', response_time: 5, model: 'N1' },
  })
  const second = await productCalled(ctx, 'thing-2-2')
  expect(second).toMatchObject({
    vendor: 'Acme',
    categories: ['other'],
    attributes: { capacity_n: 40, touch__screen_: true },
  })
  expect(second.variants).toMatchObject([
    { sku: '2', barcode: '1', trackInventory: false, price: { amountMinor: 4995 } },
  ])
  expect(await ctx.database.rows(sql`select label from attribute_definitions where code like 'touch%'`)).toEqual([
    { label: 'Touch (screen)' },
  ])
  await importText(
    ctx,
    lines({ kind: 'product', slug: 'thing-2-2', variants: [{ trackInventory: true, stock: { floor: 3 } }] }),
  )
  expect(counts(await importText(ctx, file))).toEqual([0, 0, 2, 2])
  expect((await productCalled(ctx, 'thing-2-2')).variants).toMatchObject([
    { trackInventory: true, stock: { floor: 3 } },
  ])
})
