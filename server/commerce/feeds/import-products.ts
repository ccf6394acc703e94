import type { Shop } from '../../platform/context.ts'
import { transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { type AttributeDefinition, noteMissingPictures, saveAttributeDefinitions } from '../catalog/index.ts'
import { marketFor, stockLocations } from '../stores/index.ts'
import { errors } from './errors.ts'
import type { FeedCategory, FeedEntry, FeedPiece, FeedProblem, FeedTerms } from './feed-product.ts'
import { mediaIds, type PictureTerms, pictureGatherer } from './gather-pictures.ts'
import { readJsonLines } from './json-lines.ts'
import { type FeedFormat, openFeed } from './open-feed.ts'
import { readCsv } from './read-csv.ts'
import { addressesOf, saveBatch } from './save-batch.ts'
import { saveCategoryLines } from './save-feed-categories.ts'

/** How an import goes. */
export type ImportWish = {
  /** The file, packed by gzip or not. */
  source: AsyncIterable<Uint8Array>
  /** By default what the file looks like. */
  format?: FeedFormat
  /** Tries everything and keeps nothing. */
  dryRun?: boolean
  fetchPictures?: boolean
  /** Where pictures of `file` and `stored` lie. */
  picturesFolder?: string
  trustedHosts?: readonly string[]
  /** What the amounts of a file without a currency are in; by default what the shop's first market sells in. */
  currency?: string
  /** Makes products visible that the file has as drafts. */
  publish?: boolean
  onProgress?: (progress: { rows: number; products: number }) => void
}

/** What an import did. Problems are in the order of the file. */
export type ImportReport = {
  format: FeedFormat
  created: number
  changed: number
  unchanged: number
  /** Products and rows that were refused; each is among the problems. */
  failed: number
  rows: number
  problems: FeedProblem[]
  /** Problems beyond those that are listed. */
  problemsLeftOut: number
  /** What was read otherwise than it was written. */
  notices: FeedProblem[]
  picturesMissing: { url: string; because: string; line: number }[]
  categoriesAdded: number
}

const productsAtOnce = 200
const variantsAtOnce = 2000
const listedMax = 1000

/**
 * Imports products from a file that may be larger than memory. What is refused is named with its line and reason and
 * stops nothing else; importing the same file again changes nothing.
 */
export async function importProducts(ctx: Shop, wish: ImportWish): Promise<ImportReport> {
  const { sniffed, lines } = await openFeed(wish.source)
  const run = await startRun(ctx, wish, wish.format ?? sniffed)
  const pieces = run.report.format === 'jsonl' ? readJsonLines(lines, run.terms, run.flat) : readCsv(lines, run.terms)
  for await (const piece of pieces) await takePiece(run, piece)
  await flush(run)
  run.report.rows = run.terms.count.rows
  run.report.categoriesAdded = run.categoriesMade.size
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line
  run.report.problems.sort(byLine)
  run.report.picturesMissing.sort(byLine)
  return run.report
}

type Run = Awaited<ReturnType<typeof startRun>>

async function startRun(ctx: Shop, wish: ImportWish, format: FeedFormat) {
  const currency = await currencyOf(ctx, wish.currency)
  const places = await stockLocations(ctx)
  const known = await ctx.database.rows<AttributeDefinition>(
    sql`select code, label, type, unit, translations from attribute_definitions`,
  )
  const terms: FeedTerms = { currency, locationCode: places[0]?.code, count: { rows: 0 } }
  const pictures: PictureTerms = {
    fetch: wish.fetchPictures !== false && !wish.dryRun,
    folder: wish.picturesFolder,
    trustedHosts: wish.trustedHosts,
  }
  const report: ImportReport = {
    format,
    created: 0,
    changed: 0,
    unchanged: 0,
    failed: 0,
    rows: 0,
    problems: [],
    problemsLeftOut: 0,
    notices: [],
    picturesMissing: [],
    categoriesAdded: 0,
  }
  return {
    ctx,
    wish,
    terms,
    report,
    pictures: pictureGatherer(ctx, pictures),
    flat: { definitions: new Map(known.map((definition) => [definition.code, definition])) },
    locations: new Map(places.map((place) => [place.code, place.id])),
    waiting: {
      entries: [] as FeedEntry[],
      variants: 0,
      categories: [] as FeedCategory[],
      attributes: [] as AttributeDefinition[],
    },
    slugLines: new Map<string, number>(),
    skuLines: new Map<string, number>(),
    missing: new Set<string>(),
    categoriesMade: new Set<string>(),
  }
}

async function currencyOf(ctx: Shop, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined && !Intl.supportedValuesOf('currency').includes(wanted))
    throw errors.badCurrency({ currency: wanted })
  const list = await ctx.database.maybe<{ currency: string }>(
    sql`select currency from price_lists where code = 'default'`,
  )
  if (list && wanted !== undefined && list.currency !== wanted)
    throw errors.otherCurrency({ has: list.currency, wanted })
  return list?.currency ?? wanted ?? (await marketFor(ctx)).currency
}

async function takePiece(run: Run, piece: FeedPiece): Promise<void> {
  if (piece.kind === 'refused') return refuse(run, piece.problems)
  if (piece.kind === 'currency') {
    if (piece.currency !== run.terms.currency)
      throw errors.otherCurrency({ has: run.terms.currency, wanted: piece.currency })
    return
  }
  if (piece.kind === 'attribute') return void run.waiting.attributes.push(piece.definition)
  if (piece.kind === 'category') return void run.waiting.categories.push(piece.category)
  if (run.waiting.attributes.length > 0 || run.waiting.categories.length > 0) await flush(run)
  const twice = twiceIn(run, piece.entry)
  if (twice) return refuse(run, [twice])
  for (const notice of piece.notices) if (run.report.notices.length < listedMax) run.report.notices.push(notice)
  const { waiting } = run
  waiting.entries.push(piece.entry)
  waiting.variants += piece.entry.variants.length
  if (waiting.entries.length >= productsAtOnce || waiting.variants >= variantsAtOnce) await flush(run)
}

/** A handle or an article number that the file used before. */
function twiceIn(run: Run, entry: FeedEntry): FeedProblem | undefined {
  const said = { line: entry.line, handle: entry.slug }
  const first = run.slugLines.get(entry.slug)
  if (first !== undefined)
    return { ...said, column: 'Handle', reason: `another product with this handle starts on line ${first}` }
  for (const { sku, line } of entry.variants) {
    const used = sku ? run.skuLines.get(sku) : undefined
    if (used !== undefined) return { ...said, line, column: 'SKU', reason: `the SKU ${sku} is already on line ${used}` }
  }
  run.slugLines.set(entry.slug, entry.line)
  for (const { sku, line } of entry.variants) if (sku) run.skuLines.set(sku, line)
  return undefined
}

function refuse(run: Run, problems: readonly FeedProblem[]): void {
  run.report.failed++
  list(run, problems)
}

function list({ report }: Run, problems: readonly FeedProblem[]): void {
  const room = Math.max(0, listedMax - report.problems.length)
  report.problems.push(...problems.slice(0, room))
  report.problemsLeftOut += Math.max(0, problems.length - room)
}

async function flush(run: Run): Promise<void> {
  const { waiting } = run
  const { entries, attributes, categories } = waiting
  run.waiting = { entries: [], variants: 0, categories: [], attributes: [] }
  if (attributes.length > 0 || categories.length > 0) await saveLines(run, { attributes, categories })
  if (entries.length === 0) return
  const missing = await gather(run, entries)
  const { ctx, wish, terms, report } = run
  const outcome = await saveBatch(ctx, entries, {
    currency: terms.currency,
    dryRun: wish.dryRun === true,
    publish: wish.publish === true,
    locations: run.locations,
    definitions: run.flat.definitions,
    missing,
  })
  report.created += outcome.created
  report.changed += outcome.changed
  report.unchanged += outcome.unchanged
  report.failed += outcome.problems.length
  list(run, outcome.problems)
  for (const slug of outcome.categoriesMade) run.categoriesMade.add(slug)
  const products = report.created + report.changed + report.unchanged
  wish.onProgress?.({ rows: terms.count.rows, products })
}

async function gather(run: Run, entries: readonly FeedEntry[]): Promise<Map<string, string>> {
  const lineOf = new Map<string, number>()
  for (const entry of entries)
    for (const address of addressesOf(entry)) if (!lineOf.has(address)) lineOf.set(address, entry.line)
  const missing = await run.pictures.gather(lineOf.keys())
  for (const [url, because] of missing) {
    if (run.missing.has(url)) continue
    run.missing.add(url)
    run.report.picturesMissing.push({ url, because, line: lineOf.get(url) ?? 0 })
  }
  return missing
}

class DryRunOver extends Error {}

/** Saves what a file declares before its products: attributes with their labels, and the category tree. */
async function saveLines(
  run: Run,
  of: { attributes: AttributeDefinition[]; categories: FeedCategory[] },
): Promise<void> {
  const { ctx, wish } = run
  const pictured = of.categories.flatMap(({ picture }) => (picture ? [picture] : []))
  const missing = await run.pictures.gather(pictured)
  for (const definition of of.attributes) run.flat.definitions.set(definition.code, definition)
  let added: string[] = []
  try {
    await transaction(ctx, async (tx) => {
      if (of.attributes.length > 0) await saveAttributeDefinitions(tx, of.attributes)
      if (of.categories.length > 0) {
        const known = await mediaIds(tx, pictured)
        const fresh = pictured.filter((address) => !known.has(address))
        const noted = await noteMissingPictures(
          ctx,
          tx,
          fresh.map((sourceUrl) => ({ sourceUrl, because: missing.get(sourceUrl) ?? 'not fetched' })),
        )
        added = await saveCategoryLines(ctx, tx, of.categories, (address) => known.get(address) ?? noted.get(address))
      }
      if (wish.dryRun) throw new DryRunOver()
    })
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error
  }
  for (const slug of added) run.categoriesMade.add(slug)
}
