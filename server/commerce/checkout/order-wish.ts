/** What the shopper sends with "Buy". */
export type OrderWish = {
  cartId: string
  token: string
  provider: string
  /** What the browser got from the provider for the card; without it, the shopper pays on the provider's page. */
  paymentToken?: string | undefined
  /** The customer agrees to have the card kept, so that what is sent late can still be charged. */
  saveCard?: boolean | undefined
  /** Where the provider's page leads back to; `{orderId}` and `{orderKey}` in it are filled in. */
  returnUrl?: string | undefined
  /** What the shopper was shown; another total is refused, not charged. */
  expectedTotalMinor?: number | undefined
  /** The same for what is left of it to be paid by card, after gift cards and store credit. */
  expectedDueMinor?: number | undefined
}

/** Stock is held this long for a shopper who is paying. */
export const holdSeconds = 15 * 60
