import type { Shop } from '../../platform/context.ts'
import type { ShopEvent } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import type { OrderLineRow, OrderRow } from '../orders/tables.ts'
import { captureOrderMoney, paymentsOfOrder } from '../payments/index.ts'
import type { PaymentRow } from '../payments/tables.ts'
import { currentStore } from '../stores/index.ts'
import { amountDue } from './amount-due.ts'
import { fulfillmentsOf } from './fulfillment-view.ts'

/**
 * Takes the money that is due for a parcel that has left, in a shop that charges by shipment. Heard twice, it takes it
 * once: the parcel is the reason, and the same reason is the same capture.
 */
export async function captureDue(ctx: Shop, event: ShopEvent): Promise<void> {
  const { capture } = await currentStore(ctx)
  if (capture !== 'on-shipment') return
  const reference = String(event.payload.fulfillmentId)
  const orderId = event.subject
  const payments = await paymentsOfOrder(ctx, orderId)
  const amountMinor = await dueWith(ctx, { orderId, fulfillmentId: reference, payments })
  await captureOrderMoney(ctx, { orderId, reference, amountMinor })
}

async function dueWith(
  ctx: Shop,
  of: { orderId: string; fulfillmentId: string; payments: readonly PaymentRow[] },
): Promise<number> {
  const [order, lines, parcels] = await Promise.all([
    ctx.database.one<Pick<OrderRow, 'totalMinor'>>(sql`select total_minor from orders where id = ${of.orderId}`),
    ctx.database.rows<Pick<OrderLineRow, 'id' | 'quantity' | 'totalMinor'>>(
      sql`select id, quantity, total_minor from order_lines where order_id = ${of.orderId} order by position`,
    ),
    fulfillmentsOf(ctx, of.orderId),
  ])
  const at = parcels.findIndex((parcel) => parcel.id === of.fulfillmentId)
  const sentIn = (some: typeof parcels, lineId: string) =>
    some
      .flatMap((parcel) => parcel.lines)
      .reduce((sum, line) => sum + (line.orderLineId === lineId ? line.quantity : 0), 0)
  return amountDue({
    totalMinor: order.totalMinor,
    capturedMinor: of.payments.reduce((sum, payment) => sum + payment.capturedMinor, 0),
    lines: lines.map((line) => ({
      quantity: line.quantity,
      totalMinor: line.totalMinor,
      sentBefore: sentIn(parcels.slice(0, at), line.id),
      sentWith: sentIn(parcels.slice(at, at + 1), line.id),
    })),
  })
}
