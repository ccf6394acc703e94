import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('promotions', {
  notFound: { status: 404, say: 'There is no such promotion.' },
  // One sentence for a code that never was, is used up, has ended or is not for you: a guesser learns nothing.
  codeNotValid: { status: 422, say: 'This code is not valid, or not any more.' },
  tooManyTries: { status: 429, say: 'Too many codes were tried. Try again in {seconds} seconds.' },
  tooManyCodes: { status: 422, say: 'At most {codesMax} codes fit in one cart.' },
  changedMeanwhile: { status: 409, say: 'A discount has changed or run out meanwhile. Look at the total once more.' },
  invalidRule: { status: 422, say: 'This promotion does not add up: {because}' },
  usedMore: { status: 409, say: 'It has been used {uses} times already, so the limit cannot be lower.' },
  spentMore: { status: 409, say: 'More than this budget has been spent already.' },
  notSold: { status: 422, say: 'One of these does not exist.' },
  codeTaken: { status: 409, say: 'The code {code} exists already.' },
  invalidCode: { status: 422, say: 'A code has 3 to 40 letters, digits or hyphens.' },
})
