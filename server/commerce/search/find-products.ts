import type { Shop } from '../../platform/context.ts'
import type { FoundProducts, ProductSearch } from './search-index.ts'
import { searchOf } from './start-search.ts'
import type { Suggestion } from './suggest-completions.ts'

/**
 * Finds products by words, or lists them when there are none. Products with all words come before those with some, an
 * exact SKU or barcode before all, those in stock before sold-out ones as good. Prices are those of the shop's own
 * list, in minor units. Answered from memory: what was committed in this moment may show a fraction of a second later.
 */
export async function findProducts(ctx: Shop, wish: ProductSearch): Promise<FoundProducts> {
  const search = searchOf(ctx)
  await search.ready
  return search.index.find(wish)
}

/** What somebody who has typed so far may be looking for: titles of categories, then of products, none twice. */
export async function suggest(ctx: Shop, text: string, limit = 8): Promise<string[]> {
  return [...new Set((await completions(ctx, text, limit)).map((suggestion) => suggestion.title))]
}

/** The same, each with the category or product to go to. */
export async function completions(ctx: Shop, text: string, limit = 8): Promise<Suggestion[]> {
  const search = searchOf(ctx)
  await search.ready
  return search.index.suggest(text, limit)
}
