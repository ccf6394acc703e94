import { expect, test } from 'vitest'
import { planReservations } from './plan-reservations.ts'

const cups = { line: 0, inventoryItemId: 'cup', quantity: 3, perUnit: 1, isOptional: true }

test('what is sold beyond the shelf still comes from one place, where one has all of it', () => {
  const shelves = [
    { inventoryItemId: 'cup', locationId: 'a', free: 1 },
    { inventoryItemId: 'cup', locationId: 'b', free: 3 },
  ]
  const plan = planReservations({ needs: [cups], shelves, locationIds: ['a', 'b'] })
  expect(plan).toMatchObject({
    takings: [{ line: 0, inventoryItemId: 'cup', locationId: 'b', quantity: 3 }],
    short: [],
  })
})

test('and where none has all of it, it takes what there is anywhere, and is not short', () => {
  const shelves = [
    { inventoryItemId: 'cup', locationId: 'a', free: 1 },
    { inventoryItemId: 'cup', locationId: 'b', free: 1 },
  ]
  const plan = planReservations({ needs: [cups], shelves, locationIds: ['a', 'b'] })
  expect(plan.takings.map(({ locationId, quantity }) => [locationId, quantity])).toEqual([
    ['a', 1],
    ['b', 1],
  ])
  expect(plan.short).toEqual([])
})
