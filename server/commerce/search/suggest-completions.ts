import { queryWords } from './analyse-text.ts'
import type { IndexState } from './index-state.ts'
import { planQuery } from './plan-query.ts'
import { filterOf } from './product-filter.ts'
import { byNewest } from './product-order.ts'
import { rankProducts } from './rank-products.ts'
import { topOf } from './top-of.ts'

/** Something to go to straight away. Titles are in the shop's own language. */
export type Suggestion =
  | { kind: 'category'; title: string; categorySlug: string }
  | { kind: 'product'; title: string; productId: string }

/** Categories are shown above products, but never take all the room. */
const categoriesMax = 3

/** Completes a text as it is typed: every word but the last must be there, the last may have only begun. */
export function suggestCompletions(state: IndexState, text: string, limit: number): Suggestion[] {
  const plan = planQuery(state, text, { isThorough: true })
  if (!plan) return []
  const categories = state.tree.beginningWith(queryWords(text).map((word) => word.text))
  const suggestions: Suggestion[] = categories
    .slice(0, Math.min(categoriesMax, limit))
    .map(({ slug, titles }) => ({ kind: 'category', title: titles[0] ?? slug, categorySlug: slug }))
  const { ordinals, keys } = rankProducts(state, plan, filterOf(state, {}))
  const newest = byNewest(state)
  const compare = (a: number, b: number) =>
    (keys[b] as number) - (keys[a] as number) || newest(ordinals[a] as number, ordinals[b] as number)
  const titles = new Set<string>()
  // Twice as many as are wanted, because several products may have one title.
  for (const ordinal of topOf(ordinals, compare, limit * 2)) {
    if (suggestions.length >= limit) break
    const title = state.columns.titles[ordinal] as string
    if (titles.has(title)) continue
    titles.add(title)
    suggestions.push({ kind: 'product', title, productId: state.columns.ids[ordinal] as string })
  }
  return suggestions
}
