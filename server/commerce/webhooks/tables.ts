import { bigint, customType, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Who wants to hear of what happens. */
export const webhookEndpoints = pgTable('webhook_endpoints', {
  id: text('id').primaryKey(),
  url: text('url').notNull(),
  description: text('description').notNull().default(''),
  eventTypes: text('event_types').array().notNull(),
  status: text('status').$type<'active' | 'paused' | 'gone'>().notNull().default('active'),
  secretSealed: bytea('secret_sealed').notNull(),
  oldSecretSealed: bytea('old_secret_sealed'),
  oldSecretUntil: moment('old_secret_until'),
  failures: integer('failures').notNull().default(0),
  restingUntil: moment('resting_until'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})
export type WebhookEndpointRow = typeof webhookEndpoints.$inferSelect

/** One piece of news for one endpoint. */
export const webhookDeliveries = pgTable('webhook_deliveries', {
  id: text('id').primaryKey(),
  endpointId: text('endpoint_id').notNull(),
  eventId: bigint('event_id', { mode: 'number' }),
  type: text('type').notNull(),
  body: text('body').notNull(),
  status: text('status').$type<'waiting' | 'delivered' | 'failed'>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  nextAttemptAt: moment('next_attempt_at').notNull(),
  createdAt: moment('created_at').notNull(),
  finishedAt: moment('finished_at'),
})
export type WebhookDeliveryRow = typeof webhookDeliveries.$inferSelect

/** Each try to deliver it, and what was answered. */
export const webhookAttempts = pgTable('webhook_attempts', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  deliveryId: text('delivery_id').notNull(),
  attemptedAt: moment('attempted_at').notNull(),
  status: integer('status'),
  problem: text('problem'),
  tookMs: integer('took_ms').notNull(),
})
export type WebhookAttemptRow = typeof webhookAttempts.$inferSelect
