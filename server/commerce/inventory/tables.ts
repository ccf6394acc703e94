import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** A thing that lies on a shelf. */
export const inventoryItems = pgTable('inventory_items', {
  id: text('id').primaryKey(),
  sku: text('sku'),
  /** From how few free pieces on it runs low. */
  lowAt: integer('low_at').notNull().default(5),
})

/** What a variant takes from the shelf; several variants and bundles may share an item. */
export const variantInventoryItems = pgTable(
  'variant_inventory_items',
  {
    variantId: text('variant_id').notNull(),
    inventoryItemId: text('inventory_item_id').notNull(),
    quantity: integer('quantity').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.variantId, table.inventoryItemId] })],
)

/** How many lie at a location, and how many of those are promised. On hand changes by movements alone. */
export const stockLevels = pgTable(
  'stock_levels',
  {
    inventoryItemId: text('inventory_item_id').notNull(),
    locationId: text('location_id').notNull(),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.inventoryItemId, table.locationId] })],
)

/** Every change of what lies somewhere; on hand is the sum of these. */
export const stockMovements = pgTable('stock_movements', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  inventoryItemId: text('inventory_item_id').notNull(),
  locationId: text('location_id').notNull(),
  quantity: integer('quantity').notNull(),
  reason: text('reason').$type<StockReason>().notNull(),
  reference: text('reference'),
  actor: text('actor'),
  note: text('note'),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
})

/** What is promised to an order line: held while payment is asked, committed once the order is placed. */
export const reservations = pgTable('reservations', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  orderId: text('order_id').notNull(),
  orderLineId: text('order_line_id').notNull(),
  inventoryItemId: text('inventory_item_id').notNull(),
  locationId: text('location_id').notNull(),
  quantity: integer('quantity').notNull(),
  status: text('status').$type<'held' | 'committed' | 'released' | 'fulfilled'>().notNull().default('held'),
  heldUntil: timestamp('held_until', { withTimezone: true }),
})

/** Why staff put a number right. `taken`: for the shop's own use, as a gift or to show. */
export const adjustReasons = ['damaged', 'lost', 'found', 'corrected', 'taken'] as const
export type AdjustReason = (typeof adjustReasons)[number]

/** Why stock changed. */
export type StockReason =
  | 'received'
  | 'sold'
  | 'adjusted'
  | 'counted'
  | 'transferred'
  | 'returned'
  | 'imported'
  | AdjustReason

export type StockLevelRow = typeof stockLevels.$inferSelect
export type ReservationRow = typeof reservations.$inferSelect
