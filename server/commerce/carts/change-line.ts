import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { sql } from '../../platform/sql.ts'
import { stockOf } from '../inventory/index.ts'
import { stockLocations } from '../stores/index.ts'
import { type CartContent, type ContentRow, contentColumns, contentOf, openedCart } from './cart-lines.ts'
import { errors } from './errors.ts'
import { priceOf } from './price-of.ts'

type OfLine = { cartId: string; token: string; lineId: string }
type Verdict = ContentRow & { available: number | null; wasThere: boolean; isDone: boolean }

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
      returning cart_lines.id, cart_lines.cart_id, cart_lines.quantity, cart_lines.quoted_minor
    ), touched as (
      update carts set updated_at = ${now} where id = (select cart_id from changed)
    ), lines as (
      select l.id, l.variant_id, l.added_at, coalesce(changed.quantity, l.quantity) as quantity,
        case when changed.id is null then l.quoted_minor else changed.quoted_minor end as quoted_minor
      from known l left join changed on changed.id = l.id
    )
    select ${contentColumns}, line.available, line.id is not null as was_there,
      exists (select from changed) as is_done
    from cart c left join line on true left join lines l on true
    order by l.added_at, l.id`)
  return answer(rows)
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
    ), lines as (
      select * from known where id is distinct from (select id from removed)
    )
    select ${contentColumns}, null::int as available, exists (select from removed) as was_there,
      exists (select from removed) as is_done
    from cart c left join lines l on true
    order by l.added_at, l.id`)
  return answer(rows)
}

function answer(rows: readonly Verdict[]): CartContent {
  const [verdict] = rows
  if (!verdict) throw errors.notFound()
  if (verdict.isDone) return contentOf(rows)
  if (verdict.status !== 'active') throw errors.alreadyOrdered({ orderId: verdict.orderId })
  if (!verdict.wasThere) throw errors.lineNotFound()
  throw verdict.available ? errors.outOfStock({ available: verdict.available }) : errors.soldOut()
}
