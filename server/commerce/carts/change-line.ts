import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { sql } from '../../platform/sql.ts'
import { stockOf } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { type PricedCart, readCart } from './price-cart.ts'
import { priceOf } from './price-of.ts'
import type { CartRow } from './tables.ts'

type OfLine = { cartId: string; token: string; lineId: string }
type Verdict = Pick<CartRow, 'status' | 'orderId'> & {
  lineId: string | null
  available: number | null
  isDone: boolean
}

/** Sets how many of a line are wanted. More than are left is refused; fewer is always allowed. */
export async function setQuantity(ctx: Shop, wish: OfLine & { quantity: number }): Promise<PricedCart> {
  const now = ctx.clock.now()
  const verdict = await ctx.database.maybe<Verdict>(sql`
    with line as materialized (
      select c.id as cart_id, c.status, c.order_id, l.id, l.quantity, price.amount_minor,
        ${stockOf(sql`array(select id from stock_locations)`)} as available
      from carts c
      left join cart_lines l on l.cart_id = c.id and l.id = ${wish.lineId}
      left join variants v on v.id = l.variant_id
      left join lateral ${priceOf(sql`${wish.quantity}::int`, now)} price on true
      where c.id = ${wish.cartId} and c.token_hash = ${hashSecret(wish.token)}
    ), changed as (
      update cart_lines set quantity = ${wish.quantity}, quoted_minor = line.amount_minor from line
      where cart_lines.id = line.id and line.status = 'active'
        and (line.available is null or ${wish.quantity}::int <= greatest(line.available, line.quantity))
      returning cart_lines.id, cart_lines.cart_id
    ), touched as (
      update carts set updated_at = ${now} from changed where carts.id = changed.cart_id
    )
    select line.status, line.order_id, line.id as line_id, line.available, changed.id is not null as is_done
    from line left join changed on true`)
  if (!verdict?.isDone) throw refusal(verdict)
  return readCart(ctx, wish)
}

/** Takes a line out of the cart. */
export async function removeLine(ctx: Shop, wish: OfLine): Promise<PricedCart> {
  const verdict = await ctx.database.maybe<Verdict>(sql`
    with cart as materialized (
      select id, status, order_id from carts where id = ${wish.cartId} and token_hash = ${hashSecret(wish.token)}
    ), removed as (
      delete from cart_lines using cart
      where cart_lines.id = ${wish.lineId} and cart_lines.cart_id = cart.id and cart.status = 'active'
      returning cart_lines.id, cart_lines.cart_id
    ), touched as (
      update carts set updated_at = ${ctx.clock.now()} from removed where carts.id = removed.cart_id
    )
    select cart.status, cart.order_id, removed.id as line_id, null::int as available, removed.id is not null as is_done
    from cart left join removed on true`)
  if (!verdict?.isDone) throw refusal(verdict)
  return readCart(ctx, wish)
}

function refusal(verdict: Verdict | undefined) {
  if (!verdict) return errors.notFound()
  if (verdict.status !== 'active') return errors.alreadyOrdered({ orderId: verdict.orderId })
  if (verdict.lineId === null) return errors.lineNotFound()
  return verdict.available ? errors.outOfStock({ available: verdict.available }) : errors.soldOut()
}
