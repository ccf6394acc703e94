import { expect, test } from 'vitest'
import { drawingKinds, drawProduct } from '../drawings/index.ts'
import { checkDigit } from './compose.ts'
import { attributeDefinitions, categories, drawingsFor, products } from './index.ts'

const variants = products.flatMap((product) => product.variants)
const doubles = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

test('no two products share an address, no two variants a SKU or a barcode, no two pictures a name', () => {
  expect(products.length).toBeGreaterThanOrEqual(44)
  expect(doubles(products.map(({ slug }) => slug))).toEqual([])
  expect(doubles(variants.map(({ sku }) => sku))).toEqual([])
  expect(doubles(variants.map(({ barcode }) => barcode))).toEqual([])
  expect(doubles(products.flatMap((product) => drawingsFor(product).map(({ key }) => key)))).toEqual([])
})

test('the check digit is the one GS1 prints in its own example', () => {
  expect(checkDigit('629104150021')).toBe('3')
})

test('every barcode scans: thirteen digits, in-store prefix, right check digit', () => {
  for (const { barcode } of variants) {
    expect(barcode).toMatch(/^2[0-9]{12}$/)
    expect(barcode.at(-1)).toBe(checkDigit(barcode.slice(0, 12)))
  }
})

test('every category sells something, itself or below it, and every product stands in a known one', () => {
  const known = new Set(categories.map(({ slug }) => slug))
  for (const { slug } of categories) {
    const below = new Set([slug, ...categories.filter(({ parent }) => parent === slug).map((child) => child.slug)])
    expect(
      products.some((product) => product.categories.some((category) => below.has(category))),
      slug,
    ).toBe(true)
  }
  for (const { slug, categories: places } of products)
    expect(
      places.filter((place) => !known.has(place)),
      slug,
    ).toEqual([])
})

test('every variant chooses one known value of each option, once, and costs between 4 and 240 euros', () => {
  for (const { slug, options, variants: offered } of products) {
    expect(offered.length, slug).toBe(options.reduce((count, { values }) => count * values.length, 1))
    expect(doubles(offered.map((variant) => JSON.stringify(variant.options))), slug).toEqual([])
    for (const variant of offered) {
      for (const { name, values } of options) expect(values.map(({ value }) => value)).toContain(variant.options[name])
      expect(variant.priceMinor).toBeGreaterThanOrEqual(400)
      expect(variant.priceMinor).toBeLessThanOrEqual(24_000)
      if (variant.compareAtMinor) expect(variant.compareAtMinor).toBeGreaterThan(variant.priceMinor)
      expect(variant.weightGrams).toBeGreaterThan(0)
    }
  }
})

test('some things are sold out, some nearly, and most are there', () => {
  const totals = variants.map(({ stock }) => stock.warehouse + stock.store)
  expect(totals.filter((total) => total === 0).length).toBeGreaterThan(3)
  expect(totals.filter((total) => total > 0 && total <= 3).length).toBeGreaterThan(3)
  expect(totals.filter((total) => total > 10).length).toBeGreaterThan(totals.length / 2)
})

test('attributes keep to their type, and every text is in both languages without a shout', () => {
  const types = new Map(attributeDefinitions.map(({ code, type }) => [code as string, type]))
  for (const product of products) {
    for (const [code, value] of Object.entries(product.attributes)) {
      expect(typeof value === 'object' ? 'text' : typeof value, `${product.slug} ${code}`).toBe(types.get(code))
    }
    const texts = [product.title, product.titleGerman, product.description, product.descriptionGerman]
    for (const text of texts) expect(text).toMatch(/\S/)
    expect(texts.join('')).not.toContain('!')
    expect(product.description).toMatch(/^(<p>[^<]+<\/p>)+$/)
    expect(product.descriptionGerman).not.toBe(product.description)
  }
})

/** Every opened element is closed in order: enough of XML to refuse a broken drawing. */
function openElements(svg: string): string[] {
  const open: string[] = []
  for (const [, closing, name, selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:[^<>"]|"[^"<>]*")*?(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!selfClosing) open.push(name as string)
  }
  return open
}

test.each(drawingKinds)('a %s is drawn in all three views, well formed, without a missing number', (kind) => {
  for (const view of ['front', 'detail', 'use'] as const) {
    const svg = drawProduct(kind, { color: '#aebb9f', view })
    expect(svg).toMatch(/^<svg [^>]*width="1600" height="2000"/)
    expect(openElements(svg)).toEqual([])
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  }
})

test('the same wish gives the same drawing, another colour another one', () => {
  const wish = { color: '#aebb9f', view: 'front', seed: 7 } as const
  expect(drawProduct('mug', wish)).toBe(drawProduct('mug', wish))
  expect(drawProduct('mug', { ...wish, color: '#34495f' })).not.toBe(drawProduct('mug', wish))
})
