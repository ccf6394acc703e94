import { type AnswerCache, createAnswerCache } from '../../platform/answer-cache.ts'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { type Picture, type ProductOption, pictureOf, type Translations } from '../catalog/index.ts'
import { everydayPrice } from '../pricing/index.ts'
import { marketFor } from '../stores/index.ts'
import { type Availability, availabilityOf } from './availability.ts'

/** A product as a list shows it. */
export type ProductTile = {
  id: string
  slug: string
  title: string
  vendor: string
  /** The lowest price of its variants. */
  priceMinor: number
  priceVaries: boolean
  compareAtMinor: number | null
  currency: string
  availability: Availability
  picture: (Picture & { alt: string }) | null
  swatches: { name: string; color: string }[]
}

type TileRow = {
  id: string
  slug: string
  title: string
  vendor: string
  translations: Translations
  options: ProductOption[]
  priceMinor: number | null
  priceMaxMinor: number | null
  compareAtMinor: number | null
  currency: string | null
  unlimited: boolean
  available: number
  alt: string | null
  altTranslations: Translations | null
} & Parameters<typeof pictureOf>[0]

type Tiles = AnswerCache<Buffer>
/** By locale. */
const caches = new WeakMap<Shop, Map<string, Tiles>>()
const bytesMax = 24 * 1024 * 1024
/** Anybody may ask in any language: only a few are kept at a time. */
const localesMax = 4

/**
 * Tiles as ready JSON, in the order asked for; products that are gone or not active are left out. They are kept as the
 * bytes that are sent, because a list is answered many times for each change of a product in it.
 */
export async function tilesOf(ctx: Shop, productIds: readonly string[], locale: string): Promise<Buffer[]> {
  const cache = cacheOf(ctx, locale)
  const tiles = productIds.map((id) => cache.get(id))
  if (tiles.every((tile) => tile !== undefined)) return tiles
  const madeAt = cache.generation()
  const missing = productIds.filter((_, index) => tiles[index] === undefined)
  const made = new Map<string, Buffer>()
  for (const row of await readTiles(ctx, missing)) {
    const tile = Buffer.from(JSON.stringify(tileOf(row, locale)))
    cache.set(row.id, tile, { tags: [row.id], bytes: tile.length + 200, madeAt })
    made.set(row.id, tile)
  }
  return productIds.flatMap((id, index) => tiles[index] ?? made.get(id) ?? [])
}

function cacheOf(ctx: Shop, locale: string): Tiles {
  const ofLocale = caches.get(ctx) ?? cachesFor(ctx)
  let cache = ofLocale.get(locale)
  if (!cache) {
    const [oldest] = ofLocale.keys()
    if (ofLocale.size >= localesMax && oldest !== undefined) ofLocale.delete(oldest)
    cache = createAnswerCache<Buffer>({ bytesMax })
    ofLocale.set(locale, cache)
  }
  return cache
}

function cachesFor(ctx: Shop): Map<string, Tiles> {
  const made = new Map<string, Tiles>()
  ctx.changes.on(productEvents, (change) => {
    for (const cache of made.values()) change === 'lost' ? cache.clear() : cache.drop(change.subject)
  })
  caches.set(ctx, made)
  return made
}

/** The events after which a product looks different in a list or on its page. */
export const productEvents = [
  'product.created',
  'product.changed',
  'price.changed',
  'stock.availability-changed',
] as const

function tileOf(row: TileRow, locale: string): ProductTile {
  const words = row.translations[locale] ?? {}
  const picture = pictureOf(row)
  return {
    id: row.id,
    slug: row.slug,
    title: words.title ?? row.title,
    vendor: row.vendor,
    priceMinor: row.priceMinor ?? 0,
    priceVaries: row.priceMinor !== row.priceMaxMinor,
    compareAtMinor:
      row.compareAtMinor !== null && row.compareAtMinor > (row.priceMinor ?? 0) ? row.compareAtMinor : null,
    currency: row.currency ?? 'EUR',
    availability: availabilityOf({ available: row.available, unlimited: row.unlimited }),
    picture: picture && { ...picture, alt: row.altTranslations?.[locale]?.alt ?? row.alt ?? row.title },
    swatches: swatchesOf(row.options, locale),
  }
}

function swatchesOf(options: ProductOption[], locale: string): { name: string; color: string }[] {
  const colored = options.find((option) => option.swatches)
  if (!colored) return []
  return colored.values.flatMap((value) => {
    const color = colored.swatches?.[value]
    return color ? [{ name: colored.translations?.[locale]?.values?.[value] ?? value, color }] : []
  })
}

async function readTiles(ctx: Shop, ids: readonly string[]): Promise<TileRow[]> {
  const { currency } = await marketFor(ctx)
  return ctx.database.rows<TileRow>(sql`
    select p.id, p.slug, p.title, p.vendor, p.translations, p.options,
      cost.price_minor, cost.price_max_minor, cost.compare_at_minor, cost.currency,
      coalesce(stock.unlimited, false) as unlimited, coalesce(stock.available, 0)::integer as available,
      first.content_hash, first.width, first.height, first.widths, first.placeholder_color,
      first.alt, first.translations as alt_translations
    from products p
    left join lateral (
      select min(pr.amount_minor) as price_minor, max(pr.amount_minor) as price_max_minor,
        case when count(pr.amount_minor) > 0 then ${currency}::text end as currency,
        (array_agg(pr.compare_at_minor order by pr.amount_minor))[1] as compare_at_minor
      from variants v cross join lateral ${everydayPrice(ctx.clock.now())} pr
      where v.product_id = p.id
    ) cost on true
    left join lateral (
      select bool_or(not v.track_inventory or v.backorder) as unlimited,
        sum(coalesce(least_item.available, 0)) as available
      from variants v
      left join lateral (
        select min(floor(held.available / vi.quantity)) as available
        from variant_inventory_items vi
        left join lateral (
          select coalesce(sum(on_hand - reserved), 0) as available from stock_levels s
          where s.inventory_item_id = vi.inventory_item_id
        ) held on true
        where vi.variant_id = v.id
      ) least_item on true
      where v.product_id = p.id
    ) stock on true
    left join lateral (
      select m.content_hash, m.width, m.height, m.widths, m.placeholder_color, pm.alt, pm.translations
      from product_media pm join media m on m.id = pm.media_id
      where pm.product_id = p.id and m.status = 'ready' order by pm.position limit 1
    ) first on true
    where p.id = any(${ids}) and p.status = 'active'`)
}
