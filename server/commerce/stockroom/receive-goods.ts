import { type Shop, transaction } from '../../platform/context.ts'
import { moveStock } from '../inventory/index.ts'
import { type Asked, type ItemQuantity, refuseUnclear, refuseUnknownPlace, writeDocument } from './write-document.ts'

/** Takes goods in that came from outside: they lie on the shelf from now on. Answers the id of the receipt. */
export async function receiveGoods(
  ctx: Shop,
  wish: { locationId: string; lines: readonly ItemQuantity[] } & Asked,
): Promise<string> {
  const { locationId, lines, actor, note } = wish
  refuseUnclear(lines, (quantity) => quantity > 0)
  await refuseUnknownPlace(ctx, locationId)
  return transaction(ctx, async (tx) => {
    const { id, isNew } = await writeDocument(ctx, tx, { ...wish, kind: 'receipt', status: 'done' })
    const moves = lines.map((line) => ({ ...line, locationId }))
    if (isNew) await moveStock(ctx, tx, { moves, reason: 'received', reference: id, actor, note: note ?? null })
    return id
  })
}
