import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('stores', {
  notSetUp: { status: 503, say: 'This shop has not been set up yet.' },
})
