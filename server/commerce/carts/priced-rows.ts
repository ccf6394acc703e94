import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { pictureOf } from '../catalog/index.ts'
import { shippingLocationIds, stockOf } from '../inventory/index.ts'
import { type PromotionFacts, promotionFacts } from '../promotions/index.ts'
import { shippingMethods } from '../shipping/index.ts'
import { priceOf } from './price-of.ts'
import type { CartRow } from './tables.ts'

type TranslatedOption = { translations?: Record<string, { values?: Record<string, string> }> }

/** One row for each line of a cart, or one without a line for an empty cart. */
export type PricedRow = Pick<
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
  | 'codes'
  | 'customerGroupId'
  | 'tenderIds'
> &
  Parameters<typeof pictureOf>[0] & {
    lineId: string | null
    variantId: string
    productId: string
    slug: string
    title: string
    sku: string | null
    quantity: number
    unitPriceMinor: number | null
    compareAtMinor: number | null
    quotedMinor: number | null
    weightGrams: number
    requiresShipping: boolean
    available: number | null
    isSold: boolean
    taxable: boolean
    taxCategory: string
    isGiftCard: boolean
    optionValues: string[]
    options: TranslatedOption[] | null
    /** The group of customers that the cart belongs to. */
    memberOf: { code: string; title: string } | null
    /** These are asked for while there are promotions. */
    categoryIds?: string[]
    tags?: string[]
    promotionFacts?: PromotionFacts
  }

/** What a statement selects to make priced rows, where a cart is called `c` and its lines `l`. */
export const pricedColumns = sql`
  c.id, c.status, c.market_id, c.currency, c.locale, c.country, c.order_id, c.shipping_method_id, c.contact_sealed,
  c.codes, c.customer_group_id, c.tender_ids,
  (select jsonb_build_object('code', entry_code, 'title', title) from customer_groups where id = c.customer_group_id) as member_of,
  l.id as line_id, l.variant_id, l.quantity, l.quoted_minor, p.id as product_id, p.slug,
  coalesce(p.translations -> c.locale ->> 'title', p.title) as title,
  case when p.translations ? c.locale then p.options end as options,
  p.status = 'active' as is_sold, p.tax_category, p.is_gift_card, v.sku, v.option_values, v.taxable, v.weight_grams,
  v.requires_shipping, price.amount_minor as unit_price_minor, price.compare_at_minor,
  m.content_hash, m.width, m.height, m.widths, m.placeholder_color`

/** What such a statement joins to the lines. */
export function pricedJoins(moment: Date): Statement {
  return sql`
    left join variants v on v.id = l.variant_id
    left join products p on p.id = v.product_id
    left join lateral ${priceOf(sql`l.quantity`, moment)} price on true
    left join media m on m.id = coalesce(v.media_id, (
      select shown.media_id from product_media shown where shown.product_id = p.id
      order by (shown.option_value = any(v.option_values)) desc nulls last, shown.position limit 1))`
}

/** And how many of each line can be promised: by the store of a chosen pick-up, or else by all that ship. */
export async function pricedStock(ctx: Shop): Promise<Statement> {
  const [shipsFrom, methods] = await Promise.all([shippingLocationIds(ctx), shippingMethods(ctx)])
  const pickups = methods.filter((method) => method.locationId !== null)
  const methodIds = pickups.map((method) => method.id)
  const storeIds = pickups.map((method) => method.locationId)
  const places = sql`
    case when c.shipping_method_id = any(${methodIds}::text[])
      then array[(${storeIds}::text[])[array_position(${methodIds}::text[], c.shipping_method_id)]]
      else ${shipsFrom}::text[] end`
  return sql`${stockOf(places)} as available`
}

/** What promotions have to know besides; nothing while there are none. */
export async function pricedPromotions(ctx: Shop): Promise<Statement> {
  const facts = await promotionFacts(ctx, sql`c.codes`)
  if (!facts) return sql``
  return sql`,
    array(select placed.category_id from product_categories placed where placed.product_id = p.id) as category_ids, p.tags,
    case when row_number() over (order by l.added_at, l.id) = 1 then ${facts} end as promotion_facts`
}
