import { expect, test } from 'vitest'
import { formatMoney, plainAmount } from './money.ts'

test.each([
  [1990, 'EUR', 'en', '€19.90', '19.90'],
  [1990, 'EUR', 'de', '19,90 €', '19.90'],
  [1990, 'JPY', 'en', '¥1,990', '1990'],
  [1990, 'KWD', 'en', 'KWD 1.990', '1.990'],
  [199000, 'HUF', 'en', 'HUF 1,990.00', '1990.00'],
  [0, 'EUR', 'en', '€0.00', '0.00'],
])('%i %s is written %s: %s, and plainly %s', (amountMinor, currency, locale, written, plain) => {
  expect(formatMoney(amountMinor, currency, locale).replaceAll('\u00a0', ' ')).toBe(written)
  expect(plainAmount(amountMinor, currency)).toBe(plain)
})
