import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('fulfillment', {
  notFound: { status: 404, say: 'There is no such parcel.' },
  lineNotFound: { status: 404, say: 'The order has no such line.' },
  notPlaced: { status: 409, say: 'This order is {status}, so nothing of it can be sent.' },
  nothingLeft: { status: 409, say: 'Everything in this order has been sent already.' },
  tooMany: { status: 409, say: 'Only {left} of {title} are left to send.' },
})
