import { type Shop, transaction } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import type { Queryable } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { findValue, type ValueProof } from '../gift-cards/index.ts'
import { errors } from './errors.ts'
import { type PricedCart, priceCart } from './price-cart.ts'
import { type CartRow, tendersMax } from './tables.ts'

type OfCart = { cartId: string; token: string }

/** Puts a gift card or store credit to a cart, to pay with. Nothing is taken or held before the shopper buys. */
export async function addTender(ctx: Shop, of: OfCart & { proof: ValueProof }): Promise<PricedCart> {
  return changeTenders(ctx, of, async (from, cart) => {
    const { id } = await findValue(ctx, from, { proof: of.proof, currency: cart.currency })
    if (!cart.tenderIds.includes(id) && cart.tenderIds.length >= tendersMax) throw errors.tooManyTenders({ tendersMax })
    return [...new Set([...cart.tenderIds, id])]
  })
}

/** Takes one away again. */
export async function removeTender(ctx: Shop, of: OfCart & { tenderId: string }): Promise<PricedCart> {
  return changeTenders(ctx, of, async (_, cart) => cart.tenderIds.filter((id) => id !== of.tenderId))
}

type Locked = Pick<CartRow, 'id' | 'status' | 'orderId' | 'currency' | 'tenderIds'>

async function changeTenders(
  ctx: Shop,
  of: OfCart,
  decide: (from: Queryable, cart: Locked) => Promise<string[]>,
): Promise<PricedCart> {
  const tokenHash = hashSecret(of.token)
  return transaction(ctx, async (tx) => {
    const cart = await tx.maybe<Locked>(sql`
      select id, status, order_id, currency, tender_ids from carts
      where id = ${of.cartId} and token_hash = ${tokenHash} for update`)
    if (!cart) throw errors.notFound()
    if (cart.status !== 'active') throw errors.alreadyOrdered({ orderId: cart.orderId })
    const tenderIds = await decide(tx, cart)
    await tx.run(sql`update carts set tender_ids = ${tenderIds}, updated_at = ${ctx.clock.now()} where id = ${cart.id}`)
    const priced = await priceCart(ctx, tx, { cartId: cart.id, tokenHash })
    if (!priced) throw errors.notFound()
    return priced
  })
}
