import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit, type NewEvent } from '../../platform/events.ts'
import { markCartOrdered } from '../carts/index.ts'
import { commitReservations, releaseReservations } from '../inventory/index.ts'
import { postTransaction } from '../ledger/index.ts'
import { type MovedOrder, markDeclined, markPlaced, type OrderSummary, orderSummary } from '../orders/index.ts'
import { type RecordedPayment, type SettledOutcome, settlePayment, voidPayment } from '../payments/index.ts'
import { saleEntries } from './sale-entries.ts'

/**
 * Finishes an order by the provider's word: places it, or declines it and gives its stock back. The browser, a webhook
 * and the sweeper all come through here and take turns on the order's row; whoever comes second changes nothing and
 * gets the same order. Money that turns out to be reserved for an order that is closed is set free.
 */
export async function finishOrder(
  ctx: Shop,
  of: { orderId: string; payment: RecordedPayment; outcome: SettledOutcome },
): Promise<OrderSummary> {
  const { orderId, payment, outcome } = of
  const { order, isLate } = await transaction(ctx, async (tx) => {
    const moved = outcome.kind === 'authorized' ? await markPlaced(ctx, tx, orderId) : await markDeclined(tx, orderId)
    const isLate = !moved && outcome.kind === 'authorized'
    const isNews = moved || isLate ? await settlePayment(ctx, tx, { payment, outcome }) : false
    if (!moved) return { order: await standing(tx, orderId), isLate: isLate && isNews }
    if (outcome.kind === 'authorized') await place(ctx, tx, moved, [authorized(payment)])
    else await decline(ctx, tx, moved, outcome.declineCode)
    return { order: moved, isLate: false }
  })
  if (isLate) await voidPayment(ctx, { paymentId: payment.id, reference: orderId })
  return summaryOf(order)
}

/** Places an order that costs nothing: there is nobody to ask for money. */
export async function finishFreeOrder(ctx: Shop, orderId: string): Promise<OrderSummary> {
  const order = await transaction(ctx, async (tx) => {
    const moved = await markPlaced(ctx, tx, orderId)
    if (!moved) return standing(tx, orderId)
    await place(ctx, tx, moved, [])
    return moved
  })
  return summaryOf(order)
}

async function place(ctx: Shop, tx: Transaction, order: MovedOrder, also: NewEvent[]): Promise<void> {
  await commitReservations(tx, order.id)
  await postTransaction(ctx, tx, { kind: 'order-placed', reference: order.id, entries: saleEntries(order) })
  await markCartOrdered(ctx, tx, { cartId: order.cartId, orderId: order.id })
  const { number, currency, totalMinor } = order
  const placed = {
    type: 'order.placed',
    subject: order.id,
    payload: { number, currency, totalMinor },
    actor: 'customer',
  }
  await emit(ctx, tx, ...also, placed)
}

async function decline(ctx: Shop, tx: Transaction, order: MovedOrder, declineCode: string): Promise<void> {
  await releaseReservations(ctx, tx, order.id)
  await emit(ctx, tx, { type: 'order.declined', subject: order.id, payload: { declineCode } })
}

function authorized({ id: paymentId, orderId, provider, amountMinor, currency }: RecordedPayment): NewEvent {
  return { type: 'payment.authorized', subject: orderId, payload: { paymentId, provider, amountMinor, currency } }
}

async function standing(tx: Transaction, orderId: string): Promise<OrderSummary> {
  const order = await orderSummary(tx, orderId)
  if (!order) throw new Error(`order ${orderId} is gone`)
  return order
}

function summaryOf({ id, number, status, currency, totalMinor }: OrderSummary): OrderSummary {
  return { id, number, status, currency, totalMinor }
}
