import { markedTransaction, type Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { fulfillReservations } from '../inventory/index.ts'
import { lockForSending, markSent, errors as orderErrors } from '../orders/index.ts'
import type { OrderLineRow } from '../orders/tables.ts'
import { errors } from './errors.ts'
import { type Fulfillment, fulfillmentById } from './fulfillment-view.ts'
import { trackingUrlFor } from './tracking-url.ts'

type Wish = {
  orderId: string
  /** Everything that is left, unless it says what. */
  lines?: readonly { orderLineId: string; quantity: number }[]
  carrier?: string | null
  trackingNumber?: string | null
  /** The same key for the same order is the same parcel, however often it is sent. */
  requestKey?: string
  actor: string
}

type Line = Pick<OrderLineRow, 'id' | 'title' | 'quantity' | 'fulfilledQuantity'>
type Going = { orderLineId: string; quantity: number; unsentQuantity: number }

/**
 * Sends an order, or a part of it: its goods leave the shelf, and its customer hears of it. An order to be picked up
 * is laid ready instead. Never more than was ordered.
 */
export async function shipOrder(ctx: Shop, wish: Wish): Promise<Fulfillment> {
  const trackingNumber = wish.trackingNumber?.trim() || null
  const id = newId('fulfillment')
  const known = await markedTransaction(ctx, 'ship-order', async (tx) => {
    const order = await lockForSending(tx, wish.orderId)
    if (!order) throw orderErrors.notFound()
    const before = await sentUnder(tx, wish)
    if (before) return before
    if (order.status !== 'placed') throw errors.notPlaced({ status: order.status })
    const { shippingMethod } = order
    const going = await whatGoes(tx, wish)
    const isPickup = shippingMethod.kind === 'pickup'
    const carrier = isPickup ? null : wish.carrier?.trim() || shippingMethod.carrier || null
    const trackingUrl = await trackingUrlFor(ctx, { carrier, trackingNumber, shippingMethod })
    await fulfillReservations(ctx, tx, { orderId: wish.orderId, lines: going, actor: wish.actor })
    await tx.run(sql`
      with parcel as (
        insert into fulfillments (id, order_id, status, carrier, tracking_number, tracking_url, shipped_at, request_key)
        values (${id}, ${wish.orderId}, ${isPickup ? 'ready-for-pickup' : 'shipped'}, ${carrier}, ${trackingNumber},
          ${trackingUrl}, ${ctx.clock.now()}, ${wish.requestKey ?? null})
        returning id
      )
      insert into fulfillment_lines (fulfillment_id, order_line_id, quantity)
      select parcel.id, line.order_line_id, line.quantity
      from parcel, unnest(${going.map((line) => line.orderLineId)}::text[], ${going.map((line) => line.quantity)}::int[])
        as line(order_line_id, quantity)`)
    const fulfillmentStatus = await markSent(tx, { orderId: wish.orderId, lines: going })
    if (!fulfillmentStatus) throw errors.nothingLeft()
    const lines = going.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }))
    await emit(ctx, tx, {
      type: isPickup ? 'order.ready-for-pickup' : 'order.shipped',
      subject: wish.orderId,
      payload: { fulfillmentId: id, carrier, trackingNumber, trackingUrl, fulfillmentStatus, lines },
      actor: wish.actor,
    })
    return undefined
  })
  return fulfillmentById(ctx, known ?? id)
}

async function sentUnder(tx: Transaction, wish: Wish): Promise<string | undefined> {
  if (!wish.requestKey) return undefined
  const sent = await tx.maybe<{ id: string }>(
    sql`select id from fulfillments where order_id = ${wish.orderId} and request_key = ${wish.requestKey}`,
  )
  return sent?.id
}

/** What is to go now, line by line, each no more than is left of it. */
async function whatGoes(tx: Transaction, wish: Wish): Promise<Going[]> {
  const lines = await tx.rows<Line>(sql`
    select id, title, quantity, fulfilled_quantity from order_lines where order_id = ${wish.orderId} order by position`)
  const unsent = new Map(lines.map((line) => [line.id, line.quantity - line.fulfilledQuantity]))
  if (![...unsent.values()].some((left) => left > 0)) throw errors.nothingLeft()
  const wanted = new Map<string, number>()
  for (const { orderLineId, quantity } of wish.lines ?? []) {
    if (!unsent.has(orderLineId)) throw errors.lineNotFound()
    wanted.set(orderLineId, (wanted.get(orderLineId) ?? 0) + quantity)
  }
  return lines.flatMap((line) => {
    const unsentQuantity = unsent.get(line.id) as number
    const quantity = wish.lines ? (wanted.get(line.id) ?? 0) : unsentQuantity
    if (quantity > unsentQuantity) throw errors.tooMany({ title: line.title, left: unsentQuantity })
    return quantity > 0 ? [{ orderLineId: line.id, quantity, unsentQuantity }] : []
  })
}
