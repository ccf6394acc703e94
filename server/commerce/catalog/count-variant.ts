import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

/** From now on there are only as many of a variant as lie on the shelf. Answers the product that it is of. */
export async function countVariant(tx: Transaction, variantId: string): Promise<string> {
  const variant = await tx.maybe<{ productId: string }>(
    sql`update variants set track_inventory = true where id = ${variantId} returning product_id`,
  )
  if (!variant) throw errors.variantNotFound()
  return variant.productId
}
