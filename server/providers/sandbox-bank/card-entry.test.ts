import { expect, test } from 'vitest'
import { brandOf, passesLuhn, readCardEntry } from './card-entry.ts'
import { testCards } from './test-cards.ts'

const now = new Date('2026-03-15T12:00:00Z')
const good = { number: '4242 4242 4242 4242', expiry: '03/26', cvc: '123' }

test.each(testCards)('the test number $number has a right check digit and the brand it claims', ({ number, brand }) => {
  expect(passesLuhn(number)).toBe(true)
  expect(brandOf(number)).toBe(brand)
})

test('any single wrong digit of a card number is noticed', () => {
  const number = '4000000000009995'
  for (let place = 0; place < number.length; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      if (Number(number[place]) === digit) continue
      expect(passesLuhn(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`)).toBe(false)
    }
  }
})

test('a card is good to the end of its month', () => {
  expect(readCardEntry(good, new Date('2026-03-31T23:59:59Z'))).toHaveProperty('card')
  expect(readCardEntry(good, new Date('2026-04-01T00:00:00Z'))).toEqual({
    errors: [{ field: 'expiry', problem: 'past' }],
  })
})

test.each(['12/40', '12 / 40', '1240', '12/2040', '12 / 2040', '122040', '12-40'])('%s is December 2040', (expiry) => {
  expect(readCardEntry({ ...good, expiry }, now)).toMatchObject({ card: { expMonth: 12, expYear: 2040 } })
})

test.each([
  [{ number: '' }, 'number', 'missing'],
  [{ number: '4242 4242 4242 4241' }, 'number', 'invalid'],
  [{ number: '4111 1111 1111 1111' }, 'number', 'not-a-test-number'],
  [{ expiry: '' }, 'expiry', 'missing'],
  [{ expiry: '13/40' }, 'expiry', 'invalid'],
  [{ expiry: 'soon' }, 'expiry', 'invalid'],
  [{ expiry: '02/26' }, 'expiry', 'past'],
  [{ cvc: '' }, 'cvc', 'missing'],
  [{ cvc: '12' }, 'cvc', 'invalid'],
])('%o is told apart: %s is %s', (typed, field, problem) => {
  expect(readCardEntry({ ...good, ...typed }, now)).toEqual({ errors: [{ field, problem }] })
})

test('of a card only brand, last four, expiry and behaviour are kept', () => {
  expect(readCardEntry({ ...good, name: 'Ada Example' }, now)).toEqual({
    card: { brand: 'visa', last4: '4242', expMonth: 3, expYear: 2026, behaviour: 'approved' },
  })
})
