import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import type { Goods, PromotionRule } from './promotion-rule.ts'
import type { PromotionRow } from './tables.ts'

/** A promotion that is switched on, its categories spelt out to the last branch. Its counters are asked for when needed. */
export type ActivePromotion = Omit<PromotionRow, 'uses' | 'spentMinor' | 'status' | 'createdAt' | 'updatedAt'>

const kept = new WeakMap<Shop, Promise<readonly ActivePromotion[]>>()
const listening = new WeakSet<Shop>()

/** All that are switched on, whatever their dates. Kept in memory; forgotten in every process when one changes. */
export function activePromotions(ctx: Shop): Promise<readonly ActivePromotion[]> {
  const known = kept.get(ctx)
  if (known) return known
  const loading = load(ctx)
  kept.set(ctx, loading)
  loading.catch(() => kept.delete(ctx))
  if (!listening.has(ctx)) {
    listening.add(ctx)
    ctx.changes.on(['promotion.changed', 'category.changed'], () => kept.delete(ctx))
  }
  return loading
}

/** Forgets what this process has in memory, right after it changed a promotion itself. */
export function forgetPromotions(ctx: Shop): void {
  kept.delete(ctx)
}

/** True within its dates. */
export function isRunning(promotion: Pick<ActivePromotion, 'startsAt' | 'endsAt'>, now: Date): boolean {
  const { startsAt, endsAt } = promotion
  return (startsAt === null || startsAt <= now) && (endsAt === null || endsAt > now)
}

async function load(ctx: Shop): Promise<readonly ActivePromotion[]> {
  const rows = await ctx.database.rows<ActivePromotion>(sql`
    select id, title, translations, method, version, rule, priority, combines, combines_with, starts_at, ends_at,
      uses_max, uses_per_customer_max, budget_currency, budget_minor
    from promotions where status = 'active' order by id`)
  if (!rows.some(({ rule }) => namesCategories(rule))) return rows
  const branch = await branches(ctx)
  return rows.map((row) => ({ ...row, rule: withBranches(row.rule, branch) }))
}

/** A rule with its categories spelt out to the last branch. */
export async function withBranchesOf(ctx: Shop, rule: PromotionRule): Promise<PromotionRule> {
  return namesCategories(rule) ? withBranches(rule, await branches(ctx)) : rule
}

function namesCategories(rule: PromotionRule): boolean {
  return /"(?:except)?[cC]ategoryIds"/.test(JSON.stringify(rule))
}

async function branches(ctx: Shop): Promise<(id: string) => string[]> {
  const categories = await ctx.database.rows<{ id: string; parentId: string | null }>(
    sql`select id, parent_id from categories`,
  )
  const branch = (id: string): string[] => [
    id,
    ...categories.filter(({ parentId }) => parentId === id).flatMap((child) => branch(child.id)),
  ]
  return branch
}

function withBranches(rule: PromotionRule, branch: (id: string) => string[]): PromotionRule {
  const spelt = (ids: readonly string[] | undefined) => ids && [...new Set(ids.flatMap(branch))]
  const goods = (of: Goods | undefined): Goods | undefined => {
    if (!of) return of
    const categoryIds = spelt(of.categoryIds)
    const exceptCategoryIds = spelt(of.exceptCategoryIds)
    return { ...of, ...(categoryIds ? { categoryIds } : {}), ...(exceptCategoryIds ? { exceptCategoryIds } : {}) }
  }
  const within = <T extends { goods?: Goods }>(part: T): T => {
    const meant = goods(part.goods)
    return meant ? { ...part, goods: meant } : part
  }
  const { gives, needs } = rule
  const spread =
    gives.kind === 'buy-x-get-y'
      ? { ...gives, buy: within(gives.buy), get: within(gives.get) }
      : gives.kind === 'free-shipping'
        ? gives
        : within(gives)
  return { gives: spread, ...(needs ? { needs: within(needs) } : {}) }
}
