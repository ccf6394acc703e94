import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import type { PaymentOutcome } from './authorize-payment.ts'
import { statusesBefore } from './payment-states.ts'
import type { RecordedPayment } from './record-payment.ts'

/** The provider's final word: the money is reserved, or it is not. */
export type SettledOutcome = Extract<PaymentOutcome, { kind: 'authorized' | 'declined' }>

/** Writes the provider's word on a payment and its call. Answers false when it had been written before. */
export async function settlePayment(
  ctx: Shop,
  tx: Transaction,
  of: { payment: RecordedPayment; outcome: SettledOutcome },
): Promise<boolean> {
  const { payment, outcome } = of
  const isAuthorized = outcome.kind === 'authorized'
  const touched = await tx.run(sql`
    with answered as (
      update payment_calls set status = 'answered', answered_at = ${ctx.clock.now()},
        provider_reference = coalesce(${isAuthorized ? outcome.reference : null}, provider_reference), answer = ${outcome}
      where id = ${payment.callId}
    )
    update payments set status = ${outcome.kind},
      authorized_minor = ${isAuthorized ? payment.amountMinor : 0},
      provider_reference = ${isAuthorized ? outcome.reference : null},
      method = ${isAuthorized ? outcome.method : {}},
      decline_code = ${isAuthorized ? null : outcome.declineCode}, updated_at = ${ctx.clock.now()}
    where id = ${payment.id} and status = any(${statusesBefore(outcome.kind)})`)
  return touched > 0
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
