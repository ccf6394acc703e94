import { expect, test } from 'vitest'
import { cartTotals, type PricedLine } from './cart-totals.ts'

const vat = { name: 'VAT', ratePpm: 190_000 }
const books = { name: 'VAT', ratePpm: 70_000 }
const line = (of: Partial<PricedLine>): PricedLine => ({
  quantity: 1,
  unitPriceMinor: 1000,
  compareAtMinor: null,
  tax: vat,
  ...of,
})

test('a discount makes its line, its tax and the total less, where prices hold their tax', () => {
  const totals = cartTotals({
    lines: [line({ quantity: 2, discountMinor: 810 }), line({ unitPriceMinor: 107, tax: books })],
    shipping: { amountMinor: 595, discountMinor: 119, tax: vat },
    pricesIncludeTax: true,
  })
  expect(totals.lines[0]).toEqual({ subtotalMinor: 2000, discountMinor: 810, taxMinor: 190, totalMinor: 1190 })
  expect(totals).toMatchObject({
    goodsMinor: 2107,
    shippingMinor: 595,
    discountMinor: 929,
    shippingDiscountMinor: 119,
    shippingTaxMinor: 76,
    taxMinor: 190 + 7 + 76,
    totalMinor: 2107 + 595 - 929,
  })
})

test('and where tax comes on top: it is counted on what is left', () => {
  const totals = cartTotals({
    lines: [line({ discountMinor: 500 })],
    shipping: { amountMinor: 400, discountMinor: 300, tax: vat },
    pricesIncludeTax: false,
  })
  expect(totals.lines[0]).toEqual({ subtotalMinor: 1000, discountMinor: 500, taxMinor: 95, totalMinor: 595 })
  expect(totals).toMatchObject({ discountMinor: 800, taxMinor: 114, shippingTaxMinor: 19, totalMinor: 714 })
})

test('taxes are shown by rate and name, the highest first; one rate under two names is two lines', () => {
  const surcharge = { name: 'Surcharge', ratePpm: 190_000 }
  const { taxLines } = cartTotals({
    lines: [
      line({ unitPriceMinor: 1070, tax: books }),
      line({ unitPriceMinor: 1190 }),
      line({ unitPriceMinor: 1190, tax: surcharge }),
      line({ unitPriceMinor: 1190 }),
      line({ tax: { name: 'No tax', ratePpm: 0 } }),
    ],
    shipping: null,
    pricesIncludeTax: true,
  })
  expect(taxLines).toEqual([
    { ...vat, taxMinor: 380 },
    { ...surcharge, taxMinor: 190 },
    { ...books, taxMinor: 70 },
  ])
})
