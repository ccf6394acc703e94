import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('pricing', {
  invalidPrice: { status: 422, say: 'A price must be a whole number of the smallest coin, zero or more.' },
  otherCurrency: { status: 409, say: 'The price list is in {has}, not in {wanted}.' },
  listNotFound: { status: 404, say: 'There is no such price list.' },
  variantNotFound: { status: 404, say: 'One of these variants does not exist.' },
  marketNotFound: { status: 422, say: 'There is no such market.' },
  groupNotFound: { status: 422, say: 'There is no such group of customers.' },
  codeTaken: { status: 409, say: 'There is a price list called {code} already.' },
  endsBeforeItStarts: { status: 422, say: 'A price list cannot end before it starts.' },
  defaultIsForAll: { status: 422, say: 'The default list is for everybody and always; make another one.' },
})
