import { type Shop, transaction } from '../../platform/context.ts'
import { emit, type ShopEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { issueCard } from '../gift-cards/index.ts'
import { fulfillReservations } from '../inventory/index.ts'
import { lockForSending, markDelivered, markSent, orderById } from '../orders/index.ts'
import type { OrderLineRow } from '../orders/tables.ts'
import { captureOrderMoney, paymentsOfOrder } from '../payments/index.ts'
import { currentStore } from '../stores/index.ts'

const requestKey = 'gift-cards'
const validYears = 3

/**
 * Sends the gift cards of an order that has been placed: they need no parcel, so they are charged at once, and a code is
 * made for each when the money is there; the mail with it follows from the event. Heard twice, each piece is one card.
 */
export async function sendGiftCards(ctx: Shop, event: ShopEvent): Promise<void> {
  const orderId = event.subject
  const fulfillmentId = await handOver(ctx, orderId)
  if (fulfillmentId === undefined) return
  const [order, { capture }] = await Promise.all([orderById(ctx, orderId), currentStore(ctx)])
  const lines = order.lines.filter((line) => line.isGiftCard)
  const priceMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  if (capture === 'on-shipment')
    await captureOrderMoney(ctx, { orderId, reference: fulfillmentId, amountMinor: priceMinor })
  const payments = await paymentsOfOrder(ctx, orderId)
  const capturedMinor = payments.reduce((sum, payment) => sum + payment.capturedMinor, 0)
  // No card is handed out for money that has not come: the event is told again, later.
  if (capturedMinor < priceMinor) throw new Error(`the gift cards of ${orderId} have not been paid yet`)
  const { giftRecipient } = order.contact
  const expiresAt = new Date(Date.UTC(ctx.clock.now().getUTCFullYear() + validYears + 1, 0, 1))
  await transaction(ctx, async (tx) => {
    await lockForSending(tx, orderId)
    for (const line of lines)
      for (let piece = 1; piece <= line.quantity; piece++) {
        const issued = await issueCard(ctx, tx, {
          kind: 'sold',
          reference: `${line.id}#${piece}`,
          orderId,
          currency: order.currency,
          amountMinor: line.unitPriceMinor,
          holder: { ...giftRecipient, ...(order.contact.name ? { from: order.contact.name } : {}) },
          expiresAt,
          actor: 'system',
        })
        const payload = { giftCardId: issued?.id }
        if (issued) await emit(ctx, tx, { type: 'gift-card.issued', subject: orderId, payload })
      }
  })
}

type Line = Pick<OrderLineRow, 'id' | 'quantity' | 'fulfilledQuantity'>

/** Notes that they have left, and arrived. Answers under which parcel; undefined for an order that is not placed any more. */
async function handOver(ctx: Shop, orderId: string): Promise<string | undefined> {
  return transaction(ctx, async (tx) => {
    const order = await lockForSending(tx, orderId)
    const known = await tx.maybe<{ id: string }>(
      sql`select id from fulfillments where order_id = ${orderId} and request_key = ${requestKey}`,
    )
    if (known) return known.id
    const lines = await tx.rows<Line>(sql`
      select id, quantity, fulfilled_quantity from order_lines
      where order_id = ${orderId} and is_gift_card and fulfilled_quantity < quantity order by position`)
    if (order?.status !== 'placed' || lines.length === 0) return undefined
    const id = newId('fulfillment')
    const going = lines.map((line) => {
      const quantity = line.quantity - line.fulfilledQuantity
      return { orderLineId: line.id, quantity, unsentQuantity: quantity }
    })
    await fulfillReservations(ctx, tx, { orderId, lines: going, actor: 'system' })
    const now = ctx.clock.now()
    await tx.run(sql`
      with parcel as (
        insert into fulfillments (id, order_id, status, shipped_at, delivered_at, request_key)
        values (${id}, ${orderId}, 'delivered', ${now}, ${now}, ${requestKey}) returning id
      )
      insert into fulfillment_lines (fulfillment_id, order_line_id, quantity)
      select parcel.id, line.order_line_id, line.quantity
      from parcel, unnest(${going.map((line) => line.orderLineId)}::text[], ${going.map((line) => line.quantity)}::int[])
        as line(order_line_id, quantity)`)
    await markSent(tx, { orderId, lines: going })
    await markDelivered(tx, orderId)
    return id
  })
}
