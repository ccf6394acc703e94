import { bigint, boolean, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What happened, in the order in which it did. */
export const events = pgTable('events', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  type: text('type').notNull(),
  subject: text('subject').notNull(),
  payload: jsonb('payload').notNull().default({}),
  actor: text('actor'),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
  dispatchedAt: timestamp('dispatched_at', { withTimezone: true }),
})

/** Each event on its way to each of its listeners. */
export const eventDeliveries = pgTable(
  'event_deliveries',
  {
    eventId: bigint('event_id', { mode: 'number' }).notNull(),
    listener: text('listener').notNull(),
    subject: text('subject').notNull(),
    status: text('status').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }).notNull(),
    lastError: text('last_error'),
    doneAt: timestamp('done_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.listener] })],
)

/** Each event that has been handed out, sealed over the one before it, so that a later change is seen. */
export const eventSeals = pgTable('event_seals', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  eventId: bigint('event_id', { mode: 'number' }).notNull().unique(),
  hash: bytea('hash').notNull(),
})

/** Where the chain of seals ends: one row. */
export const eventSealHead = pgTable('event_seal_head', {
  onlyOne: boolean('only_one').primaryKey().default(true),
  position: bigint('position', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
})

/** Answers kept for a day, so that a request sent twice is done once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: text('status').notNull(),
    responseStatus: integer('response_status'),
    responseBody: text('response_body'),
    lockedUntil: timestamp('locked_until', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
)

/** The backups that were made on this machine; what is written about them is in no backup itself. */
export const backups = pgTable('backups', {
  id: text('id').primaryKey(),
  status: text('status').$type<'running' | 'done' | 'failed'>().notNull(),
  file: text('file').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  bytes: bigint('bytes', { mode: 'number' }),
  rowCount: bigint('row_count', { mode: 'number' }),
  pictureCount: integer('picture_count'),
  verifiedAt: timestamp('verified_at', { withTimezone: true }),
  problem: text('problem'),
})

/** When this database was restored from a backup, and when somebody said that it is the shop now. */
export const restorations = pgTable('restorations', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  backupMadeAt: timestamp('backup_made_at', { withTimezone: true }).notNull(),
  restoredAt: timestamp('restored_at', { withTimezone: true }).notNull(),
  confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
  confirmedBy: text('confirmed_by'),
})

/** A word sealed with the secret of this shop. */
export const sealedProbe = pgTable('sealed_probe', {
  onlyOne: boolean('only_one').primaryKey().default(true),
  sealed: bytea('sealed').notNull(),
})
