import { errors } from './errors.ts'
import type { ProductInput } from './product-input.ts'

const variantsMax = 2048
const optionsMax = 3

/** Refuses a product that no shelf could hold: no title, a slug that is no address, options and variants that disagree. */
export function checkProduct(input: ProductInput): void {
  const refuse = (reason: string) => errors.invalidProduct({ slug: input.slug, reason })
  if (!/^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u.test(input.slug) || input.slug.length > 255)
    throw refuse('its address may hold letters, digits and single hyphens only')
  if (input.title.trim() === '') throw refuse('it has no title')
  const options = input.options ?? []
  if (options.length > optionsMax) throw refuse(`it has ${options.length} options; three is the most`)
  if (input.variants.length === 0) throw refuse('it has no variant')
  if (input.variants.length > variantsMax) throw refuse(`it has more than ${variantsMax} variants`)
  const seen = new Set<string>()
  const skus = new Set<string>()
  for (const variant of input.variants) {
    if (variant.optionValues.length !== options.length)
      throw refuse(`a variant has ${variant.optionValues.length} option values for ${options.length} options`)
    const name = variant.optionValues.join(' / ')
    if (seen.has(name)) throw refuse(`the variant "${name}" is there twice`)
    seen.add(name)
    if (variant.sku && skus.has(variant.sku)) throw refuse(`the SKU ${variant.sku} is there twice`)
    if (variant.sku) skus.add(variant.sku)
    if (variant.weightGrams !== undefined && !(Number.isInteger(variant.weightGrams) && variant.weightGrams >= 0))
      throw refuse('a weight is not a whole number of grams')
  }
}
