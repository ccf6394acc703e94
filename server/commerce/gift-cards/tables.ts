import { bigint, boolean, customType, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const amount = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The two kinds of money that the shop owes; payments remember them as their provider. */
export type StoredValueKind = 'gift-card' | 'store-credit'

/** Why a balance changed. */
export type StoredValueEntryKind = 'sold' | 'issued' | 'topped-up' | 'redeemed' | 'refunded' | 'withdrawn' | 'expired'

/** A gift card, or the store credit of a customer in one currency. */
export const storedValueAccounts = pgTable('stored_value_accounts', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<StoredValueKind>().notNull(),
  currency: text('currency').notNull(),
  balanceMinor: amount('balance_minor').notNull().default(0),
  heldMinor: amount('held_minor').notNull().default(0),
  disabled: boolean('disabled').notNull().default(false),
  codeHash: bytea('code_hash'),
  lastFour: text('last_four'),
  codeSealed: bytea('code_sealed'),
  expiresAt: moment('expires_at'),
  emailIndex: bytea('email_index'),
  holderSealed: bytea('holder_sealed'),
  soldWithOrderId: text('sold_with_order_id'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Each change of a balance, for ever; a balance is the sum of its entries. */
export const storedValueEntries = pgTable('stored_value_entries', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: text('account_id').notNull(),
  kind: text('kind').$type<StoredValueEntryKind>().notNull(),
  amountMinor: amount('amount_minor').notNull(),
  reference: text('reference').notNull(),
  orderId: text('order_id'),
  reason: text('reason'),
  actor: text('actor').notNull(),
  occurredAt: moment('occurred_at').notNull(),
})

/** What is promised to a payment, whose id it has. */
export const storedValueHolds = pgTable('stored_value_holds', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  orderId: text('order_id').notNull(),
  cartId: text('cart_id'),
  amountMinor: amount('amount_minor').notNull(),
  leftMinor: amount('left_minor').notNull(),
  createdAt: moment('created_at').notNull(),
})

export type StoredValueRow = typeof storedValueAccounts.$inferSelect
export type StoredValueEntryRow = typeof storedValueEntries.$inferSelect
export type StoredValueHoldRow = typeof storedValueHolds.$inferSelect
