import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartTotals } from './cart-totals.ts'

const tax = fc.constantFrom(
  { name: 'VAT', ratePpm: 190_000 },
  { name: 'VAT', ratePpm: 70_000 },
  { name: 'No tax', ratePpm: 0 },
  { name: 'Sales tax', ratePpm: 88_750 },
)
const line = fc.record({
  quantity: fc.integer({ min: 1, max: 99 }),
  unitPriceMinor: fc.integer({ min: 0, max: 100_000_000 }),
  compareAtMinor: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
  tax,
})
const carts = fc.record({
  lines: fc.array(line, { maxLength: 20 }),
  shipping: fc.option(fc.record({ amountMinor: fc.integer({ min: 0, max: 100_000 }), tax })),
  pricesIncludeTax: fc.boolean(),
})
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('the total is its parts to the last unit, whether prices hold tax or not', () => {
  fc.assert(
    fc.property(carts, (cart) => {
      const totals = cartTotals(cart)
      const onTop = cart.pricesIncludeTax ? 0 : totals.taxMinor
      expect(totals.totalMinor).toBe(totals.goodsMinor + totals.shippingMinor - totals.discountMinor + onTop)
      expect(
        Object.values(totals)
          .flat()
          .every((value) => typeof value === 'object' || Number.isSafeInteger(value)),
      ).toBe(true)
    }),
  )
})

test('what the lines and shipping cost, tax and all, is the total', () => {
  fc.assert(
    fc.property(carts, (cart) => {
      const totals = cartTotals(cart)
      const shipping = totals.shippingMinor + (cart.pricesIncludeTax ? 0 : totals.shippingTaxMinor)
      expect(sum(totals.lines.map((each) => each.totalMinor)) + shipping).toBe(totals.totalMinor)
    }),
  )
})

test('the tax lines of a receipt sum to its tax', () => {
  fc.assert(
    fc.property(carts, (cart) => {
      const totals = cartTotals(cart)
      expect(sum(totals.taxLines.map((each) => each.taxMinor))).toBe(totals.taxMinor)
      expect(totals.taxLines.every((each) => each.ratePpm > 0)).toBe(true)
    }),
  )
})

test('more of a thing never costs less', () => {
  fc.assert(
    fc.property(carts, line, (cart, more) => {
      const before = cartTotals(cart).totalMinor
      expect(cartTotals({ ...cart, lines: [...cart.lines, more] }).totalMinor).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('savings count against the former price, and a higher price now is no negative saving', () => {
  const lines = [
    { quantity: 2, unitPriceMinor: 8_00, compareAtMinor: 10_00, tax: { name: 'VAT', ratePpm: 0 } },
    { quantity: 1, unitPriceMinor: 12_00, compareAtMinor: 10_00, tax: { name: 'VAT', ratePpm: 0 } },
  ]
  expect(cartTotals({ lines, shipping: null, pricesIncludeTax: true }).savedMinor).toBe(4_00)
})
