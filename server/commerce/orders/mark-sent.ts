import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { type FulfillmentStatus, fulfillmentBefore } from './order-states.ts'
import type { OrderRow } from './tables.ts'

/** So many units of a line have left. */
export type SentLine = { orderLineId: string; quantity: number }

/** Locks an order until the transaction ends, so that two who send parts of it take turns; undefined if there is none. */
export async function lockForSending(
  tx: Transaction,
  orderId: string,
): Promise<Pick<OrderRow, 'status' | 'shippingMethod'> | undefined> {
  return tx.maybe(sql`select status, shipping_method from orders where id = ${orderId} for update`)
}

/**
 * Notes what has left of an order, under its lock, and answers how far it is now. The database refuses more than was
 * ordered. An order that is not placed, or of which everything has left, cannot send more: then undefined.
 */
export async function markSent(
  tx: Transaction,
  of: { orderId: string; lines: readonly SentLine[] },
): Promise<FulfillmentStatus | undefined> {
  const order = await tx.maybe<{ fulfillmentStatus: FulfillmentStatus }>(sql`
    with sent as (
      update order_lines line set fulfilled_quantity = line.fulfilled_quantity + s.quantity
      from unnest(${of.lines.map((line) => line.orderLineId)}::text[], ${of.lines.map((line) => line.quantity)}::int[])
        as s(id, quantity)
      where line.id = s.id and line.order_id = ${of.orderId}
      returning line.id, line.quantity - line.fulfilled_quantity as unsent
    )
    update orders set fulfillment_status = case when exists (
        select from order_lines line left join sent on sent.id = line.id
        where line.order_id = ${of.orderId} and coalesce(sent.unsent, line.quantity - line.fulfilled_quantity) > 0
      ) then 'partly-shipped' else 'shipped' end
    where id = ${of.orderId} and status = 'placed' and fulfillment_status = any(${fulfillmentBefore('shipped')})
    returning fulfillment_status`)
  return order?.fulfillmentStatus
}

/** Notes that all of an order has reached its buyer. Answers false when it had not all been sent, or was known before. */
export async function markDelivered(tx: Transaction, orderId: string): Promise<boolean> {
  const marked = await tx.run(sql`
    update orders set fulfillment_status = 'delivered' where id = ${orderId} and fulfillment_status = 'shipped'`)
  return marked > 0
}
