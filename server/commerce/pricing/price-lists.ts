import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { PriceListRow } from './tables.ts'

/**
 * Which of several lists is asked first, where a list is called `list`: the higher priority; of the same, one for a group
 * before one for all, one for a market before one for all, and then by code. The first list that has a price for so
 * many pieces decides, by the highest quantity that is reached in it.
 */
export const listOrder = sql`
  list.priority desc, list.customer_group_id is null, list.market_id is null, list.code`

/** All lists, in the order in which they are asked for a price. */
export function priceLists(ctx: Shop): Promise<PriceListRow[]> {
  return ctx.database.rows<PriceListRow>(sql`
    select id, code, title, currency, market_id, customer_group_id, priority, starts_at, ends_at
    from price_lists list order by ${listOrder}`)
}

/** Ids of the lists that count at a moment for everybody in the shop's own market, the first asked at the front: an array. */
export function everydayLists(moment: Date): Statement {
  return sql`array(
    select list.id from price_lists list
    left join (select id, currency from markets order by position, code limit 1) home on true
    where list.customer_group_id is null and (home.id is null or list.currency = home.currency)
      and (list.market_id is null or list.market_id = home.id)
      and (list.starts_at is null or list.starts_at <= ${moment}) and (list.ends_at is null or list.ends_at > ${moment})
    order by ${listOrder})`
}

/** A lateral subquery, where a variant is called `v`: what one of it costs everybody at a moment. */
export function everydayPrice(moment: Date): Statement {
  // The lists are found once for the whole statement, not for each variant.
  return sql`(
    select offer.amount_minor, offer.compare_at_minor from prices offer
    where offer.variant_id = v.id and offer.quantity_min = 1
      and offer.price_list_id = any(${everydayLists(moment)})
    order by array_position(${everydayLists(moment)}, offer.price_list_id) limit 1
  )`
}
