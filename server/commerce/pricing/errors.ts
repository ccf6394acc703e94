import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('pricing', {
  invalidPrice: { status: 422, say: 'A price must be a whole number of the smallest coin, zero or more.' },
  otherCurrency: { status: 409, say: 'The price list is in {has}, not in {wanted}.' },
})
