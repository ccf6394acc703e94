import { integer, pgTable, text } from 'drizzle-orm/pg-core'

/** Tax by country and kind of goods. */
export const taxRates = pgTable('tax_rates', {
  id: text('id').primaryKey(),
  country: text('country').notNull(),
  taxCategory: text('tax_category').notNull(),
  name: text('name').notNull(),
  ratePpm: integer('rate_ppm').notNull(),
})

export type TaxRateRow = typeof taxRates.$inferSelect
