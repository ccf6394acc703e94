import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'

/** An order with its lines, under lock. */
export type LockedOrder = OrderRow & { lines: OrderLineRow[] }

/** Locks an order until the transaction ends; payments and stock are locked after it. */
export async function lockOrder(tx: Transaction, orderId: string): Promise<LockedOrder> {
  const order = await tx.maybe<OrderRow>(sql`select * from orders where id = ${orderId} for update`)
  if (!order) throw errors.notFound()
  const lines = await tx.rows<OrderLineRow>(
    sql`select * from order_lines where order_id = ${orderId} order by position`,
  )
  return { ...order, lines }
}

/** Refuses a change that was decided on when the order looked otherwise. */
export function refuseOutdated(order: LockedOrder, revision: number | undefined): void {
  if (revision !== undefined && revision !== order.revision) throw errors.changedMeanwhile()
}

/** Refuses to change where an order goes once something of it has left. */
export function refuseSent(order: LockedOrder): void {
  if (order.status !== 'placed') throw errors.notPlaced({ status: order.status })
  if (order.fulfillmentStatus !== 'unfulfilled') throw errors.alreadySent()
}
