import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import type { LockedCart } from '../carts/index.ts'
import { type OrderSummary, orderSummary } from '../orders/index.ts'
import {
  askAboutPayment,
  authorizePayment,
  closePaymentPage,
  declinedBecause,
  openPaymentPage,
  type PendingPayment,
  paymentsOfOrder,
  pendingPayment,
  type RecordedPayment,
} from '../payments/index.ts'
import { concludePayment, type Placement } from './conclude-payment.ts'
import { finishOrder, finishPaidOrder } from './finish-order.ts'
import type { OrderWish } from './order-wish.ts'
import { returnAddress } from './return-address.ts'

/** An order that this cart became, or is becoming in another request. */
export type BegunOrder = {
  kind: 'known'
  order: OrderSummary & { createdAt?: Date }
  cart: LockedCart
}

/**
 * Comes to the same order as whoever began it. Undefined when that one came to nothing and the way is free for a new
 * try: another card, or a cart that has changed since its payment page was opened.
 */
export async function joinOrder(ctx: Shop, begun: BegunOrder, wish: OrderWish): Promise<Placement | undefined> {
  const { order } = begun
  if (order.status !== 'awaiting-payment') return { kind: 'placed', order: summaryOf(order), isNew: false }
  const payment = await pendingPayment(ctx, order.id)
  if (!payment) return { kind: 'placed', order: await finishPaidOrder(ctx, order.id), isNew: false }
  const isCard = payment.sourceToken !== null
  if (isCard && payment.status !== 'action-required') return joinCardPayment(ctx, payment, begun, wish)
  const isOutdated =
    (wish.paymentToken !== undefined && wish.paymentToken !== payment.sourceToken) ||
    (isCard && wish.paymentToken === undefined) ||
    (order.createdAt !== undefined && begun.cart.updatedAt > order.createdAt) ||
    (wish.expectedTotalMinor !== undefined && wish.expectedTotalMinor !== order.totalMinor) ||
    (wish.expectedDueMinor !== undefined && wish.expectedDueMinor !== payment.amountMinor)
  if (isOutdated) return leavePage(ctx, payment)
  return isCard
    ? joinCardPayment(ctx, payment, begun, wish)
    : joinPage(ctx, payment, { ...wish, locale: begun.cart.locale })
}

/** Waits for the request that is at the bank with this card; when it is gone, asks the bank in its place. */
async function joinCardPayment(
  ctx: Shop,
  payment: PendingPayment,
  begun: BegunOrder,
  wish: OrderWish,
): Promise<Placement | undefined> {
  const finished = await waitForOrder(ctx, payment)
  if (finished?.status === 'declined') {
    if (wish.paymentToken !== payment.sourceToken) return undefined
    const payments = await paymentsOfOrder(ctx, payment.orderId)
    const settled = payments.find((each) => each.id === payment.id)
    throw declinedBecause(settled?.declineCode ?? 'declined')
  }
  if (finished) return { kind: 'placed', order: finished, isNew: false }
  const asked = await askAboutPayment(ctx, payment)
  const returnUrl = returnAddress(ctx, { orderId: payment.orderId, wish: wish.returnUrl })
  const way = { returnUrl, locale: begun.cart.locale }
  const outcome = asked.kind === 'unheard' ? await authorizePayment(ctx, payment, way) : asked
  return concludePayment(ctx, { payment, outcome, isNew: false })
}

/** Leads back to the page that is open for this cart, as after the browser's "back". */
async function joinPage(
  ctx: Shop,
  payment: RecordedPayment,
  wish: OrderWish & { locale: string },
): Promise<Placement | undefined> {
  const asked = await askAboutPayment(ctx, payment)
  if (asked.kind === 'declined') {
    await finishOrder(ctx, { orderId: payment.orderId, payment, outcome: asked })
    return undefined
  }
  const returnUrl = returnAddress(ctx, { orderId: payment.orderId, wish: wish.returnUrl })
  const page = { returnUrl, locale: wish.locale }
  const outcome = asked.kind === 'unheard' ? await openPaymentPage(ctx, payment, page) : asked
  return concludePayment(ctx, { payment, outcome, isNew: false })
}

/** Closes a page that is out of date, so that it cannot be paid beside the new try. What was paid already counts. */
async function leavePage(ctx: Shop, payment: RecordedPayment): Promise<Placement | undefined> {
  const closed = await closePaymentPage(ctx, payment)
  const outcome = closed.kind === 'unheard' ? { kind: 'declined' as const, declineCode: 'canceled' } : closed
  if (outcome.kind !== 'declined') return concludePayment(ctx, { payment, outcome, isNew: false })
  await finishOrder(ctx, { orderId: payment.orderId, payment, outcome })
  return undefined
}

// Connecting and waiting for an answer, with some to spare.
const bankSecondsMax = 12
const pausesMs = [15, 30, 60, 120, 240, 500, 1000, 1500, 1500, 1500]

/**
 * The order once another request has heard from the bank. Undefined when nobody is asking the bank any more: it did not
 * answer them, or they have been gone for longer than a bank takes.
 */
async function waitForOrder(ctx: Shop, payment: PendingPayment): Promise<OrderSummary | undefined> {
  let status = payment.status
  const begunLongAgo = payment.createdAt < secondsLater(ctx.clock.now(), -bankSecondsMax)
  for (const ms of begunLongAgo ? [] : pausesMs) {
    if (status !== 'recorded') break
    await ctx.clock.wait(ms)
    status = (await pendingPayment(ctx, payment.orderId))?.status ?? status
  }
  const order = await orderSummary(ctx.database, payment.orderId)
  return order?.status === 'awaiting-payment' ? undefined : order
}

function summaryOf({ id, number, status, currency, totalMinor }: OrderSummary): OrderSummary {
  return { id, number, status, currency, totalMinor }
}
