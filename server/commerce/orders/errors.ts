import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('orders', {
  notFound: { status: 404, say: 'There is no such order, or the link to it is not complete.' },
  lineNotFound: { status: 404, say: 'The order has no such line.' },
  notPlaced: { status: 409, say: 'This order is {status}, so that is not possible.' },
  tooManyUnits: { status: 409, say: 'Only {left} of {title} are left to give back.' },
  moreThanPaid: { status: 409, say: 'Only {left} was paid for this and has not been given back.' },
  notCharged: {
    status: 409,
    say: 'Only {left} has been charged and not given back. What has not been shipped is canceled, not refunded.',
  },
  giftCardLine: { status: 409, say: '{title} is a gift card: it is taken back by disabling it, not with the order.' },
  tooManyToCancel: { status: 409, say: 'Only {left} of {title} can still be taken out.' },
  nothingToCancel: { status: 409, say: 'Everything has left already, so nothing can be canceled. Refund it instead.' },
  givenBackMeanwhile: { status: 409, say: 'Of {title}, more has been given back than what stays would cost.' },
  changedMeanwhile: { status: 409, say: 'Somebody changed this order meanwhile. Please look at it once more.' },
  alreadySent: { status: 409, say: 'A part of this order has left, so where it goes cannot be changed any more.' },
  countryStays: { status: 422, say: 'The country stays {country}: taxes and delivery were priced for it.' },
  noAddress: { status: 409, say: 'This order goes to no address.' },
  noSuchShipping: { status: 422, say: 'This order cannot be sent that way.' },
  nothingToRefund: { status: 422, say: 'Say what is to be given back: pieces, delivery or an amount.' },
  aboveLimit: { status: 403, say: 'You may give back up to {limit} of an order. Ask an owner or a manager.' },
  amountChanged: { status: 409, say: 'It would be {amount} now. Please look at it once more.' },
  refundRefused: { status: 409, say: 'The bank would not give this back. Nothing has been counted as refunded.' },
  refundNotFound: { status: 404, say: 'The order has no such refund.' },
})
