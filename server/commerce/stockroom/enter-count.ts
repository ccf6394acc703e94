import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors as inventoryErrors } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { countLinesMax } from './start-count.ts'
import { type ItemQuantity, lockDocument } from './write-document.ts'

/**
 * Enters what was counted. What the shop believes to lie there is noted beside each number at this moment, so that
 * what is sold or received until the count is applied changes nothing about the difference. Counting an item again
 * replaces its number; one that is not on the sheet is added to it.
 */
export async function enterCount(
  ctx: Shop,
  wish: { documentId: string; lines: readonly ItemQuantity[]; actor: string },
): Promise<void> {
  const { lines, actor } = wish
  if (lines.length === 0) throw errors.nothing()
  if (!lines.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity >= 0)) throw errors.invalidQuantity()
  const counted = new Map(lines.map((line) => [line.inventoryItemId, line.quantity]))
  const itemIds = [...counted.keys()]
  await transaction(ctx, async (tx) => {
    const document = await lockDocument(tx, wish.documentId)
    if (document.kind !== 'count' || document.status !== 'open') throw errors.notOpen()
    const known = await tx.rows(sql`select id from inventory_items where id = any(${itemIds})`)
    if (known.length < itemIds.length) throw inventoryErrors.itemNotFound()
    await tx.run(sql`
      insert into stock_document_lines (document_id, inventory_item_id, quantity, expected, counted_by, counted_at)
      select ${document.id}, t.item_id, t.quantity, coalesce(level.on_hand, 0), ${actor}, ${ctx.clock.now()}
      from unnest(${itemIds}::text[], ${[...counted.values()]}::int[]) as t(item_id, quantity)
      left join stock_levels level on level.inventory_item_id = t.item_id and level.location_id = ${document.locationId}
      on conflict (document_id, inventory_item_id) do update set quantity = excluded.quantity,
        expected = excluded.expected, counted_by = excluded.counted_by, counted_at = excluded.counted_at`)
    const { count } = await tx.one<{ count: number }>(
      sql`select count(*)::int as count from stock_document_lines where document_id = ${document.id}`,
    )
    if (count > countLinesMax) throw errors.tooMany({ most: countLinesMax })
  })
}
