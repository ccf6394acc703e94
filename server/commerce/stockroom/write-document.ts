import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors as inventoryErrors } from '../inventory/index.ts'
import { stockLocations } from '../stores/index.ts'
import { errors } from './errors.ts'
import type { StockDocumentRow } from './tables.ts'

/** So many pieces of an item. */
export type ItemQuantity = { inventoryItemId: string; quantity: number }

/** Who asks, and under which key: the same key of the same person is the same paper, however often it is sent. */
export type Asked = { actor: string; requestKey?: string | undefined; note?: string | null | undefined }

type NewDocument = Pick<StockDocumentRow, 'kind' | 'status' | 'locationId'> &
  Partial<Pick<StockDocumentRow, 'toLocationId' | 'reason'>> & {
    lines: readonly { inventoryItemId: string; quantity: number | null; arrived?: number }[]
  } & Asked

/**
 * Writes a paper and answers its id; `isNew` is false when it had been written under this key before, and then
 * everything that it says has been done.
 */
export async function writeDocument(
  ctx: Shop,
  tx: Transaction,
  document: NewDocument,
): Promise<{ id: string; isNew: boolean }> {
  const { kind, status, locationId, toLocationId = null, reason = null, note, lines, actor } = document
  const now = ctx.clock.now()
  const isDone = status === 'done'
  const written = await tx.maybe<{ id: string }>(sql`
    insert into stock_documents (id, kind, status, location_id, to_location_id, reason, note, request_key,
      started_by, started_at, done_by, done_at)
    values (${newId('stockDocument')}, ${kind}, ${status}, ${locationId}, ${toLocationId}, ${reason},
      ${note?.trim() || null}, ${document.requestKey ?? null}, ${actor}, ${now},
      ${isDone ? actor : null}, ${isDone ? now : null}::timestamptz)
    on conflict (started_by, request_key) do nothing
    returning id`)
  if (!written) {
    const known = await tx.one<{ id: string }>(sql`
      select id from stock_documents where started_by = ${actor} and request_key = ${document.requestKey}`)
    return { id: known.id, isNew: false }
  }
  await refuseUnknownItems(tx, lines)
  await tx.run(sql`
    insert into stock_document_lines (document_id, inventory_item_id, quantity, arrived)
    select ${written.id}, item_id, quantity, arrived
    from unnest(${lines.map((line) => line.inventoryItemId)}::text[], ${lines.map((line) => line.quantity)}::int[],
      ${lines.map((line) => line.arrived ?? null)}::int[]) as t(item_id, quantity, arrived)`)
  return { id: written.id, isNew: true }
}

async function refuseUnknownItems(tx: Transaction, lines: readonly { inventoryItemId: string }[]): Promise<void> {
  const ids = lines.map((line) => line.inventoryItemId)
  const known = await tx.rows(sql`select id from inventory_items where id = any(${ids})`)
  if (known.length < ids.length) throw inventoryErrors.itemNotFound()
}

/** Refuses a list that is empty or names an item twice, and quantities that are no whole number of pieces. */
export function refuseUnclear(lines: readonly ItemQuantity[], isQuantity: (quantity: number) => boolean): void {
  const ids = new Set(lines.map((line) => line.inventoryItemId))
  if (lines.length === 0 || ids.size < lines.length) throw errors.nothing()
  if (!lines.every(({ quantity }) => Number.isSafeInteger(quantity) && isQuantity(quantity)))
    throw errors.invalidQuantity()
}

/** Refuses a place that the shop does not have. */
export async function refuseUnknownPlace(ctx: Shop, ...locationIds: string[]): Promise<void> {
  const known = new Set((await stockLocations(ctx)).map((location) => location.id))
  if (!locationIds.every((id) => known.has(id))) throw errors.locationNotFound()
}

/** A paper, locked until the transaction ends, so that what is done with it is done once. */
export async function lockDocument(tx: Transaction, documentId: string): Promise<StockDocumentRow> {
  const document = await tx.maybe<StockDocumentRow>(
    sql`select * from stock_documents where id = ${documentId} for update`,
  )
  if (!document) throw errors.notFound()
  return document
}

/** Closes a paper: what it says has been done, or it is put away. */
export async function closeDocument(
  ctx: Shop,
  tx: Transaction,
  of: { documentId: string; status: 'done' | 'discarded'; actor: string },
): Promise<void> {
  await tx.run(sql`
    update stock_documents set status = ${of.status}, done_by = ${of.actor}, done_at = ${ctx.clock.now()}
    where id = ${of.documentId}`)
}
