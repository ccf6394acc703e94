import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { brokenConstraintOf } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { stockOf } from '../inventory/index.ts'
import { stockLocations } from '../stores/index.ts'
import { type CartContent, type ContentRow, contentColumns, contentOf, openedCart } from './cart-lines.ts'
import { errors } from './errors.ts'
import { priceOf } from './price-of.ts'
import { type CartLineRow, linesMax, quantityMax } from './tables.ts'

/** The cart's rows, each with what became of the wish. */
type Verdict = ContentRow & {
  isSold: boolean | null
  available: number | null
  already: number
  /** The line it went to as it is now, if it did. */
  changedId: CartLineRow['id'] | null
  changedQuantity: number
  changedMinor: number | null
}

/**
 * Puts a variant in the cart, or raises its quantity if it is already there, in one statement: the database checks and
 * writes what is asked for, and answers what the cart holds then.
 * The price is a quote: a cart may lie untouched for weeks, so checkout asks again.
 */
export async function addToCart(
  ctx: Shop,
  wish: { cartId: string; token: string; variantId: string; quantity: number },
): Promise<CartContent> {
  const now = ctx.clock.now()
  const everywhere = (await stockLocations(ctx)).map((location) => location.id)
  const { cartId, quantity } = wish
  const rows = await ctx.database
    .rows<Verdict>(sql`
      with ${openedCart({ cartId, tokenHash: hashSecret(wish.token) })}, offer as materialized (
        select v.id as variant_id, p.status = 'active' and price.amount_minor is not null as is_sold, price.amount_minor,
          coalesce(l.quantity, 0) as already, ${stockOf(sql`${everywhere}::text[]`)} as available
        from cart c
        join variants v on v.id = ${wish.variantId}
        join products p on p.id = v.product_id
        left join known l on l.variant_id = v.id
        left join lateral ${priceOf(sql`coalesce(l.quantity, 0) + ${quantity}::int`, now)} price on true
      ), added as (
        insert into cart_lines (id, cart_id, variant_id, quantity, quoted_minor, added_at)
        select ${newId('cartLine')}, cart.id, offer.variant_id, ${quantity}, offer.amount_minor, ${now}
        from cart, offer
        where cart.status = 'active' and offer.is_sold and offer.already + ${quantity}::int <= ${quantityMax}::int
          and (offer.available is null or offer.already + ${quantity}::int <= offer.available)
          and (offer.already > 0 or (select count(*) from known) < ${linesMax}::int)
        on conflict (cart_id, variant_id) do update
          set quantity = cart_lines.quantity + excluded.quantity, quoted_minor = excluded.quoted_minor
        returning id, cart_id, quantity, quoted_minor
      ), touched as (
        update carts set updated_at = ${now} where id = (select cart_id from added)
      )
      select ${contentColumns}, offer.is_sold, offer.available, coalesce(offer.already, 0) as already,
        added.id as changed_id, added.quantity as changed_quantity, added.quoted_minor as changed_minor
      from cart c left join offer on true left join added on true left join known l on true
      order by l.added_at, l.id`)
    .catch((error: unknown) => {
      // Two taps at once: each saw room for itself, the table saw that there was none for both.
      if (brokenConstraintOf(error) === 'cart_lines_quantity_check') throw errors.tooMany({ quantityMax })
      throw error
    })
  const [verdict] = rows
  if (!verdict?.changedId) throw refusal(verdict, quantity)
  const { changedId: id, changedQuantity, changedMinor: quotedMinor } = verdict
  return contentOf(rows, { changed: { id, variantId: wish.variantId, quantity: changedQuantity, quotedMinor } })
}

function refusal(verdict: Verdict | undefined, quantity: number) {
  if (!verdict) return errors.notFound()
  if (verdict.status !== 'active') return errors.alreadyOrdered({ orderId: verdict.orderId })
  if (!verdict.isSold) return errors.variantNotFound()
  const { available, already } = verdict
  if (available === 0) return errors.soldOut()
  if (available !== null && already + quantity > available) return errors.outOfStock({ available })
  if (already + quantity > quantityMax) return errors.tooMany({ quantityMax })
  return errors.full({ linesMax })
}
