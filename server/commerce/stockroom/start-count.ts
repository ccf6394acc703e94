import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { type Asked, refuseUnknownPlace, writeDocument } from './write-document.ts'

/** So many items are on one sheet at most: two people count that in a day. */
export const countLinesMax = 500

/**
 * Begins a count: a sheet of what is to be counted at a place, without a word of how many there should be. Of
 * everything that lies there, of the items named, or empty, to be filled by scanning. Answers the id of the sheet.
 */
export async function startCount(
  ctx: Shop,
  wish: { locationId: string; of: 'everything' | 'nothing' | readonly string[] } & Asked,
): Promise<string> {
  await refuseUnknownPlace(ctx, wish.locationId)
  return transaction(ctx, async (tx) => {
    let itemIds = typeof wish.of === 'string' ? [] : [...new Set(wish.of)]
    if (wish.of === 'everything') {
      const there = await tx.rows<{ id: string }>(sql`
        select inventory_item_id as id from stock_levels where location_id = ${wish.locationId} and on_hand > 0
        order by 1 limit ${countLinesMax + 1}`)
      itemIds = there.map((row) => row.id)
    }
    if (itemIds.length > countLinesMax) throw errors.tooMany({ most: countLinesMax })
    const lines = itemIds.map((inventoryItemId) => ({ inventoryItemId, quantity: null }))
    const { id } = await writeDocument(ctx, tx, { ...wish, kind: 'count', status: 'open', lines })
    return id
  })
}
