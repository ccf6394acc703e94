import type { Writable } from 'node:stream'
import { type Shop, transaction } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import type { AttributeDefinition } from '../catalog/index.ts'
import { marketFor, stockLocations } from '../stores/index.ts'
import type { CategoryStep, FeedCategory, FeedProduct } from './feed-product.ts'
import { categoryLine, headLine, productLine } from './json-lines.ts'
import { loadProducts } from './load-products.ts'
import type { FeedFormat } from './open-feed.ts'
import { loadCategories } from './save-feed-categories.ts'
import { categorySlugOf } from './slug.ts'
import { csvWriter } from './write-csv.ts'

/** How an export goes. */
export type ExportWish = {
  format: FeedFormat
  /** Written to as fast as it takes; it is not ended. */
  out: Writable
  onProgress?: (progress: { products: number }) => void
}

const productsAtOnce = 200

/**
 * Writes every product, in the order of their addresses, as of one moment. `jsonl` holds everything; `shopify-csv` holds
 * what Shopify knows, and the rest in a column of our own. Importing either changes nothing. Answers how many were written.
 */
export async function exportProducts(ctx: Shop, wish: ExportWish): Promise<number> {
  const market = await marketFor(ctx)
  const [place] = await stockLocations(ctx)
  return transaction(ctx, async (tx) => {
    // One snapshot for the whole file: an order placed meanwhile must not show in half of it.
    await tx.run(sql`set transaction isolation level repeatable read, read only`)
    await tx.run(sql`set local idle_in_transaction_session_timeout = '10min'`)
    const list = await tx.maybe<{ currency: string }>(sql`select currency from price_lists where code = 'default'`)
    const currency = list?.currency ?? market.currency
    const writer =
      wish.format === 'jsonl'
        ? await jsonWriter(tx, currency)
        : await shopifyWriter(tx, { currency, locationCode: place?.code })
    await write(wish.out, writer.head)
    let products = 0
    await tx.run(
      sql`declare products_to_export no scroll cursor for select slug from products order by slug collate "C"`,
    )
    for (;;) {
      const page = await tx.rows<{ slug: string }>(sql`fetch 200 from products_to_export`)
      const found = await loadProducts(
        tx,
        page.map((row) => row.slug),
      )
      const lines = page.flatMap(({ slug }) => writer.linesOf(found.get(slug) as FeedProduct))
      await write(wish.out, lines)
      products += page.length
      wish.onProgress?.({ products })
      if (page.length < productsAtOnce) return products
    }
  })
}

async function jsonWriter(tx: Transaction, currency: string) {
  const attributes = await tx.rows<AttributeDefinition>(
    sql`select code, label, type, unit, translations from attribute_definitions order by code collate "C"`,
  )
  const categories = await loadCategories(tx)
  const head = [
    headLine(currency),
    ...attributes.map((attribute) => JSON.stringify({ kind: 'attribute', ...attribute })),
    ...categories.map(categoryLine),
  ]
  return { head, linesOf: (product: FeedProduct) => [productLine(product)] }
}

async function shopifyWriter(tx: Transaction, of: { currency: string; locationCode: string | undefined }) {
  const categories = new Map((await loadCategories(tx)).map((category) => [category.slug, category]))
  const writer = csvWriter({
    ...of,
    keptColumns: await keptColumns(tx),
    branchOf: (slug) => branchOf(slug, categories),
    slugOf: (branch) => slugByTitles(branch, categories),
  })
  return { head: [writer.headLine], linesOf: writer.linesOf }
}

function branchOf(slug: string, categories: ReadonlyMap<string, FeedCategory>): CategoryStep[] {
  const category = categories.get(slug)
  if (!category) return []
  return [...(category.parent ? branchOf(category.parent, categories) : []), { slug, title: category.title }]
}

/** Only a category whose address follows from its title comes back by itself; any other is written out. */
function slugByTitles(
  branch: readonly CategoryStep[],
  categories: ReadonlyMap<string, FeedCategory>,
): string | undefined {
  let parent: string | null = null
  for (const { title } of branch) {
    const slug = categorySlugOf(title)
    const category = categories.get(slug)
    if (category?.parent !== parent || category.title !== title) return undefined
    parent = slug
  }
  return parent ?? undefined
}

async function keptColumns(database: Queryable): Promise<string[]> {
  const rows = await database.rows<{ name: string }>(sql`
    select name from (
      select jsonb_object_keys(imported) as name from products
      union select jsonb_object_keys(imported) from variants
    ) kept order by name collate "C"`)
  return rows.map((row) => row.name)
}

async function write(out: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  // Waiting for each piece to be taken keeps a slow reader from filling the memory.
  out.write(`${lines.join('\n')}\n`, (error) => (error ? reject(error) : resolve()))
  await promise
}
