import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountDue, type DueLine } from './amount-due.ts'

const order = fc.record({
  lines: fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 9 }), totalMinor: fc.integer({ min: 0, max: 100_000 }) }),
    { minLength: 1, maxLength: 5 },
  ),
  deliveryMinor: fc.integer({ min: 0, max: 5000 }),
  /** In which parcel each unit goes. */
  parcelOf: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 45, maxLength: 45 }),
})

test('however an order is split over parcels, they come to exactly its total, and none is charged less than nothing', () => {
  fc.assert(
    fc.property(order, ({ lines, deliveryMinor, parcelOf }) => {
      const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0) + deliveryMinor
      let unit = 0
      const units = lines.map((line) => Array.from({ length: line.quantity }, () => parcelOf[unit++] as number))
      let capturedMinor = 0
      for (const parcel of [0, 1, 2, 3]) {
        const due: DueLine[] = lines.map((line, index) => ({
          ...line,
          sentBefore: (units[index] ?? []).filter((one) => one < parcel).length,
          sentWith: (units[index] ?? []).filter((one) => one === parcel).length,
        }))
        if (due.every((line) => line.sentWith === 0)) continue
        const amount = amountDue({ lines: due, totalMinor, capturedMinor })
        expect(amount).toBeGreaterThanOrEqual(0)
        capturedMinor += amount
      }
      expect(capturedMinor).toBe(totalMinor)
    }),
  )
})

test('delivery is paid with the first parcel, and each unit costs its share to the cent', () => {
  const line = { quantity: 3, totalMinor: 1000 }
  const first = amountDue({ lines: [{ ...line, sentBefore: 0, sentWith: 1 }], totalMinor: 1490, capturedMinor: 0 })
  expect(first).toBe(334 + 490)
  const second = amountDue({ lines: [{ ...line, sentBefore: 1, sentWith: 1 }], totalMinor: 1490, capturedMinor: first })
  expect(second).toBe(333)
})

test('what was captured already is not due again', () => {
  const line = { quantity: 2, totalMinor: 1000, sentBefore: 0, sentWith: 1 }
  expect(amountDue({ lines: [line], totalMinor: 1000, capturedMinor: 1000 })).toBe(0)
})
