import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Need, planReservations, type Shelf } from './plan-reservations.ts'

const need = (line: number, inventoryItemId: string, quantity: number, perUnit = 1): Need => ({
  line,
  inventoryItemId,
  quantity,
  perUnit,
  isOptional: false,
})
const shelf = (inventoryItemId: string, locationId: string, free: number): Shelf => ({
  inventoryItemId,
  locationId,
  free,
})
const locationIds = ['a', 'b']

test('one place that has everything sends one parcel, even if another is asked first', () => {
  const shelves = [shelf('cup', 'a', 1), shelf('cup', 'b', 5), shelf('pot', 'b', 5)]
  const plan = planReservations({ needs: [need(0, 'cup', 2), need(1, 'pot', 1)], shelves, locationIds })
  expect(new Set(plan.takings.map((taking) => taking.locationId))).toEqual(new Set(['b']))
  expect(plan.short).toEqual([])
})

test('where no place has everything, the pieces come from several, the first place first', () => {
  const plan = planReservations({
    needs: [need(0, 'cup', 3)],
    shelves: [shelf('cup', 'a', 2), shelf('cup', 'b', 2)],
    locationIds,
  })
  expect(plan.takings).toEqual([
    { line: 0, inventoryItemId: 'cup', locationId: 'a', quantity: 2 },
    { line: 0, inventoryItemId: 'cup', locationId: 'b', quantity: 1 },
  ])
})

test('two lines that share an item are served from the same pieces', () => {
  const plan = planReservations({
    needs: [need(0, 'cup', 2), need(1, 'cup', 4, 2)],
    shelves: [shelf('cup', 'a', 5)],
    locationIds,
  })
  expect(plan.short).toEqual([{ line: 1, left: 1 }])
})

test('what is sold on when the shelf is empty takes what is there and is never short', () => {
  const optional = { ...need(0, 'cup', 5), isOptional: true }
  const plan = planReservations({ needs: [optional], shelves: [shelf('cup', 'a', 2)], locationIds })
  expect(plan).toMatchObject({ short: [], takings: [{ quantity: 2 }] })
})

test('no plan takes more from a shelf than lies there, and a plan without shortage gives every line all it needs', () => {
  const items = fc.constantFrom('x', 'y', 'z')
  const needs = fc.array(fc.tuple(items, fc.integer({ min: 1, max: 6 })), { maxLength: 6 })
  const shelves = fc.uniqueArray(
    fc.record({
      inventoryItemId: items,
      locationId: fc.constantFrom('a', 'b', 'c'),
      free: fc.integer({ min: -1, max: 8 }),
    }),
    { selector: (each) => `${each.inventoryItemId}${each.locationId}` },
  )
  fc.assert(
    fc.property(needs, shelves, (wanted, free) => {
      const all = wanted.map(([item, quantity], line) => need(line, item, quantity))
      const plan = planReservations({ needs: all, shelves: free, locationIds: ['b', 'a'] })
      for (const each of free) {
        const taken = plan.takings.filter(
          (t) => t.inventoryItemId === each.inventoryItemId && t.locationId === each.locationId,
        )
        expect(taken.reduce((sum, t) => sum + t.quantity, 0)).toBeLessThanOrEqual(Math.max(0, each.free))
      }
      expect(plan.takings.every((taking) => taking.locationId !== 'c' && taking.quantity > 0)).toBe(true)
      for (const each of all) {
        const got = plan.takings.filter((taking) => taking.line === each.line).reduce((sum, t) => sum + t.quantity, 0)
        const isShort = plan.short.some((short) => short.line === each.line)
        expect(isShort ? got < each.quantity : got === each.quantity).toBe(true)
      }
    }),
  )
})
