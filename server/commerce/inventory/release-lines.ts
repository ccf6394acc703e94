import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { announceStock } from './announce-stock.ts'
import type { ReservationRow } from './tables.ts'

type Held = Pick<ReservationRow, 'id' | 'orderLineId' | 'inventoryItemId' | 'locationId' | 'quantity'>
type Part = Held & { freed: number }

/**
 * Gives back what an order holds of some of its lines, in part: they were taken out of it. `quantity` counts the units
 * taken out, `unsentQuantity` those that had not left before, so that a part of a bundle gives back its share of each
 * item.
 */
export async function releaseLines(
  ctx: Shop,
  tx: Transaction,
  of: { orderId: string; lines: readonly { orderLineId: string; quantity: number; unsentQuantity: number }[] },
): Promise<void> {
  // The levels too, in the order in which reserving locks them.
  const held = await tx.rows<Held>(sql`
    select r.id, r.order_line_id, r.inventory_item_id, r.location_id, r.quantity
    from reservations r join stock_levels level using (inventory_item_id, location_id)
    where r.order_id = ${of.orderId} and r.status in ('held', 'committed')
      and r.order_line_id = any(${of.lines.map((line) => line.orderLineId)})
    order by r.inventory_item_id, r.location_id, r.id
    for update`)
  const parts = of.lines.flatMap((line) => {
    const mine = held.filter((reservation) => reservation.orderLineId === line.orderLineId)
    return [...Map.groupBy(mine, (reservation) => reservation.inventoryItemId).values()].flatMap((item) =>
      partsOf(item, line),
    )
  })
  if (parts.length === 0) return
  await tx.run(sql`
    with part as (
      select * from unnest(${parts.map((part) => part.id)}::bigint[], ${parts.map((part) => part.freed)}::int[])
        as p(id, freed)
    ), kept as (
      insert into reservations (order_id, order_line_id, inventory_item_id, location_id, quantity, status, held_until)
      select order_id, order_line_id, inventory_item_id, location_id, rest, status, held_until
      from (select r.*, r.quantity - p.freed as rest from reservations r join part p on p.id = r.id) split where rest > 0
    ), closed as (
      update reservations r set status = 'released', held_until = null, quantity = p.freed from part p where r.id = p.id
      returning r.inventory_item_id, r.location_id, r.quantity
    )
    update stock_levels level set reserved = level.reserved - c.quantity
    from (select inventory_item_id, location_id, sum(quantity)::int as quantity from closed group by 1, 2) c
    where level.inventory_item_id = c.inventory_item_id and level.location_id = c.location_id`)
  await announce(ctx, tx, parts)
}

/** Of one item's reservations, what is given back: all but the share of the units that stay, from the last one on. */
function partsOf(item: readonly Held[], line: { quantity: number; unsentQuantity: number }): Part[] {
  const total = item.reduce((sum, reservation) => sum + reservation.quantity, 0)
  let wanted = total - Math.ceil((total * (line.unsentQuantity - line.quantity)) / line.unsentQuantity)
  return [...item].reverse().flatMap((reservation) => {
    const freed = Math.min(wanted, reservation.quantity)
    wanted -= freed
    return freed > 0 ? [{ ...reservation, freed }] : []
  })
}

async function announce(ctx: Shop, tx: Transaction, parts: readonly Part[]): Promise<void> {
  const byItem = Map.groupBy(parts, (part) => part.inventoryItemId)
  const items = await tx.rows<{ inventoryItemId: string; free: number; mostTaken: number }>(sql`
    select level.inventory_item_id, sum(level.on_hand - level.reserved)::int as free,
      (select coalesce(max(need.quantity), 1) from variant_inventory_items need
        where need.inventory_item_id = level.inventory_item_id) as most_taken
    from stock_levels level where level.inventory_item_id = any(${[...byItem.keys()]})
    group by level.inventory_item_id`)
  const changes = items.map((item) => {
    const freed = byItem.get(item.inventoryItemId) ?? []
    return { ...item, change: freed.reduce((sum, part) => sum + part.freed, 0) }
  })
  await announceStock(ctx, tx, changes)
}
