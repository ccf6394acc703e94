import { markedTransaction, type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit, type NewEvent } from '../../platform/events.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { cartOrdered } from '../carts/index.ts'
import { releaseReservations, reservationsCommitted } from '../inventory/index.ts'
import { type LedgerPosting, postTransaction, transactionPosted } from '../ledger/index.ts'
import {
  type MovedOrder,
  markDeclined,
  markPlaced,
  type OrderSummary,
  orderSummary,
  saleEntries,
} from '../orders/index.ts'
import {
  authorizeTenders,
  paymentSettled,
  type RecordedPayment,
  releaseTenders,
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
  const mark = outcome.kind === 'declined' ? 'decline-order' : 'finish-order'
  const { order, isLate } = await markedTransaction(ctx, mark, async (tx) => {
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

/** Places an order that costs nothing, or is paid by gift card in full: there is nobody outside to ask for money. */
export async function finishPaidOrder(ctx: Shop, orderId: string): Promise<OrderSummary> {
  const order = await transaction(ctx, async (tx) => {
    const moved = await markPlaced(ctx, tx, orderId)
    if (!moved) return standing(tx, orderId)
    const more = usesOf(moved)
    await tx.run(sql`with ${reservationsCommitted(orderId)}, ${cartOrdered(ctx, { ...moved, orderId })}${more} select`)
    await postTransaction(ctx, tx, saleOf(moved))
    const tenders = moved.totalMinor > 0 ? await authorizeTenders(ctx, tx, orderId) : []
    await emit(ctx, tx, ...tenders.map(authorized), ...placed(moved))
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
      ${transactionPosted(ctx, saleOf(order))},
      ${cartOrdered(ctx, { cartId, orderId })}${usesOf(order)}
    select`)
  const tenders = hasTenders({ order, payment }) ? await authorizeTenders(ctx, tx, orderId) : []
  await emit(ctx, tx, ...[...tenders, payment].map(authorized), ...placed(order))
}

/** An order that nothing was taken off has no uses to confirm. */
function usesOf({ id, discountMinor }: MovedOrder): Statement {
  return discountMinor > 0 ? sql`, ${usesConfirmed(id)}` : sql``
}

async function decline(ctx: Shop, tx: Transaction, { order, payment, outcome }: Finished): Promise<void> {
  await settlePayment(ctx, tx, { payment, outcome })
  await releaseReservations(ctx, tx, order.id)
  if (order.discountMinor > 0) await releaseUses(tx, order.id)
  if (hasTenders({ order, payment })) await releaseTenders(ctx, tx, order.id)
  const declineCode = outcome.kind === 'declined' ? outcome.declineCode : null
  await emit(ctx, tx, { type: 'order.declined', subject: order.id, payload: { declineCode } })
}

/** Gift cards and store credit pay what the provider was not asked for. Most orders have none, and no statement for them. */
function hasTenders({ order, payment }: Pick<Finished, 'order' | 'payment'>): boolean {
  return payment.amountMinor < order.totalMinor
}

function saleOf(order: MovedOrder): LedgerPosting {
  return { kind: 'order-placed', reference: order.id, entries: saleEntries(order) }
}

function placed({ id: subject, number, currency, totalMinor, giftCardsMinor }: MovedOrder): NewEvent[] {
  const payload = { number, currency, totalMinor }
  const placed = { type: 'order.placed', subject, payload, actor: 'customer' }
  return giftCardsMinor > 0
    ? [placed, { type: 'order.gift-cards-sold', subject, payload: { giftCardsMinor } }]
    : [placed]
}

type Authorized = Pick<RecordedPayment, 'id' | 'orderId' | 'provider' | 'amountMinor' | 'currency'>

function authorized({ id: paymentId, orderId, provider, amountMinor, currency }: Authorized): NewEvent {
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
