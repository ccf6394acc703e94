import { expect, test } from 'vitest'
import { allExpectedErrors, ExpectedError, expectedErrors } from './errors.ts'

const errors = expectedErrors('shelf', {
  outOfStock: { status: 409, say: 'Only {available} left of {title}.' },
  gone: { status: 410, say: 'It is gone.' },
})

test('an expected error says a sentence filled from its details, which travel along', () => {
  const error = errors.outOfStock({ available: 2, title: 'Moss shirt' })
  expect(error).toBeInstanceOf(ExpectedError)
  expect(error.message).toBe('Only 2 left of Moss shirt.')
  expect(error).toMatchObject({
    code: 'shelf.out-of-stock',
    status: 409,
    details: { available: 2, title: 'Moss shirt' },
  })
})

test('a detail that is not there leaves a gap, not a word from the program', () => {
  expect(errors.outOfStock({ available: 0 }).message).toBe('Only 0 left of .')
  expect(errors.gone().details).toEqual({})
})

test('every declared error is in the table of all errors', () => {
  expect(allExpectedErrors.get('shelf.gone')).toEqual({ status: 410, say: 'It is gone.' })
})

test('the same code cannot be declared twice', () => {
  expect(() => expectedErrors('shelf', { gone: { status: 404, say: 'Lost.' } })).toThrow('shelf.gone is declared twice')
})
