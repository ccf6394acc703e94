import { expect, test } from 'vitest'
import type { Product, Variant } from '../../ui/api-types.ts'
import { isThere, openingVariant, variantIn } from './variant-choice.ts'

const variant = (id: string, optionValues: string[], availability: Variant['availability'] = 'in-stock'): Variant => ({
  id,
  title: optionValues.join(' / '),
  optionValues,
  sku: null,
  barcode: null,
  priceMinor: 1900,
  compareAtMinor: null,
  priceSteps: [],
  availability,
  left: null,
  inStores: [],
})
const option = (name: string, ...values: string[]) => ({
  name,
  values: values.map((value) => ({ value, label: value, swatch: null })),
})
const mug: Pick<Product, 'options' | 'variants'> = {
  options: [option('Colour', 'Moss', 'Clay'), option('Size', 'S', 'L')],
  variants: [
    variant('moss-s', ['Moss', 'S'], 'sold-out'),
    variant('moss-l', ['Moss', 'L']),
    variant('clay-s', ['Clay', 'S'], 'low'),
    variant('clay-l', ['Clay', 'L'], 'sold-out'),
  ],
}
const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a page opens with the variant in its address, else with the first that can be bought', () => {
  expect(openingVariant(mug, 'clay-l')?.id).toBe('clay-l')
  expect(openingVariant(mug, 'gone')?.id).toBe('moss-l')
  expect(openingVariant(mug, null)?.id).toBe('moss-l')
})

test('a form without a script names its variant by one value for each option, whatever was chosen before', () => {
  expect(variantIn(mug, form({ option0: 'Clay', option1: 'S', variantId: 'moss-l' }))?.id).toBe('clay-s')
  expect(variantIn(mug, form({ option0: 'Clay', option1: 'XL', variantId: 'moss-l' }))).toBeUndefined()
})

test('a product without options has one variant, named or not', () => {
  const plain = { options: [], variants: [variant('only', [])] }
  expect(variantIn(plain, form({ variantId: 'only' }))?.id).toBe('only')
  expect(variantIn(plain, form({}))?.id).toBe('only')
})

test('a value is crossed out when nothing of it is left beside what is chosen', () => {
  const chosen = mug.variants[1]
  expect(isThere(mug, chosen, 0, 'Clay')).toBe(false)
  expect(isThere(mug, chosen, 1, 'L')).toBe(true)
  expect(isThere(mug, chosen, 1, 'S')).toBe(false)
  expect(isThere(mug, mug.variants[2], 1, 'S')).toBe(true)
})
