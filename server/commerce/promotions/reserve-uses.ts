import type { Shop } from '../../platform/context.ts'
import { brokenConstraintOf, type Transaction } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { activePromotions, forgetPromotions } from './active-promotions.ts'
import { errors } from './errors.ts'
import { customerOf, type Discount } from './promote-basket.ts'

const limits = [
  'a_promotion_is_used_no_more_than_it_may',
  'a_promotion_spends_no_more_than_its_budget',
  'a_code_is_used_no_more_than_it_may',
]

/**
 * Counts an order's discounts against their limits and budgets, in the caller's transaction: whoever comes when the last
 * use is taken gets `promotions.changed-meanwhile`, as for a promotion that was paused or edited since it was shown.
 */
export async function reserveUses(
  ctx: Shop,
  tx: Transaction,
  order: { id: string; currency: string; email: string; discounts: readonly Discount[] },
): Promise<void> {
  const { discounts } = order
  if (discounts.length === 0) return
  const known = await activePromotions(ctx)
  const customer = customerOf(ctx, order.email)
  const perCustomer = (id: string) => known.find((promotion) => promotion.id === id)?.usesPerCustomerMax ?? null
  const { counted, wanted } = await tx
    .one<{ counted: number; wanted: number }>(sql`
      with wish as materialized (
        select * from unnest(${discounts.map(({ promotionId }) => promotionId)}::text[],
          ${discounts.map(({ version }) => version)}::int[], ${discounts.map(({ code }) => code)}::text[],
          ${discounts.map(({ amountMinor }) => amountMinor)}::bigint[],
          ${discounts.map(({ promotionId }) => perCustomer(promotionId))}::int[])
          as w(promotion_id, version, code, amount_minor, customer_max)
      ), locked as materialized (
        -- Locked in id order: two orders sharing two promotions would otherwise wait on each other for ever.
        select id from promotions where id in (select promotion_id from wish) order by id for update
      ), counted as (
        update promotions p set uses = p.uses + 1,
          spent_minor = p.spent_minor + case when p.budget_currency = ${order.currency} then wish.amount_minor else 0 end
        from wish, locked
        where locked.id = p.id and wish.promotion_id = p.id and p.version = wish.version and p.status = 'active'
        returning p.id
      ), codes_counted as (
        update promotion_codes c set uses = c.uses + 1
        from wish join counted on counted.id = wish.promotion_id where c.code = wish.code
        returning c.code
      ), customers_counted as (
        insert into promotion_customers as known (promotion_id, customer, uses)
        select wish.promotion_id, ${customer}::bytea, 1 from wish join counted on counted.id = wish.promotion_id
        where wish.customer_max is not null
        on conflict (promotion_id, customer) do update set uses = known.uses + 1
          where known.uses < (select customer_max from wish where wish.promotion_id = excluded.promotion_id)
        returning promotion_id
      ), written as (
        insert into promotion_uses (order_id, promotion_id, code, customer, currency, amount_minor, created_at)
        select ${order.id}, wish.promotion_id, wish.code, case when wish.customer_max is null then null else ${customer}::bytea end,
          ${order.currency}::text, wish.amount_minor, ${ctx.clock.now()}::timestamptz
        from wish join counted on counted.id = wish.promotion_id
      )
      select ((select count(*) from counted) + (select count(*) from codes_counted)
          + (select count(*) from customers_counted))::int as counted,
        (count(*) + count(code) + count(customer_max))::int as wanted
      from wish`)
    .catch((error: unknown) => {
      if (limits.includes(brokenConstraintOf(error) ?? '')) throw errors.changedMeanwhile()
      throw error
    })
  if (counted === wanted) return
  forgetPromotions(ctx)
  throw errors.changedMeanwhile()
}

/** The order is placed: its uses are for good. A part of a statement, as `reservationsCommitted` is. */
export function usesConfirmed(orderId: string): Statement {
  return sql`
    uses_confirmed as (
      update promotion_uses set status = 'used' where order_id = ${orderId} and status = 'reserved'
    )`
}

/** Gives back an order's uses: it was declined or canceled. Once is enough, twice does no harm. */
export async function releaseUses(tx: Transaction, orderId: string): Promise<void> {
  await tx.run(sql`
    with locked as materialized (
      select p.id from promotions p
      where p.id in (select promotion_id from promotion_uses where order_id = ${orderId} and status <> 'released')
      order by p.id for update
    ), freed as (
      update promotion_uses u set status = 'released' from locked
      where u.order_id = ${orderId} and u.promotion_id = locked.id and u.status <> 'released'
      returning u.promotion_id, u.code, u.customer, u.currency, u.amount_minor
    ), codes_freed as (
      update promotion_codes c set uses = c.uses - 1 from freed where c.code = freed.code
    ), customers_freed as (
      update promotion_customers k set uses = k.uses - 1 from freed
      where k.promotion_id = freed.promotion_id and k.customer = freed.customer
    )
    update promotions p set uses = p.uses - 1,
      spent_minor = p.spent_minor - case when p.budget_currency = freed.currency then freed.amount_minor else 0 end
    from freed where p.id = freed.promotion_id`)
}
