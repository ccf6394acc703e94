import { bigint, customType, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What is billed, or credited. */
export const invoiceKinds = ['invoice', 'credit-note'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

/** The last number given in each series. */
export const invoiceSeries = pgTable('invoice_series', {
  kind: text('kind').$type<InvoiceKind>().primaryKey(),
  prefix: text('prefix').notNull(),
  lastNumber: bigint('last_number', { mode: 'number' }).notNull().default(0),
})

/** An invoice or a credit note as it was issued; nothing here is ever changed. */
export const invoices = pgTable('invoices', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<InvoiceKind>().notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
  orderId: text('order_id').notNull(),
  reference: text('reference').notNull(),
  currency: text('currency').notNull(),
  taxMinor: bigint('tax_minor', { mode: 'number' }).notNull(),
  totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
  contentSealed: bytea('content_sealed').notNull(),
  issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
})

export type InvoiceRow = typeof invoices.$inferSelect
