import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { receiveStock, setStock } from '../inventory/index.ts'
import { stockLocations } from '../stores/index.ts'
import { errors } from './errors.ts'

/** Why staff change a number: counted anew, goods came in, or something broke or turned up. */
export const stockReasons = ['counted', 'received', 'adjusted'] as const

type Change = {
  variantId: string
  locationId: string
  /** What lies there now; with `received`, what came in. */
  quantity: number
  reason: (typeof stockReasons)[number]
  note?: string
  actor: string
}

/** Changes how many of a variant lie somewhere. Fewer than are promised to orders is refused (`inventory.reserved`). */
export async function changeStock(ctx: Shop, change: Change): Promise<void> {
  const { variantId, locationId, quantity, reason, note, actor } = change
  if (!(await stockLocations(ctx)).some((location) => location.id === locationId)) throw errors.locationNotFound()
  const variant = await ctx.database.maybe(sql`select id from variants where id = ${variantId}`)
  if (!variant) throw errors.variantNotFound()
  const why = { reason, actor, ...(note ? { reference: note } : {}) }
  if (reason === 'received') await receiveStock(ctx, [{ variantId, locationId, quantity }], why)
  else await setStock(ctx, [{ variantId, locationId, quantity }], why)
}
