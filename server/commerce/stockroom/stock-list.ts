import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { type Statement, sql } from '../../platform/sql.ts'

export const stockFilters = ['all', 'low', 'out', 'owed'] as const
export type StockFilter = (typeof stockFilters)[number]

/** An item as a list shows it, everywhere or at one place. */
export type StockRow = {
  id: string
  productId: string | null
  title: string
  variantTitle: string
  sku: string | null
  barcode: string | null
  onHand: number
  reserved: number
  /** What can still be promised. */
  free: number
  /** On the way between places. */
  inTransit: number
  /** Sold on backorder, not yet sent, and not reserved: more is promised than there is. */
  owed: number
  lowAt: number
}

type Wish = {
  filter: StockFilter
  q?: string | undefined
  locationId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/**
 * Items by title, page by page. `q` finds words of the title or the maker, and the beginning of a SKU or a whole barcode.
 * What nobody sells any more and lies nowhere is left out.
 */
export async function stockList(ctx: Shop, wish: Wish): Promise<{ items: StockRow[]; next: string | null }> {
  const after = keysOf(wish.cursor, 2)
  const rows = await ctx.database.rows<StockRow>(sql`
    with ${stockRows(wish.locationId)}
    select id, product_id, title, variant_title, sku, barcode, on_hand, reserved, free, in_transit, owed, low_at
    from stock_rows
    where ${filters[wish.filter]} and ${foundBy(wish.q)}
      and (${after?.[1] ?? null}::text is null or (title || ' ' || variant_title, id) > (${after?.[0] ?? ''}, ${after?.[1] ?? ''}))
    order by title || ' ' || variant_title, id limit ${wish.limit + 1}`)
  return pageOf(rows, { limit: wish.limit, keys: (row) => [`${row.title} ${row.variantTitle}`, row.id] })
}

/** How many items each filter finds. */
export async function stockCounts(ctx: Shop, locationId?: string): Promise<Record<StockFilter, number>> {
  return ctx.database.one(sql`
    with ${stockRows(locationId)}
    select count(*)::int as all, (count(*) filter (where ${filters.low}))::int as low,
      (count(*) filter (where ${filters.out}))::int as out, (count(*) filter (where ${filters.owed}))::int as owed
    from stock_rows`)
}

const filters: Record<StockFilter, Statement> = {
  all: sql`true`,
  low: sql`free > 0 and free <= low_at`,
  out: sql`free <= 0`,
  owed: sql`owed > 0`,
}

/** A common table `stock_rows` with one row for each item. */
function stockRows(locationId: string | undefined): Statement {
  const place = locationId ?? null
  return sql`
    named as (
      select distinct on (need.inventory_item_id) need.inventory_item_id as id, p.id as product_id, p.title, p.vendor,
        array_to_string(v.option_values, ' / ') as variant_title, v.sku, v.barcode
      from variant_inventory_items need join variants v on v.id = need.variant_id join products p on p.id = v.product_id
      order by need.inventory_item_id, (need.quantity = 1 and not exists (
        select from variant_inventory_items more
        where more.variant_id = v.id and more.inventory_item_id <> need.inventory_item_id)) desc, v.id
    ), lying as (
      select inventory_item_id as id, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved from stock_levels
      where ${place}::text is null or location_id = ${place} group by 1
    ), moving as (
      select line.inventory_item_id as id, sum(line.quantity)::int as pieces
      from stock_documents d join stock_document_lines line on line.document_id = d.id
      where d.kind = 'transfer' and d.status = 'sent' and (${place}::text is null or d.to_location_id = ${place}) group by 1
    ), owing as (
      select need.inventory_item_id as id, sum((line.quantity - line.fulfilled_quantity) * need.quantity - coalesce((
        select sum(r.quantity) from reservations r where r.order_line_id = line.id and r.status = 'committed'
          and r.inventory_item_id = need.inventory_item_id), 0))::int as pieces
      from orders o join order_lines line on line.order_id = o.id
      join variants v on v.id = line.variant_id and v.track_inventory and v.backorder
      join variant_inventory_items need on need.variant_id = v.id
      where o.status = 'placed' and o.fulfillment_status in ('unfulfilled', 'partly-shipped') group by 1
    ), stock_rows as (
      select item.id, named.product_id, coalesce(named.title, item.sku, item.id) as title, coalesce(named.vendor, '') as vendor,
        coalesce(named.variant_title, '') as variant_title, coalesce(item.sku, named.sku) as sku, named.barcode, item.low_at,
        coalesce(lying.on_hand, 0) as on_hand, coalesce(lying.reserved, 0) as reserved,
        coalesce(lying.on_hand - lying.reserved, 0) as free, coalesce(moving.pieces, 0) as in_transit,
        coalesce(owing.pieces, 0) as owed
      from inventory_items item left join named on named.id = item.id left join lying on lying.id = item.id
      left join moving on moving.id = item.id left join owing on owing.id = item.id
      where named.id is not null or lying.on_hand > 0
    )`
}

function foundBy(q: string | undefined): Statement {
  const text = (q ?? '').trim()
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => `%${escaped(word)}%`)
  if (words.length === 0) return sql`true`
  return sql`((title || ' ' || variant_title || ' ' || vendor) ilike all(${words}::text[])
    or sku ilike ${`${escaped(text)}%`} or barcode = ${text})`
}

/** A sign that SQL knows is only a sign. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
