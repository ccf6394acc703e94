/** The shape of the demo shop's catalogue: plain data, ready to be put into a shop. */
import type { DrawingKind, DrawingView } from '../drawings/index.ts'

/** A text in the shop's two languages. */
export type Words = { en: string; de: string }

export type CategorySlug =
  | 'kitchen'
  | 'drinkware'
  | 'tableware'
  | 'cook-and-brew'
  | 'living'
  | 'lighting'
  | 'textiles'
  | 'furniture'
  | 'objects'
  | 'bath'
  | 'desk'
  | 'carry-and-wear'
  | 'pantry'

export type DemoCategory = {
  slug: CategorySlug
  parent?: CategorySlug
  title: string
  titleGerman: string
  description: string
  descriptionGerman: string
}

/** A typed property of a product: a number in the unit its definition names, yes or no, or a text. */
export type AttributeValue = number | boolean | Words
export type AttributeCode =
  | 'material'
  | 'capacity_ml'
  | 'width_cm'
  | 'height_cm'
  | 'depth_cm'
  | 'diameter_cm'
  | 'dishwasher_safe'
  | 'microwave_safe'
  | 'care'
  | 'made_in'
  | 'pages'
  | 'paper_gsm'
  | 'ruling'
  | 'bulb'
  | 'cord_cm'
  | 'burn_hours'
  | 'scent'
  | 'net_weight_g'
  | 'ingredients'
  | 'organic'
  | 'volume_l'
  | 'assembly'
export type AttributeDefinition = {
  code: AttributeCode
  type: 'number' | 'boolean' | 'text'
  label: Words
  unit?: string
}

/** One choice of an option; colours carry the hex colour they are drawn and shown in. */
export type OptionValue = { value: string; valueGerman: string; hex?: string }
export type ProductOption = { name: string; nameGerman: string; values: OptionValue[] }

/** What is sold: `options` names one value of each of the product's options. Prices are EUR cents with tax, weights grams. */
export type DemoVariant = {
  options: Record<string, string>
  sku: string
  barcode: string
  priceMinor: number
  compareAtMinor?: number
  weightGrams: number
  stock: { warehouse: number; store: number }
}

export type TaxCategory = 'standard' | 'books' | 'food'

export type DemoProduct = {
  slug: string
  title: string
  titleGerman: string
  /** HTML paragraphs. */
  description: string
  descriptionGerman: string
  vendor: string
  productType: string
  productTypeGerman: string
  tags: string[]
  categories: CategorySlug[]
  options: ProductOption[]
  attributes: Partial<Record<AttributeCode, AttributeValue>>
  variants: DemoVariant[]
  taxCategory: TaxCategory
  /** How it is drawn: the kind, a second colour, and the colour where there is no colour to choose. */
  drawing: { kind: DrawingKind; accent?: string; color: string; seed: number }
  status: 'active'
}

/** One picture to render for a product; `optionValue` is the colour it shows, if there is a choice. */
export type ProductDrawing = {
  key: string
  kind: DrawingKind
  color: string
  accent?: string
  seed: number
  view: DrawingView
  optionValue?: string
  alt: string
  altGerman: string
}
