import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { announceList } from './save-price-list.ts'

/** What a variant costs in a list from so many pieces on; null takes the price out of the list. */
export type ListPriceInput = {
  variantId: string
  quantityMin: number
  amountMinor: number | null
  compareAtMinor?: number | null
}

/** Sets prices of one list, or takes them out of it. All or none. */
export async function saveListPrices(
  ctx: Shop,
  of: { priceListId: string; prices: readonly ListPriceInput[]; actor?: string },
): Promise<void> {
  const { priceListId, prices, actor = 'system' } = of
  for (const { amountMinor, compareAtMinor, quantityMin } of prices) {
    const numbers = [amountMinor ?? 0, compareAtMinor ?? 0, quantityMin]
    if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) throw errors.invalidPrice()
  }
  await transaction(ctx, async (tx) => {
    const list = await tx.maybe(sql`select id from price_lists where id = ${priceListId} for update`)
    if (!list) throw errors.listNotFound()
    const variants = [...new Set(prices.map(({ variantId }) => variantId))]
    const known = await tx.rows(sql`select id from variants where id = any(${variants})`)
    if (known.length !== variants.length) throw errors.variantNotFound()
    // Said before as well: what is taken out of the list has to be announced too.
    await announceList(ctx, tx, { id: priceListId, actor })
    for (const { variantId, quantityMin, amountMinor, compareAtMinor = null } of prices)
      await tx.run(
        amountMinor === null
          ? sql`
            delete from prices
            where price_list_id = ${priceListId} and variant_id = ${variantId} and quantity_min = ${quantityMin}`
          : sql`
            insert into prices (price_list_id, variant_id, quantity_min, amount_minor, compare_at_minor)
            values (${priceListId}, ${variantId}, ${quantityMin}, ${amountMinor}, ${compareAtMinor})
            on conflict (variant_id, price_list_id, quantity_min)
              do update set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor`,
      )
    await announceList(ctx, tx, { id: priceListId, actor })
  })
}
