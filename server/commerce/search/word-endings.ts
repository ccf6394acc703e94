import type { IndexState } from './index-state.ts'
import type { Segment } from './segment.ts'

/** The words of a segment in buckets, one for all words with the same last letters. */
export type Endings = { starts: Uint32Array; numbers: Uint32Array }

/** Letters of an ending that choose its bucket; a shorter ending cannot be looked up. */
export const endingMin = 4
const buckets = 8192

/** Calls back with the number of each word of a segment that ends so and is longer. */
export function eachWordEndingIn(
  state: IndexState,
  segment: Segment,
  ending: string,
  hear: (number: number, word: string) => void,
): void {
  const { starts, numbers } = endingsOf(state, segment)
  const bucket = bucketOf(ending)
  for (let at = starts[bucket] as number; at < (starts[bucket + 1] as number); at++) {
    const number = numbers[at] as number
    const word = segment.words[number] as string
    if (word.length > ending.length && word.endsWith(ending)) hear(number, word)
  }
}

function endingsOf(state: IndexState, segment: Segment): Endings {
  const kept = state.caches.endings.get(segment)
  if (kept) return kept
  const { words } = segment
  const starts = new Uint32Array(buckets + 1)
  for (const word of words) if (word.length > endingMin) (starts[bucketOf(word) + 1] as number)++
  for (let bucket = 0; bucket < buckets; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number)
  const next = starts.slice()
  const numbers = new Uint32Array(starts[buckets] as number)
  for (let number = 0; number < words.length; number++) {
    const word = words[number] as string
    if (word.length <= endingMin) continue
    const bucket = bucketOf(word)
    const at = next[bucket] as number
    numbers[at] = number
    next[bucket] = at + 1
  }
  const endings = { starts, numbers }
  state.caches.endings.set(segment, endings)
  return endings
}

function bucketOf(word: string): number {
  let hash = 0
  for (let at = word.length - endingMin; at < word.length; at++) hash = Math.imul(hash, 31) + word.charCodeAt(at)
  return (hash >>> 0) % buckets
}
