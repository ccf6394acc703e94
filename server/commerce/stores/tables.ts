import { bigint, boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** The one shop of this database. */
export const stores = pgTable('stores', {
  id: text('id').primaryKey(),
  onlyOne: boolean('only_one').notNull().default(true),
  name: text('name').notNull(),
  tagline: jsonb('tagline').notNull().default({}),
  supportEmail: text('support_email').notNull(),
  defaultLocale: text('default_locale').notNull(),
  locales: text('locales').array().notNull(),
  address: jsonb('address').notNull().default({}),
  look: jsonb('look').notNull().default({}),
  capture: text('capture').notNull().default('on-shipment'),
  supportRefundMaxMinor: bigint('support_refund_max_minor', { mode: 'number' }).default(10000),
  invoiceOn: text('invoice_on').notNull().default('shipment'),
  taxNumber: text('tax_number').notNull().default(''),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

/** Where the shop sells, in which currency, and whether its prices include tax. */
export const markets = pgTable('markets', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  currency: text('currency').notNull(),
  countries: text('countries').array().notNull(),
  defaultCountry: text('default_country').notNull(),
  pricesIncludeTax: boolean('prices_include_tax').notNull(),
  position: integer('position').notNull().default(0),
})

/** Where goods lie. */
export const stockLocations = pgTable('stock_locations', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  translations: jsonb('translations').notNull().default({}),
  kind: text('kind').notNull(),
  address: jsonb('address').notNull().default({}),
  hours: jsonb('hours').notNull().default([]),
  ships: boolean('ships').notNull().default(true),
  priority: integer('priority').notNull().default(0),
})
