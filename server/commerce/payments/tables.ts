import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { StoredValueKind } from '../gift-cards/index.ts'
import type { CallAction, CallStatus, DisputeStatus, PaymentStatus } from './payment-states.ts'

const amount = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What was used to pay, as far as we may know it: never a card's number. */
export type PaymentMethod = {
  type?: 'card' | StoredValueKind
  brand?: string
  last4?: string
  expMonth?: number
  expYear?: number
  /** The customer agreed to have the card kept. */
  keep?: boolean
}

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
  authorizationExpiresAt: moment('authorization_expires_at'),
  lapsedAt: moment('lapsed_at'),
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

/** What a provider told by itself, once for each message. */
export const paymentWebhooks = pgTable(
  'payment_webhooks',
  {
    provider: text('provider').notNull(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    paymentId: text('payment_id'),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.id] })],
)

/** Money that a cardholder takes back through their bank; while it is open, and when it is lost, the provider keeps it. */
export const paymentDisputes = pgTable(
  'payment_disputes',
  {
    provider: text('provider').notNull(),
    id: text('id').notNull(),
    paymentId: text('payment_id').notNull(),
    status: text('status').$type<DisputeStatus>().notNull(),
    reason: text('reason').notNull(),
    currency: text('currency').notNull(),
    amountMinor: amount('amount_minor').notNull(),
    feeMinor: amount('fee_minor').notNull(),
    openedAt: moment('opened_at').notNull(),
    respondBy: moment('respond_by').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.provider, table.id] })],
)

/** Cards that customers agreed to have kept: the provider's token (sealed), never a number. */
export const savedPaymentMethods = pgTable('saved_payment_methods', {
  id: text('id').primaryKey(),
  provider: text('provider').notNull(),
  customerIndex: bytea('customer_index').notNull(),
  paymentId: text('payment_id').notNull(),
  tokenSealed: bytea('token_sealed').notNull(),
  brand: text('brand').notNull(),
  last4: text('last4').notNull(),
  expMonth: integer('exp_month').notNull(),
  expYear: integer('exp_year').notNull(),
  createdAt: moment('created_at').notNull(),
})

export type PaymentDisputeRow = typeof paymentDisputes.$inferSelect
export type SavedPaymentMethodRow = typeof savedPaymentMethods.$inferSelect
export type PaymentRow = typeof payments.$inferSelect
export type PaymentCallRow = typeof paymentCalls.$inferSelect
