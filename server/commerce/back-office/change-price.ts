import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { savePrices } from '../pricing/index.ts'
import { marketFor } from '../stores/index.ts'
import { errors } from './errors.ts'

/** Changes what a variant costs, in minor units of the shop's own currency. */
export async function changePrice(
  ctx: Shop,
  of: { variantId: string; priceMinor: number; compareAtMinor: number | null },
): Promise<void> {
  const variant = await ctx.database.maybe(sql`select id from variants where id = ${of.variantId}`)
  if (!variant) throw errors.variantNotFound()
  const { currency } = await marketFor(ctx)
  const price = { variantId: of.variantId, amountMinor: of.priceMinor, compareAtMinor: of.compareAtMinor }
  await transaction(ctx, (tx) => savePrices(ctx, tx, { currency, prices: [price] }))
}
