import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { statusesBefore } from './order-states.ts'
import type { OrderRow } from './tables.ts'

/** What an order is, in short. */
export type OrderSummary = Pick<OrderRow, 'id' | 'number' | 'status' | 'currency' | 'totalMinor'>

/** An order under lock, with what its books need. */
export type LockedOrder = OrderSummary &
  Pick<OrderRow, 'cartId' | 'country' | 'pricesIncludeTax' | 'goodsMinor' | 'shippingMinor' | 'discountMinor' | 'taxMinor' | 'shippingTaxMinor'>

/** Locks an order until the transaction ends: whoever wants to finish it takes turns here. */
export async function lockOrder(tx: Transaction, orderId: string): Promise<LockedOrder | undefined> {
  return tx.maybe<LockedOrder>(sql`
    select id, number, status, currency, total_minor, cart_id, country, prices_include_tax, goods_minor, shipping_minor,
      discount_minor, tax_minor, shipping_tax_minor
    from orders where id = ${orderId} for update`)
}

/** Gives an order its number: it has been placed. Numbers rise, but one may be missing after a crash. */
export async function markPlaced(ctx: Shop, tx: Transaction, orderId: string): Promise<OrderSummary> {
  return tx.one<OrderSummary>(sql`
    update orders set status = 'placed', number = nextval('order_numbers'), placed_at = ${ctx.clock.now()}
    where id = ${orderId} and status = any(${statusesBefore('placed')})
    returning id, number, status, currency, total_minor`)
}

/** The order did not come about; its cart is free for another try. */
export async function markDeclined(tx: Transaction, orderId: string): Promise<OrderSummary> {
  return tx.one<OrderSummary>(sql`
    update orders set status = 'declined' where id = ${orderId} and status = any(${statusesBefore('declined')})
    returning id, number, status, currency, total_minor`)
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
