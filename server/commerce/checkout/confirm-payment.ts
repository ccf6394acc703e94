import type { Shop } from '../../platform/context.ts'
import { errors as orderErrors, orderSummary } from '../orders/index.ts'
import { askAboutPayment, declinedBecause, isStoredValue, paymentsOfOrder, pendingPayment } from '../payments/index.ts'
import { concludePayment, type Placement } from './conclude-payment.ts'

/**
 * Asks the provider what became of an order's payment and finishes the order accordingly: for the moment when the
 * shopper comes back from the provider's page. While that page is still open, answers the way back to it.
 */
export async function confirmPayment(ctx: Shop, orderId: string): Promise<Placement> {
  const order = await orderSummary(ctx.database, orderId)
  if (!order) throw orderErrors.notFound()
  if (order.status === 'declined') {
    const payments = await paymentsOfOrder(ctx, orderId)
    const asked = payments.filter((payment) => !isStoredValue(payment.provider))
    throw declinedBecause(asked.at(-1)?.declineCode ?? 'declined')
  }
  const payment = order.status === 'awaiting-payment' ? await pendingPayment(ctx, orderId) : undefined
  if (!payment) return { kind: 'placed', order, isNew: false }
  return concludePayment(ctx, { payment, outcome: await askAboutPayment(ctx, payment), isNew: false })
}
