import { expect, test } from 'vitest'
import { reducedOrder, unitsToCancel } from './reduced-order.ts'
import type { OrderLineRow } from './tables.ts'

/** Three lamps at 10.00 with VAT inside, of which one has left. */
const lamps: OrderLineRow = {
  id: 'lamps',
  orderId: 'order',
  position: 1,
  productId: null,
  variantId: null,
  title: 'Lamp',
  variantTitle: '',
  sku: null,
  image: null,
  quantity: 3,
  fulfilledQuantity: 1,
  unitPriceMinor: 1000,
  subtotalMinor: 3000,
  discountMinor: 0,
  taxRatePpm: 190_000,
  taxName: 'VAT',
  taxMinor: 479,
  totalMinor: 3000,
  requiresShipping: true,
  weightGrams: 0,
  isGiftCard: false,
  canceledQuantity: 2,
  refundedQuantity: 0,
  refundedMinor: 0,
  refundedTaxMinor: 0,
}
const vat = { name: 'VAT', ratePpm: 190_000, taxMinor: 479 }
const order = (line: Partial<OrderLineRow> = {}, taxLines = [vat]) => ({
  goodsMinor: 3000,
  shippingMinor: 0,
  discountMinor: 0,
  taxMinor: 479,
  shippingTaxMinor: 0,
  totalMinor: 3000,
  giftCardsMinor: 0,
  shippingDiscountMinor: 0,
  taxLines,
  pricesIncludeTax: true,
  lines: [{ ...lamps, ...line }],
})
const takeOut = (quantity: number, line: Partial<OrderLineRow> = {}) =>
  reducedOrder(order(line), [{ orderLineId: 'lamps', quantity }])

test('what goes takes what it cost with it, and is added to what went before', () => {
  expect(takeOut(1).lines[0]).toMatchObject({
    quantity: 2,
    canceledQuantity: 3,
    takenOut: 1,
    takenOutMinor: 1000,
    takenOutTaxMinor: 159,
    totalMinor: 2000,
    taxMinor: 320,
    unsentQuantity: 2,
  })
})

test('units that have left or were given back cannot be taken out; those of a gift card never', () => {
  expect(unitsToCancel(lamps)).toBe(2)
  expect(unitsToCancel({ ...lamps, refundedQuantity: 2 })).toBe(1)
  expect(unitsToCancel({ ...lamps, isGiftCard: true })).toBe(0)
  expect(() => takeOut(3)).toThrow(expect.objectContaining({ details: { title: 'Lamp', left: 2 } }))
  expect(() => takeOut(1, { isGiftCard: true })).toThrow(expect.objectContaining({ details: { title: 'Lamp' } }))
  expect(() => reducedOrder(order(), [{ orderLineId: 'cups', quantity: 1 }])).toThrow(
    expect.objectContaining({ code: 'orders.line-not-found' }),
  )
})

test('what stays must have cost as much as was given back of it, in money and in tax', () => {
  expect(() => takeOut(2, { refundedMinor: 1001, refundedTaxMinor: 0 })).toThrow(
    expect.objectContaining({ code: 'orders.given-back-meanwhile', details: { title: 'Lamp' } }),
  )
  expect(() => takeOut(2, { refundedMinor: 1000, refundedTaxMinor: 161 })).toThrow(
    expect.objectContaining({ code: 'orders.given-back-meanwhile' }),
  )
  expect(takeOut(2, { refundedMinor: 1000, refundedTaxMinor: 160 }).amounts.totalMinor).toBe(1000)
})

test('only the tax of that rate and name is less, and one of which nothing is left is not shown', () => {
  const others = [
    { ...vat, taxMinor: 479 },
    { ...vat, name: 'Surcharge', taxMinor: 50 },
    { ...vat, ratePpm: 70_000, taxMinor: 7 },
  ]
  const all = reducedOrder(order({ fulfilledQuantity: 0 }, others), [{ orderLineId: 'lamps', quantity: 3 }])
  expect(all.amounts.taxLines).toEqual(others.slice(1))
  const some = reducedOrder(order({}, others), [{ orderLineId: 'lamps', quantity: 1 }])
  expect(some.amounts.taxLines).toEqual([{ ...vat, taxMinor: 320 }, ...others.slice(1)])
})
