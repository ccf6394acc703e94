import type { CategorySet, IndexState } from './index-state.ts'
import { mergeSegments } from './merge-segments.ts'

/** A segment is merged into the one before it once it is more than a quarter as large. */
const growth = 4
/** Words of products that are gone are cleared away once they are so many, and a fifth of all. */
const deadMin = 500

/**
 * Brings a growing number of segments back to a few, and clears away what is gone. Yields every millisecond or so of
 * work. No product may be put in or taken out before it has ended; searches go on.
 */
export function* tidyIndex(state: IndexState): Generator<void, void> {
  const isAlive = (ordinal: number) => state.columns.alive[ordinal] === 1
  const { segments } = state
  if (state.dead.length >= deadMin && state.dead.length * 5 > state.live) {
    const merged = yield* mergeSegments(segments, isAlive)
    state.segments = [{ ...merged, size: state.live }]
    state.free.push(...state.dead)
    state.dead = []
    forgetUnusedSets(state)
    return
  }
  let first = segments.length - 1
  let size = segments[first]?.size ?? 0
  while (first > 0 && (segments[first - 1]?.size ?? 0) < size * growth) size += segments[--first]?.size ?? 0
  if (first >= segments.length - 1) return
  const merged = yield* mergeSegments(segments.slice(first), isAlive)
  state.segments = [...segments.slice(0, first), merged]
}

/** Products that moved leave behind the sets of categories they were in; the sets in use get new numbers. */
function forgetUnusedSets(state: IndexState): void {
  const { categorySet } = state.columns
  const old = state.categorySets
  const keys = [...state.categorySetNumbers.keys()]
  const renumbered = new Map<number, number>()
  state.categorySets = []
  state.categorySetNumbers = new Map()
  for (const ordinal of state.ordinalOf.values()) {
    const number = categorySet[ordinal] as number
    let renewed = renumbered.get(number)
    if (renewed === undefined) {
      renewed = state.categorySets.push(old[number] as CategorySet) - 1
      renumbered.set(number, renewed)
      state.categorySetNumbers.set(keys[number] as string, renewed)
    }
    categorySet[ordinal] = renewed
  }
  state.caches.setsWithin.clear()
}
