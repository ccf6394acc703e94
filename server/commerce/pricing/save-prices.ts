import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

export type PriceInput = { variantId: string; amountMinor: number; compareAtMinor?: number | null }

/** Sets prices of variants on the shop's default list, which is made when it is not there. Answers products changed. */
export async function savePrices(
  ctx: Shop,
  tx: Transaction,
  options: { currency: string; prices: readonly PriceInput[] },
): Promise<string[]> {
  for (const price of options.prices) {
    const amounts = [price.amountMinor, price.compareAtMinor ?? 0]
    if (!amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)) throw errors.invalidPrice()
  }
  const list = await tx.one<{ id: string; currency: string }>(sql`
    insert into price_lists (id, code, currency) values (${newId('priceList')}, 'default', ${options.currency})
    on conflict (code) do update set code = excluded.code returning id, currency`)
  if (list.currency !== options.currency) throw errors.otherCurrency({ wanted: options.currency, has: list.currency })
  const changed = await tx.rows<{ productId: string }>(sql`
    with written as (
      insert into prices (price_list_id, variant_id, quantity_min, amount_minor, compare_at_minor)
      select ${list.id}, variant_id, 1, amount_minor, compare_at_minor
      from unnest(${options.prices.map((price) => price.variantId)}::text[],
        ${options.prices.map((price) => price.amountMinor)}::bigint[],
        ${options.prices.map((price) => price.compareAtMinor ?? null)}::bigint[])
        as p(variant_id, amount_minor, compare_at_minor)
      on conflict (variant_id, price_list_id, quantity_min)
        do update set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor
      where (prices.amount_minor, prices.compare_at_minor) is distinct from (excluded.amount_minor, excluded.compare_at_minor)
      returning variant_id
    )
    select distinct v.product_id from written w join variants v on v.id = w.variant_id`)
  const productIds = changed.map((row) => row.productId).sort()
  if (productIds.length > 0) await emit(ctx, tx, ...productIds.map((subject) => ({ type: 'price.changed', subject })))
  return productIds
}
