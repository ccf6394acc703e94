import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { currentStore, marketFor } from '../stores/index.ts'
import type { CartRow } from './tables.ts'

export type CartAddress = { line1?: string; line2?: string; postcode?: string; city?: string; region?: string }

/** Whom the order is for; kept sealed. */
export type CartContact = {
  email?: string
  name?: string
  phone?: string
  address?: CartAddress
  giftRecipient?: GiftRecipient
}

/** Who gets the gift cards that are bought, where it is not the buyer. */
export type GiftRecipient = { email?: string; name?: string; message?: string }

/** A fresh cart, and the secret that opens it: shown once, kept by the shopper's browser. */
export type NewCart = { cart: CartRow; token: string }

/** Makes an empty cart for a market, found by country, and a locale that the shop speaks. */
export async function createCart(ctx: Shop, wish: { country?: string; locale?: string }): Promise<NewCart> {
  const [store, market] = await Promise.all([currentStore(ctx), marketFor(ctx, { country: wish.country })])
  const token = newSecret()
  const now = ctx.clock.now()
  const cart: CartRow = {
    id: newId('cart'),
    tokenHash: hashSecret(token),
    status: 'active',
    marketId: market.id,
    currency: market.currency,
    locale: store.locales.find((locale) => locale === wish.locale) ?? store.defaultLocale,
    contactSealed: null,
    country: market.countries.find((country) => country === wish.country) ?? market.defaultCountry,
    shippingMethodId: null,
    orderId: null,
    tenderIds: [],
    codes: [],
    customerGroupId: null,
    createdAt: now,
    updatedAt: now,
  }
  await ctx.database.run(sql`
    insert into carts (id, token_hash, market_id, currency, locale, country, created_at, updated_at)
    values (${cart.id}, ${cart.tokenHash}, ${cart.marketId}, ${cart.currency}, ${cart.locale}, ${cart.country}, ${now}, ${now})`)
  return { cart, token }
}
