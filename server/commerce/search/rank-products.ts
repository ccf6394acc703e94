import type { Span } from './find-words.ts'
import type { IndexState } from './index-state.ts'
import type { QueryPlan } from './plan-query.ts'
import type { ProductFilter } from './product-filter.ts'

/** Products that match a query, the best first, and how many there are in all. */
export type Ranking = { ordinals: Uint32Array; keys: Float64Array; full: number }

/** As long as fewer products have every word, those that have some of them follow. */
export const fullEnough = 12
/** What of a query's worth a product must have to follow those that have all of it. */
const partWorthMin = 0.35
const soldOutFactor = 0.85

/** Memory that each search of a process uses in turn: a search runs to its end before the next begins. */
type Scratch = { scores: Float32Array; best: Float32Array; masks: Uint16Array; touched: Uint32Array; marks: Uint8Array }
let scratch: Scratch = scratchOf(1024)

function scratchOf(length: number): Scratch {
  return {
    scores: new Float32Array(length),
    best: new Float32Array(length),
    masks: new Uint16Array(length),
    touched: new Uint32Array(length),
    marks: new Uint8Array(length),
  }
}

/**
 * Scores every product that has a word of the query and passes the filter. Those with all words come before those with
 * some; a sold-out one needs to be clearly the better match to come before one in stock.
 */
export function rankProducts(state: IndexState, plan: QueryPlan, filter: ProductFilter): Ranking {
  const { columns } = state
  if (scratch.scores.length < columns.length) scratch = scratchOf(columns.alive.length)
  const { scores, masks, touched } = scratch
  const count = addUp(state, plan)
  const required = plan.requiredBits
  let full = 0
  let kept = 0
  const keys = new Float64Array(count)
  const total = worthOf(plan, required)
  for (let index = 0; index < count; index++) {
    const ordinal = touched[index] as number
    const mask = masks[ordinal] as number
    masks[ordinal] = 0
    if (!filter(ordinal)) continue
    const isFull = (mask & required) === required
    const share = isFull ? 1 : worthOf(plan, mask & required) / total
    if (share < partWorthMin) continue
    if (isFull) full++
    let key = (scores[ordinal] as number) * share * (columns.inStock[ordinal] ? 1 : soldOutFactor)
    if (isFull) key += 1e4
    if (plan.exact.has(ordinal)) key += 1e8
    keys[kept] = key
    touched[kept++] = ordinal
  }
  if (full >= fullEnough && full < kept) kept = keepFull(touched, keys, kept)
  return { ordinals: touched.slice(0, kept), keys: keys.subarray(0, kept), full }
}

function keepFull(ordinals: Uint32Array, keys: Float64Array, count: number): number {
  let kept = 0
  for (let index = 0; index < count; index++) {
    if ((keys[index] as number) < 1e4) continue
    keys[kept] = keys[index] as number
    ordinals[kept++] = ordinals[index] as number
  }
  return kept
}

/** Adds up each product's score word by word; of several spellings of one word the best counts. */
function addUp(state: IndexState, plan: QueryPlan): number {
  const { alive } = state.columns
  const { scores, best, masks, touched, marks } = scratch
  let count = 0
  for (const ordinal of plan.exact) {
    scores[ordinal] = 0
    best[ordinal] = 0
    masks[ordinal] = plan.requiredBits
    touched[count++] = ordinal
  }
  for (const { bits, spans, also } of plan.matches) {
    if (also) mark(also, 1)
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
        } else if (gain > (best[ordinal] as number)) {
          scores[ordinal] = (scores[ordinal] as number) + gain - (best[ordinal] as number)
          best[ordinal] = gain
        }
      }
    }
    if (also) mark(also, 0)
  }
  return count
}

function mark(spans: readonly Span[], as: 0 | 1): void {
  for (const { segment, from, to } of spans)
    for (let at = from; at < to; at++) scratch.marks[segment.ordinals[at] as number] = as
}

function worthOf(plan: QueryPlan, bits: number): number {
  let sum = 0
  for (let index = 0; index < plan.worth.length; index++) if (bits & (1 << index)) sum += plan.worth[index] as number
  return sum
}
