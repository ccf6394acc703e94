import { divideRounded, shareOut } from '../../platform/money.ts'
import { findCombinations } from './buy-x-get-y.ts'
import {
  type Basket,
  type BasketLine,
  type Benefit,
  isAmong,
  type Refusal,
  reachedTier,
  unmetNeed,
} from './promotion-rule.ts'

/** What is still to be paid of a basket while promotions are applied one after another. */
export type Remainder = {
  /** By line. */
  goodsMinor: Map<string, number>
  shippingMinor: number
  /** By line: pieces that a "buy x, get y" has used, to buy or to get. */
  used: Map<string, number>
}

/** What one promotion takes: by line, and from shipping. */
export type Taken = { lines: { lineId: string; amountMinor: number }[]; shippingMinor: number }
export type Taking = { kind: 'taken'; taken: Taken } | { kind: 'refused'; because: Refusal }

/** A basket before any promotion. */
export function untouched(basket: Basket): Remainder {
  return {
    goodsMinor: new Map(basket.lines.map((line) => [line.id, line.unitPriceMinor * line.quantity])),
    shippingMinor: basket.shippingMinor ?? 0,
    used: new Map(),
  }
}

/**
 * What one promotion takes from what remains, never more than that, nor more than `leftMinor` of its budget; the
 * remainder is brought along. A promotion that takes nothing says why.
 */
export function takeDiscount(
  basket: Basket,
  remainder: Remainder,
  by: { rule: { gives: Benefit; needs?: Parameters<typeof unmetNeed>[1] }; leftMinor: number | null },
): Taking {
  const unmet = unmetNeed(basket, by.rule.needs)
  if (unmet) return { kind: 'refused', because: unmet }
  const wish = wishOf(basket, remainder, by.rule.gives)
  if ('because' in wish) return { kind: 'refused', because: wish.because }
  const wanted = wish.lines.reduce((sum, line) => sum + line.amountMinor, wish.shippingMinor)
  const taken = by.leftMinor !== null && wanted > by.leftMinor ? cutTo(by.leftMinor, wish) : wish
  const lines = taken.lines.filter((line) => line.amountMinor > 0)
  if (lines.length === 0 && taken.shippingMinor === 0)
    return { kind: 'refused', because: wanted > 0 ? 'not-valid' : 'not-these-goods' }
  for (const { lineId, amountMinor } of lines)
    remainder.goodsMinor.set(lineId, (remainder.goodsMinor.get(lineId) ?? 0) - amountMinor)
  remainder.shippingMinor -= taken.shippingMinor
  return { kind: 'taken', taken: { lines, shippingMinor: taken.shippingMinor } }
}

function wishOf(basket: Basket, remainder: Remainder, gives: Benefit): Taken | { because: Refusal } {
  if (gives.kind === 'free-shipping') return shippingWish(basket, remainder, gives)
  if (gives.kind === 'buy-x-get-y') return combinationsWish(basket, remainder, gives)
  const lines = basket.lines.filter((line) => isAmong(line, gives.goods))
  if (lines.length === 0) return { because: 'not-these-goods' }
  const weights = lines.map((line) => remainder.goodsMinor.get(line.id) ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const amount = gives.kind === 'percent' ? percentWish(basket, lines, gives, sum) : amountWish(basket, lines, gives)
  if (typeof amount !== 'number') return amount
  return { lines: shared(lines, Math.min(amount, sum), weights), shippingMinor: 0 }
}

function percentWish(
  { currency }: Basket,
  lines: readonly BasketLine[],
  gives: Extract<Benefit, { kind: 'percent' }>,
  sum: number,
): number | { because: Refusal } {
  const tier = reachedTier(gives.tiers, { lines, currency })
  return tier ? shareOfPpm(sum, tier.ratePpm) : { because: 'not-enough' }
}

function amountWish(
  { currency }: Basket,
  lines: readonly BasketLine[],
  gives: Extract<Benefit, { kind: 'amount' }>,
): number | { because: Refusal } {
  if (gives.tiers.every((tier) => tier.amounts[currency] === undefined)) return { because: 'not-here' }
  const tiers = gives.tiers.filter((tier) => tier.amounts[currency] !== undefined)
  return reachedTier(tiers, { lines, currency })?.amounts[currency] ?? { because: 'not-enough' }
}

function shippingWish(
  basket: Basket,
  remainder: Remainder,
  gives: Extract<Benefit, { kind: 'free-shipping' }>,
): Taken | { because: Refusal } {
  if (basket.shippingMinor === null) return { because: 'not-these-goods' }
  const upTo = gives.upTo ? gives.upTo[basket.currency] : Number.POSITIVE_INFINITY
  if (upTo === undefined) return { because: 'not-here' }
  return { lines: [], shippingMinor: Math.min(remainder.shippingMinor, upTo) }
}

function combinationsWish(
  basket: Basket,
  remainder: Remainder,
  gives: Extract<Benefit, { kind: 'buy-x-get-y' }>,
): Taken | { because: Refusal } {
  const { bought, given, times } = findCombinations(gives, {
    lines: basket.lines,
    free: (line) => line.quantity - (remainder.used.get(line.id) ?? 0),
  })
  if (times === 0) return { because: 'not-enough' }
  for (const { lineId, quantity } of [...bought, ...given])
    remainder.used.set(lineId, (remainder.used.get(lineId) ?? 0) + quantity)
  const priceOf = new Map(basket.lines.map((line) => [line.id, line.unitPriceMinor]))
  const lines = given.map(({ lineId, quantity }) => ({
    lineId,
    // Rounded once for all pieces of a line.
    amountMinor: Math.min(
      shareOfPpm((priceOf.get(lineId) ?? 0) * quantity, gives.get.ratePpm),
      remainder.goodsMinor.get(lineId) ?? 0,
    ),
  }))
  return { lines, shippingMinor: 0 }
}

/** A budget that is nearly spent gives what is left of it, shared as the whole would have been. */
function cutTo(leftMinor: number, wish: Taken): Taken {
  const parts = shareOut(Math.max(0, leftMinor), [...wish.lines.map((line) => line.amountMinor), wish.shippingMinor])
  return {
    lines: wish.lines.map((line, index) => ({ ...line, amountMinor: parts[index] ?? 0 })),
    shippingMinor: parts.at(-1) ?? 0,
  }
}

function shared(lines: readonly BasketLine[], amountMinor: number, weights: readonly number[]): Taken['lines'] {
  const parts = shareOut(amountMinor, weights)
  return lines.map((line, index) => ({ lineId: line.id, amountMinor: parts[index] ?? 0 }))
}

function shareOfPpm(amountMinor: number, ratePpm: number): number {
  return Number(divideRounded(BigInt(amountMinor) * BigInt(ratePpm), 1_000_000n))
}
