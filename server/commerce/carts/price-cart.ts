import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import type { Queryable } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { type Picture, pictureOf } from '../catalog/index.ts'
import { shippingLocationIds, stockOf } from '../inventory/index.ts'
import { defaultOption, type ShippingOption, shippingOptions } from '../shipping/index.ts'
import { marketFor } from '../stores/index.ts'
import { type TaxRate, taxRateIn, taxRates } from '../taxes/index.ts'
import { type CartTotals, cartTotals } from './cart-totals.ts'
import type { CartContact } from './create-cart.ts'
import { errors } from './errors.ts'
import { priceOf } from './price-of.ts'
import type { CartRow } from './tables.ts'

/** One line at today's price. */
export type CartLine = {
  id: string
  variantId: string
  productId: string
  slug: string
  title: string
  variantTitle: string
  sku: string | null
  picture: Picture | null
  quantity: number
  /** Null when it is not sold any more, or has no price in the cart's currency: then it is left out of the totals. */
  unitPriceMinor: number | null
  compareAtMinor: number | null
  quotedMinor: number | null
  tax: TaxRate
  weightGrams: number
  requiresShipping: boolean
  /** How many can be promised; null when that is not limited. */
  available: number | null
}

/** A cart with everything that it costs today. */
export type PricedCart = Pick<
  CartRow,
  'id' | 'status' | 'marketId' | 'currency' | 'locale' | 'country' | 'orderId' | 'shippingMethodId' | 'updatedAt'
> & {
  contact: CartContact
  pricesIncludeTax: boolean
  lines: CartLine[]
  requiresShipping: boolean
  shippingOptions: ShippingOption[]
  /** What the shopper chose, or what is assumed until then. */
  shipping: ShippingOption | null
  totals: CartTotals
}

type Row = Pick<
  CartRow,
  | 'id'
  | 'status'
  | 'marketId'
  | 'currency'
  | 'locale'
  | 'country'
  | 'orderId'
  | 'shippingMethodId'
  | 'contactSealed'
  | 'updatedAt'
> & { lineId: string | null } & Omit<CartLine, 'id' | 'picture' | 'tax' | 'variantTitle'> &
  Parameters<typeof pictureOf>[0] & {
    isSold: boolean
    taxable: boolean
    taxCategory: string
    optionValues: string[]
    options: TranslatedOption[] | null
  }

type TranslatedOption = { translations?: Record<string, { values?: Record<string, string> }> }

/** The cart as whoever holds its secret may see it, priced today; `carts.not-found` for anyone else. */
export async function readCart(ctx: Shop, of: { cartId: string; token: string }): Promise<PricedCart> {
  const cart = await priceCart(ctx, ctx.database, { cartId: of.cartId, tokenHash: hashSecret(of.token) })
  if (!cart) throw errors.notFound()
  return cart
}

/** Reads and prices a cart in one statement; undefined when there is none that this hash opens. */
export async function priceCart(
  ctx: Shop,
  from: Queryable,
  of: { cartId: string; tokenHash: Buffer },
): Promise<PricedCart | undefined> {
  const shipsFrom = await shippingLocationIds(ctx)
  const rows = await from.rows<Row>(sql`
    select c.id, c.status, c.market_id, c.currency, c.locale, c.country, c.order_id, c.shipping_method_id,
      c.contact_sealed, c.updated_at, l.id as line_id, l.variant_id, l.quantity, l.quoted_minor, p.id as product_id, p.slug,
      coalesce(p.translations -> c.locale ->> 'title', p.title) as title,
      case when p.translations ? c.locale then p.options end as options,
      p.status = 'active' as is_sold, p.tax_category, v.sku, v.option_values, v.taxable, v.weight_grams,
      v.requires_shipping, price.amount_minor as unit_price_minor, price.compare_at_minor,
      m.content_hash, m.width, m.height, m.widths, m.placeholder_color,
      ${stockOf(sql`case when method.location_id is null then ${shipsFrom}::text[] else array[method.location_id] end`)}
        as available
    from carts c
    left join shipping_methods method on method.id = c.shipping_method_id
    left join cart_lines l on l.cart_id = c.id
    left join variants v on v.id = l.variant_id
    left join products p on p.id = v.product_id
    left join lateral ${priceOf(sql`l.quantity`, ctx.clock.now())} price on true
    left join lateral (
      select shown.media_id from product_media shown where shown.product_id = p.id
      order by (shown.option_value = any(v.option_values)) desc nulls last, shown.position limit 1
    ) first on v.media_id is null
    left join media m on m.id = coalesce(v.media_id, first.media_id)
    where c.id = ${of.cartId} and c.token_hash = ${of.tokenHash}
    order by l.added_at, l.id`)
  const [row] = rows
  return row && assemble(ctx, row, rows)
}

async function assemble(ctx: Shop, cart: Row, rows: readonly Row[]): Promise<PricedCart> {
  const [market, rates] = await Promise.all([marketFor(ctx, { marketId: cart.marketId }), taxRates(ctx)])
  const lines = rows.flatMap((row) => (row.lineId === null ? [] : [lineOf(row, row.lineId, rates)]))
  const sold = lines.filter((line) => line.unitPriceMinor !== null)
  const requiresShipping = sold.some((line) => line.requiresShipping)
  const options = await shippingOptions(ctx, {
    country: cart.country,
    currency: cart.currency,
    weightGrams: sold.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0),
    valueMinor: sold.reduce((sum, line) => sum + (line.unitPriceMinor ?? 0) * line.quantity, 0),
    requiresShipping,
    locale: cart.locale,
  })
  const shipping = options.find((option) => option.id === cart.shippingMethodId) ?? defaultOption(options) ?? null
  const { id, status, marketId, currency, locale, country, orderId, shippingMethodId, updatedAt } = cart
  return {
    id,
    status,
    marketId,
    currency,
    locale,
    country,
    orderId,
    shippingMethodId,
    updatedAt,
    contact: cart.contactSealed ? ctx.vault.open<CartContact>(cart.contactSealed, 'cart') : {},
    pricesIncludeTax: market.pricesIncludeTax,
    lines,
    requiresShipping,
    shippingOptions: options,
    shipping,
    totals: cartTotals({
      lines: sold.map((line) => ({ ...line, unitPriceMinor: line.unitPriceMinor ?? 0 })),
      shipping: shipping && {
        amountMinor: shipping.amountMinor,
        tax: taxRateIn(rates, { country, taxCategory: shipping.taxCategory }),
      },
      pricesIncludeTax: market.pricesIncludeTax,
    }),
  }
}

function lineOf(row: Row, id: string, rates: Awaited<ReturnType<typeof taxRates>>): CartLine {
  return {
    id,
    variantId: row.variantId,
    productId: row.productId,
    slug: row.slug,
    title: row.title,
    variantTitle: variantTitleOf(row),
    sku: row.sku,
    picture: pictureOf(row),
    quantity: row.quantity,
    unitPriceMinor: row.isSold ? row.unitPriceMinor : null,
    compareAtMinor: row.compareAtMinor,
    quotedMinor: row.quotedMinor,
    tax: taxRateIn(rates, row),
    weightGrams: row.weightGrams,
    requiresShipping: row.requiresShipping,
    available: row.available,
  }
}

/** "Moss / Large", in the language of the cart where the product has been translated. */
function variantTitleOf(row: Row): string {
  const inLocale = (value: string, index: number) =>
    row.options?.[index]?.translations?.[row.locale]?.values?.[value] ?? value
  return row.optionValues
    .map(inLocale)
    .filter((value) => value !== 'Default Title')
    .join(' / ')
}
