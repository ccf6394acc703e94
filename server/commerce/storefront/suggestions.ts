import type { Shop } from '../../platform/context.ts'
import { categoryList } from '../catalog/index.ts'
import { completions } from '../search/index.ts'
import { type ProductTile, tilesOf } from './product-tiles.ts'

/** Something to go to straight away, as a list under the search field shows it. */
export type SuggestionView =
  | { kind: 'category'; title: string; slug: string }
  | { kind: 'product'; title: string; product: ProductTile }

/** Completions of a text as it is typed, in the shopper's language, categories first. */
export async function suggestions(
  ctx: Shop,
  of: { text: string; limit: number; locale: string },
): Promise<SuggestionView[]> {
  const found = await completions(ctx, of.text, of.limit)
  const ids = found.flatMap((one) => (one.kind === 'product' ? [one.productId] : []))
  const [categories, texts] = await Promise.all([categoryList(ctx), tilesOf(ctx, ids, of.locale)])
  const tiles = new Map(texts.map((text) => JSON.parse(text.toString()) as ProductTile).map((tile) => [tile.id, tile]))
  return found.flatMap((one): SuggestionView[] => {
    if (one.kind === 'category') {
      const words = categories.find(({ slug }) => slug === one.categorySlug)?.translations[of.locale]
      return [{ kind: 'category', title: words?.title ?? one.title, slug: one.categorySlug }]
    }
    const product = tiles.get(one.productId)
    return product ? [{ kind: 'product', title: product.title, product }] : []
  })
}
