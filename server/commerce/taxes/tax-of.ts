import { divideRounded } from '../../platform/money.ts'

const wholePpm = 1_000_000n

/**
 * The tax on an amount in minor units, rounded once, half away from zero. `included`: the amount already holds the
 * tax, which is then amount x rate / (1 + rate); otherwise the tax comes on top, amount x rate.
 * `ratePpm` is in parts per million: 19 % is 190000.
 */
export function taxOf(on: { amountMinor: number; ratePpm: number; included: boolean }): number {
  const rate = BigInt(on.ratePpm)
  return Number(divideRounded(BigInt(on.amountMinor) * rate, on.included ? wholePpm + rate : wholePpm))
}
