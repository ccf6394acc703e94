import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { sql } from '../../platform/sql.ts'
import { errors as inventoryErrors, itemNamed, type StockReason } from '../inventory/index.ts'

/** How an item stands at a place. */
export type ItemLevel = { locationId: string; name: string; onHand: number; reserved: number; inTransit: number }

/** A variant that takes pieces of an item: one, or a set several. */
export type ItemTaker = { variantId: string; productId: string; title: string; variantTitle: string; quantity: number }

export type StockItem = {
  id: string
  productId: string | null
  title: string
  variantTitle: string
  sku: string | null
  barcode: string | null
  lowAt: number
  levels: ItemLevel[]
  takenBy: ItemTaker[]
  /** What lay everywhere at the end of each of the last ninety days, the oldest first. */
  history: { date: string; onHand: number }[]
}

const historyDays = 90

/** An item with what lies where, who takes of it, and how it came and went. Days begin in the shop's own time. */
export async function stockItem(ctx: Shop, of: { itemId: string; timeZone: string }): Promise<StockItem> {
  const { itemId, timeZone } = of
  const found = await ctx.database.maybe<StockItem>(sql`
    select item.id, named.product_id, coalesce(named.title, item.sku, item.id) as title,
      coalesce(named.variant_title, '') as variant_title, coalesce(item.sku, named.sku) as sku, named.barcode, item.low_at,
      ${levelsOf(itemId)} as levels, ${takersOf(itemId)} as taken_by
    from inventory_items item left join lateral ${itemNamed} named on true where item.id = ${itemId}`)
  if (!found) throw inventoryErrors.itemNotFound()
  return { ...found, history: await historyOf(ctx, { itemId, timeZone }) }
}

const levelsOf = (itemId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('locationId', place.id, 'name', place.name,
    'onHand', coalesce(level.on_hand, 0), 'reserved', coalesce(level.reserved, 0), 'inTransit', (
      select coalesce(sum(line.quantity), 0) from stock_documents d join stock_document_lines line on line.document_id = d.id
      where d.kind = 'transfer' and d.status = 'sent' and d.to_location_id = place.id and line.inventory_item_id = ${itemId})
    ) order by place.priority, place.code), '[]'::jsonb)
  from stock_locations place
  left join stock_levels level on level.location_id = place.id and level.inventory_item_id = ${itemId})`

const takersOf = (itemId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('variantId', v.id, 'productId', p.id, 'title', p.title,
    'variantTitle', array_to_string(v.option_values, ' / '), 'quantity', need.quantity)
    order by need.quantity, p.title, v.position), '[]'::jsonb)
  from variant_inventory_items need join variants v on v.id = need.variant_id join products p on p.id = v.product_id
  where need.inventory_item_id = ${itemId})`

function historyOf(ctx: Shop, of: { itemId: string; timeZone: string }): Promise<StockItem['history']> {
  // From what lies there now, back: only the movements of these days are read.
  return ctx.database.rows(sql`
    with today as (
      select (${ctx.clock.now()}::timestamptz at time zone ${of.timeZone})::date as day
    ), moved as (
      select (occurred_at at time zone ${of.timeZone})::date as day, sum(quantity)::int as pieces from stock_movements
      where inventory_item_id = ${of.itemId} and occurred_at > ${ctx.clock.now()}::timestamptz - make_interval(days => ${historyDays + 1})
      group by 1
    ), days as (
      select d::date as day from today, generate_series(day - ${historyDays - 1}::int, day, interval '1 day') d
    )
    select to_char(days.day, 'YYYY-MM-DD') as date,
      (select coalesce(sum(on_hand), 0)::int from stock_levels where inventory_item_id = ${of.itemId})
        - coalesce((select sum(pieces)::int from moved where moved.day > days.day), 0) as on_hand
    from days order by days.day`)
}

/** One movement, as its item's history tells it. */
export type ItemMovement = {
  id: number
  occurredAt: Date
  locationId: string
  locationName: string
  quantity: number
  /** What lay there after it. */
  onHandAfter: number
  reason: StockReason
  note: string | null
  /** The paper or the order that it belongs to. */
  documentId: string | null
  orderNumber: number | null
  /** Who did it; null for the shop itself. */
  actorName: string | null
}

/** What happened to an item, the newest first, page by page. */
export async function itemMovements(
  ctx: Shop,
  of: { itemId: string; locationId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ItemMovement[]; next: string | null }> {
  const [afterId] = keysOf(of.cursor, 1) ?? []
  const rows = await ctx.database.rows<ItemMovement>(sql`
    with page as materialized (
      select * from stock_movements
      where inventory_item_id = ${of.itemId} and (${of.locationId ?? null}::text is null or location_id = ${of.locationId ?? null})
        and (${afterId ?? null}::bigint is null or id < ${afterId ?? null}::bigint)
      order by id desc limit ${of.limit + 1}
    )
    select page.id, page.occurred_at, page.location_id, place.name as location_name, page.quantity, page.reason,
      level.on_hand - coalesce((select sum(later.quantity)::int from stock_movements later
        where later.inventory_item_id = page.inventory_item_id and later.location_id = page.location_id
          and later.id > page.id), 0) as on_hand_after,
      coalesce(page.note, case when paper.id is null and o.id is null then page.reference end) as note,
      paper.id as document_id, o.number as order_number, person.name as actor_name
    from page join stock_locations place on place.id = page.location_id
    join stock_levels level on level.inventory_item_id = page.inventory_item_id and level.location_id = page.location_id
    left join stock_documents paper on paper.id = page.reference
    left join orders o on o.id = page.reference
    left join staff_users person on person.id = page.actor
    order by page.id desc`)
  return pageOf(rows, { limit: of.limit, keys: (row) => [String(row.id)] })
}
