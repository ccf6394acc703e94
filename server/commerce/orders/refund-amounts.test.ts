import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RefundAmounts, type RefundableOrder, type RefundWish, refundAmounts } from './refund-amounts.ts'

type Sold = { quantity: number; totalMinor: number; taxMinor: number }

/** An order of lines that were paid like this, delivery included. */
function orderOf(lines: readonly Sold[], shipping = { amountMinor: 0, taxMinor: 0 }): RefundableOrder {
  return {
    currency: 'EUR',
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0) + shipping.amountMinor,
    shippingTaxMinor: shipping.taxMinor,
    refundedShippingMinor: 0,
    refundedShippingTaxMinor: 0,
    lines: lines.map((line, index) => ({
      ...line,
      id: `line-${index}`,
      title: `The thing ${index}`,
      isGiftCard: false,
      refundedQuantity: 0,
      refundedMinor: 0,
      refundedTaxMinor: 0,
    })),
  }
}

/** The order after a refund, as the books have it. */
function after(order: RefundableOrder, refund: RefundAmounts): RefundableOrder {
  return {
    ...order,
    refundedShippingMinor: order.refundedShippingMinor + refund.shippingMinor,
    refundedShippingTaxMinor: order.refundedShippingTaxMinor + refund.shippingTaxMinor,
    lines: order.lines.map((line) => {
      const part = refund.lines.find(({ orderLineId }) => orderLineId === line.id)
      if (!part) return line
      return {
        ...line,
        refundedQuantity: line.refundedQuantity + part.quantity,
        refundedMinor: line.refundedMinor + part.amountMinor,
        refundedTaxMinor: line.refundedTaxMinor + part.taxMinor,
      }
    }),
  }
}

const unitsOf = (line: number, quantity: number): RefundWish => ({ lines: [{ orderLineId: `line-${line}`, quantity }] })

test('a discount is not re-spread onto surviving lines by a partial refund', () => {
  // 100.00 and 50.00 with 30.00 off, shared as 20.00 and 10.00: they were paid 80.00 and 40.00.
  let order = orderOf([
    { quantity: 2, totalMinor: 80_00, taxMinor: 12_77 },
    { quantity: 1, totalMinor: 40_00, taxMinor: 6_39 },
  ])
  const first = refundAmounts(order, unitsOf(1, 1))
  expect(first.amountMinor).toBe(40_00)
  order = after(order, first)
  const second = refundAmounts(order, unitsOf(0, 1))
  expect(second.amountMinor).toBe(40_00)
  order = after(order, second)
  expect(refundAmounts(order, unitsOf(0, 1)).amountMinor).toBe(40_00)
})

test('units of a line that does not divide give back its cents one by one, and its tax too', () => {
  let order = orderOf([{ quantity: 3, totalMinor: 10_00, taxMinor: 1_60 }])
  const given = [1, 1, 1].map((quantity) => {
    const refund = refundAmounts(order, unitsOf(0, quantity))
    order = after(order, refund)
    return [refund.amountMinor, refund.taxMinor]
  })
  expect(given).toEqual([
    [3_34, 54],
    [3_33, 53],
    [3_33, 53],
  ])
})

test('a free amount is shared over lines and delivery, and what is given back later is less by that', () => {
  const order = orderOf([{ quantity: 1, totalMinor: 60_00, taxMinor: 9_58 }], { amountMinor: 20_00, taxMinor: 3_19 })
  const free = refundAmounts(order, { amountMinor: 8_00 })
  expect(free).toMatchObject({
    amountMinor: 8_00,
    shippingMinor: 2_00,
    lines: [{ quantity: 0, amountMinor: 6_00, taxMinor: 96 }],
  })
  const rest = refundAmounts(after(order, free), { ...unitsOf(0, 1), shippingMinor: 18_00 })
  expect(rest).toMatchObject({ amountMinor: 72_00, taxMinor: 9_58 + 3_19 - free.taxMinor })
})

test('more units than were bought, or more than was paid for delivery or for all of it, is refused', () => {
  const order = orderOf([{ quantity: 2, totalMinor: 10_00, taxMinor: 0 }], { amountMinor: 5_00, taxMinor: 0 })
  expect(() => refundAmounts(order, unitsOf(0, 3))).toThrow('Only 2 of The thing 0 are left to give back.')
  expect(() => refundAmounts(order, { shippingMinor: 5_01 })).toThrow('Only €5.00 was paid for this')
  expect(() => refundAmounts(order, { amountMinor: 15_01 })).toThrow('Only €15.00 was paid for this')
  expect(() => refundAmounts(order, unitsOf(7, 1))).toThrow('The order has no such line.')
})

const sold = fc
  .record({
    quantity: fc.integer({ min: 1, max: 7 }),
    totalMinor: fc.integer({ min: 0, max: 50_000 }),
    taxShare: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ taxShare, ...line }) => ({ ...line, taxMinor: Math.floor((line.totalMinor * taxShare) / 100) }))
const fee = fc
  .record({ amountMinor: fc.integer({ min: 0, max: 2000 }), taxShare: fc.integer({ min: 0, max: 100 }) })
  .map(({ amountMinor, taxShare }) => ({ amountMinor, taxMinor: Math.floor((amountMinor * taxShare) / 100) }))
const step = fc.oneof(
  fc.record({ line: fc.nat(3), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ shippingMinor: fc.integer({ min: 1, max: 800 }) }),
  fc.record({ amountMinor: fc.integer({ min: 1, max: 5000 }) }),
)

test('any sequence of partial refunds sums to exactly what was paid, tax included, and never above it on the way', () => {
  fc.assert(
    fc.property(
      fc.array(sold, { minLength: 1, maxLength: 4 }),
      fee,
      fc.array(step, { maxLength: 12 }),
      (lines, shipping, steps) => {
        let order = orderOf(lines, shipping)
        const given = { amountMinor: 0, taxMinor: 0 }
        const give = (wish: RefundWish) => {
          const refund = refundAmounts(order, wish)
          for (const part of refund.lines) {
            expect(part.amountMinor).toBeGreaterThanOrEqual(part.taxMinor)
            expect(part.taxMinor).toBeGreaterThanOrEqual(0)
          }
          expect(refund.shippingMinor).toBeGreaterThanOrEqual(refund.shippingTaxMinor)
          order = after(order, refund)
          given.amountMinor += refund.amountMinor
          given.taxMinor += refund.taxMinor
        }
        for (const each of steps) {
          try {
            give('line' in each ? unitsOf(each.line, each.quantity) : each)
          } catch (error) {
            expect(String(error)).toMatch(/Only .* (left to give back|was paid)|no such line/)
          }
          expect(given.amountMinor).toBeLessThanOrEqual(order.totalMinor)
          for (const line of order.lines) expect(line.refundedMinor).toBeLessThanOrEqual(line.totalMinor)
        }
        for (const line of order.lines)
          give({ lines: [{ orderLineId: line.id, quantity: line.quantity - line.refundedQuantity }] })
        give({ shippingMinor: shipping.amountMinor - order.refundedShippingMinor })
        expect(given.amountMinor).toBe(order.totalMinor)
        expect(given.taxMinor).toBe(lines.reduce((sum, line) => sum + line.taxMinor, 0) + shipping.taxMinor)
      },
    ),
  )
})
