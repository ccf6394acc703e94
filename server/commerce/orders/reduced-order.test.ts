import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reducedOrder } from './reduced-order.ts'
import type { OrderLineRow } from './tables.ts'

type Sold = { quantity: number; unitPriceMinor: number; discountShare: number; ratePercent: number }

/** A line as checkout prices it: discounted, then taxed once. */
function lineOf(sold: Sold, index: number, pricesIncludeTax: boolean): OrderLineRow {
  const subtotalMinor = sold.quantity * sold.unitPriceMinor
  const discountMinor = Math.floor((subtotalMinor * sold.discountShare) / 100)
  const netMinor = subtotalMinor - discountMinor
  const rate = sold.ratePercent / 100
  const taxMinor = Math.round(pricesIncludeTax ? (netMinor * rate) / (1 + rate) : netMinor * rate)
  return {
    id: `line-${index}`,
    orderId: 'order',
    position: index + 1,
    productId: null,
    variantId: null,
    title: `The thing ${index}`,
    variantTitle: '',
    sku: null,
    image: null,
    quantity: sold.quantity,
    fulfilledQuantity: 0,
    unitPriceMinor: sold.unitPriceMinor,
    subtotalMinor,
    discountMinor,
    taxRatePpm: sold.ratePercent * 10_000,
    taxName: 'VAT',
    taxMinor,
    totalMinor: netMinor + (pricesIncludeTax ? 0 : taxMinor),
    requiresShipping: true,
    weightGrams: 0,
    isGiftCard: false,
    canceledQuantity: 0,
    refundedQuantity: 0,
    refundedMinor: 0,
    refundedTaxMinor: 0,
  }
}

const sold = fc.record({
  quantity: fc.integer({ min: 1, max: 6 }),
  unitPriceMinor: fc.integer({ min: 0, max: 9_999 }),
  discountShare: fc.integer({ min: 0, max: 100 }),
  ratePercent: fc.constantFrom(0, 7, 19),
})

test('whatever is taken out, in whatever steps, an order stays the sum of its parts, and nothing of it falls below zero', () => {
  fc.assert(
    fc.property(
      fc.array(sold, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.array(fc.nat(3), { maxLength: 20 }),
      (goods, pricesIncludeTax, steps) => {
        let lines = goods.map((each, index) => lineOf(each, index, pricesIncludeTax))
        const sum = (name: 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor') =>
          lines.reduce((all, line) => all + line[name], 0)
        const taxLines = [7, 19].map((percent) => ({
          name: 'VAT',
          ratePpm: percent * 10_000,
          taxMinor: lines
            .filter((line) => line.taxRatePpm === percent * 10_000)
            .reduce((all, line) => all + line.taxMinor, 0),
        }))
        let amounts = {
          goodsMinor: sum('subtotalMinor'),
          shippingMinor: 490,
          discountMinor: sum('discountMinor'),
          shippingDiscountMinor: 0,
          taxMinor: sum('taxMinor'),
          shippingTaxMinor: 0,
          totalMinor: sum('totalMinor') + 490,
          giftCardsMinor: 0,
          taxLines,
        }
        for (const step of steps) {
          const line = lines[step]
          if (!line || line.quantity === 0) continue
          const reduced = reducedOrder({ ...amounts, pricesIncludeTax, lines }, [
            { orderLineId: line.id, quantity: 1 + (step % line.quantity) },
          ])
          amounts = reduced.amounts
          lines = lines.map((each) => ({ ...each, ...reduced.lines.find(({ id }) => id === each.id) }))
          const taxOnTop = pricesIncludeTax ? 0 : amounts.taxMinor
          expect(amounts.totalMinor).toBe(amounts.goodsMinor + amounts.shippingMinor - amounts.discountMinor + taxOnTop)
          expect(amounts.totalMinor).toBe(sum('totalMinor') + 490)
          expect(amounts.taxLines.reduce((all, tax) => all + tax.taxMinor, 0)).toBe(amounts.taxMinor)
          for (const each of lines) {
            expect(Math.min(each.discountMinor, each.totalMinor, each.taxMinor)).toBeGreaterThanOrEqual(0)
            expect(each.discountMinor).toBeLessThanOrEqual(each.subtotalMinor)
            expect(each.subtotalMinor).toBe(each.unitPriceMinor * each.quantity)
          }
        }
      },
    ),
  )
})

test('what is taken out goes with exactly what it cost, and its discount is not left to the others', () => {
  const lines = [
    lineOf({ quantity: 2, unitPriceMinor: 50_00, discountShare: 20, ratePercent: 19 }, 0, true),
    lineOf({ quantity: 1, unitPriceMinor: 50_00, discountShare: 20, ratePercent: 19 }, 1, true),
  ]
  const order = {
    goodsMinor: 150_00,
    shippingMinor: 0,
    discountMinor: 30_00,
    shippingDiscountMinor: 0,
    taxMinor: 12_77 + 6_39,
    shippingTaxMinor: 0,
    totalMinor: 120_00,
    giftCardsMinor: 0,
    taxLines: [{ name: 'VAT', ratePpm: 190_000, taxMinor: 19_16 }],
    pricesIncludeTax: true,
    lines,
  }
  const { amounts } = reducedOrder(order, [{ orderLineId: 'line-1', quantity: 1 }])
  expect(amounts).toMatchObject({ goodsMinor: 100_00, discountMinor: 20_00, totalMinor: 80_00, taxMinor: 12_77 })
})
