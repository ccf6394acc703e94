import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { countTry } from '../../platform/sign-in-tries.ts'
import { sql } from '../../platform/sql.ts'
import { groupOfCode } from '../pricing/index.ts'
import { isGoodCode, errors as promotionErrors, writtenCode } from '../promotions/index.ts'
import { errors } from './errors.ts'
import { type PricedCart, readCart } from './price-cart.ts'
import { type CartRow, codesMax } from './tables.ts'

type OfCart = { cartId: string; token: string }

// Far more than anyone mistypes, far fewer than it takes to guess.
const triesOfCart = { window: 600, max: 15 }
const triesOfAddress = { window: 60, max: 30 }

/**
 * Keeps a code with the cart. Every code that gives nothing is refused in the same words, and only so many may be tried.
 * One that is good but asks for more than is in the cart is kept, and applies as soon as it may.
 */
export async function enterCode(ctx: Shop, of: OfCart & { code: string; address: string }): Promise<PricedCart> {
  const opened = await ctx.database.maybe(
    sql`select id from carts where id = ${of.cartId} and token_hash = ${hashSecret(of.token)}`,
  )
  if (!opened) throw errors.notFound()
  await refuseGuessing(ctx, of)
  const code = writtenCode(of.code)
  const [isGood, group] = await Promise.all([isGoodCode(ctx, code), groupOfCode(ctx, code)])
  if (group) return joinGroup(ctx, of, group.id)
  if (!isGood) throw promotionErrors.codeNotValid()
  const cart = await ctx.database.maybe<Pick<CartRow, 'status' | 'orderId' | 'codes'>>(sql`
    update carts set updated_at = ${ctx.clock.now()},
      codes = case when status <> 'active' or ${code} = any(codes) or cardinality(codes) >= ${codesMax}::int then codes
        else codes || ${code}::text end
    where id = ${of.cartId} and token_hash = ${hashSecret(of.token)}
    returning status, order_id, codes`)
  if (!cart) throw errors.notFound()
  if (cart.status !== 'active') throw errors.alreadyOrdered({ orderId: cart.orderId })
  if (!cart.codes.includes(code)) throw promotionErrors.tooManyCodes({ codesMax })
  return readCart(ctx, of)
}

/** Takes a code out of the cart again; one that is not there does no harm. */
export async function removeCode(ctx: Shop, of: OfCart & { code: string }): Promise<PricedCart> {
  if (await groupOfCode(ctx, writtenCode(of.code))) return joinGroup(ctx, of, null)
  await ctx.database.run(sql`
    update carts set codes = array_remove(codes, ${writtenCode(of.code)}), updated_at = ${ctx.clock.now()}
    where id = ${of.cartId} and token_hash = ${hashSecret(of.token)} and status = 'active'`)
  return readCart(ctx, of)
}

/** The cart of a member is priced as the group's; what was quoted before is no change of price. */
async function joinGroup(ctx: Shop, of: OfCart, groupId: string | null): Promise<PricedCart> {
  await ctx.database.run(sql`
    with joined as (
      update carts set customer_group_id = ${groupId}, updated_at = ${ctx.clock.now()}
      where id = ${of.cartId} and token_hash = ${hashSecret(of.token)} and status = 'active' returning id
    )
    update cart_lines set quoted_minor = null from joined where cart_lines.cart_id = joined.id`)
  return readCart(ctx, of)
}

async function refuseGuessing(ctx: Shop, of: { cartId: string; address: string }): Promise<void> {
  const [ofCart, ofAddress] = await Promise.all([
    countTry(ctx, `code in ${of.cartId}`, triesOfCart),
    countTry(ctx, `code from ${of.address}`, triesOfAddress),
  ])
  const seconds = Math.max(ofCart.retryAfter ?? 0, ofAddress.retryAfter ?? 0)
  if (seconds > 0) throw promotionErrors.tooManyTries({ seconds })
}
