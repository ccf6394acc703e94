import { changeCategories, changeOffers, putDocuments, removeDocuments } from './change-index.ts'
import type { IndexState } from './index-state.ts'
import { emptyState } from './index-state.ts'
import { planQuery } from './plan-query.ts'
import { filterOf, type ProductWish } from './product-filter.ts'
import { byNewest, byPrice, type Compare, orderedProducts, type ProductSort } from './product-order.ts'
import { fullEnough, fullKey, type Ranking, rankProducts } from './rank-products.ts'
import type { Offer, SearchCategory, SearchDocument } from './search-document.ts'
import { segmentBytes } from './segment.ts'
import { type Suggestion, suggestCompletions } from './suggest-completions.ts'
import { tidyIndex } from './tidy-index.ts'
import { topOf } from './top-of.ts'

/** What is looked for, and which part of the list is wanted. */
export type ProductSearch = ProductWish & { text?: string; sort?: ProductSort; offset?: number; limit?: number }

export type FoundProducts = {
  productIds: string[]
  total: number
  /** The text that was searched for instead, when a word of it is used nowhere in the shop. */
  corrected?: string
}

/** An index of products in memory. It knows no database: it is told what there is and what changes. */
export type SearchIndex = {
  put(documents: readonly SearchDocument[]): void
  remove(ids: readonly string[]): void
  changeOffers(offers: readonly Offer[]): void
  /** Answers the ids of products that must be put again, because a title above them changed. */
  changeCategories(categories: readonly SearchCategory[]): string[]
  /** Housekeeping after changes, in steps of about a millisecond; nothing may be changed until it has ended. */
  tidy(): Generator<void, void>
  find(wish: ProductSearch): FoundProducts
  suggest(text: string, limit: number): Suggestion[]
  readonly ids: () => IterableIterator<string>
  readonly size: number
  readonly bytes: number
}

/** Makes an empty index. */
export function createSearchIndex(): SearchIndex {
  const state = emptyState()
  return {
    put: (documents) => putDocuments(state, documents),
    remove: (ids) => removeDocuments(state, ids),
    changeOffers: (offers) => changeOffers(state, offers),
    changeCategories: (categories) => changeCategories(state, categories),
    tidy: () => tidyIndex(state),
    find: (wish) => find(state, wish),
    suggest: (text, limit) => suggestCompletions(state, text, limit),
    ids: () => state.ordinalOf.keys(),
    get size() {
      return state.live
    },
    get bytes() {
      return state.segments.reduce((sum, segment) => sum + segmentBytes(segment), 0)
    },
  }
}

function find(state: IndexState, wish: ProductSearch): FoundProducts {
  const { offset = 0, limit = 24 } = wish
  const text = wish.text ?? ''
  let plan = planQuery(state, text, { isThorough: false })
  if (!plan) return browse(state, wish, offset, limit)
  const filter = filterOf(state, wish)
  let ranking = plan.fullMax < fullEnough ? undefined : rankProducts(state, plan, filter)
  // The last word may be only half typed, however known it looks: "note" is one, and the beginning of notebook.
  if (!ranking || ranking.full < fullEnough) {
    plan = planQuery(state, text, { isThorough: true }) ?? plan
    ranking = rankProducts(state, plan, filter)
  }
  const top = topOf(ranking.ordinals, compareIn(state, ranking, wish.sort ?? 'best'), offset + limit)
  return {
    productIds: top.slice(offset).map((ordinal) => state.columns.ids[ordinal] as string),
    total: ranking.ordinals.length,
    ...(plan.corrected === undefined ? {} : { corrected: plan.corrected }),
  }
}

/** Products with all words stay before those with some, whatever the order among them. */
function compareIn(state: IndexState, { ordinals, keys }: Ranking, sort: ProductSort): Compare {
  const newest = byNewest(state)
  if (sort === 'best')
    return (a, b) => (keys[b] as number) - (keys[a] as number) || newest(ordinals[a] as number, ordinals[b] as number)
  const compare = sort === 'newest' ? newest : byPrice(state, sort === 'price-asc' ? 1 : -1)
  return (a, b) => {
    const aIsFull = (keys[a] as number) >= fullKey
    if (aIsFull !== (keys[b] as number) >= fullKey) return aIsFull ? -1 : 1
    return compare(ordinals[a] as number, ordinals[b] as number)
  }
}

function browse(state: IndexState, wish: ProductSearch, offset: number, limit: number): FoundProducts {
  if (wish.categorySlug !== undefined && !state.tree.within(wish.categorySlug)) return { productIds: [], total: 0 }
  const ordered = orderedProducts(state, wish.sort ?? 'best', wish.categorySlug)
  const { categorySlug: _, ...narrowed } = wish
  const filter = filterOf(state, narrowed)
  const { ids } = state.columns
  const productIds: string[] = []
  if (!narrows(narrowed)) {
    for (const ordinal of ordered.subarray(offset, offset + limit)) productIds.push(ids[ordinal] as string)
    return { productIds, total: ordered.length }
  }
  let total = 0
  for (const ordinal of ordered) {
    if (!filter(ordinal)) continue
    if (total >= offset && total < offset + limit) productIds.push(ids[ordinal] as string)
    total++
  }
  return { productIds, total }
}

function narrows(wish: ProductWish): boolean {
  const { vendor, inStockOnly, priceMinMinor, priceMaxMinor } = wish
  return vendor !== undefined || inStockOnly === true || priceMinMinor !== undefined || priceMaxMinor !== undefined
}
