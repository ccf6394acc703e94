import { markedTransaction, type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { takeInTurn } from '../../platform/money.ts'
import { errors } from './errors.ts'
import { makeCall } from './make-call.ts'
import { refundParts, voidPayment } from './move-payment.ts'
import { amountAsked, type LockedPayment, lockPaymentsOfOrder, type Wish, writeCall } from './record-call.ts'

/** Money of an order, whatever it was paid with. `reference` says why; the same reason again is the same movement. */
export type OrderMoney = { orderId: string; amountMinor: number; reference: string }

const rankOf = (payment: LockedPayment) => ['gift-card', 'store-credit'].indexOf(payment.provider)

/** Gift cards pay first, then store credit, then cards, each kind in the order in which the payments were made. */
function inCaptureOrder(payments: readonly LockedPayment[]): LockedPayment[] {
  const rank = (payment: LockedPayment) => (rankOf(payment) + 3) % 3
  return [...payments].sort((a, b) => rank(a) - rank(b) || a.createdAt.getTime() - b.createdAt.getTime())
}

/**
 * Takes reserved money of an order, spread over its payments: gift cards first, then store credit, then cards. Less
 * than was asked for when less is reserved. The spread is written down before anybody is asked, so that a repetition
 * after a crash takes the same from each.
 */
export async function captureOrderMoney(ctx: Shop, of: OrderMoney): Promise<void> {
  const callIds = await markedTransaction(ctx, 'capture-order', async (tx) => {
    const payments = inCaptureOrder(await lockPaymentsOfOrder(tx, of.orderId))
    const known = callsFor(payments, (call) => call.action === 'capture' && call.reference === of.reference)
    if (known.length > 0) return known
    const live = payments.filter(({ status }) => status === 'authorized' || status === 'captured')
    const shares = takeInTurn(
      of.amountMinor,
      live.map((payment) => payment.authorizedMinor - amountAsked(payment, { action: 'capture' })),
    )
    return writeCalls(ctx, tx, live, (payment, index) => {
      const { id: paymentId, providerReference } = payment
      const amountMinor = shares[index] ?? 0
      const { reference } = of
      return [{ paymentId, action: 'capture', amountMinor, reference, target: providerReference ?? '' }]
    })
  })
  await makeCalls(ctx, callIds)
}

/**
 * Writes down a refund of an order's money in the caller's transaction, spread over its payments in the opposite order
 * of taking it: cards first, then store credit, then gift cards, each up to what it captured and has not given back.
 * Answers the calls to make once that transaction has been committed, by `makeCalls`; the sweeper makes them if nobody
 * does. Refuses more than is left of what was captured.
 */
export async function recordOrderRefund(ctx: Shop, tx: Transaction, of: OrderMoney): Promise<string[]> {
  const payments = inCaptureOrder(await lockPaymentsOfOrder(tx, of.orderId)).reverse()
  const known = callsFor(payments, (call) => call.action === 'refund' && call.reference.startsWith(`${of.reference}#`))
  if (known.length > 0) return known
  const live = payments.filter(({ status }) => status === 'captured')
  const left = live.map((payment) => payment.capturedMinor - amountAsked(payment, { action: 'refund' }))
  const leftMinor = left.reduce((sum, amount) => sum + amount, 0)
  if (of.amountMinor > leftMinor) throw errors.tooMuch({ leftMinor })
  const shares = takeInTurn(of.amountMinor, left)
  return writeCalls(ctx, tx, live, (payment, index) =>
    refundParts(payment, { paymentId: payment.id, reference: of.reference, amountMinor: shares[index] ?? 0 }),
  )
}

/** Gives back money of an order, as `recordOrderRefund` spreads it. Books the money; what it was for is the caller's. */
export async function refundOrderMoney(ctx: Shop, of: OrderMoney): Promise<void> {
  await makeCalls(ctx, await transaction(ctx, (tx) => recordOrderRefund(ctx, tx, of)))
}

/** Sets free what all payments of an order reserve and was not taken. */
export async function voidOrderMoney(ctx: Shop, of: Omit<OrderMoney, 'amountMinor'>): Promise<void> {
  const open = await transaction(ctx, async (tx) =>
    (await lockPaymentsOfOrder(tx, of.orderId)).filter(
      (payment) =>
        (payment.status === 'authorized' || payment.status === 'captured') &&
        payment.authorizedMinor > payment.capturedMinor,
    ),
  )
  for (const { id: paymentId } of open) await voidPayment(ctx, { paymentId, reference: of.reference })
}

/** Makes calls that were written down. One that fails does not keep the others from being made; it is thrown after. */
export async function makeCalls(ctx: Shop, callIds: readonly string[]): Promise<void> {
  const failures: unknown[] = []
  for (const id of callIds) await makeCall(ctx, id).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

function callsFor(payments: readonly LockedPayment[], isMeant: (call: LockedPayment['calls'][number]) => boolean) {
  return payments.flatMap((payment) => payment.calls.filter(isMeant).map((call) => call.id))
}

async function writeCalls(
  ctx: Shop,
  tx: Transaction,
  payments: readonly LockedPayment[],
  wishesFor: (payment: LockedPayment, index: number) => Wish[],
): Promise<string[]> {
  const ids: string[] = []
  for (const wish of payments.flatMap(wishesFor)) if (wish.amountMinor > 0) ids.push(await writeCall(ctx, tx, wish))
  return ids
}
