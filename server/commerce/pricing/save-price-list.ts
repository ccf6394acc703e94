import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { PriceListRow } from './tables.ts'

/** For whom a list is, and when. */
export type PriceListInput = Omit<PriceListRow, 'id'>

/** Makes a list without prices, or changes for whom and when one is; answers its id. The default list is for everybody. */
export async function savePriceList(
  ctx: Shop,
  of: { priceListId?: string; list: PriceListInput; actor?: string },
): Promise<string> {
  const { list, actor = 'system' } = of
  if (list.startsAt && list.endsAt && list.endsAt <= list.startsAt) throw errors.endsBeforeItStarts()
  const id = of.priceListId ?? newId('priceList')
  await transaction(ctx, async (tx) => {
    await refuseUnknown(tx, list)
    if (of.priceListId) await refuseOtherKind(tx, { id, list })
    const other = await tx.maybe(sql`select id from price_lists where code = ${list.code} and id <> ${id}`)
    if (other) throw errors.codeTaken({ code: list.code })
    await tx.run(sql`
      insert into price_lists (id, code, title, currency, market_id, customer_group_id, priority, starts_at, ends_at, announced_at)
      values (${id}, ${list.code}, ${list.title}, ${list.currency}, ${list.marketId}, ${list.customerGroupId},
        ${list.priority}, ${list.startsAt}, ${list.endsAt}, ${ctx.clock.now()})
      on conflict (id) do update set code = excluded.code, title = excluded.title, market_id = excluded.market_id,
        customer_group_id = excluded.customer_group_id, priority = excluded.priority, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, announced_at = excluded.announced_at`)
    await announceList(ctx, tx, { id, actor })
  })
  return id
}

/** Says that the prices of a list count from now on, or do not any more: whatever shows them is made anew. */
export async function announceList(ctx: Shop, tx: Transaction, of: { id: string; actor: string }): Promise<void> {
  const { id, actor } = of
  const products = await tx.rows<{ productId: string }>(sql`
    select distinct v.product_id from prices p join variants v on v.id = p.variant_id
    where p.price_list_id = ${id} order by 1`)
  await emit(ctx, tx, { type: 'price-list.changed', subject: id, actor }, ...products.map(priceChanged))
}

function priceChanged({ productId: subject }: { productId: string }) {
  return { type: 'price.changed', subject }
}

async function refuseUnknown(tx: Transaction, list: PriceListInput): Promise<void> {
  const { market, customerGroup } = await tx.one<{ market: boolean; customerGroup: boolean }>(sql`
    select ${list.marketId}::text is null or exists (select from markets where id = ${list.marketId}) as market,
      ${list.customerGroupId}::text is null
        or exists (select from customer_groups where id = ${list.customerGroupId}) as customer_group`)
  if (!market) throw errors.marketNotFound()
  if (!customerGroup) throw errors.groupNotFound()
}

async function refuseOtherKind(tx: Transaction, of: { id: string; list: PriceListInput }): Promise<void> {
  const before = await tx.maybe<Pick<PriceListRow, 'code' | 'currency'>>(
    sql`select code, currency from price_lists where id = ${of.id} for update`,
  )
  if (!before) throw errors.listNotFound()
  const { list } = of
  if (before.currency !== list.currency) throw errors.otherCurrency({ has: before.currency, wanted: list.currency })
  const isForAll = [list.marketId, list.customerGroupId, list.startsAt, list.endsAt].every((limit) => limit === null)
  if (before.code === 'default' && (list.code !== 'default' || !isForAll)) throw errors.defaultIsForAll()
}
