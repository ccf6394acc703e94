/** Up to this many, shoppers are told how many are left. */
export const lowStockMax = 5

/** What shoppers are shown of a number of pieces; two numbers that look the same to them are equal here. */
export function shownStock(available: number): number | 'enough' {
  return available > lowStockMax ? 'enough' : Math.max(0, available)
}
