import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { statusesBefore } from './order-states.ts'
import type { OrderRow } from './tables.ts'

/** What an order is, in short. */
export type OrderSummary = Pick<OrderRow, 'id' | 'number' | 'status' | 'currency' | 'totalMinor'>

/** An order that has just been placed or declined, with what follows from it. */
export type MovedOrder = OrderSummary &
  Pick<
    OrderRow,
    | 'cartId'
    | 'country'
    | 'pricesIncludeTax'
    | 'goodsMinor'
    | 'shippingMinor'
    | 'discountMinor'
    | 'shippingDiscountMinor'
    | 'taxMinor'
    | 'shippingTaxMinor'
    | 'giftCardsMinor'
  >

/**
 * Gives an order its number: it has been placed. Takes the lock of its row; undefined when it does not wait for its
 * payment any more, because somebody else was here first. Numbers rise, but a crash may leave one out.
 */
export async function markPlaced(ctx: Shop, tx: Transaction, orderId: string): Promise<MovedOrder | undefined> {
  return tx.maybe<MovedOrder>(sql`
    update orders set status = 'placed', number = nextval('order_numbers'), placed_at = ${ctx.clock.now()}
    where id = ${orderId} and status = any(${statusesBefore('placed')})
    returning id, number, status, currency, total_minor, cart_id, country, prices_include_tax, goods_minor,
      shipping_minor, discount_minor, shipping_discount_minor, tax_minor, shipping_tax_minor, gift_cards_minor`)
}

/** The order did not come about, and its cart is free for another try. Undefined as with `markPlaced`. */
export async function markDeclined(tx: Transaction, orderId: string): Promise<MovedOrder | undefined> {
  return tx.maybe<MovedOrder>(sql`
    update orders set status = 'declined' where id = ${orderId} and status = any(${statusesBefore('declined')})
    returning id, number, status, currency, total_minor, cart_id, country, prices_include_tax, goods_minor,
      shipping_minor, discount_minor, shipping_discount_minor, tax_minor, shipping_tax_minor, gift_cards_minor`)
}

/** The order that a cart became or is becoming, declined ones left aside. */
export async function orderOfCart(
  from: Queryable,
  cartId: string,
): Promise<(OrderSummary & Pick<OrderRow, 'createdAt'>) | undefined> {
  return from.maybe(sql`
    select id, number, status, currency, total_minor, created_at
    from orders where cart_id = ${cartId} and status <> 'declined'`)
}

/** An order's summary by its id. */
export async function orderSummary(from: Queryable, orderId: string): Promise<OrderSummary | undefined> {
  return from.maybe<OrderSummary>(
    sql`select id, number, status, currency, total_minor from orders where id = ${orderId}`,
  )
}

/** Orders that have waited for their payment since before a moment, the oldest first. */
export async function ordersWaitingSince(ctx: Shop, of: { before: Date; max: number }) {
  return ctx.database.rows<Pick<OrderRow, 'id' | 'createdAt'>>(sql`
    select id, created_at from orders where status = 'awaiting-payment' and created_at < ${of.before}
    order by created_at limit ${of.max}`)
}
