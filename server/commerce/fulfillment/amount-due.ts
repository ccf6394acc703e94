import { shareOut } from '../../platform/money.ts'

/** A line of an order, and how many units of it had left before and with this parcel. */
export type DueLine = { quantity: number; totalMinor: number; sentBefore: number; sentWith: number }

/**
 * What a parcel costs its buyer, in minor units: its share of each line, shared so that all parcels together come to
 * exactly the order's total. Delivery is paid with the first parcel; the last one takes whatever is left.
 */
export function amountDue(of: { lines: readonly DueLine[]; totalMinor: number; capturedMinor: number }): number {
  const leftMinor = Math.max(0, of.totalMinor - of.capturedMinor)
  const isFirst = of.lines.every((line) => line.sentBefore === 0)
  const isLast = of.lines.every((line) => line.sentBefore + line.sentWith === line.quantity)
  if (isLast) return leftMinor
  const goods = of.lines.reduce((sum, line) => sum + shareOfLine(line), 0)
  const delivery = of.totalMinor - of.lines.reduce((sum, line) => sum + line.totalMinor, 0)
  return Math.min(leftMinor, goods + (isFirst ? Math.max(0, delivery) : 0))
}

function shareOfLine(line: DueLine): number {
  const units = shareOut(
    line.totalMinor,
    Array.from({ length: line.quantity }, () => 1),
  )
  return units.slice(line.sentBefore, line.sentBefore + line.sentWith).reduce((sum, unit) => sum + unit, 0)
}
