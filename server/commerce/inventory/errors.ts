import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('inventory', {
  outOfStock: { status: 409, say: 'Not enough is left of: {titles}.' },
  reserved: { status: 409, say: '{reserved} are promised to orders, so there cannot be fewer than that.' },
  invalidQuantity: { status: 422, say: 'A stock quantity must be a whole number, zero or more.' },
  tooFew: { status: 409, say: 'Not so many can go: {titles}. The others are promised to orders.' },
  itemNotFound: { status: 404, say: 'There is no such item in the stock.' },
  invalidParts: { status: 422, say: 'Name at least one part, and each part once.' },
  unknownPart: { status: 422, say: 'A part that is named is no item of the stock.' },
  isSet: { status: 409, say: 'A set has no stock of its own. Change that of what it is made of.' },
  notReserved: { status: 409, say: 'The order holds no stock of this line to send.' },
})

/** A line that wants more than is left. */
export type ShortLine = { variantId: string; title: string; left: number }

/** The error that names the lines that are short, and how many of each are left. */
export function outOfStock(short: readonly ShortLine[]) {
  return errors.outOfStock({
    titles: short.map(({ title, left }) => `${title} (${left} left)`).join(', '),
    variantIds: short.map(({ variantId }) => variantId),
    left: short.map(({ left }) => String(left)),
  })
}
