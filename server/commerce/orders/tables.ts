import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { Picture } from '../catalog/index.ts'
import type { ShippingOption } from '../shipping/index.ts'
import type { FulfillmentStatus, OrderStatus, RefundKind, RefundStatus } from './order-states.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const amount = (name: string) => bigint(name, { mode: 'number' })
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** How an order travels, as it was offered. */
export type OrderShipping = Omit<ShippingOption, 'deliverFrom' | 'deliverUntil' | 'taxCategory' | 'amountMinor'>

/** All tax at one rate, shipping's included, as the receipt shows it. */
export type OrderTaxLine = { name: string; ratePpm: number; taxMinor: number }

/** What was bought, by whom, and what it cost: as it was when it was bought. */
export const orders = pgTable('orders', {
  id: text('id').primaryKey(),
  number: bigint('number', { mode: 'number' }),
  cartId: text('cart_id').notNull(),
  accessTokenHash: bytea('access_token_hash').notNull(),
  status: text('status').$type<OrderStatus>().notNull(),
  fulfillmentStatus: text('fulfillment_status').$type<FulfillmentStatus>().notNull().default('unfulfilled'),
  marketId: text('market_id').notNull(),
  currency: text('currency').notNull(),
  locale: text('locale').notNull(),
  contactSealed: bytea('contact_sealed').notNull(),
  emailIndex: bytea('email_index').notNull(),
  country: text('country').notNull(),
  pricesIncludeTax: boolean('prices_include_tax').notNull(),
  goodsMinor: amount('goods_minor').notNull(),
  shippingMinor: amount('shipping_minor').notNull(),
  discountMinor: amount('discount_minor').notNull().default(0),
  shippingDiscountMinor: amount('shipping_discount_minor').notNull().default(0),
  taxMinor: amount('tax_minor').notNull(),
  shippingTaxMinor: amount('shipping_tax_minor').notNull().default(0),
  taxLines: jsonb('tax_lines').$type<OrderTaxLine[]>().notNull().default([]),
  totalMinor: amount('total_minor').notNull(),
  giftCardsMinor: amount('gift_cards_minor').notNull().default(0),
  shippingMethodId: text('shipping_method_id'),
  shippingMethod: jsonb('shipping_method').$type<OrderShipping | Record<string, never>>().notNull(),
  deliverFrom: date('deliver_from'),
  deliverUntil: date('deliver_until'),
  placedAt: moment('placed_at'),
  createdAt: moment('created_at').notNull(),
  refundedMinor: amount('refunded_minor').notNull().default(0),
  refundedShippingMinor: amount('refunded_shipping_minor').notNull().default(0),
  refundedShippingTaxMinor: amount('refunded_shipping_tax_minor').notNull().default(0),
  revision: integer('revision').notNull().default(0),
  canceledAt: moment('canceled_at'),
})

/** One line of an order, with its own tax and total: a refund gives back exactly what was paid for it. */
export const orderLines = pgTable('order_lines', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  position: integer('position').notNull(),
  productId: text('product_id'),
  variantId: text('variant_id'),
  title: text('title').notNull(),
  variantTitle: text('variant_title').notNull().default(''),
  sku: text('sku'),
  image: jsonb('image').$type<Picture>(),
  quantity: integer('quantity').notNull(),
  fulfilledQuantity: integer('fulfilled_quantity').notNull().default(0),
  unitPriceMinor: amount('unit_price_minor').notNull(),
  subtotalMinor: amount('subtotal_minor').notNull(),
  discountMinor: amount('discount_minor').notNull().default(0),
  taxRatePpm: integer('tax_rate_ppm').notNull(),
  taxName: text('tax_name').notNull(),
  taxMinor: amount('tax_minor').notNull(),
  totalMinor: amount('total_minor').notNull(),
  requiresShipping: boolean('requires_shipping').notNull(),
  weightGrams: integer('weight_grams').notNull().default(0),
  isGiftCard: boolean('is_gift_card').notNull().default(false),
  canceledQuantity: integer('canceled_quantity').notNull().default(0),
  refundedQuantity: integer('refunded_quantity').notNull().default(0),
  refundedMinor: amount('refunded_minor').notNull().default(0),
  refundedTaxMinor: amount('refunded_tax_minor').notNull().default(0),
})

/** Which promotion took how much from which line of an order, or from its shipping. */
export const orderDiscounts = pgTable('order_discounts', {
  orderId: text('order_id').notNull(),
  position: integer('position').notNull(),
  promotionId: text('promotion_id').notNull(),
  title: text('title').notNull(),
  code: text('code'),
  orderLineId: text('order_line_id'),
  amountMinor: amount('amount_minor').notNull(),
})

export type OrderDiscountRow = typeof orderDiscounts.$inferSelect
/** Money on its way back to a buyer, written down before anybody is asked for it. */
export const orderRefunds = pgTable('order_refunds', {
  id: text('id').primaryKey(),
  orderId: text('order_id').notNull(),
  kind: text('kind').$type<RefundKind>().notNull(),
  status: text('status').$type<RefundStatus>().notNull(),
  currency: text('currency').notNull(),
  amountMinor: amount('amount_minor').notNull(),
  taxMinor: amount('tax_minor').notNull(),
  shippingMinor: amount('shipping_minor').notNull(),
  shippingTaxMinor: amount('shipping_tax_minor').notNull(),
  refusedMinor: amount('refused_minor').notNull().default(0),
  reason: text('reason').notNull().default(''),
  isRestocked: boolean('is_restocked').notNull().default(false),
  actor: text('actor').notNull(),
  requestKey: text('request_key'),
  createdAt: moment('created_at').notNull(),
  finishedAt: moment('finished_at'),
})

/** What it is given back for; a quantity of none is a part of a free amount. */
export const orderRefundLines = pgTable(
  'order_refund_lines',
  {
    refundId: text('refund_id').notNull(),
    orderLineId: text('order_line_id').notNull(),
    quantity: integer('quantity').notNull(),
    amountMinor: amount('amount_minor').notNull(),
    taxMinor: amount('tax_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.refundId, table.orderLineId] })],
)

export type OrderRow = typeof orders.$inferSelect
export type OrderLineRow = typeof orderLines.$inferSelect
export type OrderRefundRow = typeof orderRefunds.$inferSelect
export type OrderRefundLineRow = typeof orderRefundLines.$inferSelect
