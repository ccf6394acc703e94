import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { AdjustReason } from '../inventory/index.ts'

export const documentKinds = ['receipt', 'adjustment', 'transfer', 'count'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** `open`: being counted; `review`: counted, not yet applied; `sent`: on its way; `done`; `discarded`. */
export const documentStatuses = ['open', 'review', 'sent', 'done', 'discarded'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** The papers of the stockroom; every movement that they cause names the paper. */
export const stockDocuments = pgTable('stock_documents', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<DocumentKind>().notNull(),
  status: text('status').$type<DocumentStatus>().notNull(),
  locationId: text('location_id').notNull(),
  toLocationId: text('to_location_id'),
  reason: text('reason').$type<AdjustReason>(),
  note: text('note'),
  requestKey: text('request_key'),
  startedBy: text('started_by').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  doneBy: text('done_by'),
  doneAt: timestamp('done_at', { withTimezone: true }),
})

/** What a paper says of each item. */
export const stockDocumentLines = pgTable(
  'stock_document_lines',
  {
    documentId: text('document_id').notNull(),
    inventoryItemId: text('inventory_item_id').notNull(),
    /** Pieces that came in, that changed, that were sent, or that were counted (null until then). */
    quantity: integer('quantity'),
    /** Of a count: what was believed to lie there at the moment of counting. */
    expected: integer('expected'),
    /** Of a transfer: how many arrived. */
    arrived: integer('arrived'),
    countedBy: text('counted_by'),
    countedAt: timestamp('counted_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.inventoryItemId] })],
)

export type StockDocumentRow = typeof stockDocuments.$inferSelect
export type StockDocumentLineRow = typeof stockDocumentLines.$inferSelect
