import type { LedgerEntry } from '../ledger/index.ts'
import type { MovedOrder } from '../orders/index.ts'

/**
 * What a placed order books: the customer owes the total; goods and shipping are earned net of discount and tax, and the tax is owed
 * to the country it was bought in.
 */
export function saleEntries(order: MovedOrder): LedgerEntry[] {
  const { currency, taxMinor, shippingTaxMinor } = order
  const goodsDiscountMinor = order.discountMinor - order.shippingDiscountMinor
  const goodsTaxMinor = taxMinor - shippingTaxMinor
  const inside = order.pricesIncludeTax ? 1 : 0
  const entry = (account: string, amountMinor: number): LedgerEntry => ({ account, currency, amountMinor })
  return [
    entry('assets:receivable:customers', order.totalMinor),
    entry('revenue:goods', inside * goodsTaxMinor - (order.goodsMinor - order.giftCardsMinor - goodsDiscountMinor)),
    // Sold, and not earned: it is owed to whoever will hold the card.
    entry('liabilities:gift-cards-to-issue', -order.giftCardsMinor),
    entry('revenue:shipping', inside * shippingTaxMinor - (order.shippingMinor - order.shippingDiscountMinor)),
    entry(`liabilities:tax:${order.country.toLowerCase()}`, -taxMinor),
  ]
}
