import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { CallAction, CallStatus, PaymentStatus } from './payment-states.ts'

const amount = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What was used to pay, as far as we may know it: never a card's number. */
export type PaymentMethod = { type?: 'card'; brand?: string; last4?: string }

/** Money asked of a provider for an order. */
export const payments = pgTable('payments', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  provider: text('provider').notNull(),
  status: text('status').$type<PaymentStatus>().notNull(),
  currency: text('currency').notNull(),
  amountMinor: amount('amount_minor').notNull(),
  authorizedMinor: amount('authorized_minor').notNull().default(0),
  capturedMinor: amount('captured_minor').notNull().default(0),
  refundedMinor: amount('refunded_minor').notNull().default(0),
  providerReference: text('provider_reference'),
  sourceToken: text('source_token'),
  paymentPageId: text('payment_page_id'),
  method: jsonb('method').$type<PaymentMethod>().notNull().default({}),
  declineCode: text('decline_code'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Every call to a provider, written down before it is made; its id is the idempotency key. */
export const paymentCalls = pgTable('payment_calls', {
  id: text('id').primaryKey(),
  paymentId: text('payment_id').notNull(),
  action: text('action').$type<CallAction>().notNull(),
  reference: text('reference').notNull(),
  target: text('target'),
  amountMinor: amount('amount_minor').notNull(),
  status: text('status').$type<CallStatus>().notNull(),
  providerReference: text('provider_reference'),
  answer: jsonb('answer').$type<Record<string, unknown>>(),
  createdAt: moment('created_at').notNull(),
  answeredAt: moment('answered_at'),
})

export type PaymentRow = typeof payments.$inferSelect
export type PaymentCallRow = typeof paymentCalls.$inferSelect
