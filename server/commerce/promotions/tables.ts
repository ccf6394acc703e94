import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { PromotionRule } from './promotion-rule.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true })
const amount = (name: string) => bigint(name, { mode: 'number' })

/** What makes things cheaper: by itself, or for whoever enters one of its codes. */
export const promotions = pgTable('promotions', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  translations: jsonb('translations').$type<Record<string, { title?: string }>>().notNull().default({}),
  method: text('method').$type<'automatic' | 'code'>().notNull(),
  status: text('status').$type<'active' | 'paused'>().notNull().default('active'),
  version: integer('version').notNull().default(1),
  rule: jsonb('rule').$type<PromotionRule>().notNull(),
  priority: integer('priority').notNull().default(0),
  combines: text('combines').$type<'with-all' | 'with-none' | 'with-listed'>().notNull().default('with-all'),
  combinesWith: text('combines_with').array().notNull().default([]),
  startsAt: moment('starts_at'),
  endsAt: moment('ends_at'),
  usesMax: integer('uses_max'),
  usesPerCustomerMax: integer('uses_per_customer_max'),
  budgetCurrency: text('budget_currency'),
  budgetMinor: amount('budget_minor'),
  uses: integer('uses').notNull().default(0),
  spentMinor: amount('spent_minor').notNull().default(0),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** What is entered to get a promotion. */
export const promotionCodes = pgTable('promotion_codes', {
  code: text('code').primaryKey(),
  promotionId: text('promotion_id').notNull(),
  usesMax: integer('uses_max'),
  uses: integer('uses').notNull().default(0),
  createdAt: moment('created_at').notNull(),
})

/** One use of a promotion by one order. */
export const promotionUses = pgTable(
  'promotion_uses',
  {
    orderId: text('order_id').notNull(),
    promotionId: text('promotion_id').notNull(),
    code: text('code'),
    customer: bytea('customer'),
    currency: text('currency').notNull(),
    amountMinor: amount('amount_minor').notNull(),
    status: text('status').$type<'reserved' | 'used' | 'released'>().notNull().default('reserved'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.promotionId] })],
)

/** How often one customer has used a promotion that is limited by customer. */
export const promotionCustomers = pgTable(
  'promotion_customers',
  {
    promotionId: text('promotion_id').notNull(),
    customer: bytea('customer').notNull(),
    uses: integer('uses').notNull(),
  },
  (table) => [primaryKey({ columns: [table.promotionId, table.customer] })],
)

export type PromotionRow = typeof promotions.$inferSelect
export type PromotionCodeRow = typeof promotionCodes.$inferSelect
