import type { AttributeDefinition, AttributeValue, ProductOption, Translations } from '../catalog/index.ts'

/** What a variant costs, in the smallest coin of the feed's currency. */
export type FeedPrice = { amountMinor: number; compareAtMinor: number | null }

/**
 * A variant as files know it: no ids, pictures by address, stock by the code of its location.
 * A price of null is a variant that is not for sale yet.
 */
export type FeedVariant = {
  optionValues: string[]
  sku: string | null
  barcode: string | null
  weightGrams: number
  requiresShipping: boolean
  taxable: boolean
  trackInventory: boolean
  backorder: boolean
  picture: string | null
  price: FeedPrice | null
  stock: Record<string, number>
  imported: Record<string, string>
}

/**
 * A picture of a product. Its address is an http(s) URL, `file:PATH` (below the folder that the owner names), or
 * `media:HASH` (a picture that was uploaded to a shop, known by its content).
 */
export type FeedPicture = { address: string; alt: string; translations: Translations; optionValue: string | null }

/** A whole product as files know it: what an export writes and an import ends up saving. */
export type FeedProduct = {
  slug: string
  title: string
  descriptionHtml: string
  translations: Translations
  vendor: string
  productType: string
  status: 'draft' | 'active' | 'archived'
  tags: string[]
  options: ProductOption[]
  attributes: Record<string, AttributeValue>
  taxCategory: string
  seoTitle: string | null
  seoDescription: string | null
  imported: Record<string, string>
  /** Slugs, in alphabetical order. */
  categories: string[]
  variants: FeedVariant[]
  media: FeedPicture[]
}

/** A step on the way from the top of the category tree to a category. */
export type CategoryStep = { title: string; slug?: string }

/** A variant as a file speaks of it: what it leaves out stays as the shop has it. */
export type FeedVariantEntry = Partial<Omit<FeedVariant, 'optionValues'>> & {
  optionValues: string[]
  line: number
  /** Cells of columns that the shop has no place for; an empty one forgets what was kept. */
  importedCells?: Record<string, string>
}

/** A product as a file speaks of it: what it leaves out stays as the shop has it, or takes its default when it is new. */
export type FeedEntry = Partial<Omit<FeedProduct, 'slug' | 'variants' | 'media' | 'categories'>> & {
  slug: string
  /** The line that it starts on, from 1. */
  line: number
  variants: FeedVariantEntry[]
  media?: (Partial<FeedPicture> & { address: string })[]
  /** From the top of the tree down. */
  categories?: CategoryStep[][]
  /** The categories follow from the product's type, so they are left alone while that is unchanged. */
  categoriesAreDerived?: boolean
  importedCells?: Record<string, string>
  /** The file says everything there is to say, so nothing of what the shop has is kept. */
  isWhole?: boolean
  /** What is assumed of variants that the shop does not have yet. */
  newVariants?: Partial<FeedVariant>
}

/** What is wrong with a row, in words that its author can act on. */
export type FeedProblem = { line: number; handle?: string; column?: string; reason: string }

/** What reading a file gives, piece by piece. */
export type FeedPiece =
  | { kind: 'product'; entry: FeedEntry; notices: FeedProblem[] }
  | { kind: 'refused'; problems: FeedProblem[] }
  | { kind: 'attribute'; definition: AttributeDefinition; line: number }
  | { kind: 'category'; category: FeedCategory; line: number }
  | { kind: 'currency'; currency: string }

/** A category as the shop's own format writes it. */
export type FeedCategory = {
  slug: string
  parent: string | null
  title: string
  description: string
  translations: Translations
  picture: string | null
}

/** What reading needs to know of the shop. `rows` is counted up while reading. */
export type FeedTerms = {
  currency: string
  /** The code of the location that a quantity without a place belongs to. */
  locationCode: string | undefined
  count: { rows: number }
}
