import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('inventory', {
  outOfStock: { status: 409, say: 'Not enough is left of: {titles}.' },
  reserved: { status: 409, say: '{reserved} are promised to orders, so there cannot be fewer than that.' },
  invalidQuantity: { status: 422, say: 'A stock quantity must be a whole number, zero or more.' },
  notReserved: { status: 409, say: 'The order holds no stock of this line to send.' },
})
