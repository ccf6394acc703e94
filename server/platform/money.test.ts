import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideRounded, formatMoney, fromDecimal, minorDigits, shareOut, toDecimal } from './money.ts'

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 30 })
const currency = fc.constantFrom('JPY', 'EUR', 'KWD')

test('the parts of a shared amount sum to it, to the last cent', () => {
  fc.assert(
    fc.property(amount, weights, (total, by) => {
      expect(shareOut(total, by).reduce((sum, part) => sum + part, 0)).toBe(total)
    }),
  )
})

test('no part of a shared amount is a whole cent away from its exact share', () => {
  fc.assert(
    fc.property(amount, weights, (total, by) => {
      const sum = by.reduce((all, weight) => all + BigInt(weight), 0n)
      fc.pre(sum > 0n)
      shareOut(total, by).forEach((part, index) => {
        const off = BigInt(part) * sum - BigInt(total) * BigInt(by[index] as number)
        expect(off < sum && off > -sum).toBe(true)
      })
    }),
  )
})

test('a refund is shared exactly as the payment was', () => {
  fc.assert(
    fc.property(amount, weights, (total, by) => {
      expect(shareOut(-total, by)).toEqual(shareOut(total, by).map((part) => (part === 0 ? 0 : -part)))
    }),
  )
})

test('a greater weight never gets a smaller part', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), weights, (total, by) => {
      const parts = shareOut(total, by)
      fc.pre(by.some((weight) => weight > 0))
      for (let a = 0; a < by.length; a++)
        for (let b = 0; b < by.length; b++)
          if ((by[a] as number) > (by[b] as number)) expect(parts[a]).toBeGreaterThanOrEqual(parts[b] as number)
    }),
  )
})

test('cents left over go to the largest remainders, and to the earlier line where remainders are equal', () => {
  expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(shareOut(10, [1, 2, 4])).toEqual([1, 3, 6])
  expect(shareOut(-100, [1, 1, 1])).toEqual([-34, -33, -33])
})

test('with nothing to weigh by, the first line takes all; with no lines there are no parts', () => {
  expect(shareOut(99, [0, 0])).toEqual([99, 0])
  expect(shareOut(99, [])).toEqual([])
})

test('yen have no decimals, euros two, dinars three', () => {
  expect(['JPY', 'EUR', 'KWD'].map(minorDigits)).toEqual([0, 2, 3])
  expect([toDecimal(1990, 'JPY'), toDecimal(1990, 'EUR'), toDecimal(1990, 'KWD')]).toEqual(['1990', '19.90', '1.990'])
  expect(toDecimal(-5, 'EUR')).toBe('-0.05')
})

test('an amount written as a decimal reads back as the same amount', () => {
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      expect(fromDecimal(toDecimal(minor, code), code)).toBe(minor)
    }),
  )
})

test('a price finer than its currency is refused, never rounded in silence', () => {
  expect(fromDecimal('34.116425', 'EUR')).toBeUndefined()
  expect(fromDecimal('1.5', 'JPY')).toBeUndefined()
  expect(fromDecimal('1.2345', 'KWD')).toBeUndefined()
})

test('zeros after the last decimal say nothing and are accepted', () => {
  expect(fromDecimal('34.1000', 'EUR')).toBe(3410)
  expect(fromDecimal(' 34.1 ', 'EUR')).toBe(3410)
  expect(fromDecimal('100.00', 'JPY')).toBe(100)
})

test.each(['', 'free', '1,99', '1e3', '--1', '1.', '.5', '0x10', 'Infinity', '12345678901234', '9999999999999.99 '])(
  'as a price, "%s" is refused or exact',
  (text) => {
    const minor = fromDecimal(text, 'EUR')
    if (minor !== undefined) expect(toDecimal(minor, 'EUR')).toBe(text.trim())
    else expect(text).not.toMatch(/^\d{1,13}(\.\d\d)?\s*$/)
  },
)

test('half a cent is rounded away from zero', () => {
  expect([1n, -1n, 3n, -3n].map((half) => divideRounded(half, 2n))).toEqual([1n, -1n, 2n, -2n])
  expect(divideRounded(-1n, -2n)).toBe(1n)
  expect([divideRounded(4n, 10n), divideRounded(-4n, 10n), divideRounded(6n, 10n)]).toEqual([0n, 0n, 1n])
})

test('rounding is never off by more than half', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (numerator, denominator) => {
      const off = 2n * (divideRounded(numerator, denominator) * denominator - numerator)
      expect(off <= denominator && off >= -denominator).toBe(true)
    }),
  )
})

test('an amount is shown as the people of a locale write it', () => {
  expect(formatMoney(1990, 'EUR', 'en')).toBe('€19.90')
  expect(formatMoney(1990, 'EUR', 'de')).toBe('19,90\u00a0€')
  expect(formatMoney(1990, 'JPY', 'ja')).toMatch(/1,990$/)
})
