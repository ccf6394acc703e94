import type { IndexState } from './index-state.ts'
import type { Segment } from './segment.ts'

/**
 * The words of a segment that are made of letters only, by length: those of length n lie from starts[n] to
 * starts[n + 1] in `numbers`, beside the set of letters of each.
 */
export type LetterWords = { starts: Uint32Array; numbers: Uint32Array; sets: Uint32Array }

/** No longer word is kept in an index. */
export const wordLengthMax = 40
const lettersOnly = /^\p{L}+$/u

/** Worked out when first asked for. */
export function letterWordsOf(state: IndexState, segment: Segment): LetterWords {
  const kept = state.caches.letterWords.get(segment)
  if (kept) return kept
  const byLength: number[][] = Array.from({ length: wordLengthMax + 1 }, () => [])
  for (let number = 0; number < segment.words.length; number++) {
    const word = segment.words[number] as string
    if (lettersOnly.test(word)) byLength[word.length]?.push(number)
  }
  const starts = new Uint32Array(wordLengthMax + 2)
  for (let length = 0; length <= wordLengthMax; length++)
    starts[length + 1] = (starts[length] as number) + (byLength[length]?.length ?? 0)
  const numbers = Uint32Array.from(byLength.flat())
  const sets = numbers.map((number) => lettersOf(segment.words[number] as string))
  const made = { starts, numbers, sets }
  state.caches.letterWords.set(segment, made)
  return made
}

/** The set of a word's letters: a bit each for a to z, all others spread over the last six. */
export function lettersOf(word: string): number {
  let set = 0
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    set |= 1 << (unit >= 97 && unit <= 122 ? unit - 97 : 26 + (unit % 6))
  }
  return set >>> 0
}

/** How many bits are set. */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
