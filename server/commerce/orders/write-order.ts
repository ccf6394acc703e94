import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { emailIndex, orderKey } from './order-key.ts'
import type { OrderDiscountRow, OrderLineRow, OrderRow } from './tables.ts'

/** Whom an order is for. */
export type OrderContact = {
  email: string
  name?: string
  phone?: string
  address?: { line1?: string; line2?: string; postcode?: string; city?: string; region?: string; country?: string }
  /** Who gets the gift cards in it, where it is not the buyer. */
  giftRecipient?: { email?: string; name?: string; message?: string }
}

export type NewOrderLine = Omit<
  OrderLineRow,
  | 'id'
  | 'orderId'
  | 'position'
  | 'fulfilledQuantity'
  | 'canceledQuantity'
  | 'refundedQuantity'
  | 'refundedMinor'
  | 'refundedTaxMinor'
>

/** What a promotion took from a line, named by its place in the list, or from shipping (null). */
export type NewOrderDiscount = Omit<OrderDiscountRow, 'orderId' | 'position' | 'orderLineId'> & { line: number | null }

/** An order as checkout prices it; amounts in minor units. */
export type NewOrder = Pick<
  OrderRow,
  | 'cartId'
  | 'marketId'
  | 'currency'
  | 'locale'
  | 'country'
  | 'pricesIncludeTax'
  | 'goodsMinor'
  | 'shippingMinor'
  | 'discountMinor'
  | 'shippingDiscountMinor'
  | 'taxMinor'
  | 'shippingTaxMinor'
  | 'taxLines'
  | 'totalMinor'
  | 'giftCardsMinor'
  | 'shippingMethodId'
  | 'shippingMethod'
  | 'deliverFrom'
  | 'deliverUntil'
> & { contact: OrderContact; lines: NewOrderLine[]; discounts: NewOrderDiscount[] }

/** An order with the ids that it and its lines will have. */
export type NamedOrder = Omit<NewOrder, 'lines'> & { id: string; lines: (NewOrderLine & { id: string })[] }

/** Names an order that is about to be written, and its lines. */
export function nameOrder(order: NewOrder): NamedOrder {
  return { ...order, id: newId('order'), lines: order.lines.map((line) => ({ ...line, id: newId('orderLine') })) }
}

/**
 * Writes an order that waits for its payment, with all its lines. A part of a statement, to be run with others of the
 * same transaction: `with ${part}, ...`.
 */
export function orderWritten(ctx: Shop, order: NamedOrder): Statement {
  const { id, lines } = order
  return sql`
    order_written as (
      insert into orders (id, cart_id, access_token_hash, status, market_id, currency, locale, contact_sealed, email_index,
        country, prices_include_tax, goods_minor, shipping_minor, discount_minor, shipping_discount_minor, tax_minor,
        shipping_tax_minor, tax_lines, total_minor, gift_cards_minor, shipping_method_id, shipping_method,
        deliver_from, deliver_until, created_at)
      values (${id}, ${order.cartId}, ${hashSecret(orderKey(ctx, id))}, 'awaiting-payment', ${order.marketId},
        ${order.currency}, ${order.locale}, ${ctx.vault.seal(order.contact, 'order')},
        ${emailIndex(ctx, order.contact.email)}, ${order.country}, ${order.pricesIncludeTax}, ${order.goodsMinor},
        ${order.shippingMinor}, ${order.discountMinor}, ${order.shippingDiscountMinor}, ${order.taxMinor},
        ${order.shippingTaxMinor}, ${JSON.stringify(order.taxLines)}, ${order.totalMinor}, ${order.giftCardsMinor},
        ${order.shippingMethodId}, ${order.shippingMethod},
        ${order.deliverFrom}, ${order.deliverUntil}, ${ctx.clock.now()})
    ), lines_written as (
    insert into order_lines (id, order_id, position, product_id, variant_id, title, variant_title, sku, image, quantity,
      unit_price_minor, subtotal_minor, discount_minor, tax_rate_ppm, tax_name, tax_minor, total_minor,
      requires_shipping, weight_grams, is_gift_card)
    select id, ${id}, position, product_id, variant_id, title, variant_title, sku, image, quantity, unit_price_minor,
      subtotal_minor, discount_minor, tax_rate_ppm, tax_name, tax_minor, total_minor, requires_shipping, weight_grams,
      is_gift_card
    from unnest(${lines.map((line) => line.id)}::text[], ${lines.map((line) => line.productId)}::text[],
      ${lines.map((line) => line.variantId)}::text[], ${lines.map((line) => line.title)}::text[],
      ${lines.map((line) => line.variantTitle)}::text[], ${lines.map((line) => line.sku)}::text[],
      ${lines.map((line) => (line.image ? JSON.stringify(line.image) : null))}::jsonb[],
      ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.unitPriceMinor)}::bigint[],
      ${lines.map((line) => line.subtotalMinor)}::bigint[], ${lines.map((line) => line.discountMinor)}::bigint[],
      ${lines.map((line) => line.taxRatePpm)}::int[], ${lines.map((line) => line.taxName)}::text[],
      ${lines.map((line) => line.taxMinor)}::bigint[], ${lines.map((line) => line.totalMinor)}::bigint[],
      ${lines.map((line) => line.requiresShipping)}::boolean[], ${lines.map((line) => line.weightGrams)}::int[],
      ${lines.map((line) => line.isGiftCard)}::boolean[])
      with ordinality as line(id, product_id, variant_id, title, variant_title, sku, image, quantity, unit_price_minor,
        subtotal_minor, discount_minor, tax_rate_ppm, tax_name, tax_minor, total_minor, requires_shipping,
        weight_grams, is_gift_card, position)
    )${order.discounts.length > 0 ? discountsWritten(order) : sql``}`
}

function discountsWritten({ id, discounts, lines }: NamedOrder): Statement {
  const lineIds = discounts.map(({ line }) => (line === null ? null : (lines[line]?.id ?? null)))
  return sql`, discounts_written as (
      insert into order_discounts (order_id, promotion_id, title, code, order_line_id, amount_minor, position)
      select ${id}, d.* from unnest(${discounts.map(({ promotionId }) => promotionId)}::text[],
        ${discounts.map(({ title }) => title)}::text[], ${discounts.map(({ code }) => code)}::text[],
        ${lineIds}::text[], ${discounts.map(({ amountMinor }) => amountMinor)}::bigint[])
        with ordinality as d(promotion_id, title, code, order_line_id, amount_minor, position)
    )`
}
