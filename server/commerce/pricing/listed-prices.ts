import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'

/** A price of a list with what it is the price of. */
export type ListedPriceRow = {
  variantId: string
  productTitle: string
  variantTitle: string
  sku: string | null
  quantityMin: number
  amountMinor: number
  compareAtMinor: number | null
}

const rowsMax = 500

/** Prices of a list by product, variant and quantity; `q` is part of a title, or a whole SKU. At most 500. */
export async function listedPrices(ctx: Shop, of: { priceListId: string; q?: string }): Promise<ListedPriceRow[]> {
  const like = `%${(of.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  return ctx.database.rows<ListedPriceRow>(sql`
    select v.id as variant_id, p.title as product_title, array_to_string(v.option_values, ' / ') as variant_title, v.sku,
      price.quantity_min, price.amount_minor, price.compare_at_minor
    from prices price join variants v on v.id = price.variant_id join products p on p.id = v.product_id
    where price.price_list_id = ${of.priceListId} and (p.title ilike ${like} or v.sku = ${of.q ?? ''})
    order by p.title, v.product_id, v.position, price.quantity_min limit ${rowsMax}`)
}
