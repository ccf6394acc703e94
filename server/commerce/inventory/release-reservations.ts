import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { announceStock, type StockChange } from './announce-stock.ts'
import type { ReservationRow } from './tables.ts'

/**
 * Makes an order's holds permanent: it has been placed. A part of a statement, to be run with others of the same
 * transaction: `with ${part}, ...`.
 */
export function reservationsCommitted(orderId: string): Statement {
  return sql`
    reservations_committed as (
      update reservations set status = 'committed', held_until = null where order_id = ${orderId} and status = 'held'
    )`
}

/** Gives back all that an order still holds; once is enough, twice does no harm. */
export async function releaseReservations(ctx: Shop, tx: Transaction, orderId: string): Promise<void> {
  const levels = await lockLevelsOf(tx, orderId)
  if (levels.length === 0) return
  const freed = await tx.rows<Pick<ReservationRow, 'inventoryItemId' | 'quantity'>>(sql`
    with freed as (
      update reservations set status = 'released', held_until = null
      where order_id = ${orderId} and status in ('held', 'committed')
      returning inventory_item_id, location_id, quantity
    ), changed as (
      update stock_levels level set reserved = level.reserved - f.quantity
      from (select inventory_item_id, location_id, sum(quantity)::int as quantity from freed group by 1, 2) f
      where level.inventory_item_id = f.inventory_item_id and level.location_id = f.location_id
    )
    select inventory_item_id, sum(quantity)::int as quantity from freed group by inventory_item_id`)
  const changes: StockChange[] = freed.map(({ inventoryItemId, quantity }) => {
    const places = levels.filter((level) => level.inventoryItemId === inventoryItemId)
    const free = places.reduce((sum, place) => sum + place.free, 0) + quantity
    return { inventoryItemId, free, change: quantity, mostTaken: places[0]?.mostTaken ?? 1 }
  })
  await announceStock(ctx, tx, changes)
}

/** Locks every level of the items that an order holds, in the order in which reserving locks them. */
async function lockLevelsOf(tx: Transaction, orderId: string) {
  return tx.rows<{ inventoryItemId: string; free: number; mostTaken: number }>(sql`
    select level.inventory_item_id, level.on_hand - level.reserved as free,
      (select max(other.quantity) from variant_inventory_items other
        where other.inventory_item_id = level.inventory_item_id) as most_taken
    from stock_levels level
    where level.inventory_item_id in (
      select inventory_item_id from reservations where order_id = ${orderId} and status in ('held', 'committed'))
    order by level.inventory_item_id, level.location_id
    for update of level`)
}
