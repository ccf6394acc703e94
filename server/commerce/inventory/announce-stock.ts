import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { lowStockMax, shownStock } from './shown-stock.ts'

/** How many free pieces an item lost (negative) or won, over all locations. */
export type StockChange = { inventoryItemId: string; free: number; change: number; mostTaken: number }

/**
 * Tells the pages when a shopper would see another number now: `stock.availability-changed`, subject the product.
 * A change that nobody can see costs nothing, so that ordinary orders write no such event.
 * `free` is what is free after the change; `mostTaken` the most that any one variant takes of the item.
 */
export async function announceStock(ctx: Shop, tx: Transaction, changes: readonly StockChange[]): Promise<void> {
  const visible = changes.filter(
    ({ free, change, mostTaken }) => change !== 0 && Math.min(free, free - change) < (lowStockMax + 1) * mostTaken,
  )
  if (visible.length === 0) return
  const needs = await tx.rows<{
    variantId: string
    productId: string
    inventoryItemId: string
    quantity: number
    free: number
  }>(sql`
    select need.variant_id, v.product_id, need.inventory_item_id, need.quantity,
      (select coalesce(sum(level.on_hand - level.reserved), 0)::int from stock_levels level
        where level.inventory_item_id = need.inventory_item_id) as free
    from variant_inventory_items need join variants v on v.id = need.variant_id
    where v.track_inventory and not v.backorder and need.variant_id in (
      select variant_id from variant_inventory_items
      where inventory_item_id = any(${visible.map((change) => change.inventoryItemId)}))
    order by need.variant_id`)
  const changeOf = new Map(changes.map(({ inventoryItemId, change }) => [inventoryItemId, change]))
  const events = [...Map.groupBy(needs, (need) => need.variantId)].flatMap(([variantId, items]) => {
    const now = Math.min(...items.map((item) => Math.floor(item.free / item.quantity)))
    const before = Math.min(
      ...items.map((item) => Math.floor((item.free - (changeOf.get(item.inventoryItemId) ?? 0)) / item.quantity)),
    )
    if (shownStock(now) === shownStock(before)) return []
    const subject = items[0]?.productId as string
    return [{ type: 'stock.availability-changed', subject, payload: { variantId, available: Math.max(0, now) } }]
  })
  if (events.length > 0) await emit(ctx, tx, ...events)
}
