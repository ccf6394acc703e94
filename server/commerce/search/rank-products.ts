import type { Span } from './find-words.ts'
import { type IndexState, type Scratch, scratchFor } from './index-state.ts'
import type { QueryPlan } from './plan-query.ts'
import type { ProductFilter } from './product-filter.ts'

/** Products that match a query, the best first, and how many there are in all. */
export type Ranking = { ordinals: Uint32Array; keys: Float64Array; full: number }

/** As long as fewer products have every word, those that have some of them follow. */
export const fullEnough = 12
/** What of a query's worth a product must have to follow those that have all of it. */
const partWorthMin = 0.35
const soldOutFactor = 0.85
/** Added to the score of products with all words, far above any score, and of those whose SKU or barcode was typed. */
export const fullKey = 1e4
const exactKey = 1e8
/** What words that stand side by side, as they were typed, add to what they are worth apart. */
const joinedBonus = 0.3

/**
 * Scores every product that has a word of the query and passes the filter. Those with all words come before those with
 * some; a sold-out one needs to be clearly the better match to come before one in stock. The answer lies in memory that
 * the next search overwrites.
 */
export function rankProducts(state: IndexState, plan: QueryPlan, filter: ProductFilter): Ranking {
  const { columns } = state
  const scratch = scratchFor(state)
  const { scores, masks, ordinals, keys } = scratch
  const count = addUp(state, plan, scratch)
  const required = plan.requiredBits
  const shareOf = sharesOf(plan)
  let full = 0
  let kept = 0
  for (let index = 0; index < count; index++) {
    const ordinal = ordinals[index] as number
    const mask = masks[ordinal] as number
    masks[ordinal] = 0
    const isFull = (mask & required) === required
    const share = isFull ? 1 : shareOf(mask & required)
    if (share < partWorthMin || !filter(ordinal)) continue
    if (isFull) full++
    let key = (scores[ordinal] as number) * share * (columns.inStock[ordinal] ? 1 : soldOutFactor)
    if (isFull) key += fullKey
    if (plan.exact.has(ordinal)) key += exactKey
    keys[kept] = key
    ordinals[kept++] = ordinal
  }
  if (full >= fullEnough && full < kept) kept = keepFull(ordinals, keys, kept)
  return { ordinals: ordinals.subarray(0, kept), keys: keys.subarray(0, kept), full }
}

function keepFull(ordinals: Uint32Array, keys: Float64Array, count: number): number {
  let kept = 0
  for (let index = 0; index < count; index++) {
    if ((keys[index] as number) < fullKey) continue
    keys[kept] = keys[index] as number
    ordinals[kept++] = ordinals[index] as number
  }
  return kept
}

/** Adds up each product's score word by word; of several spellings of one word the best counts. */
function addUp(state: IndexState, plan: QueryPlan, scratch: Scratch): number {
  const { alive } = state.columns
  const { scores, best, masks, ordinals: touched, marks } = scratch
  let count = 0
  for (const ordinal of plan.exact) {
    scores[ordinal] = 0
    best[ordinal] = 0
    masks[ordinal] = plan.requiredBits
    touched[count++] = ordinal
  }
  for (const { bits, spans, also } of plan.matches) {
    const isJoined = (bits & (bits - 1)) !== 0
    if (also) mark(marks, also, 1)
    for (const { segment, from, to, weight } of spans) {
      const { ordinals, impacts } = segment
      for (let at = from; at < to; at++) {
        const ordinal = ordinals[at] as number
        if (alive[ordinal] === 0 || (also && marks[ordinal] === 0)) continue
        const gain = weight * (impacts[at] as number)
        const mask = masks[ordinal] as number
        if (mask === 0) {
          touched[count++] = ordinal
          scores[ordinal] = gain
          best[ordinal] = gain
          masks[ordinal] = bits
        } else if ((mask & bits) !== bits) {
          scores[ordinal] = (scores[ordinal] as number) + gain
          best[ordinal] = gain
          masks[ordinal] = mask | bits
        } else if (isJoined) {
          scores[ordinal] = (scores[ordinal] as number) + gain * joinedBonus
        } else if (gain > (best[ordinal] as number)) {
          scores[ordinal] = (scores[ordinal] as number) + gain - (best[ordinal] as number)
          best[ordinal] = gain
        }
      }
    }
    if (also) mark(marks, also, 0)
  }
  return count
}

function mark(marks: Uint8Array, spans: readonly Span[], as: 0 | 1): void {
  for (const { segment, from, to } of spans)
    for (let at = from; at < to; at++) marks[segment.ordinals[at] as number] = as
}

/** How much of a query's worth some of its words make up, worked out once for each set of words. */
function sharesOf(plan: QueryPlan): (bits: number) => number {
  const total = worthOf(plan, plan.requiredBits)
  const shares = new Map<number, number>()
  let lastBits = -1
  let lastShare = 0
  return (bits) => {
    if (bits === lastBits) return lastShare
    let share = shares.get(bits)
    if (share === undefined) {
      share = worthOf(plan, bits) / total
      shares.set(bits, share)
    }
    lastBits = bits
    lastShare = share
    return share
  }
}

function worthOf(plan: QueryPlan, bits: number): number {
  let sum = 0
  for (let index = 0; index < plan.worth.length; index++) if (bits & (1 << index)) sum += plan.worth[index] as number
  return sum
}
