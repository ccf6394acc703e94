import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A parcel that has left, or a bag that waits at the counter. */
export const fulfillments = pgTable('fulfillments', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  status: text('status').$type<'shipped' | 'ready-for-pickup' | 'delivered'>().notNull(),
  carrier: text('carrier'),
  trackingNumber: text('tracking_number'),
  trackingUrl: text('tracking_url'),
  shippedAt: moment('shipped_at').notNull(),
  deliveredAt: moment('delivered_at'),
  requestKey: text('request_key'),
})

/** What is in it. */
export const fulfillmentLines = pgTable(
  'fulfillment_lines',
  {
    fulfillmentId: text('fulfillment_id').notNull(),
    orderLineId: text('order_line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fulfillmentId, table.orderLineId] })],
)

export type FulfillmentRow = typeof fulfillments.$inferSelect
