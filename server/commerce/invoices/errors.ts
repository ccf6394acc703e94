import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('invoices', {
  notFound: { status: 404, say: 'There is no such invoice.' },
})
