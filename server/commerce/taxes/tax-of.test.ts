import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxOf } from './tax-of.ts'

test('318.60 with 20 % tax on top costs 382.32', () => {
  expect(318_60 + taxOf({ amountMinor: 318_60, ratePpm: 200_000, included: false })).toBe(382_32)
})

test('a price of 11.90 that includes 19 % holds 1.90 of tax', () => {
  expect(taxOf({ amountMinor: 11_90, ratePpm: 190_000, included: true })).toBe(1_90)
})

test('half a cent of tax is rounded up, for yen and dinars as for euros', () => {
  expect(taxOf({ amountMinor: 10, ratePpm: 50_000, included: false })).toBe(1)
  expect(taxOf({ amountMinor: 9, ratePpm: 50_000, included: false })).toBe(0)
})

const amounts = fc.integer({ min: 0, max: 10_000_000_000 })
const rates = fc.integer({ min: 0, max: 1_000_000 })

test('tax inside a price and tax on top of its net agree to one minor unit', () => {
  fc.assert(
    fc.property(amounts, rates, (grossMinor, ratePpm) => {
      const inside = taxOf({ amountMinor: grossMinor, ratePpm, included: true })
      const onTop = taxOf({ amountMinor: grossMinor - inside, ratePpm, included: false })
      expect(Math.abs(inside - onTop)).toBeLessThanOrEqual(1)
    }),
  )
})

test('tax is never negative, and never more than the price that includes it', () => {
  fc.assert(
    fc.property(amounts, rates, (amountMinor, ratePpm) => {
      const tax = taxOf({ amountMinor, ratePpm, included: true })
      expect(tax).toBeGreaterThanOrEqual(0)
      expect(tax).toBeLessThanOrEqual(amountMinor)
    }),
  )
})
