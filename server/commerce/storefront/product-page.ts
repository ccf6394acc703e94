import { type AnswerCache, createAnswerCache } from '../../platform/answer-cache.ts'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import {
  type AttributeValue,
  type Category,
  categoryList,
  errors,
  type Picture,
  type ProductOption,
  pictureOf,
  type Translations,
  textOf,
} from '../catalog/index.ts'
import { everydayLists, everydayPrice, type ListedPrice, type PriceStep, priceSteps } from '../pricing/index.ts'
import { marketFor } from '../stores/index.ts'
import { type Availability, availabilityOf } from './availability.ts'
import { productEvents } from './product-tiles.ts'

/** A product with all that its page shows. */
export type ProductView = {
  id: string
  slug: string
  title: string
  descriptionHtml: string
  /** The first words of the description, for search engines and shared links. */
  summary: string
  vendor: string
  productType: string
  tags: string[]
  currency: string
  pricesIncludeTax: boolean
  options: { name: string; values: { value: string; label: string; swatch: string | null }[] }[]
  attributes: {
    code: string
    label: string
    type: 'text' | 'number' | 'boolean'
    value: AttributeValue
    unit: string | null
  }[]
  /** From the top of the tree down to the product's first category. */
  breadcrumb: { slug: string; title: string }[]
  pictures: (Picture & { alt: string; optionValue: string | null })[]
  variants: VariantView[]
}

export type VariantView = {
  id: string
  title: string
  optionValues: string[]
  sku: string | null
  barcode: string | null
  priceMinor: number
  compareAtMinor: number | null
  /** What one costs from so many on, where that is something else. */
  priceSteps: PriceStep[]
  availability: Availability
  /** Said only when few are left. */
  left: number | null
  /** Codes of the stores that have it on the shelf. */
  inStores: string[]
}

type ProductRow = {
  id: string
  slug: string
  title: string
  descriptionHtml: string
  translations: Translations
  vendor: string
  productType: string
  tags: string[]
  options: ProductOption[]
  attributes: Record<string, AttributeValue>
  categoryIds: string[] | null
  definitions:
    | {
        code: string
        label: string
        translations: Record<string, { label?: string }>
        type: 'text' | 'number' | 'boolean'
        unit: string | null
      }[]
    | null
}

type VariantRow = Omit<VariantView, 'title' | 'availability' | 'left' | 'inStores' | 'priceSteps'> & {
  prices: ListedPrice[] | null
  listIds: string[]
  unlimited: boolean
  available: number
  inStores: string[] | null
}

type MediaRow = Parameters<typeof pictureOf>[0] & {
  alt: string
  translations: Translations
  optionValue: string | null
}

type Page = { id: string; body: Buffer }
const caches = new WeakMap<Shop, AnswerCache<Page>>()
const bytesMax = 48 * 1024 * 1024

/** The product's page as ready JSON, kept until something on it changes. Throws catalog.product-not-found. */
export async function productPage(ctx: Shop, slug: string, locale: string): Promise<Page> {
  const cache = cacheOf(ctx)
  const key = `${locale} ${slug}`
  const kept = cache.get(key)
  if (kept) return kept
  const madeAt = cache.generation()
  const view = await readProduct(ctx, slug, locale)
  const page = { id: view.id, body: Buffer.from(JSON.stringify(view)) }
  cache.set(key, page, { tags: [view.id], bytes: page.body.length + 300, madeAt })
  return page
}

function cacheOf(ctx: Shop): AnswerCache<Page> {
  let cache = caches.get(ctx)
  if (!cache) {
    const made = createAnswerCache<Page>({ bytesMax })
    ctx.changes.on(productEvents, (change) => (change === 'lost' ? made.clear() : made.drop(change.subject)))
    ctx.changes.on(['category.changed', 'store.changed'], () => made.clear())
    caches.set(ctx, made)
    cache = made
  }
  return cache
}

async function readProduct(ctx: Shop, slug: string, locale: string): Promise<ProductView> {
  const row = await ctx.database.maybe<ProductRow>(sql`
    select p.id, p.slug, p.title, p.description_html, p.translations, p.vendor, p.product_type, p.tags, p.options,
      p.attributes,
      (select array_agg(category_id order by pc.position, category_id) from product_categories pc where pc.product_id = p.id) as category_ids,
      (select jsonb_agg(jsonb_build_object('code', d.code, 'label', d.label, 'translations', d.translations, 'type', d.type, 'unit', d.unit) order by d.label)
        from attribute_definitions d where p.attributes ? d.code) as definitions
    from products p where p.slug = ${slug} and p.status = 'active'`)
  if (!row) throw errors.productNotFound()
  const [market, categories, variants, media] = await Promise.all([
    marketFor(ctx),
    categoryList(ctx),
    readVariants(ctx, row.id),
    ctx.database.rows<MediaRow>(sql`
      select m.content_hash, m.width, m.height, m.widths, m.placeholder_color, pm.alt, pm.translations, pm.option_value
      from product_media pm join media m on m.id = pm.media_id
      where pm.product_id = ${row.id} and m.status = 'ready' order by pm.position`),
  ])
  const words = row.translations[locale] ?? {}
  const descriptionHtml = words.descriptionHtml ?? row.descriptionHtml
  return {
    id: row.id,
    slug: row.slug,
    title: words.title ?? row.title,
    descriptionHtml,
    summary: textOf(descriptionHtml).slice(0, 200),
    vendor: row.vendor,
    productType: words.productType ?? row.productType,
    tags: row.tags,
    currency: market.currency,
    pricesIncludeTax: market.pricesIncludeTax,
    options: optionsIn(row.options, locale),
    attributes: attributesIn(row, locale),
    breadcrumb: breadcrumbOf(categories, row.categoryIds ?? [], locale),
    pictures: media.flatMap((one) => {
      const picture = pictureOf(one)
      const alt = one.translations[locale]?.alt ?? (one.alt || row.title)
      return picture ? [{ ...picture, alt, optionValue: one.optionValue }] : []
    }),
    variants: variants.map((variant) => variantView(variant, row.options, locale)),
  }
}

function readVariants(ctx: Shop, productId: string): Promise<VariantRow[]> {
  const now = ctx.clock.now()
  return ctx.database.rows<VariantRow>(sql`
    select v.id, v.option_values, v.sku, v.barcode, coalesce(cost.amount_minor, 0) as price_minor, cost.compare_at_minor,
      (select jsonb_agg(jsonb_build_object('priceListId', step.price_list_id, 'quantityMin', step.quantity_min,
          'amountMinor', step.amount_minor))
        from prices step where step.variant_id = v.id) as prices,
      ${everydayLists(now)} as list_ids,
      (not v.track_inventory or v.backorder) as unlimited, coalesce(stock.available, 0)::integer as available,
      (select array_agg(loc.code) from stock_locations loc where loc.kind = 'store'
        and exists (select from variant_inventory_items vi where vi.variant_id = v.id)
        and not exists (select from variant_inventory_items vi
          left join stock_levels s on s.inventory_item_id = vi.inventory_item_id and s.location_id = loc.id
          where vi.variant_id = v.id and coalesce(s.on_hand - s.reserved, 0) < vi.quantity)) as in_stores
    from variants v
    left join lateral (
      select * from ${everydayPrice(now)} price
    ) cost on true
    left join lateral (
      select min(floor(held.available / vi.quantity)) as available
      from variant_inventory_items vi
      left join lateral (
        select coalesce(sum(on_hand - reserved), 0) as available from stock_levels s
        where s.inventory_item_id = vi.inventory_item_id
      ) held on true
      where vi.variant_id = v.id
    ) stock on true
    where v.product_id = ${productId} order by v.position`)
}

function variantView(row: VariantRow, options: ProductOption[], locale: string): VariantView {
  const availability = availabilityOf(row)
  const labels = row.optionValues.map(
    (value, index) => options[index]?.translations?.[locale]?.values?.[value] ?? value,
  )
  return {
    id: row.id,
    title: labels.join(' / '),
    optionValues: row.optionValues,
    sku: row.sku,
    barcode: row.barcode,
    priceMinor: row.priceMinor,
    compareAtMinor: row.compareAtMinor !== null && row.compareAtMinor > row.priceMinor ? row.compareAtMinor : null,
    priceSteps: priceSteps(row.prices ?? [], row.listIds).filter(({ quantityMin }) => quantityMin > 1),
    availability,
    left: availability === 'low' ? row.available : null,
    inStores: row.inStores ?? [],
  }
}

function optionsIn(options: ProductOption[], locale: string): ProductView['options'] {
  return options.map((option) => ({
    name: option.translations?.[locale]?.name ?? option.name,
    values: option.values.map((value) => ({
      value,
      label: option.translations?.[locale]?.values?.[value] ?? value,
      swatch: option.swatches?.[value] ?? null,
    })),
  }))
}

function attributesIn(row: ProductRow, locale: string): ProductView['attributes'] {
  return (row.definitions ?? []).flatMap((definition) => {
    const value = row.attributes[definition.code]
    if (value === undefined) return []
    const label = definition.translations[locale]?.label ?? definition.label
    const translated = row.translations[locale]?.[`attributes.${definition.code}`] ?? value
    return [{ code: definition.code, label, type: definition.type, value: translated, unit: definition.unit }]
  })
}

function breadcrumbOf(categories: Category[], ids: string[], locale: string): ProductView['breadcrumb'] {
  const byId = new Map(categories.map((category) => [category.id, category]))
  const depth = (id: string): number => {
    const parent = byId.get(id)?.parentId
    return parent ? 1 + depth(parent) : 0
  }
  // The deepest category says most about a product.
  const [start] = [...ids].sort((a, b) => depth(b) - depth(a))
  const trail: ProductView['breadcrumb'] = []
  for (let category = start ? byId.get(start) : undefined; category; category = byId.get(category.parentId ?? '')) {
    trail.unshift({ slug: category.slug, title: category.translations[locale]?.title ?? category.title })
  }
  return trail
}
