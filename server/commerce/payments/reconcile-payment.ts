import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { OutageError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { settleCall } from './make-call.ts'
import { noteDispute } from './note-dispute.ts'
import { type ProviderHistory, providerOf } from './payment-provider.ts'
import { type LockedPayment, lockPayment } from './record-call.ts'

/**
 * Brings our books to what the provider says about an authorisation of a payment: calls of ours whose answer was lost,
 * captures and refunds that somebody made at the provider's own desk, disputes, and that it has lapsed. What it comes
 * to depends on what the provider says alone, not on who told us first or how often.
 */
export async function reconcilePayment(
  ctx: Shop,
  of: { paymentId: string; provider: string; authorizationId: string },
): Promise<void> {
  const { paymentId, authorizationId } = of
  const history = await providerOf(ctx, of.provider).getHistory(authorizationId)
  if (history.kind === 'unknown') throw new OutageError(`the provider does not say what became of ${authorizationId}`)
  if (history.kind === 'refused') return
  await transaction(ctx, async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    // Until the order is finished by it, an authorisation is nobody's yet: whoever finishes it comes back here.
    if (payment.authorizedMinor === 0) return
    for (const { action, target, moved } of movementsIn(history))
      await adopt(ctx, tx, { payment, action, target, moved })
    for (const dispute of history.disputes) await noteDispute(ctx, tx, { payment, dispute })
    if (history.authorization.status === 'expired') await noteExpiry(ctx, tx, { paymentId, authorizationId })
  })
}

type Movement = { action: 'capture' | 'void' | 'refund'; target: string; moved: ProviderHistory['captures'][number] }

function movementsIn({ authorization, captures, voids, refunds }: ProviderHistory): Movement[] {
  return [
    ...captures.map((moved) => ({ action: 'capture' as const, target: authorization.id, moved })),
    ...refunds.map((moved) => ({ action: 'refund' as const, target: moved.captureId, moved })),
    ...voids.map((moved) => ({ action: 'void' as const, target: authorization.id, moved })),
  ]
}

/** A movement at the provider becomes the answer to the call that asked for it; one that nobody here asked for, a call of its own. */
async function adopt(ctx: Shop, tx: Transaction, of: Movement & { payment: LockedPayment }): Promise<void> {
  const { payment, action, target, moved } = of
  const isWritten = payment.calls.some((call) => call.providerReference === moved.id && call.status === 'answered')
  if (isWritten) return
  const asked = payment.calls.find((call) => call.id === moved.key)
  const { provider, orderId, currency } = payment
  const call = asked ?? {
    id: newId('paymentCall'),
    paymentId: payment.id,
    action,
    reference: `${provider}:${moved.id}`,
    target,
    amountMinor: moved.amountMinor,
  }
  if (!asked)
    await tx.run(sql`
      insert into payment_calls (id, payment_id, action, reference, target, amount_minor, status, created_at)
      values (${call.id}, ${payment.id}, ${action}, ${call.reference}, ${target}, ${moved.amountMinor}, 'recorded',
        ${ctx.clock.now()})`)
  await settleCall(ctx, tx, { ...call, provider, orderId, currency }, { kind: 'answered', id: moved.id })
}

async function noteExpiry(
  ctx: Shop,
  tx: Transaction,
  of: { paymentId: string; authorizationId: string },
): Promise<void> {
  const now = ctx.clock.now()
  await tx.run(sql`
    update payments set authorization_expires_at = ${now}, updated_at = ${now}
    where id = ${of.paymentId} and provider_reference = ${of.authorizationId} and authorization_expires_at > ${now}`)
}
