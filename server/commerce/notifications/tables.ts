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

/** `reference` is an order's id for a confirmation, a card's id for a gift card, a fulfillment's id for the others. */
export type MessageKind = 'order-confirmation' | 'shipping-notice' | 'pickup-notice' | 'gift-card'

export type MessageRow = typeof messages.$inferSelect
