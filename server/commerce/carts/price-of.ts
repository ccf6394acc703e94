import { type Statement, sql } from '../../platform/sql.ts'

/**
 * A lateral subquery for statements in which a cart is called `c` and a variant `v`: what one of the variant costs in
 * that cart at a moment, when so many are bought. The list with the highest priority wins, then the highest quantity
 * step that is reached, then the lower price.
 */
export function priceOf(quantity: Statement, moment: Date): Statement {
  return sql`(
    select offer.amount_minor, offer.compare_at_minor
    from prices offer join price_lists list on list.id = offer.price_list_id
    where offer.variant_id = v.id and offer.quantity_min <= ${quantity}
      and list.currency = c.currency and (list.market_id is null or list.market_id = c.market_id)
      and (list.starts_at is null or list.starts_at <= ${moment}) and (list.ends_at is null or list.ends_at > ${moment})
    order by list.priority desc, offer.quantity_min desc, offer.amount_minor
    limit 1
  )`
}
