import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { makeCall } from './make-call.ts'
import { amountAsked, type LockedPayment, recordCalls, type Wish } from './record-call.ts'

type Asked = { paymentId: string; reference: string }

/**
 * Takes reserved money, whole or in parts: at most what was authorised, together with captures still under way.
 * `reference` says why (a shipment); asked again for the same reason, it is the same capture.
 */
export async function capturePayment(ctx: Shop, of: Asked & { amountMinor: number }): Promise<void> {
  const calls = await recordCalls(ctx, of.paymentId, (payment) => {
    const wish = { ...of, action: 'capture' as const, target: payment.providerReference ?? '' }
    if (isKnown(payment, wish)) return [wish]
    requireStatus(payment, ['authorized', 'captured'])
    const leftMinor = payment.authorizedMinor - amountAsked(payment, { action: 'capture' })
    if (of.amountMinor > leftMinor) throw errors.tooMuch({ leftMinor })
    return of.amountMinor > 0 ? [wish] : []
  })
  for (const call of calls) await makeCall(ctx, call)
}

/** Sets free what is reserved and was not taken. */
export async function voidPayment(ctx: Shop, of: Asked): Promise<void> {
  const calls = await recordCalls(ctx, of.paymentId, (payment) => {
    const amountMinor = payment.authorizedMinor - payment.capturedMinor
    const wish = { ...of, action: 'void' as const, amountMinor, target: payment.providerReference ?? '' }
    if (isKnown(payment, wish)) return [wish]
    requireStatus(payment, ['authorized', 'captured'])
    return [wish]
  })
  for (const call of calls) await makeCall(ctx, call)
}

/**
 * Gives back captured money, whole or in parts: never more than was captured, together with refunds still under way.
 * It comes out of the captures in their order. Books the money; what it was given back for is the caller's entry.
 */
export async function refundPayment(ctx: Shop, of: Asked & { amountMinor: number }): Promise<void> {
  const calls = await recordCalls(ctx, of.paymentId, (payment) => {
    const known = payment.calls.filter(
      (call) => call.action === 'refund' && call.reference.startsWith(`${of.reference}#`),
    )
    if (known.length > 0)
      return known.map((call) => ({ ...call, action: 'refund' as const, target: call.target ?? '' }))
    requireStatus(payment, ['captured'])
    const leftMinor = payment.capturedMinor - amountAsked(payment, { action: 'refund' })
    if (of.amountMinor > leftMinor) throw errors.tooMuch({ leftMinor })
    return refundParts(payment, of)
  })
  for (const call of calls) await makeCall(ctx, call)
}

/** Captures, voids and refunds that a crash or a silent provider left open are made again. Answers how many ended. */
export async function resolveUnknownCalls(ctx: Shop): Promise<number> {
  const open = await ctx.database.rows<{ id: string }>(sql`
    select id from payment_calls
    where status <> 'answered' and action in ('capture', 'void', 'refund')
      and created_at < ${secondsLater(ctx.clock.now(), -settleAfterSeconds)}
    order by created_at limit ${batchMax}`)
  let ended = 0
  for (const { id } of open)
    await makeCall(ctx, id).then(
      () => ended++,
      (error: unknown) => ctx.log.warn({ err: error, call: id }, 'a payment call is still open'),
    )
  return ended
}
const settleAfterSeconds = 20
const batchMax = 100

/** The refunds that give an amount back out of a payment's captures, in their order. */
export function refundParts(payment: LockedPayment, of: Asked & { amountMinor: number }): Wish[] {
  const parts: Wish[] = []
  let wanted = of.amountMinor
  for (const capture of payment.calls) {
    if (capture.action !== 'capture' || capture.providerReference === null || wanted === 0) continue
    const target = capture.providerReference
    const amountMinor = Math.min(wanted, capture.amountMinor - amountAsked(payment, { action: 'refund', target }))
    if (amountMinor <= 0) continue
    const reference = `${of.reference}#${parts.length + 1}`
    parts.push({ paymentId: of.paymentId, action: 'refund', amountMinor, reference, target })
    wanted -= amountMinor
  }
  return parts
}

function isKnown(payment: LockedPayment, wish: Wish): boolean {
  return payment.calls.some((call) => call.action === wish.action && call.reference === wish.reference)
}

function requireStatus(payment: LockedPayment, statuses: readonly string[]): void {
  if (!statuses.includes(payment.status)) throw errors.wrongState({ status: payment.status })
}
