import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { itemNamed } from '../inventory/index.ts'
import { errors } from './errors.ts'
import type { DocumentKind, StockDocumentRow } from './tables.ts'

/** A paper of the stockroom, as a list shows it. */
export type DocumentRow = Omit<StockDocumentRow, 'requestKey' | 'startedBy' | 'doneBy'> & {
  locationName: string
  toLocationName: string | null
  startedByName: string | null
  doneByName: string | null
  /** How many items are on it, how many of those were counted, and how many pieces it is about. */
  items: number
  counted: number
  pieces: number
}

export type DocumentLine = {
  inventoryItemId: string
  title: string
  variantTitle: string
  sku: string | null
  barcode: string | null
  quantity: number | null
  /** Of a count: null while it is open, so that whoever counts is not told. */
  expected: number | null
  arrived: number | null
}

export const documentFilters = ['all', 'open', 'receipt', 'adjustment', 'transfer', 'count'] as const
export type DocumentFilter = (typeof documentFilters)[number]

/** Papers, the newest first, page by page; `open` are transfers on their way and counts under way. */
export async function documentList(
  ctx: Shop,
  of: { filter: DocumentFilter; cursor?: string | undefined; limit: number },
): Promise<{ items: DocumentRow[]; next: string | null }> {
  const [afterAt, afterId] = keysOf(of.cursor, 2) ?? []
  const isMeant =
    of.filter === 'all'
      ? sql`true`
      : of.filter === 'open'
        ? sql`d.status in ('open', 'review', 'sent')`
        : sql`d.kind = ${of.filter satisfies DocumentKind}`
  const rows = await ctx.database.rows<DocumentRow>(sql`
    ${rowOf} where ${isMeant} and (${afterId ?? null}::text is null
      or (d.started_at, d.id) < (${afterAt ?? null}::timestamptz, ${afterId ?? ''}))
    order by d.started_at desc, d.id desc limit ${of.limit + 1}`)
  return pageOf(rows, { limit: of.limit, keys: (row) => [row.startedAt.toISOString(), row.id] })
}

/** A paper with its lines, the items by name. */
export async function documentDetail(ctx: Shop, documentId: string): Promise<DocumentRow & { lines: DocumentLine[] }> {
  const [row, lines] = await Promise.all([
    ctx.database.maybe<DocumentRow>(sql`${rowOf} where d.id = ${documentId}`),
    ctx.database.rows<DocumentLine>(sql`
      select line.inventory_item_id, coalesce(named.title, item.sku, item.id) as title,
        coalesce(named.variant_title, '') as variant_title, coalesce(item.sku, named.sku) as sku, named.barcode,
        line.quantity, case when d.status <> 'open' then line.expected end as expected, line.arrived
      from stock_document_lines line join stock_documents d on d.id = line.document_id
      join inventory_items item on item.id = line.inventory_item_id left join lateral ${itemNamed} named on true
      where line.document_id = ${documentId} order by 2, 3, 1`),
  ])
  if (!row) throw errors.notFound()
  return { ...row, lines }
}

const rowOf: Statement = sql`
  select d.id, d.kind, d.status, d.location_id, place.name as location_name, d.to_location_id,
    target.name as to_location_name, d.reason, d.note, d.started_at, starter.name as started_by_name, d.done_at,
    closer.name as done_by_name, sums.items, sums.counted, sums.pieces
  from stock_documents d join stock_locations place on place.id = d.location_id
  left join stock_locations target on target.id = d.to_location_id
  left join staff_users starter on starter.id = d.started_by left join staff_users closer on closer.id = d.done_by
  cross join lateral (
    select count(*)::int as items, count(line.expected)::int as counted, coalesce(sum(line.quantity), 0)::int as pieces
    from stock_document_lines line where line.document_id = d.id
  ) sums`
