import { countryName } from '../ui/dates.ts'

const known: Record<string, string> = {
  'assets:receivable:customers': 'Owed by customers',
  'assets:provider:sandbox-bank': 'At the sandbox bank',
  'liabilities:gift-cards': 'On gift cards',
  'liabilities:gift-cards-to-issue': 'Gift cards about to be sent',
  'liabilities:store-credit': 'Store credit of customers',
  'expenses:goodwill': 'Given away',
  'revenue:gift-cards-expired': 'Gift cards nobody spent',
  'revenue:goods': 'Goods sold',
  'revenue:shipping': 'Delivery charged',
}

const kinds: Record<string, string> = {
  'order-placed': 'Order placed',
  'payment-captured': 'Payment taken',
  'gift-card-sold': 'Gift card sent',
  'gift-card-issued': 'Gift card issued',
  'gift-card-topped-up': 'Gift card topped up',
  'gift-card-withdrawn': 'Taken from a gift card',
  'gift-card-expired': 'Gift card expired',
  'store-credit-issued': 'Store credit given',
  'store-credit-refunded': 'Given back as store credit',
  'payment-refunded': 'Money given back',
}

/** An account's name for people: "Tax owed to Germany" for `liabilities:tax:de`. */
export function accountWords(code: string): string {
  const parts = code.split(':')
  if (known[code]) return known[code]
  if (parts[0] === 'liabilities' && parts[1] === 'tax' && parts[2]?.length === 2)
    return `Tax owed to ${countryName(parts[2].toUpperCase(), 'en')}`
  if (parts[0] === 'assets' && parts[1] === 'provider') return `At ${parts.slice(2).join(' ')}`
  return parts.slice(1).join(' ').replaceAll('-', ' ')
}

/** What a movement is called. */
export function movementWords(kind: string): string {
  return kinds[kind] ?? kind.replaceAll('-', ' ')
}

/** Which kind of account a group is, in the order in which books list them. */
export const accountKinds = {
  asset: 'What the shop has',
  liability: 'What the shop owes',
  equity: 'What was put in',
  revenue: 'What came in by selling',
  expense: 'What was spent',
} as const
