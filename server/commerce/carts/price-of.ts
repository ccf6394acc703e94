import { type Statement, sql } from '../../platform/sql.ts'
import { listOrder } from '../pricing/index.ts'

/**
 * A lateral subquery for statements in which a cart is called `c` and a variant `v`: what one of the variant costs in
 * that cart at a moment, when so many are bought. The first list that has a price for so many decides (`listOrder` says
 * which is asked first), by the highest quantity that is reached in it.
 */
export function priceOf(quantity: Statement, moment: Date): Statement {
  return sql`(
    select offer.amount_minor, offer.compare_at_minor
    from prices offer join price_lists list on list.id = offer.price_list_id
    where offer.variant_id = v.id and offer.quantity_min <= ${quantity}
      and list.currency = c.currency and (list.market_id is null or list.market_id = c.market_id)
      and (list.customer_group_id is null or list.customer_group_id = c.customer_group_id)
      and (list.starts_at is null or list.starts_at <= ${moment}) and (list.ends_at is null or list.ends_at > ${moment})
    order by ${listOrder}, offer.quantity_min desc
    limit 1
  )`
}
