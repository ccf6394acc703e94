import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './parts-of.ts'

test('the last units of a line take every piece that is left for it, place by place', () => {
  const held = [
    { id: 1, quantity: 2 },
    { id: 2, quantity: 3 },
  ]
  expect(partsOf(held, { quantity: 5, unsentQuantity: 5 })).toEqual([
    { id: 1, quantity: 2, taken: 2 },
    { id: 2, quantity: 3, taken: 3 },
  ])
})

test('a unit of a set takes its share of each item, from the first place that has it', () => {
  const held = [
    { id: 1, quantity: 1 },
    { id: 2, quantity: 5 },
  ]
  expect(partsOf(held, { quantity: 1, unsentQuantity: 3 })).toEqual([
    { id: 1, quantity: 1, taken: 1 },
    { id: 2, quantity: 5, taken: 1 },
  ])
  expect(partsOf([{ id: 1, quantity: 4 }], { quantity: 1, unsentQuantity: 2 })).toEqual([
    { id: 1, quantity: 4, taken: 2 },
  ])
})

test('pieces that do not divide go early: no unit leaves without its pieces, and places that give none are left out', () => {
  const held = [
    { id: 1, quantity: 1 },
    { id: 2, quantity: 2 },
  ]
  expect(partsOf(held, { quantity: 1, unsentQuantity: 4 })).toEqual([{ id: 1, quantity: 1, taken: 1 }])
  expect(partsOf([], { quantity: 1, unsentQuantity: 1 })).toEqual([])
})

test('however a line is sent, all of its pieces leave in the end, and none twice', () => {
  const places = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(places, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }), (pieces, parcels) => {
      let left = pieces.map((quantity, id) => ({ id, quantity }))
      let unsentQuantity = parcels.reduce((sum, units) => sum + units, 0)
      for (const quantity of parcels) {
        const before = left.reduce((sum, held) => sum + held.quantity, 0)
        const parts = partsOf(left, { quantity, unsentQuantity })
        const taken = parts.reduce((sum, part) => sum + part.taken, 0)
        expect(taken).toBe(Math.ceil((before * quantity) / unsentQuantity))
        left = left
          .map((held) => ({ ...held, quantity: held.quantity - (parts.find(({ id }) => id === held.id)?.taken ?? 0) }))
          .filter((held) => held.quantity > 0)
        unsentQuantity -= quantity
      }
      expect(left).toEqual([])
    }),
  )
})
