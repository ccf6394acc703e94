import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

/** Says from how few free pieces on an item runs low. */
export async function setLowMark(ctx: Shop, of: { inventoryItemId: string; lowAt: number }): Promise<void> {
  if (!Number.isSafeInteger(of.lowAt) || of.lowAt < 0) throw errors.invalidQuantity()
  const changed = await ctx.database.run(
    sql`update inventory_items set low_at = ${of.lowAt} where id = ${of.inventoryItemId}`,
  )
  if (changed === 0) throw errors.itemNotFound()
}
