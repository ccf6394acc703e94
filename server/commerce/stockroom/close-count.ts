import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { moveStock } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { closeDocument, lockDocument } from './write-document.ts'

type OfCount = { documentId: string; actor: string }

/** Ends the counting: from now on the differences are shown, and nothing more is entered. */
export async function reviewCount(ctx: Shop, { documentId }: OfCount): Promise<void> {
  await moveCount(ctx, { documentId, from: 'open', to: 'review' })
}

/** Opens a count again, to count something anew. */
export async function recount(ctx: Shop, { documentId }: OfCount): Promise<void> {
  await moveCount(ctx, { documentId, from: 'review', to: 'open' })
}

async function moveCount(
  ctx: Shop,
  of: { documentId: string; from: 'open' | 'review'; to: 'open' | 'review' },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const document = await lockDocument(tx, of.documentId)
    if (document.kind === 'count' && document.status === of.to) return
    if (document.kind !== 'count' || document.status !== of.from) throw errors.notOpen()
    await tx.run(sql`update stock_documents set status = ${of.to} where id = ${document.id}`)
  })
}

/**
 * Applies a count: the difference of each item to what was believed at the moment it was counted becomes a movement.
 * What was not counted stays as it is. Where fewer were found than are promised to orders it is refused, and nothing
 * is applied. Applying it twice is once.
 */
export async function applyCount(ctx: Shop, { documentId, actor }: OfCount): Promise<void> {
  await transaction(ctx, async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (document.kind === 'count' && document.status === 'done') return
    if (document.kind !== 'count' || document.status !== 'review') throw errors.notReviewed()
    const { locationId, note } = document
    const moves = await tx.rows<{ inventoryItemId: string; quantity: number }>(sql`
      select inventory_item_id, quantity - expected as quantity from stock_document_lines
      where document_id = ${documentId} and expected is not null and quantity <> expected`)
    await moveStock(ctx, tx, {
      moves: moves.map((move) => ({ ...move, locationId })),
      reason: 'counted',
      reference: documentId,
      actor,
      note,
    })
    await closeDocument(ctx, tx, { documentId, status: 'done', actor })
  })
}

/** Puts a count away: it changes nothing. */
export async function discardCount(ctx: Shop, { documentId, actor }: OfCount): Promise<void> {
  await transaction(ctx, async (tx) => {
    const document = await lockDocument(tx, documentId)
    if (document.kind !== 'count' || document.status === 'done') throw errors.notOpen()
    if (document.status !== 'discarded') await closeDocument(ctx, tx, { documentId, status: 'discarded', actor })
  })
}
