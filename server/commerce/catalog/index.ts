/** Catalog: products with their options and variants, the category tree, attributes and pictures. Prices and stock live elsewhere. */
export { addPicture, noteMissingPictures } from './add-media.ts'
export { type Category, categoryBySlug, categoryList } from './category-tree.ts'
export { cleanHtml, textOf } from './clean-html.ts'
export { countVariant } from './count-variant.ts'
export { editProduct, type ProductEdit } from './edit-product.ts'
export { errors } from './errors.ts'
export { type Picture, pictureOf } from './picture.ts'
export type {
  AttributeValue,
  ProductInput,
  ProductMediaInput,
  ProductOption,
  Translations,
  VariantInput,
} from './product-input.ts'
export { type AttributeDefinition, saveAttributeDefinitions } from './save-attribute-definitions.ts'
export { addMissingCategories, type CategoryInput, saveCategories } from './save-categories.ts'
export { type SavedProduct, saveProducts } from './save-products.ts'
