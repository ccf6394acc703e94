import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { createSearchIndex, type SearchDocument, type SearchIndex } from '../server/commerce/search/index.ts'
import { quantile } from './measuring/quantiles.ts'
import { machine, printFigures, printTable, rounded } from './measuring/report.ts'
import { type Chance, seededChance } from './measuring/seeded-random.ts'

export const about = `How good the first ten results are, how long a search takes, and what the index holds in memory.

  --data DIR   the folder with products.jsonl.gz and ratings.csv.gz (../shared/data/search)
  --quick      leave out the ten times larger catalogue
  --queries    print each rated query with its nDCG@10

Every rated query is asked over all products. nDCG@10 has gain = rating and discount log2(rank + 1); what nobody rated
counts as 0, the ideal order is that of the query's own ratings, and a query without a positive rating stays in the mean
as 0. "First half" and "second half" are every other query in the order of the file: the rules of the search were chosen
to help both. Times are of one thread, each query once, none asked before: parts of product titles with the maker in
front, half typed, or with a letter missing.`

type Product = Record<string, unknown> & { id: string; name: string; title: string; supplier: string; price: number }

/** Ratings by query, by product. */
type Ratings = Map<string, Map<string, number>>

const variantsLarge = 200_000
const queriesTimed = 4000
const batch = 500

export async function run(options: { data: string | undefined; args: string[] }): Promise<boolean> {
  const folder = options.data ?? join(import.meta.dirname, '../../shared/data/search')
  const files = ['products.jsonl.gz', 'ratings.csv.gz'].map((file) => join(folder, file))
  const missing = files.filter((file) => !existsSync(file))
  if (missing.length > 0) {
    console.log(`Could not run: there is no ${missing.join(', no ')}.`)
    printFigures('search', { could_not_run: true })
    return false
  }
  const products = readProducts(files[0] as string)
  const ratings = readRatings(files[1] as string)
  const memoryBefore = heldMb()
  const documents = products.map(documentOf)
  const built = build(documents)
  documents.length = 0
  const memoryMb = heldMb() - memoryBefore
  console.log(`Search over ${built.index.size} products on ${machine()}\n`)
  const quality = judge(built.index, ratings)
  if (options.args.includes('--queries')) printQueries(quality)
  printQuality(quality)
  const small: Measured = { built, memoryMb, times: timeQueries(built.index, products) }
  const measured = options.args.includes('--quick') ? [small] : [small, runLarge(products)]
  console.log()
  printTable([
    ['', 'products', 'median µs', 'p95 ms', 'largest ms', 'memory MB', 'bytes a product', 'built in s'],
    ...measured.flatMap(timeRows),
  ])
  const figures: Record<string, number> = {
    ndcg_at_10: meanOf(quality, (query) => query.ndcg),
    judged_at_10: meanOf(quality, (query) => query.judged),
    ndcg_first_half: meanOf(everyOther(quality, 0), (query) => query.ndcg),
    ndcg_second_half: meanOf(everyOther(quality, 1), (query) => query.ndcg),
    p95_ms: slowest(small),
    memory_mb: memoryMb,
    bytes_per_product: (memoryMb * 1024 ** 2) / built.index.size,
  }
  if (measured[1]) figures.p95_ms_200k = slowest(measured[1])
  printFigures('search', Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)])))
  return true
}

/** The same products again and again as 200,000 of their own, each with another edition and article number. */
function runLarge(products: readonly Product[]): Measured {
  const memoryBefore = heldMb()
  const many = {
    *[Symbol.iterator]() {
      for (let number = 0; number < variantsLarge; number++) {
        const product = products[number % products.length] as Product
        const edition = Math.floor(number / products.length)
        const document = documentOf({ ...product, id: `${product.id}-${edition}` })
        document.codes = document.codes.map((code) => `${code}-${edition}`)
        document.optionValues = [`edition${edition}`]
        yield document
      }
    },
  }
  const built = build(many)
  const memoryMb = heldMb() - memoryBefore
  return { built, memoryMb, times: timeQueries(built.index, products) }
}

function readProducts(file: string): Product[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Product)
}

function readRatings(file: string): Ratings {
  const ratings: Ratings = new Map()
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/)
  for (const line of lines) {
    const [, query = '', id = '', rating = ''] = /^"?(.*?)"?,([^,]+),(\d+)$/.exec(line) ?? []
    const known = ratings.get(query) ?? new Map<string, number>()
    known.set(id, Number(rating))
    ratings.set(query, known)
  }
  return ratings
}

/** A product of the file as the shop would hold it: its maker is the vendor, its EANs and model name are codes. */
function documentOf(product: Product): SearchDocument {
  const attributeTexts: string[] = []
  for (const [key, value] of Object.entries(product)) {
    if (key.startsWith('attr_t_') && key !== 'attr_t_product_type') attributeTexts.push(String(value))
    if (key.startsWith('attr_b_') && value === true) attributeTexts.push(key.slice(7).replaceAll('_', ' '))
  }
  return {
    id: product.id,
    titles: [product.title],
    productType: String(product.attr_t_product_type ?? ''),
    vendor: product.supplier,
    tags: [],
    categories: [],
    optionValues: [],
    codes: [...((product.ean as string[] | undefined) ?? []), product.name],
    attributeTexts,
    descriptions: [String(product.short_description ?? '')],
    priceMinor: product.price,
    inStock: true,
    createdAt: Date.parse(String(product.date_released)) || 0,
  }
}

type Built = { index: SearchIndex; seconds: number }

function build(documents: Iterable<SearchDocument>): Built {
  const start = performance.now()
  const index = createSearchIndex()
  let some: SearchDocument[] = []
  const put = () => {
    index.put(some)
    for (const _ of index.tidy());
    some = []
  }
  for (const document of documents) if (some.push(document) === batch) put()
  put()
  return { index, seconds: (performance.now() - start) / 1000 }
}

type Judged = { query: string; ndcg: number; judged: number; hasPositive: boolean }

function judge(index: SearchIndex, ratings: Ratings): Judged[] {
  return [...ratings].map(([query, rated]) => {
    const { productIds } = index.find({ text: query, limit: 10 })
    const best = [...rated.values()].sort((a, b) => b - a).slice(0, 10)
    const ideal = discounted(best)
    return {
      query,
      ndcg: ideal > 0 ? discounted(productIds.map((id) => rated.get(id) ?? 0)) / ideal : 0,
      judged: productIds.filter((id) => rated.has(id)).length / 10,
      hasPositive: ideal > 0,
    }
  })
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0)
}

function everyOther<T>(list: readonly T[], from: 0 | 1): T[] {
  return list.filter((_, index) => index % 2 === from)
}

function meanOf<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0) / list.length
}

function printQuality(quality: readonly Judged[]): void {
  const row = (name: string, list: readonly Judged[]) => [
    name,
    String(list.length),
    meanOf(list, (query) => query.ndcg).toFixed(4),
    meanOf(list, (query) => query.judged).toFixed(3),
  ]
  printTable([
    ['queries', 'number', 'nDCG@10', 'judged@10'],
    row('all', quality),
    row('first half', everyOther(quality, 0)),
    row('second half', everyOther(quality, 1)),
    row(
      'with anything rated above 0',
      quality.filter((query) => query.hasPositive),
    ),
  ])
}

function printQueries(quality: readonly Judged[]): void {
  const sorted = quality.toSorted((a, b) => a.ndcg - b.ndcg)
  printTable([
    ['query', 'nDCG@10', 'judged@10'],
    ...sorted.map((query) => [query.query, query.ndcg.toFixed(3), query.judged.toFixed(1)]),
  ])
  console.log()
}

type Measured = { built: Built; memoryMb: number; times: Timed[] }

type Timed = { name: string; medianUs: number; p95Ms: number; maxMs: number }

function timeQueries(index: SearchIndex, products: readonly Product[]): Timed[] {
  const chance = seededChance(20260302)
  // The first queries of a process are slow because they are still being compiled, which a running shop is past.
  for (let count = 0; count < 1000; count++) index.find({ text: someQuery(products, chance) })
  return [
    timed(
      'full results',
      queriesTimed,
      () => someQuery(products, chance),
      (text) => index.find({ text, limit: 24 }),
    ),
    timed(
      'suggestions',
      queriesTimed,
      () => someQuery(products, chance),
      (text) => index.suggest(text, 8),
    ),
  ]
}

function timed(name: string, count: number, next: () => string, ask: (text: string) => unknown): Timed {
  const milliseconds = new Float64Array(count)
  for (let number = 0; number < count; number++) {
    const text = next()
    const start = performance.now()
    ask(text)
    milliseconds[number] = performance.now() - start
  }
  milliseconds.sort()
  return {
    name,
    medianUs: quantile(milliseconds, 0.5) * 1000,
    p95Ms: quantile(milliseconds, 0.95),
    maxMs: quantile(milliseconds, 1),
  }
}

function someQuery(products: readonly Product[], chance: Chance): string {
  const product = chance.pick(products)
  const words = product.title.split(/[\s,()/]+/).filter((word) => word.length > 1)
  const length = 1 + chance.below(Math.min(3, words.length))
  const from = chance.below(words.length - length + 1)
  const chosen = words.slice(from, from + length)
  const last = chosen.pop() ?? product.name
  const kind = chance.next()
  if (kind < 0.2) chosen.unshift(product.supplier)
  if (kind > 0.8) chosen.push(last.slice(0, Math.max(2, Math.ceil(last.length / 2))))
  else if (kind > 0.7 && last.length > 4) {
    const missing = 1 + chance.below(last.length - 2)
    chosen.push(last.slice(0, missing) + last.slice(missing + 1))
  } else chosen.push(last)
  return chosen.join(' ')
}

function slowest(measured: Measured): number {
  return Math.max(...measured.times.map((time) => time.p95Ms))
}

function timeRows({ built: { index, seconds }, memoryMb, times }: Measured): string[][] {
  return times.map((time) => [
    time.name,
    String(index.size),
    time.medianUs.toFixed(0),
    time.p95Ms.toFixed(2),
    time.maxMs.toFixed(1),
    memoryMb.toFixed(1),
    ((memoryMb * 1024 ** 2) / index.size).toFixed(0),
    seconds.toFixed(1),
  ])
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What this process holds, in MB, once everything that is not needed has been let go. */
function heldMb(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 ** 2
}
