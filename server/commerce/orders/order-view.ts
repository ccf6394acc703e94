import { timingSafeEqual } from 'node:crypto'
import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import type { ShopEvent } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import type { PaymentMethod, PaymentStatus } from '../payments/index.ts'
import { errors } from './errors.ts'
import { type RefundView, refundsOf } from './refund-view.ts'
import type { OrderDiscountRow, OrderLineRow, OrderRow, OrderShipping } from './tables.ts'
import type { OrderContact } from './write-order.ts'

/** From a line of the order, or from shipping (null). */
export type OrderDiscount = Omit<OrderDiscountRow, 'orderId' | 'position'>

type PaymentView = {
  id: string
  provider: string
  status: PaymentStatus
  amountMinor: number
  authorizedMinor: number
  capturedMinor: number
  refundedMinor: number
  method: PaymentMethod
  declineCode: string | null
}

/** An order with all that its buyer and the staff may see of it. Amounts in minor units of `currency`. */
export type OrderView = Omit<
  OrderRow,
  'accessTokenHash' | 'contactSealed' | 'emailIndex' | 'shippingMethod' | 'shippingMethodId' | 'cartId'
> & {
  contact: OrderContact
  /** How it travels; null when nothing needs sending. */
  shipping: OrderShipping | null
  lines: Omit<OrderLineRow, 'orderId' | 'position'>[]
  /** Which promotion took how much, line by line, in the order of application. */
  discounts: OrderDiscount[]
  payments: PaymentView[]
  refunds: RefundView[]
  timeline: { type: string; at: Date; actor: string | null; details: Record<string, unknown> }[]
}

/** An order, for whoever holds its key: `orders.not-found` for anyone else. */
export async function orderByKey(ctx: Shop, of: { orderId: string; key: string }): Promise<OrderView> {
  await requireOrderKey(ctx, of)
  const order = await orderById(ctx, of.orderId)
  const refunds = order.refunds.map((refund) => ({ ...refund, reason: '', actor: 'shop' }))
  return { ...order, refunds, timeline: order.timeline.flatMap(forCustomer) }
}

/** What a customer may know of a step: whatever is not listed here is the shop's own business. */
const shownToCustomers: Record<string, readonly string[]> = {
  'order.placed': ['number', 'currency', 'totalMinor'],
  'order.declined': [],
  'order.canceled': [],
  'order.changed': ['change', 'fields', 'lines', 'from', 'to', 'currency', 'totalBeforeMinor', 'totalMinor'],
  'invoice.issued': ['invoiceId', 'number', 'currency', 'totalMinor'],
  'credit-note.issued': ['invoiceId', 'number', 'currency', 'totalMinor'],
  'order.refunded': ['refundId', 'kind', 'amountMinor', 'currency'],
  'order.shipped': ['fulfillmentId', 'carrier', 'trackingNumber', 'trackingUrl', 'fulfillmentStatus', 'lines'],
  'order.ready-for-pickup': ['fulfillmentId', 'fulfillmentStatus', 'lines'],
  'order.delivered': ['fulfillmentId', 'isWhole'],
  'payment.authorized': ['amountMinor', 'currency'],
  'payment.captured': ['amountMinor', 'currency'],
}

function forCustomer(step: OrderView['timeline'][number]): OrderView['timeline'] {
  const names = shownToCustomers[step.type]
  if (!names) return []
  const details = Object.fromEntries(Object.entries(step.details).filter(([name]) => names.includes(name)))
  return [{ ...step, actor: step.actor === 'customer' ? 'customer' : 'shop', details }]
}

/** Refuses whoever does not hold the order's key, in the words used for an order that does not exist. */
export async function requireOrderKey(ctx: Shop, of: { orderId: string; key: string }): Promise<void> {
  const order = await ctx.database.maybe<Pick<OrderRow, 'accessTokenHash'>>(
    sql`select access_token_hash from orders where id = ${of.orderId}`,
  )
  if (!order || !timingSafeEqual(order.accessTokenHash, hashSecret(of.key))) throw errors.notFound()
}

/** An order, for the shop's own use; `orders.not-found` when there is none. */
export async function orderById(ctx: Shop, orderId: string): Promise<OrderView> {
  const [order, lines, discounts, payments, refunds, events] = await Promise.all([
    ctx.database.maybe<OrderRow>(sql`select * from orders where id = ${orderId}`),
    ctx.database.rows<OrderLineRow>(sql`select * from order_lines where order_id = ${orderId} order by position`),
    ctx.database.rows<OrderDiscount>(sql`
      select promotion_id, title, code, order_line_id, amount_minor from order_discounts
      where order_id = ${orderId} order by position`),
    ctx.database.rows<PaymentView>(sql`
      select id, provider, status, amount_minor, authorized_minor, captured_minor, refunded_minor, method, decline_code
      from payments where order_id = ${orderId} order by created_at, id`),
    refundsOf(ctx, orderId),
    ctx.database.rows<ShopEvent>(sql`
      select type, payload, actor, occurred_at from events where subject = ${orderId} order by id`),
  ])
  if (!order) throw errors.notFound()
  const {
    accessTokenHash: _,
    contactSealed,
    emailIndex: __,
    shippingMethod,
    shippingMethodId,
    cartId: ___,
    ...shown
  } = order
  return {
    ...shown,
    contact: ctx.vault.open<OrderContact>(contactSealed, 'order'),
    shipping: shippingMethodId === null ? null : (shippingMethod as OrderShipping),
    lines: lines.map(({ orderId: _, position: __, ...line }) => line),
    discounts,
    payments,
    refunds,
    timeline: events.map((event) => ({
      type: event.type,
      at: event.occurredAt,
      actor: event.actor,
      details: event.payload,
    })),
  }
}
