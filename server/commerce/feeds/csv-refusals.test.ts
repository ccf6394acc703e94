import { expect, test } from 'vitest'
import { counts, feedShop, importText, productCalled } from './testing/feed-shop.ts'
import { csv, cup } from './testing/legacy-csv.ts'

test('a row that cannot be right refuses its product by line, column and reason, and stops nothing else', async () => {
  const ctx = await feedShop()
  const wrong: [Record<string, string>, string, string][] = [
    [{ 'Variant Price': '1,299.00' }, 'Variant Price', 'the price "1,299.00" has commas; write 1299.00'],
    [{ 'Variant Price': '9,90' }, 'Variant Price', 'the price "9,90" has a comma; write 9.90'],
    [{ 'Variant Price': '9.999' }, 'Variant Price', 'the price 9.999 has more decimals than EUR has (2)'],
    [{ 'Variant Price': '-1' }, 'Variant Price', 'the price -1 is below zero'],
    [{ 'Variant Price': '' }, 'Variant Price', 'the price is missing'],
    [{ 'Variant Price': 'free' }, 'Variant Price', '"free" is not a price'],
    [
      { 'Variant Compare At Price': '12.345' },
      'Variant Compare At Price',
      'the price 12.345 has more decimals than EUR has (2)',
    ],
    [
      { 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '1.5' },
      'Variant Inventory Qty',
      '"1.5" is not a whole number',
    ],
    [{ 'Variant Grams': 'heavy' }, 'Variant Grams', '"heavy g" is not a weight'],
    [{ Status: 'sold' }, 'Status', '"sold" is not one of active, draft, archived'],
    [{ 'Option1 Value': 'Red' }, 'Option1 Value', 'there is a choice ("Red") but Option1 Name is empty'],
    [
      { 'Variant Barcode': '4.00638E+12' },
      'Variant Barcode',
      'a spreadsheet has turned the barcode into "4.00638E+12"',
    ],
  ]
  const rows = wrong.map(([cells], index) => ({ ...cup, Handle: `bad-${index}`, ...cells }))
  const report = await importText(ctx, csv({ ...cup, Handle: 'one' }, ...rows, { ...cup, Handle: 'two' }))
  expect(report.problems).toEqual(
    wrong.map(([, column, reason], index) => ({ line: index + 3, handle: `bad-${index}`, column, reason })),
  )
  expect(counts(report)).toEqual([2, 0, 0, wrong.length])
})

test('a bad variant leaves its whole product as it was, so that no variant is lost', async () => {
  const ctx = await feedShop()
  const size = (value: string, price: string) => ({
    Handle: 'shirt',
    Title: value === 'S' ? 'Shirt' : '',
    'Option1 Name': value === 'S' ? 'Size' : '',
    'Option1 Value': value,
    'Variant Price': price,
  })
  await importText(ctx, csv(size('S', '10'), size('M', '10')))
  const report = await importText(ctx, csv(size('S', '12'), size('M', '12.555')))
  expect(report.problems).toMatchObject([{ line: 3, handle: 'shirt' }])
  expect((await productCalled(ctx, 'shirt')).variants.map(({ price }) => price?.amountMinor)).toEqual([1000, 1000])
})

test('a quotation mark that is never closed costs its own row, not the rest of the file', async () => {
  const ctx = await feedShop()
  const lines = csv(
    { ...cup, Handle: 'one' },
    { ...cup, Handle: 'bad' },
    { ...cup, Handle: 'two', 'Body (HTML)': 'a "fine"\n\ncup' },
    { ...cup, Handle: 'three' },
  ).split('\n')
  const broken = lines.map((line) => (line.startsWith('bad') ? line.replace('Cup', '"Cup') : line)).join('\n')
  const report = await importText(ctx, broken)
  expect(report.problems).toEqual([{ line: 3, reason: 'a quotation mark is in the wrong place or never closed' }])
  expect(counts(report)).toEqual([3, 0, 0, 1])
  expect((await productCalled(ctx, 'two')).descriptionHtml).toBe('a "fine"\n\ncup')
})

test('a broken row among the variants of a product leaves the product alone', async () => {
  const ctx = await feedShop()
  const shirt = { Handle: 'shirt', 'Variant Price': '10' }
  const rows = csv(
    { ...shirt, Title: 'Shirt', 'Option1 Name': 'Size', 'Option1 Value': 'S' },
    { ...shirt, 'Option1 Value': 'M' },
    { ...shirt, 'Option1 Value': 'L' },
    cup,
  ).split('\n')
  const report = await importText(ctx, rows.toSpliced(2, 1, 'shirt,too,few').join('\n'))
  expect(report.problems).toEqual([
    { line: 3, handle: 'shirt', reason: 'the row has 3 cells, the header 26; is a comma or quotation mark missing?' },
  ])
  expect(counts(report)).toEqual([1, 0, 0, 1])
})

test('the same handle twice, or the same SKU twice, is named with the line of the first', async () => {
  const ctx = await feedShop()
  const report = await importText(
    ctx,
    csv(
      { ...cup, 'Variant SKU': 'A' },
      { ...cup, Title: 'Another' },
      { ...cup, Handle: 'mug', 'Variant SKU': 'A' },
      { ...cup, Handle: 'jug' },
    ),
  )
  expect(report.problems).toEqual([
    { line: 3, handle: 'cup', column: 'Handle', reason: 'another product with this handle starts on line 2' },
    { line: 4, handle: 'mug', column: 'SKU', reason: 'the SKU A is already on line 2' },
  ])
  expect(counts(report)).toEqual([2, 0, 0, 2])
})

test('a SKU that another product of the shop has is refused with that product’s name, and the rest is saved', async () => {
  const ctx = await feedShop()
  await importText(ctx, csv({ ...cup, 'Variant SKU': 'A' }))
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...cup,
    Handle: `mug-${index}`,
    'Variant SKU': index === 17 ? 'A' : `M-${index}`,
  }))
  const report = await importText(ctx, csv(...many))
  expect(report.problems).toEqual([
    { line: 19, handle: 'mug-17', column: 'SKU', reason: 'the SKU A belongs to another product (cup)' },
  ])
  expect(counts(report)).toEqual([29, 0, 0, 1])
})

test('letters that are not UTF-8 are refused by line, never saved broken', async () => {
  const ctx = await feedShop()
  const latin = new Uint8Array(
    Buffer.from('Handle,Title,Variant Price\nkanne,Gro\xdfe Kanne,19.90\ncup,Cup,1\n', 'latin1'),
  )
  const report = await importText(ctx, latin)
  expect(report.problems).toEqual([
    { line: 2, handle: 'kanne', reason: 'a letter could not be read; save the file as "CSV UTF-8"' },
  ])
  expect(counts(report)).toEqual([1, 0, 0, 1])
})

test('a currency without cents takes none, and one with three takes three', async () => {
  const yen = await feedShop('JPY')
  const refused = await importText(yen, csv({ ...cup, 'Variant Price': '9.90' }))
  expect(refused.problems).toMatchObject([{ reason: 'the price 9.90 has more decimals than JPY has (0)' }])
  const dinar = await feedShop('KWD')
  await importText(dinar, csv({ ...cup, 'Variant Price': '9.905' }))
  expect((await productCalled(dinar, 'cup')).variants[0]?.price?.amountMinor).toBe(9905)
})

test('prices in another currency than the shop’s are refused before anything is touched', async () => {
  const ctx = await feedShop()
  await importText(ctx, csv(cup))
  await expect(importText(ctx, csv(cup), { currency: 'USD' })).rejects.toThrow(
    'The prices of this shop are in EUR; this import is in USD.',
  )
  await expect(importText(ctx, csv(cup), { currency: 'EURO' })).rejects.toThrow('"EURO" is not a currency')
})

test('a file of another kind is refused in words, and so is a header that names a column twice', async () => {
  const ctx = await feedShop()
  await expect(importText(ctx, 'name;street\nAnn;Main Street\n')).rejects.toThrow('neither a Shopify product CSV')
  await expect(importText(ctx, '')).rejects.toThrow('neither a Shopify product CSV')
  await expect(importText(ctx, 'Handle,Title,Price,Variant Price\n')).rejects.toThrow(
    'names the column "Variant Price" twice',
  )
})
