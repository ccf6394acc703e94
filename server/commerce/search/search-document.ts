/** What the index reads of one product that can be bought. */
export type SearchDocument = {
  id: string
  /** In the shop's language, then in others. */
  titles: string[]
  productType: string
  vendor: string
  tags: string[]
  /** The categories it lies in itself, with its place in each (lower is shown first). */
  categories: { id: string; position: number }[]
  optionValues: string[]
  /** SKUs and barcodes of its variants: found exactly, never by halves. */
  codes: string[]
  /** Texts of its attributes; of those that are yes or no, the label when yes. */
  attributeTexts: string[]
  descriptions: string[]
  /** The lowest price of its variants, in minor units; null when none has one. */
  priceMinor: number | null
  inStock: boolean
  /** Milliseconds since 1970. */
  createdAt: number
}

/** What may change about a product without a word of it changing. */
export type Offer = Pick<SearchDocument, 'id' | 'priceMinor' | 'inStock'>

/** A category as the index needs it, parents before or after their children. */
export type SearchCategory = { id: string; parentId: string | null; slug: string; titles: string[] }
