import fc from 'fast-check'
import { type CartTotals, cartTotals } from '../../../server/commerce/carts/index.ts'
import { applyPromotions } from '../../../server/commerce/promotions/index.ts'
import { anyBasket, anyCandidates } from '../../../server/commerce/promotions/testing/any-promotions.ts'
import { taxOf } from '../../../server/commerce/taxes/index.ts'
import { fromDecimal, shareOut, toDecimal } from '../../../server/platform/money.ts'

const rates = fc.constantFrom(0, 70_000, 88_750, 190_000, 200_000, 250_000)
const currencies = fc.constantFrom('EUR', 'JPY', 'KWD')
const amounts = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 10_000_000_000 }))

/** Each holds for whatever fast-check thinks of. */
const laws: Record<string, fc.IProperty<unknown>> = {
  'shares sum to what was shared, and none is more than one unit from its part': fc.property(
    amounts,
    fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
    (amountMinor, weights) => {
      const parts = shareOut(amountMinor, weights)
      const whole = weights.reduce((total, weight) => total + weight, 0)
      const isFair = parts.every(
        (part, index) => whole === 0 || Math.abs(part - (amountMinor * (weights[index] ?? 0)) / whole) <= 1,
      )
      return sum(parts) === amountMinor && isFair && isWhole(parts)
    },
  ),
  'tax inside a price and tax on top of what is left agree': fc.property(amounts, rates, (grossMinor, ratePpm) => {
    const inside = taxOf({ amountMinor: grossMinor, ratePpm, included: true })
    const onTop = taxOf({ amountMinor: grossMinor - inside, ratePpm, included: false })
    return Math.abs(inside - onTop) <= 1 && inside >= 0 && inside <= grossMinor && isWhole([inside, onTop])
  }),
  'a cart with any promotions costs its parts, never less than nothing, and is explained to the unit': fc.property(
    fc.record({ basket: anyBasket, candidates: anyCandidates, pricesIncludeTax: fc.boolean(), ratePpm: rates }),
    ({ basket, candidates, pricesIncludeTax, ratePpm }) => {
      const { applied, discountMinor } = applyPromotions(basket, candidates)
      const taken = applied.flatMap((each) => each.lines)
      const tax = { name: 'VAT', ratePpm }
      const totals = cartTotals({
        lines: basket.lines.map((line) => ({
          ...line,
          compareAtMinor: null,
          tax,
          discountMinor: sum(taken.filter(({ lineId }) => lineId === line.id).map((each) => each.amountMinor)),
        })),
        shipping:
          basket.shippingMinor === null
            ? null
            : {
                amountMinor: basket.shippingMinor,
                discountMinor: sum(applied.map((each) => each.shippingMinor)),
                tax,
              },
        pricesIncludeTax,
      })
      return totals.discountMinor === discountMinor && addsUp(totals, pricesIncludeTax)
    },
  ),
  'a line given back piece by piece, in any parts, gives back what was paid for it': fc.property(
    fc.record({ totalMinor: amounts, cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 11 }) }),
    ({ totalMinor, cuts }) => {
      const units = shareOut(
        totalMinor,
        Array.from({ length: sum(cuts) }, () => 1),
      )
      let from = 0
      const refunds = cuts.map((pieces) => {
        const part = sum(units.slice(from, from + pieces))
        from += pieces
        return part
      })
      return sum(refunds) === totalMinor && refunds.every((refund) => refund >= 0) && isWhole(refunds)
    },
  ),
  'an amount written as a decimal is read back as itself, and one that no coin can pay is refused': fc.property(
    fc.record({ amountMinor: amounts, currency: currencies }),
    ({ amountMinor, currency }) => {
      const written = toDecimal(amountMinor, currency)
      const finer = `${written}${written.includes('.') ? '' : '.'}1`
      return fromDecimal(written, currency) === amountMinor && fromDecimal(finer, currency) === undefined
    },
  ),
}

/** Tries each law so many times; answers those that are broken, with what broke them. */
export function tryLaws(of: { numRuns: number; seed: number; say(line: string): void }): string[] {
  const { numRuns, seed, say } = of
  return Object.entries(laws).flatMap(([law, property]) => {
    const told = fc.check(property, { numRuns, seed })
    say(`  ${told.failed ? 'BROKEN' : 'holds'} for ${told.numRuns}: ${law}`)
    return told.failed ? [`${law}: ${JSON.stringify(told.counterexample)}`] : []
  })
}

/** How many laws there are. */
export const lawsCount = Object.keys(laws).length

function addsUp(totals: CartTotals, pricesIncludeTax: boolean): boolean {
  const { lines, goodsMinor, shippingMinor, shippingDiscountMinor, discountMinor, taxMinor, shippingTaxMinor } = totals
  const onTop = pricesIncludeTax ? 0 : taxMinor
  const shipping = shippingMinor - shippingDiscountMinor + (pricesIncludeTax ? 0 : shippingTaxMinor)
  return (
    totals.totalMinor === goodsMinor + shippingMinor - discountMinor + onTop &&
    totals.totalMinor === sum(lines.map((line) => line.totalMinor)) + shipping &&
    totals.totalMinor >= 0 &&
    lines.every((line) => line.totalMinor >= 0 && line.taxMinor >= 0) &&
    taxMinor === sum(lines.map((line) => line.taxMinor)) + shippingTaxMinor &&
    taxMinor === sum(totals.taxLines.map((line) => line.taxMinor)) &&
    isWhole([totals.totalMinor, taxMinor, ...lines.flatMap((line) => Object.values(line))])
  )
}

function isWhole(numbers: readonly number[]): boolean {
  return numbers.every((each) => Number.isSafeInteger(each))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
