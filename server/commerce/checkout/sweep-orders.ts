import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { ordersWaitingSince } from '../orders/index.ts'
import {
  askAboutPayment,
  authorizePayment,
  closePaymentPage,
  type PaymentOutcome,
  pendingPayment,
  type RecordedPayment,
  refundPayment,
  resolveUnknownCalls,
  voidPayment,
} from '../payments/index.ts'
import type { PaymentRow } from '../payments/tables.ts'
import { finishOrder, finishPaidOrder } from './finish-order.ts'
import { holdSeconds } from './order-wish.ts'
import { returnAddress } from './return-address.ts'

// Longer than a request waits for the bank, so that an order is not taken from the hands of whoever is paying it.
const waitSeconds = 20
const batchMax = 200
const atOnce = 8

/**
 * Finishes what a crash, a silent bank or a shopper who walked away has left open, by asking the provider: orders that
 * wait for their payment, money reserved for orders that were closed meanwhile, and calls without an answer.
 * Once a minute, and when the shop opens. One that fails does not stop the others.
 */
export async function sweepOrders(ctx: Shop): Promise<void> {
  const now = ctx.clock.now()
  const waiting = await ordersWaitingSince(ctx, { before: secondsLater(now, -waitSeconds), max: batchMax })
  for (let from = 0; from < waiting.length; from += atOnce) {
    await Promise.all(
      waiting.slice(from, from + atOnce).map(async ({ id, createdAt }) => {
        const isExpired = createdAt <= secondsLater(now, -holdSeconds)
        await sweepOrder(ctx, { orderId: id, isExpired }).catch((error: unknown) =>
          ctx.log.warn({ err: error, order: id }, 'an order still waits for word of its payment'),
        )
      }),
    )
  }
  await freeStrandedMoney(ctx)
  await resolveUnknownCalls(ctx)
}

async function sweepOrder(ctx: Shop, of: { orderId: string; isExpired: boolean }): Promise<void> {
  const payment = await pendingPayment(ctx, of.orderId)
  if (!payment) return void (await finishPaidOrder(ctx, of.orderId))
  const outcome = await findOut(ctx, payment, of.isExpired)
  if (outcome.kind === 'authorized' || outcome.kind === 'declined')
    await finishOrder(ctx, { orderId: of.orderId, payment, outcome })
}

/** What became of a payment; past the time for which its stock is held, it is brought to an end. */
async function findOut(ctx: Shop, payment: RecordedPayment, isExpired: boolean): Promise<PaymentOutcome> {
  const abandoned: PaymentOutcome = { kind: 'declined', declineCode: 'abandoned' }
  const asked = await askAboutPayment(ctx, payment)
  if (asked.kind === 'open' && isExpired) {
    const closed = await closePaymentPage(ctx, payment)
    return closed.kind === 'declined' ? abandoned : closed
  }
  if (asked.kind !== 'unheard') return asked
  if (isExpired || payment.sourceToken === null) return isExpired ? abandoned : asked
  // The shopper has pressed "Pay" and the bank has not heard of it: the same key makes asking again safe.
  return authorizePayment(ctx, payment, {
    returnUrl: returnAddress(ctx, { orderId: payment.orderId, wish: undefined }),
  })
}

/** A provider's word may come after an order was closed: what it reserved then is set free. */
async function freeStrandedMoney(ctx: Shop): Promise<void> {
  const stranded = await ctx.database.rows<Pick<PaymentRow, 'id' | 'orderId' | 'capturedMinor' | 'refundedMinor'>>(sql`
    select p.id, p.order_id, p.captured_minor, p.refunded_minor from payments p join orders o on o.id = p.order_id
    where p.status in ('authorized', 'captured') and o.status = 'declined' limit ${batchMax}`)
  // Somebody at the provider's desk may have taken it meanwhile: then it is given back.
  for (const { id: paymentId, orderId: reference, capturedMinor, refundedMinor } of stranded)
    await (capturedMinor > 0
      ? refundPayment(ctx, { paymentId, reference, amountMinor: capturedMinor - refundedMinor })
      : voidPayment(ctx, { paymentId, reference })
    ).catch((error: unknown) =>
      ctx.log.warn({ err: error, payment: paymentId }, 'stranded money could not be set free yet'),
    )
}
