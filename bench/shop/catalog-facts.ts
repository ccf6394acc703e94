import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'
import type { Chance } from '../measuring/seeded-random.ts'

/** What the shop sells, as far as shoppers go by it. */
export type CatalogFacts = {
  products: { slug: string; title: string; vendor: string }[]
  categories: { slug: string; products: number }[]
  /** Variants of which there are plenty, counted on the shelf. */
  variantIds: string[]
}

/** Reads it from the database. */
export async function catalogFacts(databaseUrl: string): Promise<CatalogFacts> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    const products = await client.query<CatalogFacts['products'][number]>(
      `select slug, title, vendor from products where status = 'active' order by md5(id)`,
    )
    const categories = await client.query<CatalogFacts['categories'][number]>(
      `select c.slug, count(*)::int as products from categories c
       join product_categories pc on pc.category_id = c.id join products p on p.id = pc.product_id and p.status = 'active'
       group by c.slug order by 2 desc, 1`,
    )
    const variants = await client.query<{ id: string }>(
      `select vi.variant_id as id from variant_inventory_items vi join stock_levels s using (inventory_item_id)
       where s.on_hand > 100000 order by md5(vi.variant_id)`,
    )
    return { products: products.rows, categories: categories.rows, variantIds: variants.rows.map((row) => row.id) }
  } finally {
    await client.end()
  }
}

/** Category pages as shoppers turn them: every category, four orders, the first pages most. */
export function browsePaths(facts: CatalogFacts): string[] {
  const sorts = ['best', 'newest', 'price-asc', 'price-desc']
  const lists = [{ slug: '', products: facts.products.length }, ...facts.categories]
  return lists.flatMap(({ slug, products }) =>
    sorts.flatMap((sort) =>
      [0, 24, 48, 96, 240]
        .filter((offset) => offset < products)
        .map((offset) => `/api/products?${slug ? `category=${slug}&` : ''}sort=${sort}&offset=${offset}`),
    ),
  )
}

/**
 * Searches made of words of products: one to three of a title in their order, some with the maker before them, some
 * with the last word half typed, some with a letter wrong. All are different.
 */
export function searchPaths(facts: CatalogFacts, chance: Chance, count: number): string[] {
  const queries = new Set<string>()
  for (let tries = 0; queries.size < count && tries < count * 20; tries++) {
    const product = chance.pick(facts.products)
    const words = product.title.split(/[\s,()/]+/).filter((word) => word.length > 1)
    if (words.length === 0) continue
    const length = 1 + chance.below(Math.min(3, words.length))
    const from = chance.below(words.length - length + 1)
    const chosen = words.slice(from, from + length)
    const kind = chance.next()
    if (kind < 0.2 && product.vendor) chosen.unshift(product.vendor)
    else if (kind < 0.35) chosen.push(halfTyped(chosen.pop() as string))
    else if (kind < 0.4) chosen.push(mistyped(chosen.pop() as string, chance))
    queries.add(chosen.join(' ').slice(0, 120))
  }
  return [...queries].map((query) => `/api/products?q=${encodeURIComponent(query)}`)
}

function halfTyped(word: string): string {
  return word.slice(0, Math.max(3, Math.ceil(word.length / 2)))
}

function mistyped(word: string, chance: Chance): string {
  if (word.length < 5) return word
  const at = 1 + chance.below(word.length - 2)
  return word.slice(0, at) + word.slice(at + 1)
}
