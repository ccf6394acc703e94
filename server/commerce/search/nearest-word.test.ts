import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween } from './nearest-word.ts'

test('a slip is a letter wrong, missing, too many, or two swapped', () => {
  expect(slipsBetween('mouse', 'mouse', 2)).toBe(0)
  expect(slipsBetween('mouse', 'moose', 2)).toBe(1)
  expect(slipsBetween('mouse', 'moue', 2)).toBe(1)
  expect(slipsBetween('mouse', 'mousse', 2)).toBe(1)
  expect(slipsBetween('mouse', 'muose', 2)).toBe(1)
  expect(slipsBetween('mechnaical', 'mechanical', 2)).toBe(1)
  expect(slipsBetween('keybaord', 'keyboards', 2)).toBe(2)
  expect(slipsBetween('cup', 'plate', 2)).toBe(3)
})

test('slips are the same in both directions, and none only between equal words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b, 9)).toBe(slipsBetween(b, a, 9))
      expect(slipsBetween(a, b, 9) === 0).toBe(a === b)
      expect(slipsBetween(a, b, 1)).toBe(Math.min(2, slipsBetween(a, b, 9)))
    }),
  )
})
