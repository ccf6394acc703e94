import { type IndexState, setsWithin } from './index-state.ts'

export const productSorts = ['best', 'newest', 'price-asc', 'price-desc'] as const
export type ProductSort = (typeof productSorts)[number]

/** Negative when the first of two products comes before the second. */
export type Compare = (a: number, b: number) => number

/** The newest first; of those made at one moment, the one with the later id. Never zero for two products. */
export function byNewest(state: IndexState): Compare {
  const { createdAt, ids } = state.columns
  return (a, b) => {
    const difference = (createdAt[b] as number) - (createdAt[a] as number)
    return difference !== 0 ? difference : (ids[a] as string) > (ids[b] as string) ? -1 : 1
  }
}

/** By price, those without one last either way; then the newest. */
export function byPrice(state: IndexState, direction: 1 | -1): Compare {
  const { price } = state.columns
  const newest = byNewest(state)
  return (a, b) => {
    const one = price[a] as number
    const other = price[b] as number
    if (one === other) return newest(a, b)
    if (one === Infinity || other === Infinity) return one - other
    return (one - other) * direction
  }
}

/** As a merchant would lay them out: what can be bought first, then by place in the category, then the newest. */
function byPlace(state: IndexState, categorySlug: string | undefined): Compare {
  const { inStock, categorySet } = state.columns
  const newest = byNewest(state)
  const within = categorySlug === undefined ? undefined : state.tree.within(categorySlug)
  const places = Int32Array.from(state.categorySets, (set) => {
    const own = set.filter((category) => within?.has(category.id))
    return own.length === 0 ? 0 : Math.min(...own.map((category) => category.position))
  })
  return (a, b) => {
    if (inStock[a] !== inStock[b]) return inStock[a] ? -1 : 1
    const difference = (places[categorySet[a] as number] as number) - (places[categorySet[b] as number] as number)
    return difference !== 0 ? difference : newest(a, b)
  }
}

/** All products of a category, or of the shop, in an order. Worked out once, kept until something changes. */
export function orderedProducts(state: IndexState, sort: ProductSort, categorySlug: string | undefined): Uint32Array {
  const key = `${sort} ${categorySlug ?? ''}`
  let ordered = state.caches.orders.get(key)
  if (!ordered) {
    const within = categorySlug === undefined ? undefined : setsWithin(state, categorySlug)
    const all = new Uint32Array(state.live)
    let count = 0
    for (const ordinal of state.ordinalOf.values())
      if (!within || within[state.columns.categorySet[ordinal] as number]) all[count++] = ordinal
    const compare =
      sort === 'best'
        ? byPlace(state, categorySlug)
        : sort === 'newest'
          ? byNewest(state)
          : byPrice(state, sort === 'price-asc' ? 1 : -1)
    ordered = all.slice(0, count).sort(compare)
    state.caches.orders.set(key, ordered)
  }
  return ordered
}
