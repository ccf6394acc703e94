import { type AnswerCache, createAnswerCache } from '../../platform/answer-cache.ts'
import type { Shop } from '../../platform/context.ts'
import { findProducts, startSearch } from '../search/index.ts'
import { productEvents, tilesOf } from './product-tiles.ts'

/** What to list: all of it optional. */
export type ListWish = {
  text?: string
  category?: string
  vendor?: string
  inStock?: boolean
  priceMinMinor?: number
  priceMaxMinor?: number
  sort: 'best' | 'newest' | 'price-asc' | 'price-desc'
  offset: number
  limit: number
  locale: string
}

const caches = new WeakMap<Shop, AnswerCache<Buffer>>()
const bytesMax = 24 * 1024 * 1024
const itemsBegin = Buffer.from('{"items":[')
const comma = Buffer.from(',')

/**
 * One page of products as ready JSON. Pages that many people open are kept until any product changes; what a single
 * person typed is not, so that a thousand odd queries do not push out the front page.
 */
export async function productList(ctx: Shop, wish: ListWish): Promise<Buffer> {
  const cache = cacheOf(ctx)
  const key = wish.text === undefined ? JSON.stringify(wish) : undefined
  const kept = key === undefined ? undefined : cache.get(key)
  if (kept) return kept
  const madeAt = cache.generation()
  const { text, category, vendor, inStock, locale, ...rest } = wish
  const found = await findProducts(ctx, {
    ...rest,
    ...(text === undefined ? {} : { text }),
    ...(category === undefined ? {} : { categorySlug: category }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(inStock ? { inStockOnly: true } : {}),
  })
  const tiles = await tilesOf(ctx, found.productIds, locale)
  const next = wish.offset + wish.limit < found.total ? wish.offset + wish.limit : null
  const tail = JSON.stringify({ total: found.total, next, corrected: found.corrected ?? null }).slice(1)
  const body = Buffer.concat([
    itemsBegin,
    ...tiles.flatMap((tile, index) => (index ? [comma, tile] : tile)),
    Buffer.from(`],${tail}`),
  ])
  if (key !== undefined) cache.set(key, body, { tags: ['list'], bytes: body.length + key.length * 2, madeAt })
  return body
}

function cacheOf(ctx: Shop): AnswerCache<Buffer> {
  let cache = caches.get(ctx)
  if (!cache) {
    const made = createAnswerCache<Buffer>({ bytesMax })
    onListChange(ctx, () => made.clear())
    caches.set(ctx, made)
    cache = made
  }
  return cache
}

/**
 * Calls back when lists may look different: at once, and again when the search has taken the change over, because a
 * list that is made in between still comes from the old index.
 */
export function onListChange(ctx: Shop, changed: () => void): void {
  ctx.changes.on([...productEvents, 'category.changed', 'store.changed'], () => {
    changed()
    startSearch(ctx).settled().then(changed, changed)
  })
}
