/** Amounts in minor units, by currency. */
export type Amounts = Readonly<Record<string, number>>

/** Which goods are meant: all that match one of the lists, or everything where there is none; less the exceptions. */
export type Goods = {
  productIds?: readonly string[]
  categoryIds?: readonly string[]
  tags?: readonly string[]
  exceptProductIds?: readonly string[]
  exceptCategoryIds?: readonly string[]
  exceptTags?: readonly string[]
  /** Leave out what is reduced already. */
  exceptReduced?: boolean
}

/** From where on a tier counts; without a threshold, from the first piece. Measured on the goods meant, before discounts. */
export type Tier = { fromQuantity?: number; fromValue?: Amounts }

/** What a promotion gives. Rates are parts per million (15 % is 150000), amounts minor units: two fields, never one. */
export type Benefit =
  | { kind: 'percent'; tiers: readonly (Tier & { ratePpm: number })[]; goods?: Goods }
  | { kind: 'amount'; tiers: readonly (Tier & { amounts: Amounts })[]; goods?: Goods }
  | { kind: 'free-shipping'; upTo?: Amounts }
  | {
      kind: 'buy-x-get-y'
      buy: { quantity: number; goods?: Goods }
      get: { quantity: number; goods?: Goods; ratePpm: number }
      /** How often in one order. */
      timesMax?: number
    }

/** What it asks for. Value and quantity are measured on the goods meant, before any discount. */
export type Needs = {
  valueMin?: Amounts
  quantityMin?: number
  goods?: Goods
  countries?: readonly string[]
  marketIds?: readonly string[]
  customerGroupIds?: readonly string[]
}

export type PromotionRule = { gives: Benefit; needs?: Needs }

/** A line as promotions see it. */
export type BasketLine = {
  id: string
  variantId: string
  productId: string
  categoryIds: readonly string[]
  tags: readonly string[]
  isReduced: boolean
  quantity: number
  unitPriceMinor: number
}

/** What promotions are applied to. */
export type Basket = {
  currency: string
  country: string
  marketId: string
  customerGroupId: string | null
  lines: readonly BasketLine[]
  /** Null when nothing is sent. */
  shippingMinor: number | null
}

/** Why a promotion gives nothing to this basket. */
export type Refusal = 'not-valid' | 'not-here' | 'not-enough' | 'not-these-goods' | 'not-together'

/** True for a line of the goods meant. */
export function isAmong(line: BasketLine, goods: Goods = {}): boolean {
  const { productIds = [], categoryIds = [], tags = [] } = goods
  const isMeant =
    productIds.length + categoryIds.length + tags.length === 0 ||
    productIds.includes(line.productId) ||
    line.categoryIds.some((id) => categoryIds.includes(id)) ||
    line.tags.some((tag) => tags.includes(tag))
  return (
    isMeant &&
    !goods.exceptProductIds?.includes(line.productId) &&
    !line.categoryIds.some((id) => goods.exceptCategoryIds?.includes(id)) &&
    !line.tags.some((tag) => goods.exceptTags?.includes(tag)) &&
    !(goods.exceptReduced && line.isReduced)
  )
}

/** What stands between a basket and a promotion's conditions; undefined when nothing does. */
export function unmetNeed(basket: Basket, needs: Needs = {}): Refusal | undefined {
  const { countries, marketIds, customerGroupIds, quantityMin = 0, valueMin } = needs
  if (countries && !countries.includes(basket.country)) return 'not-here'
  if (marketIds && !marketIds.includes(basket.marketId)) return 'not-here'
  if (customerGroupIds && !customerGroupIds.includes(basket.customerGroupId ?? '')) return 'not-here'
  const lines = basket.lines.filter((line) => isAmong(line, needs.goods))
  if (valueMin) {
    const least = valueMin[basket.currency]
    if (least === undefined) return 'not-here'
    if (worthOf(lines) < least) return 'not-enough'
  }
  if (quantityOf(lines) < quantityMin) return 'not-enough'
  return needs.goods && lines.length === 0 ? 'not-these-goods' : undefined
}

/** The highest tier that these lines reach; undefined when they reach none. A value in another currency is never reached. */
export function reachedTier<T extends Tier>(
  tiers: readonly T[],
  of: { lines: readonly BasketLine[]; currency: string },
): T | undefined {
  const value = worthOf(of.lines)
  const quantity = quantityOf(of.lines)
  return tiers.findLast(
    ({ fromQuantity = 0, fromValue }) =>
      quantity >= fromQuantity && (!fromValue || value >= (fromValue[of.currency] ?? Number.POSITIVE_INFINITY)),
  )
}

/** What lines cost before any discount. */
export function worthOf(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0)
}

/** How many pieces there are. */
export function quantityOf(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}
