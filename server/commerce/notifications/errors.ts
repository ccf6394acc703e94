import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('notifications', {
  notFound: { status: 404, say: 'There is no such message.' },
  mailNotFound: { status: 404, say: 'There is no such mail.' },
  invalidAddress: { status: 422, say: 'The customer’s e-mail address cannot be written to.' },
})
