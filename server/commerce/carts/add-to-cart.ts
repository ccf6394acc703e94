import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { brokenConstraintOf } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { stockOf } from '../inventory/index.ts'
import { errors } from './errors.ts'
import { type PricedCart, priceCart } from './price-cart.ts'
import { priceOf } from './price-of.ts'
import { type CartLineRow, type CartRow, linesMax, quantityMax } from './tables.ts'

type Verdict = Pick<CartRow, 'status' | 'orderId'> & {
  cartId: string | null
  isSold: boolean | null
  available: number | null
  already: number
  lines: number
  lineId: CartLineRow['id'] | null
}

/**
 * Puts a variant in the cart, or raises its quantity if it is already there, in one statement: what is asked for is
 * checked and written by the database at once. Answers the cart as it is then.
 * The price is a quote: a cart may lie untouched for weeks, so checkout asks again.
 */
export async function addToCart(
  ctx: Shop,
  wish: { cartId: string; token: string; variantId: string; quantity: number },
): Promise<PricedCart> {
  const tokenHash = hashSecret(wish.token)
  const now = ctx.clock.now()
  const verdict = await ctx.database
    .one<Verdict>(sql`
      with cart as materialized (
        select id, status, order_id, currency, market_id,
          (select count(*)::int from cart_lines where cart_id = carts.id) as lines
        from carts where id = ${wish.cartId} and token_hash = ${tokenHash}
      ), offer as materialized (
        select v.id as variant_id, p.status = 'active' and price.amount_minor is not null as is_sold, price.amount_minor,
          coalesce(l.quantity, 0) as already, ${stockOf(sql`array(select id from stock_locations)`)} as available
        from cart c
        join variants v on v.id = ${wish.variantId}
        join products p on p.id = v.product_id
        left join cart_lines l on l.cart_id = c.id and l.variant_id = v.id
        left join lateral ${priceOf(sql`coalesce(l.quantity, 0) + ${wish.quantity}::int`, now)} price on true
      ), added as (
        insert into cart_lines (id, cart_id, variant_id, quantity, quoted_minor, added_at)
        select ${newId('cartLine')}, cart.id, offer.variant_id, ${wish.quantity}, offer.amount_minor, ${now}
        from cart, offer
        where cart.status = 'active' and offer.is_sold and offer.already + ${wish.quantity}::int <= ${quantityMax}::int
          and (offer.available is null or offer.already + ${wish.quantity}::int <= offer.available)
          and (offer.already > 0 or cart.lines < ${linesMax}::int)
        on conflict (cart_id, variant_id) do update
          set quantity = cart_lines.quantity + excluded.quantity, quoted_minor = excluded.quoted_minor
        returning id, cart_id
      ), touched as (
        update carts set updated_at = ${now} from added where carts.id = added.cart_id
      )
      select cart.id as cart_id, cart.status, cart.order_id, coalesce(cart.lines, 0) as lines, offer.is_sold,
        offer.available, coalesce(offer.already, 0) as already, added.id as line_id
      from (select) nothing
      left join cart on true left join offer on true left join added on true`)
    .catch((error: unknown) => {
      // Two taps at once: each saw room for itself, the table saw that there was none for both.
      if (brokenConstraintOf(error) === 'cart_lines_quantity_check') throw errors.tooMany({ quantityMax })
      throw error
    })
  if (verdict.lineId === null) throw refusal(verdict, wish.quantity)
  const cart = await priceCart(ctx, ctx.database, { cartId: wish.cartId, tokenHash })
  if (!cart) throw errors.notFound()
  return cart
}

function refusal(verdict: Verdict, quantity: number) {
  if (verdict.cartId === null) return errors.notFound()
  if (verdict.status !== 'active') return errors.alreadyOrdered({ orderId: verdict.orderId })
  if (!verdict.isSold) return errors.variantNotFound()
  if (verdict.available === 0) return errors.soldOut()
  if (verdict.available !== null && verdict.already + quantity > verdict.available)
    return errors.outOfStock({ available: verdict.available })
  if (verdict.already + quantity > quantityMax) return errors.tooMany({ quantityMax })
  return errors.full({ linesMax })
}
