import { type Shop, transaction } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { sql } from '../../platform/sql.ts'
import { shippingMethods } from '../shipping/index.ts'
import { currentStore, markets } from '../stores/index.ts'
import type { CartContact } from './create-cart.ts'
import { errors } from './errors.ts'
import { type PricedCart, priceCart } from './price-cart.ts'
import type { CartRow } from './tables.ts'

/** What a shopper tells us besides goods. A field left out stays as it is; an empty text clears it. */
export type CartChanges = CartContact & { country?: string; shippingMethodId?: string | null; locale?: string }

// As in the HTML standard, simplified: one @, and a dot somewhere after it. The confirmation mail is the real test.
// No commas, quotes or brackets: a mail program reads them as more than one receiver.
const looksLikeEmail = /^[^\s@,;:"<>()[\]\\]+@[^\s@,;:"<>()[\]\\]+\.[^\s@.,;:"<>()[\]\\]+$/

/** Sets contact, country, way of delivery or language. A country of another market brings that market's currency. */
export async function updateCart(
  ctx: Shop,
  of: { cartId: string; token: string },
  changes: CartChanges,
): Promise<PricedCart> {
  for (const email of [changes.email, changes.giftRecipient?.email])
    if (email && !looksLikeEmail.test(email.trim())) throw errors.invalidEmail()
  const tokenHash = hashSecret(of.token)
  return transaction(ctx, async (tx) => {
    const cart = await tx.maybe<CartRow>(sql`
      select id, status, order_id, market_id, currency, locale, country, contact_sealed, shipping_method_id
      from carts where id = ${of.cartId} and token_hash = ${tokenHash} for update`)
    if (!cart) throw errors.notFound()
    if (cart.status !== 'active') throw errors.alreadyOrdered({ orderId: cart.orderId })
    const { marketId, currency, country } = await placeOf(ctx, cart, changes.country)
    const known = cart.contactSealed ? ctx.vault.open<CartContact>(cart.contactSealed, 'cart') : {}
    const contact = merged(known, changes)
    const method = changes.shippingMethodId === undefined ? cart.shippingMethodId : changes.shippingMethodId
    const methods = await shippingMethods(ctx)
    if (changes.shippingMethodId && !methods.some(({ id }) => id === method)) throw errors.shippingNotOffered()
    await tx.run(sql`
      update carts set market_id = ${marketId}, currency = ${currency}, country = ${country},
        locale = ${await localeOf(ctx, cart, changes.locale)}, shipping_method_id = ${method},
        contact_sealed = ${ctx.vault.seal(contact, 'cart')}, updated_at = ${ctx.clock.now()}
      where id = ${cart.id}`)
    if (currency !== cart.currency)
      await tx.run(sql`update cart_lines set quoted_minor = null where cart_id = ${cart.id}`)
    const priced = await priceCart(ctx, tx, { cartId: cart.id, tokenHash })
    if (!priced) throw errors.notFound()
    // Chosen just now, it must be one that is offered; chosen before, it falls back to the usual one.
    if (changes.shippingMethodId && priced.shipping?.id !== changes.shippingMethodId) throw errors.shippingNotOffered()
    return priced
  })
}

async function placeOf(ctx: Shop, cart: CartRow, country: string | undefined) {
  if (country === undefined || country === cart.country) return cart
  const all = await markets(ctx)
  const own = all.find((market) => market.id === cart.marketId && market.countries.includes(country))
  const market = own ?? all.find((candidate) => candidate.countries.includes(country))
  if (!market) throw errors.countryNotServed()
  return { marketId: market.id, currency: market.currency, country }
}

async function localeOf(ctx: Shop, cart: CartRow, locale: string | undefined): Promise<string> {
  if (locale === undefined) return cart.locale
  return (await currentStore(ctx)).locales.includes(locale) ? locale : cart.locale
}

function merged(known: CartContact, changes: CartChanges): CartContact {
  const { email, name, phone, address, giftRecipient } = changes
  return {
    ...known,
    ...given({ email: email?.trim(), name: name?.trim(), phone: phone?.trim() }),
    ...(address ? { address: { ...known.address, ...given(address) } } : {}),
    ...(giftRecipient ? { giftRecipient: { ...known.giftRecipient, ...given(giftRecipient) } } : {}),
  }
}

function given<T extends Record<string, string | undefined>>(fields: T): Partial<T> {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(told.map(([name, value]) => [name, value || undefined])) as Partial<T>
}
