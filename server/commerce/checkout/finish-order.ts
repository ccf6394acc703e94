import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit, type NewEvent } from '../../platform/events.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { cartOrdered } from '../carts/index.ts'
import { releaseReservations, reservationsCommitted } from '../inventory/index.ts'
import { transactionPosted } from '../ledger/index.ts'
import {
  type MovedOrder,
  markDeclined,
  markPlaced,
  type OrderSummary,
  orderSummary,
  saleEntries,
} from '../orders/index.ts'
import {
  paymentSettled,
  type RecordedPayment,
  type SettledOutcome,
  settlePayment,
  voidPayment,
} from '../payments/index.ts'
import { releaseUses, usesConfirmed } from '../promotions/index.ts'

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
    if (outcome.kind === 'declined') {
      const moved = await markDeclined(tx, orderId)
      if (moved) await decline(ctx, tx, { order: moved, payment, outcome })
      return { order: moved ?? (await standing(tx, orderId)), isLate: false }
    }
    const moved = await markPlaced(ctx, tx, orderId)
    if (moved) await place(ctx, tx, { order: moved, payment, outcome })
    const isLate = !moved && (await settlePayment(ctx, tx, { payment, outcome }))
    return { order: moved ?? (await standing(tx, orderId)), isLate }
  })
  if (isLate) await voidPayment(ctx, { paymentId: payment.id, reference: orderId })
  return summaryOf(order)
}

/** Places an order that costs nothing: there is nobody to ask for money, and nothing to book. */
export async function finishFreeOrder(ctx: Shop, orderId: string): Promise<OrderSummary> {
  const order = await transaction(ctx, async (tx) => {
    const moved = await markPlaced(ctx, tx, orderId)
    if (!moved) return standing(tx, orderId)
    const more = usesOf(moved)
    await tx.run(sql`with ${reservationsCommitted(orderId)}, ${cartOrdered(ctx, { ...moved, orderId })}${more} select`)
    await emit(ctx, tx, placed(moved))
    return moved
  })
  return summaryOf(order)
}

type Finished = { order: MovedOrder; payment: RecordedPayment; outcome: SettledOutcome }

/** What follows from a placed order, in one statement: each part is written by the module whose table it is. */
async function place(ctx: Shop, tx: Transaction, { order, payment, outcome }: Finished): Promise<void> {
  const { id: orderId, cartId } = order
  await tx.run(sql`
    with ${paymentSettled(ctx, { payment, outcome })},
      ${reservationsCommitted(orderId)},
      ${transactionPosted(ctx, { kind: 'order-placed', reference: orderId, entries: saleEntries(order) })},
      ${cartOrdered(ctx, { cartId, orderId })}${usesOf(order)}
    select`)
  await emit(ctx, tx, authorized(payment), placed(order))
}

/** An order that nothing was taken off has no uses to confirm. */
function usesOf({ id, discountMinor }: MovedOrder): Statement {
  return discountMinor > 0 ? sql`, ${usesConfirmed(id)}` : sql``
}

async function decline(ctx: Shop, tx: Transaction, { order, payment, outcome }: Finished): Promise<void> {
  await settlePayment(ctx, tx, { payment, outcome })
  await releaseReservations(ctx, tx, order.id)
  if (order.discountMinor > 0) await releaseUses(tx, order.id)
  const declineCode = outcome.kind === 'declined' ? outcome.declineCode : null
  await emit(ctx, tx, { type: 'order.declined', subject: order.id, payload: { declineCode } })
}

function placed({ id: subject, number, currency, totalMinor }: MovedOrder): NewEvent {
  return { type: 'order.placed', subject, payload: { number, currency, totalMinor }, actor: 'customer' }
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
