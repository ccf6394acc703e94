/**
 * Decimal places of a currency's minor unit (ISO 4217): EUR 2, JPY 0, KWD 3. Not asked of Intl, which says how money is
 * shown rather than how it is counted (it gives HUF none, where the standard and every bank count two).
 */
export function minorDigits(currency: string): number {
  return unusualDigits[currency] ?? 2
}

const withDigits = (digits: number, currencies: string) => currencies.split(' ').map((currency) => [currency, digits])
const unusualDigits: Record<string, number> = Object.fromEntries([
  ...withDigits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withDigits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withDigits(4, 'CLF UYW'),
])

/** Shows an amount as people of `locale` write it: 1990 EUR is "€19.90" in English, "19,90 €" in German. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const name = `${locale} ${currency}`
  let format = formats.get(name)
  if (!format) {
    const digits = minorDigits(currency)
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formats.set(name, format)
  }
  return format.format(amountMinor / 10 ** minorDigits(currency))
}
const formats = new Map<string, Intl.NumberFormat>()

/** Writes an amount as a plain decimal, for files that other programs read: 1990 EUR is "19.90". */
export function toDecimal(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  const sign = amountMinor < 0 ? '-' : ''
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

/**
 * Reads a plain decimal as minor units, without passing through a float. Answers undefined when it is not one,
 * or when it says more than the currency can hold: 34.116425 EUR is refused, never rounded in silence.
 */
export function fromDecimal(text: string, currency: string): number | undefined {
  const match = /^([+-]?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const digits = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return undefined
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`)
  if (!Number.isSafeInteger(minor)) return undefined
  return match[1] === '-' ? 0 - minor : minor
}

/** Rounds half away from zero, as invoices do: 0.5 is 1, -0.5 is -1. Takes exact integers, so no float is involved. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/**
 * Shares an amount over weights so that the parts sum to it to the last unit (largest remainder, also called
 * Hamilton's method). Equal remainders go to the earlier part. With all weights zero, the first part takes all.
 */
export function shareOut(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return []
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? amountMinor : 0))
  const negative = amountMinor < 0
  const amount = BigInt(Math.abs(amountMinor))
  const parts = weights.map((weight) => (amount * BigInt(weight)) / sum)
  const remainders = weights.map((weight, index) => ({ index, rest: (amount * BigInt(weight)) % sum }))
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  let left = amount - parts.reduce((total, part) => total + part, 0n)
  for (const { index } of remainders) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => (negative ? 0 - Number(part) : Number(part)))
}

/**
 * Takes an amount from several purses in turn: each gives what it has, until nothing is wanted any more. Answers what
 * each gives; less than the amount in all when there is less.
 */
export function takeInTurn(amountMinor: number, leftMinor: readonly number[]): number[] {
  let wanted = Math.max(0, amountMinor)
  return leftMinor.map((left) => {
    const given = Math.min(wanted, Math.max(0, left))
    wanted -= given
    return given
  })
}
