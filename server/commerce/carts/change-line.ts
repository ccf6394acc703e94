import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { sql } from '../../platform/sql.ts'
import { stockOf } from '../inventory/index.ts'
import { stockLocations } from '../stores/index.ts'
import { type CartContent, type ContentRow, contentColumns, contentOf, openedCart } from './cart-lines.ts'
import { errors } from './errors.ts'
import { priceOf } from './price-of.ts'

type OfLine = { cartId: string; token: string; lineId: string }
type Verdict = ContentRow & {
  available: number | null
  wasThere: boolean
  /** The line as it is now; null when it was not changed. */
  changedId: string | null
  changedMinor: number | null
}

/** Sets how many of a line are wanted. More than are left is refused; fewer is always allowed. */
export async function setQuantity(ctx: Shop, wish: OfLine & { quantity: number }): Promise<CartContent> {
  const now = ctx.clock.now()
  const everywhere = (await stockLocations(ctx)).map((location) => location.id)
  const { cartId, lineId, quantity } = wish
  const rows = await ctx.database.rows<Verdict>(sql`
    with ${openedCart({ cartId, tokenHash: hashSecret(wish.token) })}, line as materialized (
      select l.id, l.quantity, price.amount_minor, ${stockOf(sql`${everywhere}::text[]`)} as available
      from cart c
      join known l on l.id = ${lineId}
      join variants v on v.id = l.variant_id
      left join lateral ${priceOf(sql`${quantity}::int`, now)} price on true
      where c.status = 'active'
    ), changed as (
      update cart_lines set quantity = ${quantity}, quoted_minor = line.amount_minor from line
      where cart_lines.id = line.id
        and (line.available is null or ${quantity}::int <= greatest(line.available, line.quantity))
      returning cart_lines.id, cart_lines.cart_id, cart_lines.quoted_minor
    ), touched as (
      update carts set updated_at = ${now} where id = (select cart_id from changed)
    )
    select ${contentColumns}, line.available, line.id is not null as was_there, changed.id as changed_id,
      changed.quoted_minor as changed_minor
    from cart c left join line on true left join changed on true left join known l on true
    order by l.added_at, l.id`)
  const { changedMinor } = requireChange(rows)
  const variantId = rows.find((row) => row.lineId === lineId)?.variantId ?? ''
  return contentOf(rows, { changed: { id: lineId, variantId, quantity, quotedMinor: changedMinor } })
}

/** Takes a line out of the cart. */
export async function removeLine(ctx: Shop, wish: OfLine): Promise<CartContent> {
  const { cartId, lineId } = wish
  const rows = await ctx.database.rows<Verdict>(sql`
    with ${openedCart({ cartId, tokenHash: hashSecret(wish.token) })}, removed as (
      delete from cart_lines using cart
      where cart_lines.id = ${lineId} and cart_lines.cart_id = cart.id and cart.status = 'active'
      returning cart_lines.id, cart_lines.cart_id
    ), touched as (
      update carts set updated_at = ${ctx.clock.now()} where id = (select cart_id from removed)
    )
    select ${contentColumns}, null::int as available, removed.id is not null as was_there, removed.id as changed_id,
      null::bigint as changed_minor
    from cart c left join removed on true left join known l on true
    order by l.added_at, l.id`)
  requireChange(rows)
  return contentOf(rows, { removed: lineId })
}

function requireChange(rows: readonly Verdict[]): Verdict {
  const [verdict] = rows
  if (!verdict) throw errors.notFound()
  if (verdict.changedId !== null) return verdict
  if (verdict.status !== 'active') throw errors.alreadyOrdered({ orderId: verdict.orderId })
  if (!verdict.wasThere) throw errors.lineNotFound()
  throw verdict.available ? errors.outOfStock({ available: verdict.available }) : errors.soldOut()
}
