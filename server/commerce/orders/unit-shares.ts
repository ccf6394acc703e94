import { shareOut } from '../../platform/money.ts'

/**
 * What each unit of a line is worth, so that all of them come to exactly the line's amount. The cents that do not divide
 * go to the first units; so what is left after taking away the first or the last ones is shared just the same.
 */
export function unitShares(amountMinor: number, quantity: number): number[] {
  return shareOut(
    amountMinor,
    Array.from({ length: quantity }, () => 1),
  )
}

/** The sum of some amounts. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
