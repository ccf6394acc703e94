import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('back-office', {
  noPeriod: { status: 422, say: 'A period goes from one day to a later one.' },
  variantNotFound: { status: 404, say: 'The product has no such variant.' },
  locationNotFound: { status: 404, say: 'There is no such stock location.' },
  anotherBackup: { status: 409, say: 'A backup is being made at this moment. Wait until it is done.' },
  noCopy: { status: 409, say: 'This is no restored copy, or it has been confirmed already.' },
  deliveryNotFound: { status: 404, say: 'This was not given up on, or has been tried again already.' },
})
