import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('carts', {
  notFound: { status: 404, say: 'This cart does not exist any more. Start a new one.' },
  lineNotFound: { status: 404, say: 'This is no longer in the cart.' },
  variantNotFound: { status: 404, say: 'This is not sold here any more.' },
  alreadyOrdered: { status: 410, say: 'This cart has become an order.' },
  outOfStock: { status: 409, say: 'Only {available} left.' },
  soldOut: { status: 409, say: 'This is sold out.' },
  tooMany: { status: 422, say: 'At most {quantityMax} of one thing fit in the cart.' },
  full: { status: 422, say: 'At most {linesMax} different things fit in the cart.' },
  tooManyTenders: { status: 422, say: 'At most {tendersMax} gift cards can be used at once.' },
  invalidEmail: { status: 422, say: 'This does not look like an e-mail address.' },
  countryNotServed: { status: 422, say: 'We do not deliver to this country.' },
  shippingNotOffered: { status: 422, say: 'This way of delivery is not offered for this cart.' },
})
