import { taxOf } from '../taxes/index.ts'

/** A line whose price and tax are known; amounts in minor units of the cart's currency. */
export type PricedLine = {
  quantity: number
  unitPriceMinor: number
  /** What one cost before; savings are counted against it. */
  compareAtMinor: number | null
  /** What promotions take from the whole line. */
  discountMinor?: number
  tax: { name: string; ratePpm: number }
}

/** The tax of all lines at one rate, shipping among them. */
export type TaxLine = { name: string; ratePpm: number; taxMinor: number }

export type CartTotals = {
  goodsMinor: number
  shippingMinor: number
  /** What promotions take from lines and shipping together. */
  discountMinor: number
  /** The part of it that is taken from shipping. */
  shippingDiscountMinor: number
  /** All tax, that on shipping included; part of the total whether prices hold it or not. */
  taxMinor: number
  shippingTaxMinor: number
  totalMinor: number
  savedMinor: number
  taxLines: TaxLine[]
  /** In the order of the lines given; `totalMinor` is what the buyer pays for the line, tax included. */
  lines: { subtotalMinor: number; discountMinor: number; taxMinor: number; totalMinor: number }[]
}

/**
 * Adds a cart up. Tax is counted on what is left after discounts, rounded once per line and once for shipping, and summed
 * after that.
 */
export function cartTotals(of: {
  lines: readonly PricedLine[]
  shipping: { amountMinor: number; discountMinor?: number; tax: { name: string; ratePpm: number } } | null
  pricesIncludeTax: boolean
}): CartTotals {
  const included = of.pricesIncludeTax
  const lines = of.lines.map((line) => {
    const subtotalMinor = line.unitPriceMinor * line.quantity
    const discountMinor = line.discountMinor ?? 0
    const leftMinor = subtotalMinor - discountMinor
    const taxMinor = taxOf({ amountMinor: leftMinor, ratePpm: line.tax.ratePpm, included })
    return { subtotalMinor, discountMinor, taxMinor, totalMinor: leftMinor + (included ? 0 : taxMinor) }
  })
  const shippingMinor = of.shipping?.amountMinor ?? 0
  const shippingDiscountMinor = of.shipping?.discountMinor ?? 0
  const shippingTaxMinor = of.shipping
    ? taxOf({ amountMinor: shippingMinor - shippingDiscountMinor, ratePpm: of.shipping.tax.ratePpm, included })
    : 0
  const goodsMinor = sum(lines.map((line) => line.subtotalMinor))
  const taxMinor = sum(lines.map((line) => line.taxMinor)) + shippingTaxMinor
  const discountMinor = sum(lines.map((line) => line.discountMinor)) + shippingDiscountMinor
  return {
    goodsMinor,
    shippingMinor,
    discountMinor,
    shippingDiscountMinor,
    taxMinor,
    shippingTaxMinor,
    totalMinor: goodsMinor + shippingMinor - discountMinor + (included ? 0 : taxMinor),
    savedMinor: sum(of.lines.map(savedOn)),
    taxLines: taxLinesOf([
      ...of.lines.map((line, index) => ({ ...line.tax, taxMinor: lines[index]?.taxMinor ?? 0 })),
      ...(of.shipping ? [{ ...of.shipping.tax, taxMinor: shippingTaxMinor }] : []),
    ]),
    lines,
  }
}

function savedOn(line: PricedLine): number {
  return Math.max(0, (line.compareAtMinor ?? 0) - line.unitPriceMinor) * line.quantity
}

/** Highest rate first; a rate of nothing is not worth a line. */
function taxLinesOf(taxes: readonly TaxLine[]): TaxLine[] {
  const byRate = new Map<string, TaxLine>()
  for (const tax of taxes) {
    if (tax.ratePpm === 0) continue
    const key = `${tax.ratePpm} ${tax.name}`
    const known = byRate.get(key)
    if (known) known.taxMinor += tax.taxMinor
    else byRate.set(key, { name: tax.name, ratePpm: tax.ratePpm, taxMinor: tax.taxMinor })
  }
  return [...byRate.values()].sort((a, b) => b.ratePpm - a.ratePpm)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
