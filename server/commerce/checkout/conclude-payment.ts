import type { Shop } from '../../platform/context.ts'
import { type OrderSummary, orderSummary } from '../orders/index.ts'
import {
  declinedBecause,
  notePaymentAwaitsShopper,
  notePaymentUnknown,
  type PaymentOutcome,
  errors as paymentErrors,
  type RecordedPayment,
} from '../payments/index.ts'
import { finishOrder } from './finish-order.ts'

/** What became of "Buy": an order, or a page on which it is to be paid. `isNew` is false for one placed before. */
export type Placement =
  | { kind: 'placed'; order: OrderSummary; isNew: boolean }
  /** `isChallenge`: not to pay, but to prove to the card's bank who is paying. */
  | { kind: 'redirect'; order: OrderSummary; redirectUrl: string; isChallenge: boolean }

/**
 * Draws the conclusion from what the provider said. Throws `payments.declined` with a sentence for the reason, and
 * `payments.unanswered` while nobody knows; then the order waits, and is finished by asking.
 */
export async function concludePayment(
  ctx: Shop,
  of: { payment: RecordedPayment; outcome: PaymentOutcome; isNew: boolean },
): Promise<Placement> {
  const { payment, outcome, isNew } = of
  if (outcome.kind === 'authorized' || outcome.kind === 'declined') {
    const order = await finishOrder(ctx, { orderId: payment.orderId, payment, outcome })
    if (order.status !== 'declined') return { kind: 'placed', order, isNew }
    throw declinedBecause(outcome.kind === 'declined' ? outcome.declineCode : 'abandoned')
  }
  if (outcome.kind === 'open') {
    if (outcome.isChallenge) await notePaymentAwaitsShopper(ctx, payment)
    const order = await orderSummary(ctx.database, payment.orderId)
    const { redirectUrl, isChallenge } = outcome
    if (order) return { kind: 'redirect', order, redirectUrl, isChallenge }
  }
  await notePaymentUnknown(ctx, ctx.database, payment)
  throw paymentErrors.unanswered()
}
