import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { CartRow } from './tables.ts'

export type LockedCart = Pick<CartRow, 'id' | 'status' | 'orderId' | 'locale' | 'updatedAt'>

/** Locks a cart until the transaction ends, so that two checkouts of it take turns; undefined if the hash opens none. */
export async function lockCart(
  tx: Transaction,
  of: { cartId: string; tokenHash: Buffer },
): Promise<LockedCart | undefined> {
  return tx.maybe<LockedCart>(sql`
    select id, status, order_id, locale, updated_at from carts where id = ${of.cartId} and token_hash = ${of.tokenHash} for update`)
}

/**
 * The cart has become this order; from now on it cannot change. A part of a statement, to be run with others of the
 * same transaction: `with ${part}, ...`.
 */
export function cartOrdered(ctx: Shop, of: { cartId: string; orderId: string }): Statement {
  return sql`
    cart_ordered as (
      update carts set status = 'ordered', order_id = ${of.orderId}, updated_at = ${ctx.clock.now()}
      where id = ${of.cartId} and status = 'active'
    )`
}
