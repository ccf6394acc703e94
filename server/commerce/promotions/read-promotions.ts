import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { PromotionCodeRow, PromotionRow } from './tables.ts'

/** A promotion as staff see it. */
export type PromotionDetail = PromotionRow & { codeCount: number }
/** What a promotion gave on one day, in one currency. */
export type DayOfUses = { day: string; currency: string; uses: number; amountMinor: number }
/** One use of it. */
export type PromotionUse = {
  orderId: string
  code: string | null
  currency: string
  amountMinor: number
  status: 'reserved' | 'used' | 'released'
  createdAt: Date
}

/** All promotions, those that are switched on first, the newest at the front. */
export function promotionList(ctx: Shop): Promise<PromotionDetail[]> {
  return ctx.database.rows<PromotionDetail>(sql`${detail} order by p.status, p.created_at desc, p.id limit 500`)
}

/** One promotion; `promotions.not-found` when there is none. */
export async function promotionById(ctx: Shop, promotionId: string): Promise<PromotionDetail> {
  const found = await ctx.database.maybe<PromotionDetail>(sql`${detail} where p.id = ${promotionId}`)
  if (!found) throw errors.notFound()
  return found
}

const detail: Statement = sql`
  select p.*, (select count(*)::int from promotion_codes c where c.promotion_id = p.id) as code_count from promotions p`

/** Its codes, after one, in the order in which they were added. */
export async function codesOf(ctx: Shop, of: { promotionId: string; limit: number }): Promise<PromotionCodeRow[]> {
  return ctx.database.rows<PromotionCodeRow>(sql`
    select code, promotion_id, uses_max, uses, created_at from promotion_codes
    where promotion_id = ${of.promotionId} order by created_at, code limit ${of.limit}`)
}

/** Its latest uses, those given back among them, and what it gave by day over the last weeks. */
export async function usesOf(
  ctx: Shop,
  of: { promotionId: string; since: Date; limit: number },
): Promise<{ uses: PromotionUse[]; days: DayOfUses[] }> {
  const [uses, days] = await Promise.all([
    ctx.database.rows<PromotionUse>(sql`
      select order_id, code, currency, amount_minor, status, created_at from promotion_uses
      where promotion_id = ${of.promotionId} order by created_at desc, order_id limit ${of.limit}`),
    ctx.database.rows<DayOfUses>(sql`
      select to_char(created_at, 'YYYY-MM-DD') as day, currency, count(*)::int as uses,
        sum(amount_minor)::bigint as amount_minor
      from promotion_uses where promotion_id = ${of.promotionId} and status <> 'released' and created_at >= ${of.since}
      group by 1, 2 order by 1, 2`),
  ])
  return { uses, days }
}
