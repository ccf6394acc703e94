import type { Shop } from '../../platform/context.ts'
import { OutageError } from '../../platform/errors.ts'
import { orderSummary } from '../orders/index.ts'
import { askAboutPayment, noteMessage, type PaymentOutcome, readMessage, reconcilePayment } from '../payments/index.ts'
import { finishOrder } from './finish-order.ts'

/**
 * Hears what a provider tells by itself. The message is only a hint that something has happened: what, the provider is
 * asked, so that messages may come late, twice, in any order or not at all. An order that waits is finished through the
 * same function as by its browser and the sweeper; what happened to its money afterwards is brought into the books.
 * Kinds of messages that are not known, and payments that are not ours, are heard and left alone.
 */
export async function hearProvider(
  ctx: Shop,
  sent: { provider: string; headers: Record<string, string | string[] | undefined>; body: Buffer },
): Promise<void> {
  const heard = await readMessage(ctx, sent)
  const { payment, message, isNothingNew } = heard
  if (isNothingNew) return
  if (!payment) return noteMessage(ctx, heard)
  const { orderId, status } = payment
  const isSettled = status === 'authorized' || status === 'captured' || status === 'refunded' || status === 'voided'
  // All that this kind of message could tell is in the books already.
  const isKnown = isSettled && message.type === 'payment.authorized'
  if (!isKnown) {
    const outcome = isSettled ? undefined : await askAboutPayment(ctx, payment)
    if (outcome?.kind === 'unknown') throw new OutageError(`the provider does not say what became of ${payment.id}`)
    if (outcome && isWord(outcome)) await finishUnlessPlaced(ctx, { orderId, payment, outcome })
    const authorizationId = outcome?.kind === 'authorized' ? outcome.reference : message.authorizationId
    if (authorizationId !== undefined)
      await reconcilePayment(ctx, { paymentId: payment.id, provider: payment.provider, authorizationId })
  }
  await noteMessage(ctx, heard)
}

type Word = Extract<PaymentOutcome, { kind: 'authorized' | 'declined' }>

function isWord(outcome: PaymentOutcome): outcome is Word {
  return outcome.kind === 'authorized' || outcome.kind === 'declined'
}

/** A no that comes late changes nothing; a yes that comes late is money to be set free, and `finishOrder` does that. */
async function finishUnlessPlaced(ctx: Shop, of: Parameters<typeof finishOrder>[1] & { outcome: Word }): Promise<void> {
  const order = await orderSummary(ctx.database, of.orderId)
  if (!order || (of.outcome.kind === 'declined' && order.status !== 'awaiting-payment')) return
  await finishOrder(ctx, of)
}
