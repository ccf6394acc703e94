import { type Shop, transaction } from '../../platform/context.ts'
import { type AdjustReason, moveStock } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { type Asked, type ItemQuantity, refuseUnclear, refuseUnknownPlace, writeDocument } from './write-document.ts'

/** Which way each reason leads; a correction may lead both. */
const directions: Partial<Record<AdjustReason, 1 | -1>> = { damaged: -1, lost: -1, taken: -1, found: 1 }

/**
 * Puts a number right for a reason: pieces broke, were lost or taken for the shop's own use (fewer), turned up (more),
 * or had been entered wrongly. Never below what is promised to orders. Answers the id of the paper.
 */
export async function adjustStock(
  ctx: Shop,
  wish: { locationId: string; reason: AdjustReason; lines: readonly ItemQuantity[] } & Asked,
): Promise<string> {
  const { locationId, lines, reason, actor, note } = wish
  refuseUnclear(lines, (quantity) => quantity !== 0)
  const direction = directions[reason]
  if (direction && lines.some((line) => Math.sign(line.quantity) !== direction)) throw errors.wrongDirection({ reason })
  await refuseUnknownPlace(ctx, locationId)
  return transaction(ctx, async (tx) => {
    const { id, isNew } = await writeDocument(ctx, tx, { ...wish, kind: 'adjustment', status: 'done' })
    const moves = lines.map((line) => ({ ...line, locationId }))
    if (isNew) await moveStock(ctx, tx, { moves, reason, reference: id, actor, note: note ?? null })
    return id
  })
}
