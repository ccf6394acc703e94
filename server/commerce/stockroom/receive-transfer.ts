import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { moveStock } from '../inventory/index.ts'
import { errors } from './errors.ts'
import type { StockDocumentRow } from './tables.ts'
import { closeDocument, type ItemQuantity, lockDocument } from './write-document.ts'

type Line = { inventoryItemId: string; quantity: number }

/**
 * Takes a transfer in: everything that was sent, unless `lines` says what arrived. What did not arrive is written down
 * as lost at the place it was meant for, so that no piece goes missing from the movements. Receiving it twice is once.
 */
export async function receiveTransfer(
  ctx: Shop,
  wish: { documentId: string; lines?: readonly ItemQuantity[] | undefined; actor: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const document = await lockDocument(tx, wish.documentId)
    if (document.kind === 'transfer' && document.status === 'done') return
    if (document.kind !== 'transfer' || document.toLocationId === null) throw errors.notOnItsWay()
    const sent = await tx.rows<Line>(sql`
      select inventory_item_id, quantity from stock_document_lines where document_id = ${document.id}
      order by inventory_item_id`)
    const arrived = whatArrived(sent, wish.lines)
    await tx.run(sql`
      update stock_document_lines line set arrived = t.arrived
      from unnest(${sent.map((line) => line.inventoryItemId)}::text[], ${sent.map((line) => arrived.get(line.inventoryItemId))}::int[])
        as t(item_id, arrived)
      where line.document_id = ${document.id} and line.inventory_item_id = t.item_id`)
    await moveIn(ctx, tx, { document, sent, arrived, actor: wish.actor })
    await closeDocument(ctx, tx, { documentId: document.id, status: 'done', actor: wish.actor })
  })
}

function whatArrived(sent: readonly Line[], told: readonly ItemQuantity[] | undefined): Map<string, number> {
  const arrived = new Map(sent.map((line) => [line.inventoryItemId, told ? 0 : line.quantity]))
  for (const { inventoryItemId, quantity } of told ?? []) {
    if (!Number.isSafeInteger(quantity) || quantity < 0) throw errors.invalidQuantity()
    arrived.set(inventoryItemId, (arrived.get(inventoryItemId) ?? 0) + quantity)
  }
  const sentOf = new Map(sent.map((line) => [line.inventoryItemId, line.quantity]))
  for (const [id, quantity] of arrived) if (quantity > (sentOf.get(id) ?? 0)) throw errors.notSent()
  return arrived
}

async function moveIn(
  ctx: Shop,
  tx: Transaction,
  of: { document: StockDocumentRow; sent: readonly Line[]; arrived: ReadonlyMap<string, number>; actor: string },
): Promise<void> {
  const { document, sent, arrived, actor } = of
  const locationId = document.toLocationId as string
  const why = { reference: document.id, actor, note: document.note }
  const all = sent.map((line) => ({ ...line, locationId }))
  await moveStock(ctx, tx, { moves: all, reason: 'transferred', ...why })
  const lost = all.map((move) => ({ ...move, quantity: (arrived.get(move.inventoryItemId) ?? 0) - move.quantity }))
  await moveStock(ctx, tx, { moves: lost, reason: 'lost', ...why })
}
