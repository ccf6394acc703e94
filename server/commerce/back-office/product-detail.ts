import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors as catalogErrors, type Picture, pictureOf } from '../catalog/index.ts'
import { itemNeeds, type NamedNeed } from '../inventory/index.ts'

export type VariantDetail = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  priceMinor: number | null
  compareAtMinor: number | null
  currency: string | null
  isCounted: boolean
  /** By location: what lies there, and what of it is promised to orders. */
  stock: { locationId: string; onHand: number; reserved: number }[]
  /** Whether it takes more than one piece from the shelf, and so has no stock of its own. */
  isSet: boolean
  parts: NamedNeed[]
}

export type ProductDetail = {
  id: string
  slug: string
  title: string
  descriptionHtml: string
  vendor: string
  status: 'draft' | 'active' | 'archived'
  updatedAt: Date
  picture: Picture | null
  variants: VariantDetail[]
}

type Row = Omit<ProductDetail, 'picture' | 'variants'> & Parameters<typeof pictureOf>[0]

/** A product as staff edit it, with every variant's price and stock. */
export async function productDetail(ctx: Shop, productId: string): Promise<ProductDetail> {
  const [row, rows] = await Promise.all([
    ctx.database.maybe<Row>(sql`
      select p.id, p.slug, p.title, p.description_html, p.vendor, p.status, p.updated_at,
        first.content_hash, first.width, first.height, first.widths, first.placeholder_color
      from products p left join lateral (
        select m.* from product_media pm join media m on m.id = pm.media_id
        where pm.product_id = p.id and m.status = 'ready' order by pm.position limit 1
      ) first on true
      where p.id = ${productId}`),
    variantsOf(ctx, productId),
  ])
  const needs = await itemNeeds(
    ctx.database,
    rows.map((variant) => variant.id),
  )
  const variants = rows.map((variant) => {
    const parts = needs.get(variant.id) ?? []
    const isSet = parts.length > 1 || parts.some((part) => part.quantity > 1)
    return { ...variant, stock: isSet ? [] : variant.stock, isSet, parts }
  })
  if (!row) throw catalogErrors.productNotFound()
  const { contentHash, width, height, widths, placeholderColor, ...product } = row
  return { ...product, picture: pictureOf({ contentHash, width, height, widths, placeholderColor }), variants }
}

type VariantRow = Omit<VariantDetail, 'parts' | 'isSet'>

function variantsOf(ctx: Shop, productId: string): Promise<VariantRow[]> {
  return ctx.database.rows<VariantRow>(sql`
    select v.id, array_to_string(v.option_values, ' / ') as title, v.sku, v.barcode, v.track_inventory as is_counted,
      price.amount_minor as price_minor, price.compare_at_minor, price.currency,
      coalesce((
        select jsonb_agg(jsonb_build_object('locationId', level.location_id, 'onHand', level.on_hand, 'reserved', level.reserved)
          order by place.priority)
        from variant_inventory_items need
        join stock_levels level on level.inventory_item_id = need.inventory_item_id
        join stock_locations place on place.id = level.location_id
        where need.variant_id = v.id
      ), '[]'::jsonb) as stock
    from variants v
    left join lateral (
      select p.amount_minor, p.compare_at_minor, list.currency
      from prices p join price_lists list on list.id = p.price_list_id and list.code = 'default'
      where p.variant_id = v.id and p.quantity_min = 1
    ) price on true
    where v.product_id = ${productId} order by v.position`)
}
