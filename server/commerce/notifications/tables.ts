import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What was told to whom: one row per kind and reason, so that nobody gets the same mail twice. */
export const messages = pgTable('messages', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<MessageKind>().notNull(),
  reference: text('reference').notNull(),
  orderId: text('order_id').notNull(),
  locale: text('locale').notNull(),
  status: text('status').$type<'waiting' | 'sent' | 'failed'>().notNull(),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
})

/**
 * `reference` is what it is sent once for: an order for a confirmation or a cancellation, a card, a parcel, a refund, and
 * an order with the number of its change.
 */
export const messageKinds = [
  'order-confirmation',
  'shipping-notice',
  'pickup-notice',
  'gift-card',
  'refund-notice',
  'cancellation-notice',
  'change-notice',
] as const
export type MessageKind = (typeof messageKinds)[number]

export type MessageRow = typeof messages.$inferSelect
