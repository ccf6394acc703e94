import { bigint, boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'

/** A way an order reaches its buyer: carried there, or picked up in a store. */
export const shippingMethods = pgTable('shipping_methods', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  translations: jsonb('translations').$type<Record<string, { name?: string }>>().notNull().default({}),
  kind: text('kind').$type<'delivery' | 'pickup'>().notNull(),
  locationId: text('location_id'),
  carrier: text('carrier'),
  trackingUrlTemplate: text('tracking_url_template'),
  daysMin: integer('days_min').notNull(),
  daysMax: integer('days_max').notNull(),
  cutoffHour: integer('cutoff_hour').notNull().default(14),
  taxCategory: text('tax_category').notNull().default('standard'),
  active: boolean('active').notNull().default(true),
  position: integer('position').notNull().default(0),
})

/** What a method costs for parcels of a weight and value to some countries. */
export const shippingRates = pgTable('shipping_rates', {
  id: text('id').primaryKey(),
  methodId: text('method_id').notNull(),
  countries: text('countries').array().notNull(),
  currency: text('currency').notNull(),
  weightMinGrams: integer('weight_min_grams').notNull().default(0),
  weightMaxGrams: integer('weight_max_grams'),
  valueMinMinor: bigint('value_min_minor', { mode: 'number' }).notNull().default(0),
  valueMaxMinor: bigint('value_max_minor', { mode: 'number' }),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
})

export type ShippingMethodRow = typeof shippingMethods.$inferSelect
export type ShippingRateRow = typeof shippingRates.$inferSelect
