/** Feeds: products in and out as files, whole catalogues at a time. */
export { errors } from './errors.ts'
export { exportProducts } from './export-products.ts'
export type { FeedProblem } from './feed-product.ts'
export { type ImportReport, type ImportWish, importProducts } from './import-products.ts'
export { type FeedFormat, feedFormats } from './open-feed.ts'
