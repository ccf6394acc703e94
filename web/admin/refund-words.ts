import type { OrderDetail } from './api-types.ts'

type Payment = OrderDetail['payments'][number]

/** What something was paid with: "Visa 4242", "Gift card 7KQ2". */
export function methodName({ method }: Pick<Payment, 'method'>): string {
  const kinds: Record<string, string> = { 'gift-card': 'Gift card', 'store-credit': 'Store credit' }
  const brand = method.brand ? method.brand.charAt(0).toUpperCase() + method.brand.slice(1) : 'Card'
  return [kinds[method.type ?? ''] ?? brand, method.last4].filter(Boolean).join(' ')
}

/** Where a sum would go: cards first, then store credit, then gift cards, each up to what it paid and still has. */
export function refundTargets(order: OrderDetail, amountMinor: number): { name: string; amountMinor: number }[] {
  const rank = (payment: Payment) => ['store-credit', 'gift-card'].indexOf(payment.provider)
  let left = amountMinor
  return order.payments
    .filter(({ status }) => status === 'captured')
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((payment) => {
      const share = Math.min(left, payment.capturedMinor - payment.refundedMinor)
      left -= share
      return share > 0 ? [{ name: methodName(payment), amountMinor: share }] : []
    })
}

/** What has been charged and not given back. */
export function chargedLeft(order: OrderDetail): number {
  return order.payments.reduce((sum, payment) => sum + payment.capturedMinor - payment.refundedMinor, 0)
}

/** What was paid for delivery and has not been given back. */
export function deliveryLeft(order: OrderDetail): number {
  return order.totalMinor - order.lines.reduce((sum, line) => sum + line.totalMinor, 0) - order.refundedShippingMinor
}

/** Units of a line that have not left and were not given back. */
export function unitsToCancel(line: OrderDetail['lines'][number]): number {
  return line.isGiftCard ? 0 : line.quantity - Math.max(line.fulfilledQuantity, line.refundedQuantity)
}
