import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('stockroom', {
  notFound: { status: 404, say: 'There is no such paper in the stockroom.' },
  locationNotFound: { status: 404, say: 'There is no such stock location.' },
  itemNotFound: { status: 404, say: 'Nothing in the stock has the SKU or barcode {code}.' },
  nothing: { status: 422, say: 'Name at least one item, and each item once.' },
  invalidQuantity: { status: 422, say: 'A quantity is a whole number, and not zero.' },
  wrongDirection: { status: 422, say: 'What is {reason} cannot make it more.' },
  samePlace: { status: 422, say: 'A transfer leads from one place to another.' },
  notOnItsWay: { status: 409, say: 'This is no transfer that is on its way.' },
  notSent: { status: 422, say: 'More has arrived than was sent. Receive what was sent, and note the rest as found.' },
  notOpen: { status: 409, say: 'This count is closed.' },
  notReviewed: { status: 409, say: 'This count is not ready to be applied.' },
  tooMany: { status: 422, say: 'A count sheet holds {most} items at most. Count a part of them.' },
})
