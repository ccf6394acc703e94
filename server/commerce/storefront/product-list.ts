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

type Kept = { browsed: AnswerCache<Buffer>; searched: AnswerCache<Buffer> }
const caches = new WeakMap<Shop, Kept>()
const browsedBytesMax = 24 * 1024 * 1024
const searchedBytesMax = 16 * 1024 * 1024
const itemsBegin = Buffer.from('{"items":[')
const comma = Buffer.from(',')

/**
 * One page of products as ready JSON, kept until any product changes. What people typed is kept apart from what they
 * browsed: many type the same few words, but a thousand odd queries must not push out the front page.
 */
export async function productList(ctx: Shop, wish: ListWish): Promise<Buffer> {
  const cache = wish.text === undefined ? cachesOf(ctx).browsed : cachesOf(ctx).searched
  const key = JSON.stringify(wish)
  const kept = cache.get(key)
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
  cache.set(key, body, { tags: ['list'], bytes: body.length + key.length * 2, madeAt })
  return body
}

function cachesOf(ctx: Shop): Kept {
  let kept = caches.get(ctx)
  if (!kept) {
    const browsed = createAnswerCache<Buffer>({ bytesMax: browsedBytesMax })
    const searched = createAnswerCache<Buffer>({ bytesMax: searchedBytesMax })
    onListChange(ctx, () => {
      browsed.clear()
      searched.clear()
    })
    kept = { browsed, searched }
    caches.set(ctx, kept)
  }
  return kept
}

/**
 * Calls back when lists may look different: at once, and again when the search has taken the change over, because a
 * list that is made in between still comes from the old index.
 */
export function onListChange(ctx: Shop, changed: () => void): void {
  const whenSettled = () => void startSearch(ctx).settled().then(changed, changed)
  ctx.changes.on([...productEvents, 'category.changed', 'store.changed'], () => {
    changed()
    whenSettled()
  })
  // What was heard before anybody listened here may still be on its way into the index.
  whenSettled()
}
