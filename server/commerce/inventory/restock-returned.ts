import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { moveStock, type StockMove } from './move-stock.ts'

type Place = StockMove & { orderLineId: string }

/**
 * Puts goods that came back on the shelf that they had left from, each as a movement "returned". `sentQuantity` counts
 * the units of the line that had left, so that a part of a bundle brings back its share of each item. What never left a
 * shelf (a line on backorder, a download) brings nothing back.
 */
export async function restockReturned(
  ctx: Shop,
  tx: Transaction,
  of: {
    orderId: string
    lines: readonly { orderLineId: string; quantity: number; sentQuantity: number }[]
    actor: string
  },
): Promise<void> {
  const left = await tx.rows<Place>(sql`
    select order_line_id, inventory_item_id, max(location_id) as location_id, sum(quantity)::int as quantity
    from reservations
    where order_id = ${of.orderId} and status = 'fulfilled' and order_line_id = any(${of.lines.map((line) => line.orderLineId)})
    group by order_line_id, inventory_item_id`)
  const back = left.flatMap((place) => {
    const line = of.lines.find(({ orderLineId }) => orderLineId === place.orderLineId)
    const quantity = line ? Math.floor((place.quantity * line.quantity) / line.sentQuantity) : 0
    return quantity > 0 ? [{ ...place, quantity }] : []
  })
  await moveStock(ctx, tx, { moves: back, reason: 'returned', reference: of.orderId, actor: of.actor })
}
