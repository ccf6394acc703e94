import { expect, test } from 'vitest'
import { textsIn } from '../../ui/texts/index.ts'
import { checkFields, type Fields } from './check-fields.ts'

const { errors: words } = textsIn('en').checkout
const mira: Fields = {
  email: 'mira@example.com',
  name: 'Mira Sommer',
  line1: 'Deichstraße 9',
  line2: '',
  postcode: '20459',
  city: 'Hamburg',
  country: 'DE',
  phone: '',
}
const empty: Fields = { email: '', name: '', line1: '', line2: '', postcode: '', city: '', country: 'DE', phone: '' }
const wrongIn = (fields: Fields, way: 'delivery' | 'pickup' | 'none' = 'delivery') =>
  Object.keys(checkFields(fields, way, words))

test('a parcel asks for five things, a bag to be collected for two, and a download for one', () => {
  expect(wrongIn(empty, 'delivery')).toEqual(['email', 'name', 'line1', 'postcode', 'city'])
  expect(wrongIn(empty, 'pickup')).toEqual(['email', 'name'])
  expect(wrongIn(empty, 'none')).toEqual(['email'])
})

test('an address that is complete passes, with spaces around it or without', () => {
  expect(wrongIn(mira)).toEqual([])
  expect(wrongIn({ ...mira, email: ' mira@example.com ', postcode: ' 20459 ' })).toEqual([])
})

test.each(['mira', 'mira@', '@example.com', 'mira@example', 'mira@example.', 'mira @example.com', 'a@b@example.com'])(
  '%s is not taken for a mail address',
  (email) => {
    expect(wrongIn({ ...mira, email })).toEqual(['email'])
  },
)

test.each([
  ['DE', '20459', '2045'],
  ['AT', '1010', '10100'],
  ['NL', '1011ab', '1011'],
  ['IE', 'D02 X285', '20459'],
])('a postcode of %s looks like %s and not like %s, and the error shows one', (country, right, wrong) => {
  expect(wrongIn({ ...mira, country, postcode: right })).toEqual([])
  const { postcode } = checkFields({ ...mira, country, postcode: wrong }, 'delivery', words)
  expect(postcode).toMatch(/like .+\./)
})

test('a country whose postcodes we do not know takes any', () => {
  expect(wrongIn({ ...mira, country: 'JP', postcode: '100-0001' })).toEqual([])
})

test('a phone number may be left out, but not be words', () => {
  expect(wrongIn({ ...mira, phone: '+49 (421) 555-0100' })).toEqual([])
  expect(wrongIn({ ...mira, phone: 'call me' })).toEqual(['phone'])
})
