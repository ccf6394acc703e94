import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { PaymentOutcome } from './authorize-payment.ts'
import { statusesBefore } from './payment-states.ts'
import type { RecordedPayment } from './record-payment.ts'

/** The provider's final word: the money is reserved, or it is not. */
export type SettledOutcome = Extract<PaymentOutcome, { kind: 'authorized' | 'declined' }>

type Settled = { payment: RecordedPayment; outcome: SettledOutcome }

/**
 * Writes the provider's word on a payment and its call. A part of a statement, to be run with others of the same
 * transaction (`with ${part}, ...`); `payment_settled` has the payment, or nothing when it had been settled before.
 */
export function paymentSettled(ctx: Shop, { payment, outcome }: Settled): Statement {
  const now = ctx.clock.now()
  const isAuthorized = outcome.kind === 'authorized'
  const reference = isAuthorized ? outcome.reference : null
  return sql`
    call_settled as (
      update payment_calls set status = 'answered', answered_at = ${now}, answer = ${outcome},
        provider_reference = coalesce(${reference}, provider_reference)
      where id = ${payment.callId}
    ), payment_settled as (
      update payments set status = ${outcome.kind}, provider_reference = ${reference}, updated_at = ${now},
        authorized_minor = ${isAuthorized ? payment.amountMinor : 0},
        authorization_expires_at = ${isAuthorized ? outcome.expiresAt : null}::timestamptz,
        method = method || ${isAuthorized ? outcome.method : {}}::jsonb,
        decline_code = ${isAuthorized ? null : outcome.declineCode}
      where id = ${payment.id} and status = any(${statusesBefore(outcome.kind)})
      returning id
    )`
}

/** The same by itself. Answers false when it had been settled before. */
export async function settlePayment(ctx: Shop, tx: Transaction, settled: Settled): Promise<boolean> {
  const rows = await tx.rows(sql`with ${paymentSettled(ctx, settled)} select id from payment_settled`)
  return rows.length > 0
}

/** Notes that the shopper has been asked by the card's bank, so that nobody waits for the request that asked. */
export async function notePaymentAwaitsShopper(ctx: Shop, payment: RecordedPayment): Promise<void> {
  await ctx.database.run(sql`
    update payments set status = 'action-required', updated_at = ${ctx.clock.now()}
    where id = ${payment.id} and status = any(${statusesBefore('action-required')})`)
}

/** Notes that the provider was asked and not heard; from then on it is asked about, until it answers. */
export async function notePaymentUnknown(ctx: Shop, from: Queryable, payment: RecordedPayment): Promise<void> {
  await from.run(sql`
    with call as (
      update payment_calls set status = 'unknown' where id = ${payment.callId} and status = 'recorded'
    )
    update payments set status = 'unknown', updated_at = ${ctx.clock.now()}
    where id = ${payment.id} and status = any(${statusesBefore('unknown')})`)
}
