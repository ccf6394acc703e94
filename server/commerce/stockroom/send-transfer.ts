import { type Shop, transaction } from '../../platform/context.ts'
import { moveStock } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { type Asked, type ItemQuantity, refuseUnclear, refuseUnknownPlace, writeDocument } from './write-document.ts'

/**
 * Sends pieces from one place to another: they leave the shelf here, and are on their way until they are received
 * there. `isAtOnce` carries them over in one step, as between two rooms. What is promised to orders from here stays.
 * Answers the id of the transfer.
 */
export async function sendTransfer(
  ctx: Shop,
  wish: { locationId: string; toLocationId: string; lines: readonly ItemQuantity[]; isAtOnce?: boolean } & Asked,
): Promise<string> {
  const { locationId, toLocationId, lines, isAtOnce = false, actor, note } = wish
  refuseUnclear(lines, (quantity) => quantity > 0)
  if (locationId === toLocationId) throw errors.samePlace()
  await refuseUnknownPlace(ctx, locationId, toLocationId)
  return transaction(ctx, async (tx) => {
    const { id, isNew } = await writeDocument(ctx, tx, {
      ...wish,
      kind: 'transfer',
      status: isAtOnce ? 'done' : 'sent',
      lines: isAtOnce ? lines.map((line) => ({ ...line, arrived: line.quantity })) : lines,
    })
    if (!isNew) return id
    const gone = lines.map((line) => ({ ...line, locationId, quantity: -line.quantity }))
    const come = isAtOnce ? lines.map((line) => ({ ...line, locationId: toLocationId })) : []
    await moveStock(ctx, tx, {
      moves: [...gone, ...come],
      reason: 'transferred',
      reference: id,
      actor,
      note: note ?? null,
    })
    return id
  })
}
