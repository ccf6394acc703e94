import type { Product, Variant } from '../../ui/api-types.ts'

/** What the page's script needs to know of a variant, its words already written. */
export type VariantCard = {
  id: string
  values: string[]
  price: string
  was: string | null
  /** What one costs from so many on, in words; empty where it is always the same. */
  steps: string
  stock: { state: Variant['availability']; text: string }
  inStores: string[]
}

type Choices = Pick<Product, 'options' | 'variants'>

/** The variant that a page opens with: the one in the address, else the first that can be bought. */
export function openingVariant(product: Choices, wanted: string | null): Variant | undefined {
  const { variants } = product
  return (
    variants.find(({ id }) => id === wanted) ??
    variants.find(({ availability }) => availability !== 'sold-out') ??
    variants[0]
  )
}

/** The variant that a form names: by its id, or by one value for each of the product's options. */
export function variantIn(product: Choices, form: FormData): Variant | undefined {
  const values = product.options.map((_, index) => form.get(`option${index}`))
  if (values.length > 0 && values.every((value) => value !== null))
    return product.variants.find(({ optionValues }) => optionValues.every((value, index) => value === values[index]))
  return product.variants.find(({ id }) => id === form.get('variantId')) ?? onlyOne(product.variants)
}

/** Whether a value can be bought at all beside what is chosen of the other options. */
export function isThere(product: Choices, chosen: Variant | undefined, option: number, value: string): boolean {
  return product.variants.some(
    ({ optionValues, availability }) =>
      availability !== 'sold-out' &&
      optionValues.every((own, index) => own === (index === option ? value : (chosen?.optionValues[index] ?? own))),
  )
}

function onlyOne(variants: readonly Variant[]): Variant | undefined {
  return variants.length === 1 ? variants[0] : undefined
}
