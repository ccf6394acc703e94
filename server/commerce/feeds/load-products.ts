import type { Queryable } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import type { FeedPicture, FeedProduct, FeedVariant } from './feed-product.ts'

type ProductRow = Omit<FeedProduct, 'categories' | 'variants' | 'media'> & { id: string }
type VariantRow = Omit<FeedVariant, 'price' | 'stock'> & {
  productId: string
  amountMinor: number | null
  compareAtMinor: number | null
  stock: Record<string, number>
}

/** Reads whole products by slug, as files know them; slugs that the shop does not have are left out. */
export async function loadProducts(database: Queryable, slugs: readonly string[]): Promise<Map<string, FeedProduct>> {
  const rows = await database.rows<ProductRow>(sql`
    select id, slug, title, description_html, translations, vendor, product_type, status, tags, options, attributes,
      tax_category, seo_title, seo_description, imported
    from products where slug = any(${slugs})`)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return new Map()
  const variants = Map.groupBy(await variantRows(database, ids), (row) => row.productId)
  const media = Map.groupBy(await pictureRows(database, ids), (row) => row.productId)
  const categories = Map.groupBy(await categoryRows(database, ids), (row) => row.productId)
  return new Map(
    rows.map(({ id, ...product }) => [
      product.slug,
      {
        ...product,
        categories: (categories.get(id) ?? []).map((row) => row.slug),
        variants: (variants.get(id) ?? []).map(variantOf),
        media: (media.get(id) ?? []).map(({ productId: _, ...picture }) => picture),
      },
    ]),
  )
}

function variantOf({ productId: _, amountMinor, compareAtMinor, stock, ...variant }: VariantRow): FeedVariant {
  return { ...variant, price: amountMinor === null ? null : { amountMinor, compareAtMinor }, stock }
}

function variantRows(database: Queryable, ids: readonly string[]): Promise<VariantRow[]> {
  // Stock is told for variants that take one piece of an item of their own; a set shares the stock of its parts.
  return database.rows<VariantRow>(sql`
    select v.product_id, v.option_values, v.sku, v.barcode, v.weight_grams, v.requires_shipping, v.taxable,
      v.track_inventory, v.backorder, coalesce(m.source_url, 'media:' || m.content_hash) as picture,
      p.amount_minor, p.compare_at_minor, coalesce(s.stock, '{}'::jsonb) as stock, v.imported
    from variants v
    left join media m on m.id = v.media_id
    left join price_lists pl on pl.code = 'default'
    left join prices p on p.variant_id = v.id and p.price_list_id = pl.id and p.quantity_min = 1
    left join lateral (
      select jsonb_object_agg(place.code, level.on_hand order by place.code collate "C") as stock
      from variant_inventory_items takes
      join stock_levels level on level.inventory_item_id = takes.inventory_item_id
      join stock_locations place on place.id = level.location_id
      where takes.variant_id = v.id and takes.quantity = 1
        and not exists (select from variant_inventory_items more
          where more.variant_id = v.id and more.inventory_item_id <> takes.inventory_item_id)
    ) s on true
    where v.product_id = any(${ids}) order by v.product_id, v.position`)
}

function pictureRows(database: Queryable, ids: readonly string[]): Promise<(FeedPicture & { productId: string })[]> {
  return database.rows(sql`
    select pm.product_id, coalesce(m.source_url, 'media:' || m.content_hash) as address, pm.alt, pm.translations,
      pm.option_value
    from product_media pm join media m on m.id = pm.media_id
    where pm.product_id = any(${ids}) order by pm.product_id, pm.position`)
}

function categoryRows(database: Queryable, ids: readonly string[]): Promise<{ productId: string; slug: string }[]> {
  return database.rows(sql`
    select pc.product_id, c.slug from product_categories pc join categories c on c.id = pc.category_id
    where pc.product_id = any(${ids}) order by pc.product_id, c.slug collate "C"`)
}
