import { type IndexState, setsWithin } from './index-state.ts'

/** What shoppers narrow a list down by. */
export type ProductWish = {
  categorySlug?: string
  vendor?: string
  inStockOnly?: boolean
  /** Of the lowest price of a product, both ends included. */
  priceMinMinor?: number
  priceMaxMinor?: number
}

export type ProductFilter = (ordinal: number) => boolean

const everything: ProductFilter = () => true
const nothing: ProductFilter = () => false

/** Makes one quick question of a wish. An unknown category or vendor has no products. */
export function filterOf(state: IndexState, wish: ProductWish): ProductFilter {
  const { columns } = state
  const tests: ProductFilter[] = []
  if (wish.categorySlug !== undefined) {
    const within = setsWithin(state, wish.categorySlug)
    if (!within) return nothing
    tests.push((ordinal) => within[columns.categorySet[ordinal] as number] === 1)
  }
  if (wish.vendor !== undefined) {
    const vendor = state.vendors.find(wish.vendor)
    if (vendor === undefined) return nothing
    tests.push((ordinal) => columns.vendor[ordinal] === vendor)
  }
  if (wish.inStockOnly) tests.push((ordinal) => columns.inStock[ordinal] === 1)
  const { priceMinMinor: lowest = 0, priceMaxMinor: highest = Infinity } = wish
  if (lowest > 0 || highest < Infinity)
    tests.push(
      (ordinal) => (columns.price[ordinal] as number) >= lowest && (columns.price[ordinal] as number) <= highest,
    )
  const [first = everything, second, ...more] = tests
  if (!second) return first
  return (ordinal) => first(ordinal) && second(ordinal) && more.every((test) => test(ordinal))
}
