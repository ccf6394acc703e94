import { markedTransaction, type Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { OutageError } from '../../platform/errors.ts'
import { emit } from '../../platform/events.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { sql } from '../../platform/sql.ts'
import { giveBackValue, liabilityOf, releaseHeldValue, takeHeldValue } from '../gift-cards/index.ts'
import { postTransaction } from '../ledger/index.ts'
import { errors } from './errors.ts'
import { providerOf } from './payment-provider.ts'
import { lockPayment } from './record-call.ts'
import { isStoredValue } from './stored-value.ts'
import type { PaymentCallRow, PaymentRow } from './tables.ts'

type Call = PaymentCallRow & Pick<PaymentRow, 'provider' | 'orderId' | 'currency'>
/** A call as far as its answer is concerned. */
export type SettledCall = Pick<
  Call,
  'id' | 'paymentId' | 'action' | 'reference' | 'amountMinor' | 'provider' | 'orderId' | 'currency'
>
type Answer = { kind: 'answered'; id: string } | { kind: 'refused'; code: string; detail: string }

/**
 * Makes a recorded capture, void or refund, and writes its answer with the entries and the event that follow from it.
 * Safe to repeat, after a crash or side by side: the provider knows the key, and the answer is written once.
 * Throws `payments.refused` when the provider will not do it, an OutageError when it does not answer.
 */
export async function makeCall(ctx: Shop, callId: string): Promise<void> {
  const call = await ctx.database.one<Call>(sql`
    select c.*, p.provider, p.order_id, p.currency
    from payment_calls c join payments p on p.id = c.payment_id where c.id = ${callId}`)
  if (call.status !== 'answered') {
    failpoint(`${call.action as 'capture'}.before-call`)
    const answer = await askProvider(ctx, call)
    failpoint(`${call.action as 'capture'}.after-call`)
    if (answer.kind === 'unknown') {
      await ctx.database.run(
        sql`update payment_calls set status = 'unknown' where id = ${callId} and status = 'recorded'`,
      )
      throw new OutageError(`the provider did not answer ${call.action} ${callId}`)
    }
    await settle(ctx, call, answer)
    if (answer.kind === 'refused') throw errors.refused({ detail: answer.detail, reason: answer.code })
  } else if (call.providerReference === null) {
    const { code, detail } = call.answer as { code: string; detail: string }
    throw errors.refused({ detail, reason: code })
  }
}

async function askProvider(ctx: Shop, call: Call) {
  // Our own books are asked where the answer is written, in one transaction.
  if (isStoredValue(call.provider)) return { kind: 'answered' as const, id: call.id }
  const provider = providerOf(ctx, call.provider)
  const { target, amountMinor, id: key } = call
  if (target === null) throw new Error(`call ${key} does not say what it acts on`)
  if (call.action === 'capture') return provider.capture({ authorizationId: target, amountMinor, key })
  if (call.action === 'void') {
    const answer = await provider.void({ authorizationId: target, key })
    const hasLapsed = answer.kind === 'refused' && answer.code === 'authorization-expired'
    // The time set it free before we could.
    return hasLapsed ? { kind: 'answered' as const, id: `lapsed:${key}` } : answer
  }
  if (call.action === 'refund') return provider.refund({ captureId: target, amountMinor, key })
  throw new Error(`call ${key} is not of the kind that is made here`)
}

async function settle(ctx: Shop, call: Call, answer: Answer): Promise<void> {
  await markedTransaction(ctx, 'settle-call', async (tx) => {
    // The lock on the payment makes two who heard the same answer take turns; the second finds it written.
    await lockPayment(tx, call.paymentId)
    await settleCall(ctx, tx, call, answer)
  })
}

/** Writes the answer to a call, once, with the entries and the event that follow. The caller holds the payment's lock. */
export async function settleCall(ctx: Shop, tx: Transaction, call: SettledCall, answer: Answer): Promise<void> {
  const isFirst = await tx.run(sql`
    update payment_calls set status = 'answered', answered_at = ${ctx.clock.now()}, answer = ${answer},
      provider_reference = ${answer.kind === 'answered' ? answer.id : null}
    where id = ${call.id} and status <> 'answered'`)
  if (isFirst === 0) return
  const { amountMinor, currency, paymentId } = call
  const payload = { paymentId, amountMinor, currency, reference: call.reference }
  if (answer.kind === 'refused') {
    const type = `payment.${call.action}-refused`
    await emit(ctx, tx, { type, subject: call.orderId, payload: { ...payload, reason: answer.code } })
    return
  }
  await tx.run(sql`
    update payments set updated_at = ${ctx.clock.now()},
      captured_minor = captured_minor + ${call.action === 'capture' ? amountMinor : 0}::bigint,
      refunded_minor = refunded_minor + ${call.action === 'refund' ? amountMinor : 0}::bigint,
      status = case ${call.action}::text
        when 'capture' then 'captured'
        when 'void' then case when captured_minor = 0 then 'voided' else status end
        when 'refund' then case when refunded_minor + ${amountMinor}::bigint = captured_minor then 'refunded' else status end
        else status end
    where id = ${paymentId}`)
  if (isStoredValue(call.provider)) await moveStoredValue(ctx, tx, call)
  const bank = isStoredValue(call.provider) ? liabilityOf[call.provider] : `assets:provider:${call.provider}`
  const sign = call.action === 'capture' ? 1 : -1
  if (call.action !== 'void')
    await postTransaction(ctx, tx, {
      kind: call.action === 'capture' ? 'payment-captured' : 'payment-refunded',
      reference: call.id,
      entries: [
        { account: bank, currency, amountMinor: sign * amountMinor },
        { account: 'assets:receivable:customers', currency, amountMinor: -sign * amountMinor },
      ],
    })
  const happened = { capture: 'captured', void: 'voided', refund: 'refunded' }[call.action as 'capture']
  await emit(ctx, tx, { type: `payment.${happened}`, subject: call.orderId, payload })
}

/** A gift card or store credit pays, is let go or gets back: its hold has the payment's id. */
async function moveStoredValue(ctx: Shop, tx: Transaction, call: SettledCall): Promise<void> {
  const moved = { holdId: call.paymentId, amountMinor: call.amountMinor, reference: call.id }
  if (call.action === 'capture') await takeHeldValue(ctx, tx, moved)
  else if (call.action === 'refund') await giveBackValue(ctx, tx, moved)
  else await releaseHeldValue(ctx, tx, [call.paymentId])
}
