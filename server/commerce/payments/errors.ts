import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('payments', {
  declined: { status: 402, say: '{reason}' },
  unanswered: {
    status: 503,
    say: 'The bank does not answer at the moment. Your order is kept, and nothing is charged twice. Please try again in a minute.',
  },
  noSuchProvider: { status: 422, say: 'This shop does not take payments through {name}.' },
  notSigned: { status: 401, say: 'This message is not signed by the provider, or it is too old.' },
  methodNotFound: { status: 404, say: 'There is no such card.' },
  notFound: { status: 404, say: 'There is no such payment.' },
  wrongState: { status: 409, say: 'This payment is {status}, so that is not possible.' },
  tooMuch: { status: 409, say: 'Only {leftMinor} minor units are left of this payment.' },
  refused: { status: 409, say: 'The bank refused: {detail}' },
})

const reasons: Record<string, string> = {
  'insufficient-funds': 'There is not enough money on this card. Nothing was charged. Try another one.',
  'expired-card': 'This card has expired. Nothing was charged. Try another one.',
  'wrong-cvc': 'The security code is not right. Nothing was charged. Check it, or try another card.',
  'limit-exceeded': 'This card has reached its limit. Nothing was charged. Try another one.',
  'avs-mismatch':
    'The address does not match the one that the bank knows. Nothing was charged. Check it, or try another card.',
  'authentication-failed':
    'The bank of this card could not make sure that it is you. Nothing was charged. Try again, or use another card.',
  'processing-error': 'Something went wrong at the bank. Nothing was charged. Try again in a moment.',
  'unknown-token': 'The card details have expired. Nothing was charged. Enter them again.',
  canceled: 'The payment was canceled. Nothing was charged.',
  abandoned: 'The payment was not finished in time. Nothing was charged.',
}

/** The error for a payment that did not come about, with a sentence for its reason. */
export function declinedBecause(declineCode: string) {
  const reason = reasons[declineCode] ?? 'The bank declined this card. Nothing was charged. Try another one.'
  return errors.declined({ reason, declineCode })
}
