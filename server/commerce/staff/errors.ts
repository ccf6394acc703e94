import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('staff', {
  emailTaken: { status: 409, say: 'Somebody already signs in with this e-mail address.' },
  weakPassword: { status: 422, say: 'A password has at least {lengthMin} characters.' },
  invalidEmail: { status: 422, say: 'This does not look like an e-mail address.' },
  notFound: { status: 404, say: 'Nobody of this id works here.' },
  lastOwner: { status: 409, say: 'The last owner cannot be disabled.' },
})
