import { expectedErrors } from '../../platform/errors.ts'

// A wrong code, one that is used up, locked or over, and one of another currency are told apart by nobody who guesses.
export const errors = expectedErrors('gift-cards', {
  notUsable: { status: 422, say: 'This gift card code is not right, or there is nothing left on the card.' },
  creditNotUsable: { status: 422, say: 'This link is not right, or there is no store credit left.' },
  tooManyTries: { status: 429, say: 'That were many tries. Please wait a minute and try again.' },
  notEnough: {
    status: 409,
    say: 'A gift card or store credit has less on it than a moment ago. Please look at what is left to pay.',
  },
  notFound: { status: 404, say: 'There is no such gift card.' },
  moreThanLeft: { status: 409, say: 'Only {leftMinor} minor units are free on it.' },
  invalidCurrency: { status: 422, say: 'This shop does not sell in {currency}.' },
  expiresInThePast: { status: 422, say: 'The last day must lie ahead.' },
})
