import { type Shop, transaction } from '../../platform/context.ts'
import { brokenConstraintOf } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { forgetPromotions } from './active-promotions.ts'
import { checkRule } from './check-rule.ts'
import { errors } from './errors.ts'
import type { PromotionRow } from './tables.ts'

/** What a merchant decides about a promotion. Counters are not among it. */
export type PromotionInput = Omit<PromotionRow, 'id' | 'version' | 'uses' | 'spentMinor' | 'createdAt' | 'updatedAt'>

/** Writes a new promotion; answers its id. It applies at once where its dates say so. */
export async function createPromotion(ctx: Shop, input: PromotionInput, actor = 'system'): Promise<string> {
  checkRule(input)
  const id = newId('promotion')
  const now = ctx.clock.now()
  await transaction(ctx, async (tx) => {
    await tx.run(sql`
      insert into promotions (id, title, translations, method, status, rule, priority, combines, combines_with, starts_at,
        ends_at, uses_max, uses_per_customer_max, budget_currency, budget_minor, created_at, updated_at)
      values (${id}, ${input.title}, ${input.translations}, ${input.method}, ${input.status}, ${input.rule},
        ${input.priority}, ${input.combines}, ${input.combinesWith}, ${input.startsAt}, ${input.endsAt}, ${input.usesMax},
        ${input.usesPerCustomerMax}, ${input.budgetCurrency}, ${input.budgetMinor}, ${now}, ${now})`)
    await emit(ctx, tx, { type: 'promotion.changed', subject: id, actor })
    tx.afterCommit(() => forgetPromotions(ctx))
  })
  return id
}

/**
 * Changes a promotion; fields left out stay as they are. From the moment it commits no order is placed by the old rule. A
 * limit below what is used already is refused.
 */
export async function changePromotion(
  ctx: Shop,
  of: { promotionId: string; changes: Partial<PromotionInput>; actor?: string },
): Promise<void> {
  const { promotionId, changes, actor = 'system' } = of
  await transaction(ctx, async (tx) => {
    const before = await tx.maybe<PromotionRow>(sql`select * from promotions where id = ${promotionId} for update`)
    if (!before) throw errors.notFound()
    const next = { ...before, ...changes }
    checkRule(next)
    const [spent] = await tx.rows<{ spentMinor: number }>(sql`
      select coalesce(sum(amount_minor), 0)::bigint as spent_minor from promotion_uses
      where promotion_id = ${promotionId} and status <> 'released' and currency = ${next.budgetCurrency}`)
    await tx
      .run(sql`
        update promotions set title = ${next.title}, translations = ${next.translations}, method = ${next.method},
          status = ${next.status}, rule = ${next.rule}, priority = ${next.priority}, combines = ${next.combines},
          combines_with = ${next.combinesWith}, starts_at = ${next.startsAt}, ends_at = ${next.endsAt},
          uses_max = ${next.usesMax}, uses_per_customer_max = ${next.usesPerCustomerMax},
          budget_currency = ${next.budgetCurrency}, budget_minor = ${next.budgetMinor},
          spent_minor = ${spent?.spentMinor ?? 0}, version = version + 1, updated_at = ${ctx.clock.now()}
        where id = ${promotionId}`)
      .catch((error: unknown) => {
        const broken = brokenConstraintOf(error)
        if (broken === 'a_promotion_is_used_no_more_than_it_may') throw errors.usedMore({ uses: before.uses })
        if (broken === 'a_promotion_spends_no_more_than_its_budget') throw errors.spentMore()
        throw error
      })
    await emit(ctx, tx, { type: 'promotion.changed', subject: promotionId, actor })
    tx.afterCommit(() => forgetPromotions(ctx))
  })
}
