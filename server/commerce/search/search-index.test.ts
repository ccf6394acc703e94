import { expect, test } from 'vitest'
import type { SearchDocument } from './search-document.ts'
import { createSearchIndex, type ProductSearch } from './search-index.ts'

let made = 0
function product(wish: Partial<SearchDocument> & { id: string }): SearchDocument {
  made++
  return {
    titles: [],
    productType: '',
    vendor: '',
    tags: [],
    categories: [],
    optionValues: [],
    codes: [],
    attributeTexts: [],
    descriptions: [],
    priceMinor: 1000,
    inStock: true,
    createdAt: made,
    ...wish,
  }
}

function indexOf(...products: (Partial<SearchDocument> & { id: string })[]) {
  const index = createSearchIndex()
  index.put(products.map(product))
  return index
}

function find(index: ReturnType<typeof createSearchIndex>, wish: string | ProductSearch) {
  return index.find(typeof wish === 'string' ? { text: wish } : wish).productIds
}

test('a product is found by a prefix while it is typed', () => {
  const index = indexOf({ id: 'cup', titles: ['Stoneware cup'] }, { id: 'plate', titles: ['Stoneware plate'] })
  expect(find(index, 'sto')).toEqual(['plate', 'cup'])
  expect(find(index, 'stoneware pl')[0]).toBe('plate')
  expect(find(index, 'pla')).toEqual(['plate'])
})

test('a typo in a long word is forgiven, and the shopper is told what was searched for', () => {
  const index = indexOf(
    { id: 'mouse', titles: ['Wireless mouse'] },
    { id: 'keyboard', titles: ['Mechanical keyboard'] },
  )
  expect(index.find({ text: 'wirless mouse' })).toMatchObject({ productIds: ['mouse'], corrected: 'wireless mouse' })
  expect(index.find({ text: 'mechnaical keybaord' })).toMatchObject({
    productIds: ['keyboard'],
    corrected: 'mechanical keyboard',
  })
})

test('a short word or a model number is never taken for another', () => {
  const index = indexOf({ id: 'cup', titles: ['Cup'] }, { id: 'printer', titles: ['Printer P1102'] })
  expect(index.find({ text: 'cap' })).toEqual({ productIds: [], total: 0 })
  expect(index.find({ text: 'P1103' })).toEqual({ productIds: [], total: 0 })
})

test('a word that the shop knows is not corrected', () => {
  const index = indexOf({ id: 'desk', titles: ['Writing desk'] }, { id: 'disk', titles: ['Floppy disk'] })
  expect(index.find({ text: 'disk' })).toEqual({ productIds: ['disk'], total: 1 })
})

test('products with all words come before those with some', () => {
  const index = indexOf(
    { id: 'both', titles: ['A bag'], descriptions: ['Made for a camera'] },
    { id: 'camera', titles: ['Camera camera camera'] },
    { id: 'bag', titles: ['Bag bag bag'] },
  )
  expect(find(index, 'camera bag')[0]).toBe('both')
})

test('a thing comes before what only goes with it', () => {
  const index = indexOf(
    { id: 'keyboard', titles: ['Cherry Comfort line keyboard USB QWERTY black'] },
    { id: 'cover', titles: ['Cherry keyboard cover'] },
    { id: 'phone', titles: ['Moor One smart phone dual SIM 128 GB black'] },
    { id: 'case', titles: ['Sleeve for phone'] },
  )
  expect(find(index, 'keyboard')).toEqual(['keyboard', 'cover'])
  expect(find(index, 'keyboard cover')[0]).toBe('cover')
  expect(find(index, 'phone')).toEqual(['phone', 'case'])
})

test('an exact barcode, SKU or model comes first, however it is written', () => {
  const index = indexOf(
    { id: 'manual', titles: ['Manual for HP Pavilion dv7-1211ea dv7-1211ea'] },
    { id: 'laptop', titles: ['HP Pavilion'], codes: ['dv7-1211ea', '4006381333931'] },
  )
  expect(find(index, 'DV7 1211EA')[0]).toBe('laptop')
  expect(find(index, 'dv71211ea')[0]).toBe('laptop')
  expect(find(index, '4006381333931')).toEqual(['laptop'])
})

test('a model number is found by its halves, with or without its hyphen', () => {
  const index = indexOf({ id: 'laptop', titles: ['HP Pavilion dv7-1211ea'] })
  for (const text of ['dv7', '1211ea', 'dv7-1211ea', 'dv7 1211ea', 'dv71211ea', 'dv7-12'])
    expect(find(index, text)).toEqual(['laptop'])
})

test('a measure is found with a space and without', () => {
  const index = indexOf(
    { id: 'close', titles: ['Drive 500GB'] },
    { id: 'apart', titles: ['Drive 500 GB'] },
    { id: 'other', titles: ['Drive 250 GB'] },
    { id: 'screen', titles: ['Screen 15,6 Zoll'] },
  )
  expect(find(index, '500gb').toSorted()).toEqual(['apart', 'close'])
  expect(find(index, '500 gb').toSorted()).toEqual(['apart', 'close'])
  expect(find(index, '15.6 inch')).toEqual(['screen'])
})

test('two words find what is written as one, and one finds two', () => {
  const index = indexOf({ id: 'one', titles: ['Powerbank'] }, { id: 'two', titles: ['Power bank'] })
  expect(find(index, 'power bank').toSorted()).toEqual(['one', 'two'])
  expect(find(index, 'powerbank').toSorted()).toEqual(['one', 'two'])
})

test('a compound is found by its last word, and finds what is written apart', () => {
  const index = indexOf(
    { id: 'bag', titles: ['Laptoptasche Moor'] },
    { id: 'laptop', titles: ['Laptop'] },
    { id: 'bag2', titles: ['Tasche für Laptop'] },
    { id: 'desk', titles: ['Arbeitstisch'] },
    { id: 'work', titles: ['Arbeit'] },
    { id: 'table', titles: ['Tisch'] },
    { id: 'cable', titles: ['Kabel'] },
    { id: 'word', titles: ['Vokabel'] },
  )
  expect(find(index, 'taschen').toSorted()).toEqual(['bag', 'bag2'])
  expect(find(index, 'laptoptasche')).toEqual(['bag', 'bag2'])
  expect(find(index, 'tisch')).toEqual(['table', 'desk'])
  expect(find(index, 'kabel')).toEqual(['cable'])
})

test('singular finds plural and plural singular, in English and German', () => {
  const index = indexOf(
    { id: 'battery', titles: ['Batteries'] },
    { id: 'cup', titles: ['Cup', 'Tasse'] },
    { id: 'chairs', titles: ['Stühle'] },
    { id: 'book', titles: ['Buch'] },
  )
  expect(find(index, 'battery')).toEqual(['battery'])
  expect(find(index, 'cups')).toEqual(['cup'])
  expect(find(index, 'Tassen')).toEqual(['cup'])
  expect(find(index, 'stuhl')).toEqual(['chairs'])
  expect(find(index, 'Bücher')).toEqual(['book'])
})

test('umlauts and accents may be written in any way', () => {
  const index = indexOf(
    { id: 'mill', titles: ['Kaffeemühle'] },
    { id: 'mill2', titles: ['Kaffeemuehle'] },
    { id: 'cafe', titles: ['Café-Straße'] },
  )
  for (const text of ['kaffeemühle', 'Kaffeemuehle', 'KAFFEEMU\u0308HLE'])
    expect(find(index, text).toSorted()).toEqual(['mill', 'mill2'])
  expect(find(index, 'kaffeemuhle')).toEqual(['mill'])
  expect(find(index, 'cafe strasse')).toEqual(['cafe'])
})

test('little words never decide, and never empty a search', () => {
  const index = indexOf({ id: 'film', titles: ['The Boys'] }, { id: 'case', titles: ['Case for a phone'] })
  expect(find(index, 'a case for the phone')[0]).toBe('case')
  expect(find(index, 'the')).toEqual(['film'])
})

test('a sold product stays findable and comes after those in stock', () => {
  const index = indexOf(
    { id: 'sold', titles: ['Wool shirt'], inStock: false, createdAt: 2e12 },
    { id: 'there', titles: ['Wool shirt'], createdAt: 1e12 },
  )
  expect(find(index, 'wool shirt')).toEqual(['there', 'sold'])
  expect(find(index, {})).toEqual(['there', 'sold'])
  index.changeOffers([
    { id: 'sold', priceMinor: 1000, inStock: true },
    { id: 'there', priceMinor: 1000, inStock: false },
  ])
  expect(find(index, 'wool shirt')).toEqual(['sold', 'there'])
  expect(find(index, {})).toEqual(['sold', 'there'])
  expect(find(index, { inStockOnly: true })).toEqual(['sold'])
})

test('a changed title is found by the new words and no longer by the old', () => {
  const index = indexOf({ id: 'vase', titles: ['Blue vase'] })
  index.put([product({ id: 'vase', titles: ['Green vase'] })])
  expect(find(index, 'green')).toEqual(['vase'])
  expect(find(index, 'blue')).toEqual([])
  expect(index.size).toBe(1)
})

test('a name and its number belong together', () => {
  const index = indexOf(
    { id: 'ten', titles: ['Licence for Windows 10'] },
    { id: 'ports', titles: ['Windows switch with 10 ports'] },
    { id: 'console', titles: ['Console PS 4'] },
  )
  expect(find(index, 'windows 10')).toEqual(['ten', 'ports'])
  expect(find(index, 'ps4')).toEqual(['console'])
})

test('what is taken off sale is neither found nor listed', () => {
  const index = indexOf({ id: 'vase', titles: ['Blue vase'], codes: ['V1-BLUE'] }, { id: 'jug', titles: ['Jug'] })
  index.remove(['vase', 'unknown'])
  expect(find(index, 'blue vase')).toEqual([])
  expect(find(index, 'v1-blue')).toEqual([])
  expect(index.find({})).toEqual({ productIds: ['jug'], total: 1 })
  expect(index.suggest('va', 5)).toEqual([])
})

test('browsing a category lists what lies in it and below, by place, by price, or the newest first', () => {
  const index = createSearchIndex()
  index.changeCategories([
    { id: 'c1', parentId: null, slug: 'kitchen', titles: ['Kitchen'] },
    { id: 'c2', parentId: 'c1', slug: 'cups', titles: ['Cups', 'Tassen'] },
    { id: 'c3', parentId: null, slug: 'garden', titles: ['Garden'] },
  ])
  index.put(
    [
      { id: 'pan', categories: [{ id: 'c1', position: 2 }], priceMinor: 300, createdAt: 1 },
      { id: 'cup', categories: [{ id: 'c2', position: 1 }], priceMinor: 100, createdAt: 2 },
      { id: 'mug', categories: [{ id: 'c2', position: 0 }], priceMinor: null, createdAt: 3 },
      { id: 'hose', categories: [{ id: 'c3', position: 0 }], priceMinor: 200, createdAt: 4 },
    ].map(product),
  )
  expect(find(index, { categorySlug: 'kitchen' })).toEqual(['mug', 'cup', 'pan'])
  expect(find(index, { categorySlug: 'kitchen', sort: 'newest' })).toEqual(['mug', 'cup', 'pan'])
  expect(find(index, { categorySlug: 'kitchen', sort: 'price-asc' })).toEqual(['cup', 'pan', 'mug'])
  expect(find(index, { sort: 'price-desc' })).toEqual(['pan', 'hose', 'cup', 'mug'])
  expect(index.find({ categorySlug: 'kitchen', offset: 1, limit: 1 })).toEqual({ productIds: ['cup'], total: 3 })
  expect(find(index, { categorySlug: 'cups' })).toEqual(['mug', 'cup'])
  expect(index.find({ categorySlug: 'attic' })).toEqual({ productIds: [], total: 0 })
  expect(find(index, 'tassen').toSorted()).toEqual(['cup', 'mug'])
  expect(find(index, { text: 'tassen', categorySlug: 'garden' })).toEqual([])
})

test('a renamed category names the products that must be read again, and no others', () => {
  const index = createSearchIndex()
  const categories = [
    { id: 'c1', parentId: null, slug: 'kitchen', titles: ['Kitchen'] },
    { id: 'c2', parentId: 'c1', slug: 'cups', titles: ['Cups'] },
    { id: 'c3', parentId: null, slug: 'garden', titles: ['Garden'] },
  ]
  index.changeCategories(categories)
  index.put([
    product({ id: 'cup', categories: [{ id: 'c2', position: 0 }] }),
    product({ id: 'hose', categories: [{ id: 'c3', position: 0 }] }),
  ])
  expect(index.changeCategories(categories)).toEqual([])
  expect(
    index.changeCategories([
      { id: 'c1', parentId: null, slug: 'kitchen', titles: ['Cooking'] },
      ...categories.slice(1),
    ]),
  ).toEqual(['cup'])
})

test('a list is narrowed by brand, price and stock, with words and without', () => {
  const index = indexOf(
    { id: 'a', titles: ['Lamp'], vendor: 'Lumo', priceMinor: 1000 },
    { id: 'b', titles: ['Lamp'], vendor: 'Lumo', priceMinor: 2000, inStock: false },
    { id: 'c', titles: ['Lamp'], vendor: 'Glow', priceMinor: 3000 },
  )
  for (const text of [undefined, 'lamp']) {
    expect(find(index, { text, vendor: 'Lumo' })).toEqual(['a', 'b'])
    expect(find(index, { text, vendor: 'Nobody' })).toEqual([])
    expect(find(index, { text, priceMinMinor: 2000, priceMaxMinor: 3000, sort: 'price-desc' })).toEqual(['c', 'b'])
    expect(find(index, { text, vendor: 'Lumo', inStockOnly: true })).toEqual(['a'])
    expect(find(index, { text, sort: 'price-asc', offset: 1, limit: 1 })).toEqual(['b'])
  }
})

test('suggestions complete the last word: categories first, no title twice', () => {
  const index = createSearchIndex()
  index.changeCategories([{ id: 'c1', parentId: null, slug: 'cups', titles: ['Cups & mugs'] }])
  index.put([
    product({ id: 'cup', titles: ['Cup "Moor"'], categories: [{ id: 'c1', position: 0 }] }),
    product({ id: 'twin', titles: ['Cup "Moor"'] }),
    product({ id: 'cupboard', titles: ['Cupboard'] }),
  ])
  expect(index.suggest('cup', 5)).toEqual([
    { kind: 'category', title: 'Cups & mugs', categorySlug: 'cups' },
    { kind: 'product', title: 'Cup "Moor"', productId: 'twin' },
    { kind: 'product', title: 'Cupboard', productId: 'cupboard' },
  ])
  expect(index.suggest('cupb', 5)).toEqual([{ kind: 'product', title: 'Cupboard', productId: 'cupboard' }])
  expect(index.suggest('', 5)).toEqual([])
})

test('no text can break a search', () => {
  const index = indexOf({ id: 'cup', titles: ['Cup'] })
  for (const text of [
    '"',
    '\\',
    '%_%',
    '(((',
    '💡',
    'x'.repeat(5000),
    'a '.repeat(500),
    '...',
    '-',
    "o'neill",
    '\u0000',
  ])
    expect(index.find({ text }).total).toBeGreaterThanOrEqual(0)
})
