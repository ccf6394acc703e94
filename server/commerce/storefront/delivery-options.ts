import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from '../catalog/index.ts'
import { everydayPrice } from '../pricing/index.ts'
import { type ShippingOption, shippingOptions } from '../shipping/index.ts'
import { marketFor } from '../stores/index.ts'

/**
 * How one piece of a variant could be sent today, told before there is a cart: price, and the days on which it would
 * arrive. Without a country, the market's own is meant. Throws catalog.product-not-found.
 */
export async function deliveryOptions(
  ctx: Shop,
  of: { variantId: string; country?: string; locale?: string },
): Promise<ShippingOption[]> {
  const market = await marketFor(ctx, of.country === undefined ? {} : { country: of.country })
  const variant = await ctx.database.maybe<{ weightGrams: number; requiresShipping: boolean; valueMinor: number }>(sql`
    select v.weight_grams, v.requires_shipping, coalesce(pr.amount_minor, 0) as value_minor
    from variants v
    join products p on p.id = v.product_id and p.status = 'active'
    left join lateral ${everydayPrice(ctx.clock.now())} pr on true
    where v.id = ${of.variantId}`)
  if (!variant) throw errors.productNotFound()
  return shippingOptions(ctx, {
    ...variant,
    country: of.country ?? market.defaultCountry,
    currency: market.currency,
    ...(of.locale === undefined ? {} : { locale: of.locale }),
  })
}
