import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** A list of prices in one currency; the shop's own is called "default". */
export const priceLists = pgTable('price_lists', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  currency: text('currency').notNull(),
  title: text('title').notNull().default(''),
  marketId: text('market_id'),
  customerGroupId: text('customer_group_id'),
  priority: integer('priority').notNull().default(0),
  startsAt: timestamp('starts_at', { withTimezone: true }),
  endsAt: timestamp('ends_at', { withTimezone: true }),
  announcedAt: timestamp('announced_at', { withTimezone: true }),
})

/** Customers who are offered other prices. */
export const customerGroups = pgTable('customer_groups', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  entryCode: text('entry_code').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const prices = pgTable(
  'prices',
  {
    priceListId: text('price_list_id').notNull(),
    variantId: text('variant_id').notNull(),
    quantityMin: integer('quantity_min').notNull().default(1),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    compareAtMinor: bigint('compare_at_minor', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.variantId, table.priceListId, table.quantityMin] })],
)

export type PriceListRow = Omit<typeof priceLists.$inferSelect, 'announcedAt'>
export type CustomerGroupRow = typeof customerGroups.$inferSelect
