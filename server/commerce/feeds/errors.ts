import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('feeds', {
  unknownFormat: {
    status: 422,
    say: 'This file is neither a Shopify product CSV (its first line must name at least "Title" or "Handle") nor JSON Lines.',
  },
  doubleColumn: { status: 422, say: 'The header names the column "{column}" twice.' },
  unreadable: { status: 422, say: 'The file cannot be read: {reason}.' },
  newerVersion: {
    status: 422,
    say: 'The file is in version {version} of the format; this shop reads version {known}.',
  },
  badCurrency: { status: 422, say: '"{currency}" is not a currency; write three letters, such as EUR.' },
  otherCurrency: { status: 409, say: 'The prices of this shop are in {has}; this import is in {wanted}.' },
})
