import type { LedgerEntry } from '../ledger/index.ts'
import type { OrderRow } from './tables.ts'

/** What of an order goes into the books. */
export type BookedOrder = Pick<
  OrderRow,
  | 'currency'
  | 'country'
  | 'pricesIncludeTax'
  | 'goodsMinor'
  | 'shippingMinor'
  | 'discountMinor'
  | 'shippingDiscountMinor'
  | 'taxMinor'
  | 'shippingTaxMinor'
  | 'totalMinor'
  | 'giftCardsMinor'
>

/**
 * What a placed order books: the customer owes the total; goods and shipping are earned net of discount and tax, and
 * the tax is owed to the country it was bought in.
 */
export function saleEntries(order: BookedOrder): LedgerEntry[] {
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

/** A refund books the other way round: the goods as returned, so that what was sold and what came back stay apart. */
export function refundEntries(
  order: Pick<OrderRow, 'currency' | 'country'>,
  refund: { amountMinor: number; taxMinor: number; shippingMinor: number; shippingTaxMinor: number },
): LedgerEntry[] {
  const { currency } = order
  const entry = (account: string, amountMinor: number): LedgerEntry => ({ account, currency, amountMinor })
  const shippingNet = refund.shippingMinor - refund.shippingTaxMinor
  return [
    entry('revenue:returns', refund.amountMinor - refund.taxMinor - shippingNet),
    entry('revenue:shipping', shippingNet),
    entry(`liabilities:tax:${order.country.toLowerCase()}`, refund.taxMinor),
    entry('assets:receivable:customers', -refund.amountMinor),
  ]
}
