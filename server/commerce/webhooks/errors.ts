import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('webhooks', {
  notFound: { status: 404, say: 'There is no such webhook.' },
  deliveryNotFound: { status: 404, say: 'There is no such delivery.' },
  badAddress: { status: 422, say: 'This address cannot be called: {reason}.' },
  tooMany: { status: 409, say: 'There are {max} webhooks already. Remove one first.' },
})
