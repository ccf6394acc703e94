import { expect, test } from 'vitest'
import { fromDecimal, minorDigits, shareOut, takeInTurn, toDecimal } from './money.ts'

test('the cent that does not divide goes to the largest remainder, not to the largest part', () => {
  expect(shareOut(10, [5, 1, 1])).toEqual([7, 2, 1])
  expect(shareOut(100, [3, 3, 1])).toEqual([43, 43, 14])
  expect(shareOut(-10, [5, 1, 1])).toEqual([-7, -2, -1])
})

test('equal remainders go to the earlier parts, however many there are', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(5, [2, 2, 2, 2])).toEqual([2, 1, 1, 1])
  const parts = shareOut(
    40,
    Array.from({ length: 30 }, () => 1),
  )
  expect(parts).toEqual([...Array.from({ length: 10 }, () => 2), ...Array.from({ length: 20 }, () => 1)])
})

test('nothing shared over nobody is nothing, and nothing shared over some is nothing for each', () => {
  expect(shareOut(100, [])).toEqual([])
  expect(shareOut(0, [3, 1])).toEqual([0, 0])
  expect(Object.is(shareOut(0, [1])[0], 0)).toBe(true)
})

test('a sum is taken from purses in their turn, from each no more than it holds, and never less than nothing', () => {
  expect(takeInTurn(600, [500, 200, 100])).toEqual([500, 100, 0])
  expect(takeInTurn(900, [500, 200])).toEqual([500, 200])
  expect(takeInTurn(300, [-50, 100, 400])).toEqual([0, 100, 200])
  expect(takeInTurn(-5, [100])).toEqual([0])
  expect(takeInTurn(5, [])).toEqual([])
})

test('an amount of nothing is written without a sign, with the places of its currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map((currency) => toDecimal(0, currency))).toEqual(['0.00', '0', '0.000'])
  expect(toDecimal(-5, 'EUR')).toBe('-0.05')
})

test('currencies of four places are known, and an amount that a number cannot hold exactly is refused', () => {
  expect([minorDigits('CLF'), minorDigits('UYW')]).toEqual([4, 4])
  expect(fromDecimal('9999999999999.99', 'EUR')).toBe(999_999_999_999_999)
  expect(fromDecimal('9999999999999.999', 'KWD')).toBeUndefined()
})
