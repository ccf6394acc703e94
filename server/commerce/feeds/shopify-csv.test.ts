import { expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { counts, exported, feedShop, importText, productCalled } from './testing/feed-shop.ts'
import { csv, cup } from './testing/legacy-csv.ts'

test('rows that share a handle are one product; rows without a choice only add pictures', async () => {
  const ctx = await feedShop()
  const shirt = { Handle: 'shirt', 'Variant Price': '20', 'Variant Inventory Tracker': 'shopify' }
  const report = await importText(
    ctx,
    csv(
      {
        ...shirt,
        Title: 'Shirt',
        'Body (HTML)': '<p>Soft,\n"light"</p>',
        Tags: 'men, summer,men',
        'Option1 Name': 'Size',
        'Option1 Value': 'S',
        'Option2 Name': 'Colour',
        'Option2 Value': 'Moss',
        'Variant SKU': 'S-1',
        'Variant Grams': '180',
        'Variant Inventory Qty': '3',
        'Image Src': 'https://example.com/2.jpg',
        'Image Position': '2',
        'Variant Image': 'https://example.com/1.jpg',
      },
      {
        ...shirt,
        'Option1 Value': 'M',
        'Option2 Value': 'Sand',
        'Variant SKU': 'S-2',
        'Variant Inventory Policy': 'continue',
        'Variant Compare At Price': '25.5',
        'Image Src': 'https://example.com/1.jpg',
        'Image Position': '1',
        'Image Alt Text': 'Front',
      },
      { Handle: 'shirt', 'Image Src': 'https://example.com/3.jpg', 'Image Position': '3' },
    ),
  )
  expect(report.problems).toEqual([])
  expect([report.created, report.rows]).toEqual([1, 3])
  const product = await productCalled(ctx, 'shirt')
  expect(product).toMatchObject({
    title: 'Shirt',
    descriptionHtml: '<p>Soft,\n"light"</p>',
    tags: ['men', 'summer'],
    options: [
      { name: 'Size', values: ['S', 'M'] },
      { name: 'Colour', values: ['Moss', 'Sand'] },
    ],
    variants: [
      {
        optionValues: ['S', 'Moss'],
        sku: 'S-1',
        weightGrams: 180,
        trackInventory: true,
        backorder: false,
        stock: { warehouse: 3 },
        picture: 'https://example.com/1.jpg',
        price: { amountMinor: 2000, compareAtMinor: null },
      },
      { optionValues: ['M', 'Sand'], backorder: true, price: { amountMinor: 2000, compareAtMinor: 2550 } },
    ],
  })
  expect(product.media.map(({ address, alt, optionValue }) => [address.at(-5), alt, optionValue])).toEqual([
    ['1', 'Front', 'S'],
    ['2', '', null],
    ['3', '', null],
  ])
  expect(report.picturesMissing.map(({ url, line }) => [url, line])).toHaveLength(3)
})

test('the header of the new template is read, whatever its case, beside columns that nobody knows', async () => {
  const ctx = await feedShop()
  const report = await importText(
    ctx,
    [
      'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Price,Compare-at price,Cost per item,Charge tax,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,Color (product.metafields.shopify.color-pattern)',
      "Lamp,desk-lamp,<p>Bright</p>,Lumen,Home & Garden > Lighting > Lamps,Lighting,desk,TRUE,Active,LMP-1,'4006381333931,Colour,Black,,1299.00,,450.00,FALSE,shopify,7,DENY,1200,kg,TRUE,manual,https://example.com/l.jpg,1,A lamp,,FALSE,Desk lamp,black",
      ',desk-lamp,,,,,,,,LMP-2,,,White,,1299.00,,,FALSE,shopify,0,CONTINUE,1200,kg,TRUE,manual,,,,,,,',
    ].join('\r\n'),
  )
  expect(report.problems).toEqual([])
  expect(report.categoriesAdded).toBe(4)
  const product = await productCalled(ctx, 'desk-lamp')
  expect(product).toMatchObject({
    status: 'active',
    categories: ['lamps', 'lighting'],
    seoTitle: 'Desk lamp',
    imported: {
      'Product Category': 'Home & Garden > Lighting > Lamps',
      'Color (product.metafields.shopify.color-pattern)': 'black',
    },
  })
  expect(product.variants).toMatchObject([
    {
      sku: 'LMP-1',
      barcode: '4006381333931',
      taxable: false,
      weightGrams: 1200,
      stock: { warehouse: 7 },
      backorder: false,
      imported: { 'Cost per item': '450.00', 'Variant Weight Unit': 'kg' },
    },
    { sku: 'LMP-2', backorder: true, stock: { warehouse: 0 } },
  ])
})

test('a category of the same name under another branch gets an address of its own, and is found again', async () => {
  const ctx = await feedShop()
  const file = [
    'Handle,Title,Product Category,Variant Price',
    'belt,Belt,Men > Accessories,10',
    'bag,Bag,Women > Accessories,20',
    'scarf,Scarf,Women > Accessories,20',
  ].join('\n')
  await importText(ctx, file)
  expect((await productCalled(ctx, 'belt')).categories).toEqual(['accessories'])
  expect((await productCalled(ctx, 'bag')).categories).toEqual(['women-accessories'])
  expect((await productCalled(ctx, 'scarf')).categories).toEqual(['women-accessories'])
  expect(counts(await importText(ctx, file))).toEqual([0, 0, 3, 0])
})

test('unpublished and draft products are not shown, unless the owner says so', async () => {
  const ctx = await feedShop()
  const file = csv(
    { ...cup, Handle: 'hidden', Published: 'false' },
    { ...cup, Handle: 'draft', Published: 'true', Status: 'draft' },
    { ...cup, Handle: 'gone', Status: 'archived' },
    { ...cup, Handle: 'shown', Published: 'TRUE', Status: 'Active' },
  )
  const statuses = async () =>
    (await ctx.database.rows<{ status: string }>(sql`select status from products order by slug`)).map(
      ({ status }) => status,
    )
  await importText(ctx, file)
  expect(await statuses()).toEqual(['draft', 'archived', 'draft', 'active'])
  await importText(ctx, file, { publish: true })
  expect(await statuses()).toEqual(['active', 'archived', 'active', 'active'])
})

test('a quantity below zero is read as none and said; without a tracker nothing is counted', async () => {
  const ctx = await feedShop()
  const report = await importText(
    ctx,
    csv(
      { ...cup, Handle: 'oversold', 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '-2' },
      { ...cup, Handle: 'uncounted', 'Variant Inventory Qty': '5' },
    ),
  )
  expect(report.notices).toMatchObject([{ line: 2, handle: 'oversold', column: 'Variant Inventory Qty' }])
  expect((await productCalled(ctx, 'oversold')).variants).toMatchObject([
    { trackInventory: true, stock: { warehouse: 0 } },
  ])
  expect((await productCalled(ctx, 'uncounted')).variants).toMatchObject([{ trackInventory: false, stock: {} }])
  expect(await exported(ctx, 'shopify-csv')).toContain(',5,deny,')
})

test('a file with prices alone changes prices alone', async () => {
  const ctx = await feedShop()
  await importText(
    ctx,
    csv({
      ...cup,
      Vendor: 'Kiln',
      'Body (HTML)': '<p>Round</p>',
      Tags: 'tea',
      Type: 'Cups',
      'Variant SKU': 'C',
      'Image Src': 'https://example.com/c.jpg',
    }),
  )
  const before = await productCalled(ctx, 'cup')
  const report = await importText(ctx, 'Handle,Variant Price\ncup,12.50\nunknown,3\n')
  expect(report.problems).toEqual([
    { line: 3, handle: 'unknown', reason: 'it is new, and a new product needs a title' },
  ])
  const [variant] = before.variants
  expect(await productCalled(ctx, 'cup')).toEqual({
    ...before,
    variants: [{ ...variant, price: { amountMinor: 1250, compareAtMinor: null } }],
  })
})

test('stock that changes is counted as imported, and stock that is promised is not taken away', async () => {
  const ctx = await feedShop()
  const counted = { ...cup, 'Variant Inventory Tracker': 'shopify' }
  await importText(ctx, csv({ ...counted, 'Variant Inventory Qty': '5' }))
  await ctx.database.run(sql`update stock_levels set reserved = 3 where on_hand = 5`)
  const report = await importText(
    ctx,
    csv({ ...counted, 'Variant Inventory Qty': '1' }, { ...counted, Handle: 'mug', 'Variant Inventory Qty': '2' }),
  )
  expect(report.problems).toMatchObject([{ line: 2, handle: 'cup', column: 'stock' }])
  const moves = await ctx.database.rows(sql`select quantity, reason from stock_movements order by id`)
  expect(moves).toEqual([
    { quantity: 5, reason: 'imported' },
    { quantity: 2, reason: 'imported' },
  ])
})

test('a cell that a spreadsheet would run as a formula is protected in the export, and read back as it was', async () => {
  const ctx = await feedShop()
  const titles = ['=1+1', '+49 cups', '-5 percent', '@home', "'=quoted", '\tTabbed', "'plain"]
  await importText(ctx, csv(...titles.map((Title, index) => ({ ...cup, Handle: `p${index}`, Title, Vendor: Title }))))
  const file = await exported(ctx, 'shopify-csv')
  const cells = file.split(/[,\n]/).map((cell) => cell.replace(/^"/, ''))
  expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
  expect(counts(await importText(ctx, file))).toEqual([0, 0, titles.length, 0])
  const other = await feedShop()
  await importText(other, file)
  expect((await productCalled(other, 'p0')).title).toBe('=1+1')
  // Written by hand in the first file, an apostrophe before an equals sign is protection and is taken off.
  expect((await productCalled(other, 'p4')).title).toBe('=quoted')
  expect((await productCalled(other, 'p6')).title).toBe("'plain")
})

test('what a spreadsheet saves is read: byte order mark, semicolons, UTF-16, line ends of Windows and old Macs', async () => {
  const ctx = await feedShop()
  const plain = 'Handle,Title,Variant Price\nteekanne,Große Kanne,19.90\n'
  const variants: (string | Uint8Array)[] = [
    `\uFEFF${plain}`,
    plain.replaceAll(',', ';'),
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll('\n', '\r'),
    new Uint8Array(Buffer.from(`\uFEFF${plain.replaceAll(',', '\t')}`, 'utf16le')),
  ]
  for (const file of variants) {
    const report = await importText(ctx, file)
    expect(report.problems).toEqual([])
    expect(report.created + report.unchanged).toBe(1)
  }
  expect((await productCalled(ctx, 'teekanne')).title).toBe('Große Kanne')
})

test('a dry run tells what would be new and changed, and leaves the shop as it was', async () => {
  const ctx = await feedShop()
  await importText(
    ctx,
    csv({ ...cup, 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '1' }, { ...cup, Handle: 'jug' }),
  )
  const before = await exported(ctx, 'jsonl')
  const report = await importText(
    ctx,
    csv(
      { ...cup, 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '4' },
      { ...cup, Handle: 'jug' },
      { ...cup, Handle: 'mug', Type: 'Mugs', 'Image Src': 'https://example.com/m.jpg' },
      { ...cup, Handle: 'bad', 'Variant Price': '' },
    ),
    { dryRun: true },
  )
  expect(counts(report)).toEqual([1, 1, 1, 1])
  expect(report.categoriesAdded).toBe(1)
  expect(await exported(ctx, 'jsonl')).toBe(before)
  expect(await ctx.database.one(sql`select count(*)::int as pictures from media`)).toEqual({ pictures: 0 })
})
