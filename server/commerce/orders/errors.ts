import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('orders', {
  notFound: { status: 404, say: 'There is no such order, or the link to it is not complete.' },
})
