/** A price as it stands in a list. */
export type ListedPrice = { priceListId: string; quantityMin: number; amountMinor: number }
/** What one piece costs from so many on. */
export type PriceStep = { quantityMin: number; amountMinor: number }

/**
 * What one piece costs at each quantity from which it costs something else, by lists in the order in which they are asked:
 * the first that has a price for so many decides, by the highest quantity reached in it.
 */
export function priceSteps(prices: readonly ListedPrice[], listIds: readonly string[]): PriceStep[] {
  const quantities = [...new Set(prices.map(({ quantityMin }) => quantityMin))].sort((a, b) => a - b)
  const steps: PriceStep[] = []
  for (const quantityMin of quantities) {
    const amountMinor = priceAt(prices, listIds, quantityMin)
    if (amountMinor !== undefined && amountMinor !== steps.at(-1)?.amountMinor) steps.push({ quantityMin, amountMinor })
  }
  return steps
}

function priceAt(prices: readonly ListedPrice[], listIds: readonly string[], quantity: number): number | undefined {
  for (const listId of listIds) {
    const reached = prices
      .filter(({ priceListId, quantityMin }) => priceListId === listId && quantityMin <= quantity)
      .sort((a, b) => b.quantityMin - a.quantityMin)
    if (reached[0]) return reached[0].amountMinor
  }
  return undefined
}
