import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { lockForSending, markDelivered } from '../orders/index.ts'
import { type Fulfillment, fulfillmentById } from './fulfillment-view.ts'

/**
 * A parcel has reached its buyer, or a bag was picked up. When it was the last one of an order that has been sent
 * completely, the order is delivered. Said twice, it is the same.
 */
export async function deliverFulfillment(
  ctx: Shop,
  of: { fulfillmentId: string; actor: string },
): Promise<Fulfillment> {
  const { orderId } = await fulfillmentById(ctx, of.fulfillmentId)
  await transaction(ctx, async (tx) => {
    await lockForSending(tx, orderId)
    const delivered = await tx.run(sql`
      update fulfillments set status = 'delivered', delivered_at = ${ctx.clock.now()}
      where id = ${of.fulfillmentId} and status <> 'delivered'`)
    if (delivered === 0) return
    const { open } = await tx.one<{ open: number }>(
      sql`select count(*) as open from fulfillments where order_id = ${orderId} and status <> 'delivered'`,
    )
    const isWhole = open === 0 && (await markDelivered(tx, orderId))
    await emit(ctx, tx, {
      type: 'order.delivered',
      subject: orderId,
      payload: { fulfillmentId: of.fulfillmentId, isWhole },
      actor: of.actor,
    })
  })
  return fulfillmentById(ctx, of.fulfillmentId)
}
