/** The demo shop's catalogue: invented makers, believable things, two languages. */
export { attributeDefinitions } from './attributes.ts'
export { categories } from './categories.ts'
export { drawingsFor } from './drawings-for.ts'
export { products } from './products.ts'
export type {
  AttributeCode,
  AttributeDefinition,
  AttributeValue,
  CategorySlug,
  DemoCategory,
  DemoProduct,
  DemoVariant,
  OptionValue,
  ProductDrawing,
  ProductOption,
  TaxCategory,
  Words,
} from './types.ts'
