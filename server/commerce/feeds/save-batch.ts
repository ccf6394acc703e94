import { type Shop, transaction } from '../../platform/context.ts'
import { sqlStateOf, type Transaction } from '../../platform/database.ts'
import { ExpectedError } from '../../platform/errors.ts'
import { sql } from '../../platform/sql.ts'
import {
  type AttributeDefinition,
  noteMissingPictures,
  saveAttributeDefinitions,
  saveProducts,
} from '../catalog/index.ts'
import { setStock } from '../inventory/index.ts'
import { savePrices } from '../pricing/index.ts'
import { completeEntry } from './complete-entry.ts'
import type { FeedEntry, FeedProblem, FeedProduct } from './feed-product.ts'
import { labelOf } from './flat-product.ts'
import { mediaIds } from './gather-pictures.ts'
import { loadProducts } from './load-products.ts'
import { findOrMakeCategories } from './save-feed-categories.ts'

/** What saving needs beside the products themselves. */
export type SaveTerms = {
  currency: string
  dryRun: boolean
  /** Makes drafts visible. */
  publish: boolean
  /** Location ids by code. */
  locations: ReadonlyMap<string, string>
  /** The attributes that the file declares, by code. */
  definitions: ReadonlyMap<string, AttributeDefinition>
  /** Why pictures are missing, by address. */
  missing: ReadonlyMap<string, string>
}

/** What became of a batch. */
export type BatchOutcome = {
  created: number
  changed: number
  unchanged: number
  problems: FeedProblem[]
  categoriesMade: string[]
}

type Ready = { entry: FeedEntry; product: FeedProduct }
type Stock = { variantId: string; locationId: string; quantity: number }
type Saved = Ready & { outcome: 'created' | 'changed' | 'unchanged'; stock: Stock[] }

/** Thrown to undo a dry run's transaction once everything in it has been tried. */
class DryRunOver extends Error {}

/**
 * Saves a batch in one transaction. A product that the shop refuses is left out with its reason and the others are
 * saved all the same. Stock follows in a transaction of its own, as counting does.
 */
export async function saveBatch(ctx: Shop, entries: readonly FeedEntry[], terms: SaveTerms): Promise<BatchOutcome> {
  const problems: FeedProblem[] = []
  let saved: Saved[] = []
  let categoriesMade: string[] = []
  try {
    await transaction(ctx, async (tx) => {
      problems.length = 0
      const prepared = await prepare(ctx, tx, { entries, terms, problems })
      categoriesMade = prepared.made
      const media = await noteMissing(ctx, tx, { ready: prepared.ready, terms })
      saved = await saveOrSplit(ctx, tx, { ready: prepared.ready, media, terms, problems })
      await keepStockChanges(tx, saved)
      if (terms.dryRun) throw new DryRunOver()
    })
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error
  }
  if (!terms.dryRun) await countStock(ctx, saved, problems)
  const count = (outcome: Saved['outcome']) => saved.filter((each) => outcomeOf(each) === outcome).length
  return {
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    problems,
    categoriesMade,
  }
}

function outcomeOf(saved: Saved): Saved['outcome'] {
  return saved.outcome === 'unchanged' && saved.stock.length > 0 ? 'changed' : saved.outcome
}

type Batch = { entries: readonly FeedEntry[]; terms: SaveTerms; problems: FeedProblem[] }

async function prepare(ctx: Shop, tx: Transaction, batch: Batch): Promise<{ ready: Ready[]; made: string[] }> {
  const { entries, terms, problems } = batch
  const known = await loadProducts(
    tx,
    entries.map((entry) => entry.slug),
  )
  const { slugOf, made } = await findOrMakeCategories(
    ctx,
    tx,
    entries.flatMap((entry) => entry.categories ?? []),
  )
  const ready: Ready[] = []
  for (const entry of entries) {
    const slugs = entry.categories && [...new Set(entry.categories.map(slugOf))].sort()
    const found = completeEntry(entry, known.get(entry.slug), slugs)
    const place = 'product' in found ? unknownPlace(entry, terms) : undefined
    if ('problem' in found) problems.push(found.problem)
    else if (place) problems.push(place)
    else ready.push({ entry, product: found.product })
  }
  if (terms.publish) for (const { product } of ready) if (product.status === 'draft') product.status = 'active'
  await defineAttributes(tx, ready, terms)
  return { ready, made }
}

function unknownPlace(entry: FeedEntry, { locations }: SaveTerms): FeedProblem | undefined {
  for (const variant of entry.variants)
    for (const code of Object.keys(variant.stock ?? {}))
      if (!locations.has(code))
        return {
          line: variant.line,
          handle: entry.slug,
          column: 'stock',
          reason: `the shop has no stock location "${code}"`,
        }
  return undefined
}

/** Declares attributes that the shop does not know; those it knows keep the label that the owner gave them. */
async function defineAttributes(tx: Transaction, ready: readonly Ready[], terms: SaveTerms): Promise<void> {
  const used = new Map<string, AttributeDefinition>()
  for (const { product } of ready)
    for (const [code, value] of Object.entries(product.attributes)) {
      const type = typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean')
      if (!used.has(code)) used.set(code, terms.definitions.get(code) ?? { code, label: labelOf(code), type })
    }
  const known = await tx.rows<{ code: string }>(
    sql`select code from attribute_definitions where code = any(${[...used.keys()]})`,
  )
  for (const { code } of known) used.delete(code)
  if (used.size > 0) await saveAttributeDefinitions(tx, [...used.values()])
}

async function noteMissing(
  ctx: Shop,
  tx: Transaction,
  of: { ready: readonly Ready[]; terms: SaveTerms },
): Promise<Map<string, string>> {
  const addresses = [...new Set(of.ready.flatMap(({ product }) => addressesOf(product)))]
  const ids = await mediaIds(tx, addresses)
  const fresh = addresses.filter((address) => !ids.has(address))
  const noted = await noteMissingPictures(
    ctx,
    tx,
    fresh.map((sourceUrl) => ({ sourceUrl, because: of.terms.missing.get(sourceUrl) ?? 'not fetched' })),
  )
  return new Map([...ids, ...noted])
}

/** The pictures of a product and of its variants. */
export function addressesOf(of: {
  media?: readonly { address: string }[]
  variants: readonly { picture?: string | null }[]
}): string[] {
  const own = (of.media ?? []).map((picture) => picture.address)
  return [...own, ...of.variants.flatMap(({ picture }) => (picture ? [picture] : []))]
}

type Part = { ready: readonly Ready[]; media: ReadonlyMap<string, string>; terms: SaveTerms; problems: FeedProblem[] }

/** Saves all at once; when one of them is refused, in halves, until it is alone and can be named. */
async function saveOrSplit(ctx: Shop, tx: Transaction, part: Part): Promise<Saved[]> {
  if (part.ready.length === 0) return []
  await tx.run(sql`savepoint part_of_import`)
  try {
    const saved = await saveAll(ctx, tx, part)
    await tx.run(sql`release savepoint part_of_import`)
    return saved
  } catch (error) {
    if (!isRefusal(error)) throw error
    await tx.run(sql`rollback to savepoint part_of_import`)
    await tx.run(sql`release savepoint part_of_import`)
    const [only] = part.ready
    if (only && part.ready.length === 1) {
      part.problems.push(await problemOf(tx, only, error))
      return []
    }
    const half = Math.ceil(part.ready.length / 2)
    const first = await saveOrSplit(ctx, tx, { ...part, ready: part.ready.slice(0, half) })
    return [...first, ...(await saveOrSplit(ctx, tx, { ...part, ready: part.ready.slice(half) }))]
  }
}

async function saveAll(ctx: Shop, tx: Transaction, { ready, media, terms }: Part): Promise<Saved[]> {
  const idOf = (address: string) => media.get(address) as string
  const saved = await saveProducts(
    ctx,
    tx,
    ready.map(({ product: { categories, variants, media: pictures, ...fields } }) => ({
      ...fields,
      categorySlugs: categories,
      variants: variants.map(({ picture, price: _, stock: __, ...variant }) => ({
        ...variant,
        mediaId: picture && idOf(picture),
      })),
      media: pictures.map(({ address, ...picture }) => ({ ...picture, mediaId: idOf(address) })),
    })),
  )
  const prices = saved.flatMap(({ variantIds }, index) =>
    variantIds.flatMap((variantId, position) => {
      const price = ready[index]?.product.variants[position]?.price
      return price ? [{ variantId, ...price }] : []
    }),
  )
  const repriced = new Set(await savePrices(ctx, tx, { currency: terms.currency, prices }))
  return saved.map(({ id, outcome, variantIds }, index) => {
    const one = ready[index] as Ready
    const stock = one.entry.variants.flatMap((variant, position) =>
      Object.entries(variant.stock ?? {}).map(([code, quantity]) => ({
        variantId: variantIds[position] as string,
        locationId: terms.locations.get(code) as string,
        quantity,
      })),
    )
    return { ...one, outcome: outcome === 'unchanged' && repriced.has(id) ? 'changed' : outcome, stock }
  })
}

/** Leaves of each product's stock what differs from what is known, so that an equal file locks nothing. */
async function keepStockChanges(tx: Transaction, saved: readonly Saved[]): Promise<void> {
  const wanted = saved.flatMap((each) => each.stock)
  if (wanted.length === 0) return
  const same = await tx.rows<{ variantId: string; locationId: string }>(sql`
    select t.variant_id, t.location_id
    from unnest(${wanted.map((each) => each.variantId)}::text[], ${wanted.map((each) => each.locationId)}::text[],
      ${wanted.map((each) => each.quantity)}::int[]) as t(variant_id, location_id, quantity)
    join variant_inventory_items takes on takes.variant_id = t.variant_id
    join stock_levels level on level.inventory_item_id = takes.inventory_item_id and level.location_id = t.location_id
    where level.on_hand = t.quantity`)
  const known = new Set(same.map((each) => `${each.variantId} ${each.locationId}`))
  for (const each of saved)
    each.stock = each.stock.filter(({ variantId, locationId }) => !known.has(`${variantId} ${locationId}`))
}

async function countStock(ctx: Shop, saved: readonly Saved[], problems: FeedProblem[]): Promise<void> {
  const changed = saved.filter((each) => each.stock.length > 0)
  const count = (of: readonly Saved[]) =>
    setStock(
      ctx,
      of.flatMap((each) => each.stock),
      { reason: 'imported', actor: 'system' },
    )
  if (changed.length === 0) return
  try {
    await count(changed)
  } catch (error) {
    if (!isRefusal(error)) throw error
    for (const each of changed) await count([each]).catch((refusal) => problems.push(stockProblem(each, refusal)))
  }
}

function stockProblem({ entry }: Saved, error: unknown): FeedProblem {
  if (!isRefusal(error)) throw error
  return {
    line: entry.line,
    handle: entry.slug,
    column: 'stock',
    reason: `its stock was left as it is: ${(error as Error).message}`,
  }
}

/** The shop or its database says that these data cannot be; anything else (no connection, a deadlock) is no fault of the file. */
function isRefusal(error: unknown): boolean {
  return error instanceof ExpectedError || /^2[23]/.test(sqlStateOf(error) ?? '')
}

async function problemOf(tx: Transaction, { entry }: Ready, error: unknown): Promise<FeedProblem> {
  const said = { line: entry.line, handle: entry.slug }
  if (!(error instanceof ExpectedError))
    return { ...said, reason: `the database refuses it: ${(error as Error).message}` }
  const { sku, reason } = error.details as { sku?: string; reason?: string }
  if (error.code !== 'catalog.sku-taken') return { ...said, reason: reason ?? error.message }
  const owner = await tx.maybe<{ slug: string }>(
    sql`select p.slug from variants v join products p on p.id = v.product_id where v.sku = ${sku}`,
  )
  const line = entry.variants.find((variant) => variant.sku === sku)?.line ?? entry.line
  return {
    ...said,
    line,
    column: 'SKU',
    reason: `the SKU ${sku} belongs to another product (${owner?.slug ?? 'unknown'})`,
  }
}
