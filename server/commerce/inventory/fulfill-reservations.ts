import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { partsOf } from './parts-of.ts'
import type { ReservationRow } from './tables.ts'

type Held = Pick<ReservationRow, 'id' | 'orderLineId' | 'inventoryItemId' | 'locationId' | 'quantity'>
type Part = Held & { taken: number }

/**
 * Sends pieces of an order away: they leave the shelf and the promise, each as a movement "sold", which takes them off
 * what lies there. `quantity` counts units of the line that go now, `unsentQuantity` those that had not gone before, so
 * that a part of a bundle takes its share of each item. What a line on backorder sends beyond its reservations never
 * lay on a shelf, and moves nothing.
 */
export async function fulfillReservations(
  ctx: Shop,
  tx: Transaction,
  of: {
    orderId: string
    lines: readonly { orderLineId: string; quantity: number; unsentQuantity: number }[]
    actor: string
  },
): Promise<void> {
  // The levels too, in the order in which reserving locks them.
  const held = await tx.rows<Held>(sql`
    select r.id, r.order_line_id, r.inventory_item_id, r.location_id, r.quantity
    from reservations r join stock_levels level using (inventory_item_id, location_id)
    where r.order_id = ${of.orderId} and r.status = 'committed'
      and r.order_line_id = any(${of.lines.map((line) => line.orderLineId)})
    order by r.inventory_item_id, r.location_id, r.id
    for update`)
  const parts: Part[] = []
  for (const line of of.lines) {
    if (line.quantity < 1 || line.quantity > line.unsentQuantity) throw errors.notReserved()
    const mine = held.filter((reservation) => reservation.orderLineId === line.orderLineId)
    for (const item of Map.groupBy(mine, (reservation) => reservation.inventoryItemId).values())
      parts.push(...partsOf(item, line))
  }
  if (parts.length === 0) return
  await tx.run(sql`
    with part as (
      select * from unnest(${parts.map((part) => part.id)}::bigint[], ${parts.map((part) => part.taken)}::int[])
        as p(id, taken)
    ), closed as (
      update reservations r set status = 'fulfilled', quantity = p.taken from part p where r.id = p.id
      returning r.id, r.order_id, r.order_line_id, r.inventory_item_id, r.location_id, r.quantity
    ), kept as (
      insert into reservations (order_id, order_line_id, inventory_item_id, location_id, quantity, status)
      select order_id, order_line_id, inventory_item_id, location_id, rest, 'committed'
      from (select r.*, r.quantity - p.taken as rest from reservations r join part p on p.id = r.id) split where rest > 0
    ), moved as (
      insert into stock_movements (inventory_item_id, location_id, quantity, reason, reference, actor, occurred_at)
      select inventory_item_id, location_id, -sum(quantity)::int, 'sold', ${of.orderId}, ${of.actor}, ${ctx.clock.now()}
      from closed group by inventory_item_id, location_id
    )
    update stock_levels level set reserved = level.reserved - c.quantity
    from (select inventory_item_id, location_id, sum(quantity)::int as quantity from closed group by 1, 2) c
    where level.inventory_item_id = c.inventory_item_id and level.location_id = c.location_id`)
}
