/** Taxes: what each country asks on each kind of goods, and how much of a price that is. */

export { taxOf } from './tax-of.ts'
export {
  saveTaxRates,
  type TaxRate,
  type TaxRateInput,
  type TaxRates,
  taxRateFor,
  taxRateIn,
  taxRates,
} from './tax-rates.ts'
