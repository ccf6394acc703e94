import type { Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import type { Queryable } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { type Picture, pictureOf } from '../catalog/index.ts'
import { type Discount, type EnteredCode, promoteBasket } from '../promotions/index.ts'
import { defaultOption, type ShippingOption, shippingOptions } from '../shipping/index.ts'
import { marketFor } from '../stores/index.ts'
import { type TaxRate, taxRateIn, taxRates } from '../taxes/index.ts'
import { basketOf, discountByLine } from './basket.ts'
import { type CartTender, tendersOf } from './cart-tenders.ts'
import { type CartTotals, cartTotals } from './cart-totals.ts'
import type { CartContact } from './create-cart.ts'
import { errors } from './errors.ts'
import { type PricedRow, pricedColumns, pricedJoins, pricedPromotions, pricedStock } from './priced-rows.ts'
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
  /** Paid for now, and money to be spent later: no tax on it yet, and nothing to send. */
  isGiftCard: boolean
  /** How many can be promised; null when that is not limited. */
  available: number | null
}

/** A cart with everything that it costs today. */
export type PricedCart = Pick<
  CartRow,
  'id' | 'status' | 'marketId' | 'currency' | 'locale' | 'country' | 'orderId' | 'shippingMethodId' | 'customerGroupId'
> & {
  contact: CartContact
  pricesIncludeTax: boolean
  lines: CartLine[]
  requiresShipping: boolean
  shippingOptions: ShippingOption[]
  /** What the shopper chose, or what is assumed until then. */
  shipping: ShippingOption | null
  /** What promotions take, in the order in which they were applied. */
  discounts: Discount[]
  /** What became of the codes that were entered. */
  codes: EnteredCode[]
  totals: CartTotals
  /** What it is to be paid with besides a card. */
  tenders: CartTender[]
  /** What is left to be paid after them. */
  dueMinor: number
}

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
  const rows = await from.rows<PricedRow>(sql`
    select ${pricedColumns}, ${await pricedStock(ctx)}${await pricedPromotions(ctx)}
    from carts c left join cart_lines l on l.cart_id = c.id
    ${pricedJoins(ctx.clock.now())}
    where c.id = ${of.cartId} and c.token_hash = ${of.tokenHash}
    order by l.added_at, l.id`)
  return pricedCartOf(ctx, from, rows)
}

/** Adds up the rows of one cart; undefined for none. */
async function pricedCartOf(ctx: Shop, from: Queryable, rows: readonly PricedRow[]): Promise<PricedCart | undefined> {
  const [cart] = rows
  if (!cart) return undefined
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
  const { id, status, marketId, currency, locale, country, orderId, shippingMethodId, customerGroupId, tenderIds } =
    cart
  const contact = cart.contactSealed ? ctx.vault.open<CartContact>(cart.contactSealed, 'cart') : {}
  const { discounts, codes } = await promoteBasket(ctx, from, {
    basket: basketOf(rows, { sold, shipping }),
    codes: cart.codes,
    facts: cart.promotionFacts ?? null,
    email: contact.email,
    locale,
  })
  const takenFrom = discountByLine(discounts)
  const totals = cartTotals({
    lines: sold.map((line) => ({
      ...line,
      unitPriceMinor: line.unitPriceMinor ?? 0,
      discountMinor: takenFrom.get(line.id) ?? 0,
    })),
    shipping: shipping && {
      amountMinor: shipping.amountMinor,
      discountMinor: discounts.reduce((sum, discount) => sum + discount.shippingMinor, 0),
      tax: taxRateIn(rates, { country, taxCategory: shipping.taxCategory }),
    },
    pricesIncludeTax: market.pricesIncludeTax,
  })
  const { totalMinor } = totals
  const tenders =
    tenderIds.length === 0 ? [] : await tendersOf(ctx, from, { cartId: id, tenderIds, currency, totalMinor })
  return {
    id,
    status,
    marketId,
    currency,
    locale,
    country,
    orderId,
    shippingMethodId,
    customerGroupId,
    contact,
    pricesIncludeTax: market.pricesIncludeTax,
    lines,
    requiresShipping,
    shippingOptions: options,
    shipping,
    discounts,
    codes: cart.memberOf ? [{ ...cart.memberOf, isApplied: true, because: null }, ...codes] : codes,
    totals,
    tenders,
    dueMinor: tenders.reduce((due, tender) => due - tender.amountMinor, totalMinor),
  }
}

function lineOf(row: PricedRow, id: string, rates: Awaited<ReturnType<typeof taxRates>>): CartLine {
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
    isGiftCard: row.isGiftCard,
    available: row.available,
  }
}

/** "Moss / Large", in the language of the cart where the product has been translated. */
function variantTitleOf(row: PricedRow): string {
  const inLocale = (value: string, index: number) =>
    row.options?.[index]?.translations?.[row.locale]?.values?.[value] ?? value
  return row.optionValues
    .map(inLocale)
    .filter((value) => value !== 'Default Title')
    .join(' / ')
}
