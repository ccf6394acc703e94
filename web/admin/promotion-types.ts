/** What the API answers about promotions and prices. Amounts are in minor units, rates in parts per million. */
export type Goods = { categoryIds?: string[]; tags?: string[]; exceptReduced?: boolean }
export type Tier = { fromValue?: Record<string, number>; ratePpm?: number; amounts?: Record<string, number> }
export type PromotionRule = {
  gives:
    | { kind: 'percent' | 'amount'; tiers: Tier[]; goods?: Goods }
    | { kind: 'free-shipping' }
    | {
        kind: 'buy-x-get-y'
        buy: { quantity: number; goods?: Goods }
        get: { quantity: number; goods?: Goods; ratePpm: number }
      }
  needs?: { valueMin?: Record<string, number>; quantityMin?: number; customerGroupIds?: string[] }
}

export type Promotion = {
  id: string
  title: string
  translations: Record<string, { title?: string }>
  method: 'automatic' | 'code'
  status: 'active' | 'paused'
  rule: PromotionRule
  combines: 'with-all' | 'with-none' | 'with-listed'
  startsAt: string | null
  endsAt: string | null
  usesMax: number | null
  usesPerCustomerMax: number | null
  budgetCurrency: string | null
  budgetMinor: number | null
  uses: number
  spentMinor: number
  codeCount: number
}

export type PromotionCode = { code: string; usesMax: number | null; uses: number }
export type PromotionUses = {
  uses: {
    orderId: string
    code: string | null
    currency: string
    amountMinor: number
    status: string
    createdAt: string
  }[]
  days: { day: string; currency: string; uses: number; amountMinor: number }[]
}
export type Preview = {
  currency: string
  goodsMinor: number
  shippingMinor: number
  discountMinor: number
  shippingDiscountMinor: number
  lines: { variantId: string; title: string; quantity: number; amountMinor: number; discountMinor: number }[]
  because: string | null
}
export type PriceList = {
  id: string
  code: string
  title: string
  currency: string
  marketId: string | null
  customerGroupId: string | null
  priority: number
  startsAt: string | null
  endsAt: string | null
}
export type ListedPrice = {
  variantId: string
  productTitle: string
  variantTitle: string
  sku: string | null
  quantityMin: number
  amountMinor: number
}
export type CustomerGroup = { id: string; title: string; entryCode: string }
