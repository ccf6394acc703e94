import { bigint, customType, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A shopper's cart; only whoever holds its secret can open it. */
export const carts = pgTable('carts', {
  id: text('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull(),
  status: text('status').$type<'active' | 'ordered'>().notNull().default('active'),
  marketId: text('market_id').notNull(),
  currency: text('currency').notNull(),
  locale: text('locale').notNull(),
  contactSealed: bytea('contact_sealed'),
  country: text('country').notNull(),
  shippingMethodId: text('shipping_method_id'),
  orderId: text('order_id'),
  tenderIds: text('tender_ids').array().notNull().default([]),
  codes: text('codes').array().notNull().default([]),
  customerGroupId: text('customer_group_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

/** One variant in a cart, and the unit price that the shopper was last shown for it. */
export const cartLines = pgTable('cart_lines', {
  id: text('id').primaryKey(),
  cartId: text('cart_id').notNull(),
  variantId: text('variant_id').notNull(),
  quantity: integer('quantity').notNull(),
  quotedMinor: bigint('quoted_minor', { mode: 'number' }),
  addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
})

export type CartRow = typeof carts.$inferSelect
export type CartLineRow = typeof cartLines.$inferSelect

/** The most pieces of one variant in a cart, as its table's constraint says. */
export const quantityMax = 99
/** The most codes of a cart, as its table's constraint says. */
export const codesMax = 5
/** The most lines of a cart. */
export const linesMax = 100
/** The most gift cards and credits that one cart is paid with. */
export const tendersMax = 5
