import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchDocument } from './search-document.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

const vocabulary = [
  'cup',
  'cups',
  'red',
  'blue',
  'laptop',
  'bag',
  'laptopbag',
  'for',
  'tasse',
  'tassen',
  'ps4',
  '500',
  'gb',
  '500gb',
  'keyboard',
]
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 5 }).map((words) => words.join(' '))
const categoryIds = ['c1', 'c2', 'c3']

const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((number) => `p${number}`),
  titles: fc.array(text, { minLength: 1, maxLength: 2 }),
  productType: text,
  vendor: fc.constantFrom('', 'Moor', 'Clay'),
  tags: fc.array(text, { maxLength: 2 }),
  categories: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...categoryIds), position: fc.integer({ min: 0, max: 2 }) }),
    { maxLength: 2, selector: (category) => category.id },
  ),
  optionValues: fc.array(text, { maxLength: 1 }),
  codes: fc.array(fc.constantFrom('A-1', 'B-22', 'C-333'), { maxLength: 2 }),
  attributeTexts: fc.array(text, { maxLength: 2 }),
  descriptions: fc.array(text, { maxLength: 1 }),
  priceMinor: fc.option(fc.integer({ min: 0, max: 500 })),
  inStock: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 3 }),
})

type Step =
  | { kind: 'put'; documents: SearchDocument[] }
  | { kind: 'remove'; id: string }
  | { kind: 'offer'; id: string; priceMinor: number | null; inStock: boolean }
  | { kind: 'tidy' }

const id = fc.integer({ min: 1, max: 12 }).map((number) => `p${number}`)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('put' as const), documents: fc.array(document, { maxLength: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('offer' as const),
      id,
      priceMinor: fc.option(fc.integer({ min: 0, max: 500 })),
      inStock: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tidy' as const) }) },
)

function emptyIndex(): SearchIndex {
  const index = createSearchIndex()
  index.changeCategories([
    { id: 'c1', parentId: null, slug: 'one', titles: ['Bags'] },
    { id: 'c2', parentId: 'c1', slug: 'two', titles: ['Laptop bags', 'Laptoptaschen'] },
    { id: 'c3', parentId: null, slug: 'three', titles: ['Cups & saucers'] },
  ])
  return index
}

/** Does one step to an index, and to a plain list of what should be in it. */
function take(step: Step, index: SearchIndex, known: Map<string, SearchDocument>): void {
  if (step.kind === 'put') {
    index.put(step.documents)
    for (const document of step.documents) known.set(document.id, document)
  } else if (step.kind === 'remove') {
    index.remove([step.id])
    known.delete(step.id)
  } else if (step.kind === 'offer') {
    index.changeOffers([step])
    const document = known.get(step.id)
    if (document) known.set(step.id, { ...document, priceMinor: step.priceMinor, inStock: step.inStock })
  } else index.tidy().toArray()
}

const questions = fc.record({
  text: fc.option(
    fc
      .array(fc.constantFrom(...vocabulary, 'lapto', 'keybaord', 'laptoptasche', 'a1', 'xyz', 'saucer', 'b'), {
        maxLength: 3,
      })
      .map((words) => words.join(' ')),
    { nil: undefined },
  ),
  categorySlug: fc.option(fc.constantFrom('one', 'two', 'three', 'none'), { nil: undefined }),
  vendor: fc.option(fc.constantFrom('Moor', 'Nobody'), { nil: undefined }),
  inStockOnly: fc.boolean(),
  priceMaxMinor: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
  sort: fc.constantFrom('best' as const, 'newest' as const, 'price-asc' as const, 'price-desc' as const),
})

test('an index that was changed step by step answers as one built from what there is now', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(questions, { minLength: 5, maxLength: 10 }),
      (steps, asked) => {
        const changed = emptyIndex()
        const known = new Map<string, SearchDocument>()
        for (const one of steps) take(one, changed, known)
        const rebuilt = emptyIndex()
        rebuilt.put([...known.values()])
        for (const question of asked) {
          expect(changed.find(question)).toEqual(rebuilt.find(question))
          expect(changed.suggest(question.text ?? '', 5)).toEqual(rebuilt.suggest(question.text ?? '', 5))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('ten thousand changes to a hundred products leave an index no larger than a few of its size', () => {
  const index = emptyIndex()
  const make = (number: number, title: string): SearchDocument => ({
    id: `p${number}`,
    titles: [title],
    productType: '',
    vendor: '',
    tags: [],
    categories: [{ id: 'c2', position: number % 9 }],
    optionValues: [],
    codes: [`sku-${number}`],
    attributeTexts: [],
    descriptions: [],
    priceMinor: 1,
    inStock: true,
    createdAt: number,
  })
  const hundred = (round: number) =>
    Array.from({ length: 100 }, (_, number) => make(number, `cup ${number} round${round % 7}`))
  index.put(hundred(0))
  const bytes = index.bytes
  for (let round = 1; round <= 100; round++) {
    index.put(hundred(round))
    index.tidy().toArray()
  }
  expect(index.size).toBe(100)
  expect(index.find({ text: 'round2' }).total).toBe(100)
  expect(index.find({ text: 'round1' }).total).toBe(0)
  expect(index.find({ categorySlug: 'one' }).productIds.slice(0, 2)).toEqual(['p99', 'p90'])
  expect(index.bytes).toBeLessThan(bytes * 12)
})
