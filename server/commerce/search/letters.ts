import type { IndexState } from './index-state.ts'
import type { Segment } from './segment.ts'

/** The letters of every word of a segment, worked out when first asked for. */
export function lettersIn(state: IndexState, segment: Segment): Uint32Array {
  const kept = state.caches.letters.get(segment)
  if (kept) return kept
  const letters = Uint32Array.from(segment.words, lettersOf)
  state.caches.letters.set(segment, letters)
  return letters
}

/** A bit per letter a to z, digits together in one, everything else spread over the last five. */
export function lettersOf(word: string): number {
  let mask = 0
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if (unit >= 97 && unit <= 122) mask |= 1 << (unit - 97)
    else if (unit >= 48 && unit <= 57) mask |= 1 << 26
    else mask |= 1 << (27 + (unit % 5))
  }
  return mask >>> 0
}

/** How many bits are set. */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
