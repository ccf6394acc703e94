import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('checkout', {
  empty: { status: 422, say: 'There is nothing in this cart yet.' },
  incomplete: { status: 422, say: 'Something is missing: {missing}.' },
  noLongerSold: { status: 409, say: 'Not sold any more: {titles}. Take it out of the cart to go on.' },
  totalChanged: { status: 409, say: 'The total has changed. Please look at it once more before you pay.' },
  dueChanged: { status: 409, say: 'What is left to pay has changed. Please look at it once more before you pay.' },
  invalidReturnUrl: { status: 422, say: 'The address to return to must be one of this shop.' },
  busy: { status: 409, say: 'This cart is being paid at this moment. Please try again in a few seconds.' },
})
