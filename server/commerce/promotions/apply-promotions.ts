import type { Basket, Benefit, PromotionRule, Refusal } from './promotion-rule.ts'
import { type Taken, takeDiscount, untouched } from './take-discount.ts'

/** A promotion that wants to be applied: an automatic one, or one whose code was entered. */
export type Candidate = {
  id: string
  /** The code by which it was asked for; null for an automatic one. */
  code: string | null
  rule: PromotionRule
  priority: number
  combines: 'with-all' | 'with-none' | 'with-listed'
  combinesWith: readonly string[]
  /** What is left of its budget; null when it has none. */
  leftMinor: number | null
}

/** What one promotion took, and from what: the explanation of a discount, to the last unit. */
export type AppliedPromotion = Taken & { promotionId: string; code: string | null; amountMinor: number }
export type RefusedPromotion = { promotionId: string; code: string | null; because: Refusal }
export type Outcome = {
  /** In the order in which they were applied. */
  applied: AppliedPromotion[]
  refused: RefusedPromotion[]
  discountMinor: number
}

/** Which kind of promotion is applied before which. */
const orderOfKinds: readonly Benefit['kind'][] = ['buy-x-get-y', 'percent', 'amount', 'free-shipping']

/**
 * Applies promotions to a basket. They take their turn by kind (buy x get y, percent, fixed amount, free shipping), then by
 * priority, the higher first, then by id; each takes from what those before it have left, so that nothing is ever paid
 * back. Of those that cannot be had together, the set that gives most is applied; where two give the same, the one
 * whose first comes earlier. The order of lines and of codes plays no part.
 */
export function applyPromotions(basket: Basket, candidates: readonly Candidate[]): Outcome {
  // Cents that cannot be shared equally go by variant, not by when it was put in the cart.
  const sorted = { ...basket, lines: basket.lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1)) }
  const all = onceEach(candidates).toSorted(byTurn)
  const alone = new Map(all.map((candidate) => [candidate.id, play(sorted, [candidate])]))
  const able = all.filter((candidate) => alone.get(candidate.id)?.applied.length === 1)
  let best: Outcome = { applied: [], refused: [], discountMinor: 0 }
  for (const set of setsOf(able)) {
    const outcome = play(sorted, set)
    if (outcome.discountMinor > best.discountMinor) best = outcome
  }
  const taken = new Set(best.applied.map(({ promotionId }) => promotionId))
  const refused = all
    .filter((candidate) => !taken.has(candidate.id))
    .map(({ id, code }): RefusedPromotion => {
      const because = alone.get(id)?.refused[0]?.because ?? 'not-together'
      return { promotionId: id, code, because }
    })
  return { ...best, refused }
}

/** A promotion asked for by two codes is one promotion. */
function onceEach(candidates: readonly Candidate[]): Candidate[] {
  const byCode = candidates.toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
  return [...new Map(byCode.toReversed().map((candidate) => [candidate.id, candidate])).values()]
}

function byTurn(a: Candidate, b: Candidate): number {
  return turnOf(a) - turnOf(b) || b.priority - a.priority || (a.id < b.id ? -1 : 1)
}

function turnOf({ rule }: Candidate): number {
  return orderOfKinds.indexOf(rule.gives.kind)
}

/** The sets to choose from: for each promotion, itself and, in their turn, all that go with it and with each other. */
function setsOf(able: readonly Candidate[]): Candidate[][] {
  const sets = new Map<string, Candidate[]>()
  for (const first of able) {
    const set = [first]
    for (const next of able) if (next !== first && set.every((one) => goTogether(one, next))) set.push(next)
    set.sort(byTurn)
    const name = set.map(({ id }) => id).join(' ')
    if (!sets.has(name)) sets.set(name, set)
  }
  return [...sets.values()]
}

function goTogether(a: Candidate, b: Candidate): boolean {
  return accepts(a, b) && accepts(b, a)
}

function accepts({ combines, combinesWith }: Candidate, other: Candidate): boolean {
  return combines === 'with-all' || (combines === 'with-listed' && combinesWith.includes(other.id))
}

function play(basket: Basket, set: readonly Candidate[]): Outcome {
  const remainder = untouched(basket)
  const outcome: Outcome = { applied: [], refused: [], discountMinor: 0 }
  for (const candidate of set) {
    const { id: promotionId, code } = candidate
    const taking = takeDiscount(basket, remainder, candidate)
    if (taking.kind === 'refused') {
      outcome.refused.push({ promotionId, code, because: taking.because })
      continue
    }
    const { lines, shippingMinor } = taking.taken
    const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, shippingMinor)
    outcome.applied.push({ promotionId, code, amountMinor, lines, shippingMinor })
    outcome.discountMinor += amountMinor
  }
  return outcome
}
