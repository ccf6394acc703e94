import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { allOf, type Statement, sql } from '../../platform/sql.ts'
import { type Picture, pictureOf } from '../catalog/index.ts'
import { lowStockMax, stockOf } from '../inventory/index.ts'

export const productFilters = ['all', 'active', 'draft', 'archived', 'low'] as const
export type ProductFilter = (typeof productFilters)[number]

/** A product as a list shows it. `available` is null when nothing of it is counted. */
export type ProductRow = {
  id: string
  slug: string
  title: string
  vendor: string
  status: 'draft' | 'active' | 'archived'
  variants: number
  priceMinMinor: number | null
  priceMaxMinor: number | null
  currency: string | null
  available: number | null
  /** Variants of which few or none are left. */
  lowVariants: number
  picture: Picture | null
}

type Row = Omit<ProductRow, 'picture'> & Parameters<typeof pictureOf>[0]
type Wish = { filter: ProductFilter; q?: string; cursor?: string; limit: number }

/** Products by title, page by page. `q` finds words of the title or the maker, and a whole SKU or barcode. */
export async function productList(ctx: Shop, wish: Wish): Promise<{ items: ProductRow[]; next: string | null }> {
  const conditions = [...filterOf(wish.filter), ...searchOf(wish.q), ...afterCursor(wish.cursor)]
  const rows = await ctx.database.rows<Row>(sql`
    with page as materialized (
      select p.id, p.slug, p.title, p.vendor, p.status from products p
      where ${allOf(conditions)} order by p.title, p.id limit ${wish.limit + 1}
    )
    select p.*, coalesce(stock.variants, 0)::int as variants, cost.price_min_minor, cost.price_max_minor, cost.currency,
      stock.available::int as available, coalesce(stock.low_variants, 0)::int as low_variants,
      first.content_hash, first.width, first.height, first.widths, first.placeholder_color
    from page p
    left join lateral (
      select min(price.amount_minor) as price_min_minor, max(price.amount_minor) as price_max_minor, min(list.currency) as currency
      from variants v join prices price on price.variant_id = v.id and price.quantity_min = 1
        join price_lists list on list.id = price.price_list_id and list.code = 'default'
      where v.product_id = p.id
    ) cost on true
    left join lateral (
      select count(*) as variants, sum(one.available) as available,
        count(*) filter (where one.available <= ${lowStockMax}) as low_variants
      from (select ${stockOf(everywhere)} as available from variants v where v.product_id = p.id) one
    ) stock on true
    left join lateral (
      select m.content_hash, m.width, m.height, m.widths, m.placeholder_color
      from product_media pm join media m on m.id = pm.media_id
      where pm.product_id = p.id and m.status = 'ready' order by pm.position limit 1
    ) first on true
    order by p.title, p.id`)
  const page = pageOf(rows, { limit: wish.limit, keys: (row) => [row.title, row.id] })
  return { next: page.next, items: page.items.map(shown) }
}

const everywhere = sql`(select array_agg(id) from stock_locations)::text[]`

function filterOf(filter: ProductFilter): Statement[] {
  if (filter === 'all') return []
  if (filter !== 'low') return [sql`p.status = ${filter}`]
  return [
    sql`p.status = 'active' and exists (
    select from variants v where v.product_id = p.id and ${stockOf(everywhere)} <= ${lowStockMax})`,
  ]
}

function searchOf(q: string | undefined): Statement[] {
  const words = (q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 6)
  if (words.length === 0) return []
  const text = (q ?? '').trim()
  const inTitle = words.map((word) => sql`(p.title || ' ' || p.vendor) ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  return [
    sql`(${allOf(inTitle)} or p.id in (
      select v.product_id from variants v where v.sku = ${text} or v.barcode = ${text}))`,
  ]
}

function afterCursor(cursor: string | undefined): Statement[] {
  const after = keysOf(cursor, 2)
  return after ? [sql`(p.title, p.id) > (${after[0]}, ${after[1]})`] : []
}

function shown({ contentHash, width, height, widths, placeholderColor, ...row }: Row): ProductRow {
  return { ...row, picture: pictureOf({ contentHash, width, height, widths, placeholderColor }) }
}
