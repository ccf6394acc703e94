import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { type ActivePromotion, activePromotions, isRunning } from './active-promotions.ts'
import { type AppliedPromotion, applyPromotions, type Candidate } from './apply-promotions.ts'
import type { Basket, Refusal } from './promotion-rule.ts'

/** What has to be asked of the database about promotions whenever a cart is priced. */
export type PromotionFacts = {
  /** How far those that are limited have been used. */
  counters: { id: string; uses: number; spentMinor: number }[]
  /** The codes entered that exist and have not been used up. */
  codes: { code: string; promotionId: string }[]
}

/** A discount as it is shown: which promotion, by which code, took how much of what. */
export type Discount = AppliedPromotion & { title: string; version: number }
/** What became of a code that was entered. */
export type EnteredCode = { code: string; title: string | null; isApplied: boolean; because: Refusal | null }
export type Promoted = { discounts: Discount[]; codes: EnteredCode[] }

/**
 * A scalar of type jsonb with the facts for a cart whose codes are `codes`: part of the statement that prices the cart.
 * Undefined while no promotion is switched on: then nothing need be asked.
 */
export async function promotionFacts(ctx: Shop, codes: Statement): Promise<Statement | undefined> {
  const all = await activePromotions(ctx)
  if (all.length === 0) return undefined
  const limited = all.filter(({ usesMax, budgetMinor }) => usesMax !== null || budgetMinor !== null)
  return sql`
    jsonb_build_object(
      'counters', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'uses', uses, 'spentMinor', spent_minor)), '[]')
        from promotions where id = any(array(select unnest(${limited.map(({ id }) => id)}::text[])))),
      'codes', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'promotionId', promotion_id)), '[]')
        from promotion_codes where code = any(${codes}) and (uses_max is null or uses < uses_max)))`
}

/** Applies what is running, and what the codes entered ask for, to a basket. */
export async function promoteBasket(
  ctx: Shop,
  from: Queryable,
  of: {
    basket: Basket
    codes: readonly string[]
    facts: PromotionFacts | null
    email: string | undefined
    locale: string
  },
): Promise<Promoted> {
  const { basket, codes, facts } = of
  if (!facts || basket.lines.length === 0) return { discounts: [], codes: codes.map(notValid) }
  const now = ctx.clock.now()
  const running = (await activePromotions(ctx)).filter((promotion) => isRunning(promotion, now))
  const asked = running.flatMap((promotion) => askedFor(promotion, facts))
  const usedUp = await usedUpBy(ctx, from, { asked, email: of.email })
  const able = asked.flatMap(({ promotion, code }): Candidate[] => {
    const leftMinor = leftOf(promotion, { facts, currency: basket.currency })
    if (leftMinor === undefined || usedUp.has(promotion.id)) return []
    return [{ ...promotion, code, leftMinor }]
  })
  const outcome = applyPromotions(basket, able)
  const byId = new Map(running.map((promotion) => [promotion.id, promotion]))
  const titleOf = (id: string) => titleIn(byId.get(id) as ActivePromotion, of.locale)
  return {
    discounts: outcome.applied.map((applied) => ({
      ...applied,
      title: titleOf(applied.promotionId),
      version: byId.get(applied.promotionId)?.version ?? 0,
    })),
    codes: codes.map((code) => {
      const promotionId = able.find((candidate) => candidate.code === code)?.id ?? idOfCode(able, facts, code)
      if (promotionId === undefined) return notValid(code)
      const isApplied = outcome.applied.some((applied) => applied.promotionId === promotionId)
      const because = outcome.refused.find((refused) => refused.promotionId === promotionId)?.because ?? null
      return { code, title: titleOf(promotionId), isApplied, because: isApplied ? null : because }
    }),
  }
}

/** A promotion's name in a language. */
export function titleIn(promotion: Pick<ActivePromotion, 'title' | 'translations'>, locale: string): string {
  return promotion.translations[locale]?.title || promotion.title
}

type Asked = { promotion: ActivePromotion; code: string | null }

function askedFor(promotion: ActivePromotion, facts: PromotionFacts): Asked[] {
  if (promotion.method === 'automatic') return [{ promotion, code: null }]
  const entered = facts.codes.filter(({ promotionId }) => promotionId === promotion.id)
  return entered.map(({ code }) => ({ promotion, code }))
}

function idOfCode(able: readonly Candidate[], facts: PromotionFacts, code: string): string | undefined {
  const id = facts.codes.find((known) => known.code === code)?.promotionId
  return able.some((candidate) => candidate.id === id) ? id : undefined
}

/** Null: without end. Undefined: used up, or its budget is in another currency. */
function leftOf(
  promotion: ActivePromotion,
  of: { facts: PromotionFacts; currency: string },
): number | null | undefined {
  const { id, usesMax, budgetMinor, budgetCurrency } = promotion
  if (usesMax === null && budgetMinor === null) return null
  const counter = of.facts.counters.find((known) => known.id === id)
  // It was limited a moment ago, and the facts were asked for before that: the next look will have them.
  if (!counter || (usesMax !== null && counter.uses >= usesMax)) return undefined
  if (budgetMinor === null) return null
  if (budgetCurrency !== of.currency || counter.spentMinor >= budgetMinor) return undefined
  return budgetMinor - counter.spentMinor
}

/** Those that this customer has used as often as one may; nobody is known before they have said who they are. */
async function usedUpBy(
  ctx: Shop,
  from: Queryable,
  of: { asked: readonly Asked[]; email: string | undefined },
): Promise<Set<string>> {
  const limited = of.asked.filter(({ promotion }) => promotion.usesPerCustomerMax !== null)
  if (limited.length === 0 || !of.email) return new Set()
  const used = await from.rows<{ promotionId: string; uses: number }>(sql`
    select promotion_id, uses from promotion_customers
    where customer = ${customerOf(ctx, of.email)} and promotion_id = any(${limited.map(({ promotion }) => promotion.id)})`)
  return new Set(
    used
      .filter(({ promotionId, uses }) =>
        limited.some(
          ({ promotion }) => promotion.id === promotionId && uses >= (promotion.usesPerCustomerMax ?? Infinity),
        ),
      )
      .map(({ promotionId }) => promotionId),
  )
}

/** Under which a customer's uses are counted; the address itself is not kept here. */
export function customerOf(ctx: Shop, email: string): Buffer {
  return ctx.vault.lookup(`promotion-customer:${email.trim().toLowerCase()}`)
}

function notValid(code: string): EnteredCode {
  return { code, title: null, isApplied: false, because: 'not-valid' }
}
