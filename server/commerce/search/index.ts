/** Search: finds and lists the products on sale, from an index in memory that hears of every change. It owns no table. */
export { completions, findProducts, suggest } from './find-products.ts'
export type { ProductWish } from './product-filter.ts'
export { type ProductSort, productSorts } from './product-order.ts'
export type { Offer, SearchCategory, SearchDocument } from './search-document.ts'
export { createSearchIndex, type FoundProducts, type ProductSearch, type SearchIndex } from './search-index.ts'
export { onSearchChanged, type RunningSearch, searchReady, startSearch } from './start-search.ts'
export type { Suggestion } from './suggest-completions.ts'
