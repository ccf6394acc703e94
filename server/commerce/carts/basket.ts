import type { BasketLine, Discount } from '../promotions/index.ts'
import type { CartLine } from './price-cart.ts'
import type { PricedRow } from './priced-rows.ts'

/**
 * A priced cart as promotions see it: what is sold of it, before any discount. Gift cards take no part: they are money,
 * and money is not sold at a discount.
 */
export function basketOf(
  rows: readonly PricedRow[],
  of: { sold: readonly CartLine[]; shipping: { amountMinor: number } | null },
) {
  const [cart] = rows
  const rowOf = new Map(rows.map((row) => [row.lineId, row]))
  return {
    currency: cart?.currency ?? '',
    country: cart?.country ?? '',
    marketId: cart?.marketId ?? '',
    customerGroupId: cart?.customerGroupId ?? null,
    shippingMinor: of.shipping?.amountMinor ?? null,
    lines: of.sold
      .filter((line) => !line.isGiftCard)
      .map(({ id, variantId, productId, quantity, unitPriceMinor, compareAtMinor }): BasketLine => {
        const { categoryIds = [], tags = [] } = rowOf.get(id) ?? {}
        const unit = unitPriceMinor ?? 0
        const isReduced = (compareAtMinor ?? 0) > unit
        return { id, variantId, productId, categoryIds, tags, isReduced, quantity, unitPriceMinor: unit }
      }),
  }
}

/** What promotions take from each line, all together. */
export function discountByLine(discounts: readonly Discount[]): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { lineId, amountMinor } of discounts.flatMap((discount) => discount.lines))
    taken.set(lineId, (taken.get(lineId) ?? 0) + amountMinor)
  return taken
}
