/** Pricing: price lists and what a variant costs. */
export { errors } from './errors.ts'
export { type PriceInput, savePrices } from './save-prices.ts'
