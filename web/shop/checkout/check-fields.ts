import type { Texts } from '../../ui/texts/index.ts'
import { wrongPostcode } from './postcodes.ts'

export const fieldNames = ['email', 'name', 'line1', 'line2', 'postcode', 'city', 'country', 'phone'] as const
export type FieldName = (typeof fieldNames)[number]
export type Fields = Record<FieldName, string>
export type FieldErrors = Partial<Record<FieldName | 'shippingMethodId', string>>
/** What has to be known depends on how it comes: carried to a door, collected, or sent by mail. */
export type Way = 'delivery' | 'pickup' | 'none'

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/
const looksLikePhone = /^\+?[\d\s()/.-]{5,}$/

/** What is wrong with one field, in words that say how to put it right; undefined when nothing is. */
export function problemOf(
  name: FieldName,
  fields: Fields,
  way: Way,
  t: Texts['checkout']['errors'],
): string | undefined {
  const value = fields[name].trim()
  if (name === 'email') return looksLikeEmail.test(value) ? undefined : t.email
  if (name === 'phone') return value === '' || looksLikePhone.test(value) ? undefined : t.phone
  if (name === 'name') return way === 'none' || value ? undefined : t.name
  if (way !== 'delivery') return undefined
  if (name === 'line1') return value ? undefined : t.line1
  if (name === 'city') return value ? undefined : t.city
  if (name !== 'postcode') return undefined
  if (!value) return t.postcode
  const example = wrongPostcode(value, fields.country)
  return example === undefined ? undefined : t.postcodeFormat(example)
}

/** Everything that is wrong, in the order of the form. */
export function checkFields(fields: Fields, way: Way, t: Texts['checkout']['errors']): FieldErrors {
  const errors: FieldErrors = {}
  for (const name of fieldNames) {
    const problem = problemOf(name, fields, way, t)
    if (problem) errors[name] = problem
  }
  return errors
}
