/** A text in other languages than the shop's own: `{ de: { title: 'Tasse' } }`. */
export type Translations = Record<string, Record<string, string>>

/** An option that a product comes in, with names and values in other languages where there are any. */
export type ProductOption = {
  name: string
  /** In the order in which they are shown. */
  values: string[]
  /** Colours of the values, as hex, for swatches. */
  swatches?: Record<string, string>
  translations?: Record<string, { name?: string; values?: Record<string, string> }>
}

export type AttributeValue = string | number | boolean

export type VariantInput = {
  optionValues: string[]
  sku?: string | null
  barcode?: string | null
  weightGrams?: number
  requiresShipping?: boolean
  taxable?: boolean
  trackInventory?: boolean
  backorder?: boolean
  mediaId?: string | null
  imported?: Record<string, string>
}

export type ProductMediaInput = {
  mediaId: string
  alt?: string
  translations?: Translations
  optionValue?: string | null
}

/** A whole product, as an import, the admin or the demo writes it. The slug says which product it is. */
export type ProductInput = {
  slug: string
  title: string
  /** Cleaned when it is saved: scripts, styles and foreign frames do not survive. */
  descriptionHtml?: string
  translations?: Translations
  vendor?: string
  productType?: string
  status?: 'draft' | 'active' | 'archived'
  tags?: string[]
  options?: ProductOption[]
  attributes?: Record<string, AttributeValue>
  taxCategory?: string
  /** Sold as money to be spent later: no parcel, no tax yet, a code by mail. */
  isGiftCard?: boolean
  seoTitle?: string | null
  seoDescription?: string | null
  imported?: Record<string, string>
  categorySlugs?: string[]
  variants: VariantInput[]
  media?: ProductMediaInput[]
}
