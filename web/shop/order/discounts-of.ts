import type { Order } from '../../ui/api-types.ts'

type ShownDiscount = { title: string; code: string | null; amountMinor: number }

/**
 * What each promotion took from an order, all its lines and shipping together. Nothing of an order that was changed since:
 * what was taken out took its part along, and only the sum is known.
 */
export function discountsOf({ discounts, discountMinor }: Pick<Order, 'discounts' | 'discountMinor'>): ShownDiscount[] {
  const shown = new Map<string, ShownDiscount>()
  for (const { promotionId, title, code, amountMinor } of discounts) {
    const known = shown.get(promotionId)
    if (known) known.amountMinor += amountMinor
    else shown.set(promotionId, { title, code, amountMinor })
  }
  const taken = discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return taken === discountMinor ? [...shown.values()] : []
}
