/** What a shopper is told of stock: the exact number only when it is low. */
export type Availability = 'in-stock' | 'low' | 'sold-out'

/** From this many on, stock is simply there. */
export const lowStockMax = 5

/** What is said of so many pieces; goods that are not counted are always there. */
export function availabilityOf(stock: { available: number; unlimited: boolean }): Availability {
  if (stock.unlimited) return 'in-stock'
  if (stock.available <= 0) return 'sold-out'
  return stock.available <= lowStockMax ? 'low' : 'in-stock'
}
