import { spanOf } from './find-words.ts'
import type { IndexState } from './index-state.ts'
import { bitCount, lettersOf, letterWordsOf, wordLengthMax } from './letters.ts'
import type { Segment } from './segment.ts'

/** Shorter words have too many neighbours to guess among. */
const oneSlipFrom = 4
const twoSlipsFrom = 8

/**
 * The word of the catalogue that was most likely meant: one slip away (a letter too many, missing, wrong, or two
 * swapped), or two in a long word. Of several, the nearest, then the one that says most in most products. Words with
 * digits are left alone: another model is not a typing mistake.
 */
export function nearestWord(state: IndexState, word: string): string | undefined {
  if (word.length < oneSlipFrom || word.length > wordLengthMax || !/^\p{L}+$/u.test(word)) return undefined
  const slipsMax = word.length >= twoSlipsFrom ? 2 : 1
  const strengths = new Map<string, { slips: number; strength: number }>()
  const letters = lettersOf(word)
  const longest = Math.min(wordLengthMax, word.length + slipsMax)
  for (const segment of state.segments) {
    const { starts, numbers, sets } = letterWordsOf(state, segment)
    for (let at = starts[word.length - slipsMax] as number; at < (starts[longest + 1] as number); at++) {
      // A slip changes two letters of the set at most; this leaves out nearly all words without reading them.
      if (bitCount((sets[at] as number) ^ letters) > 2 * slipsMax) continue
      const candidate = segment.words[numbers[at] as number] as string
      const slips = slipsBetween(word, candidate, slipsMax)
      if (slips > slipsMax) continue
      const known = strengths.get(candidate)
      const strength = strengthIn(state, segment, numbers[at] as number)
      if (known) known.strength += strength
      else strengths.set(candidate, { slips, strength })
    }
  }
  return best(word, strengths)
}

function best(word: string, strengths: ReadonlyMap<string, { slips: number; strength: number }>): string | undefined {
  let winner: string | undefined
  let winnerValue = 0
  for (const [candidate, { slips, strength }] of strengths) {
    // People rarely mistype the first letter.
    const value = (strength / 8 ** slips) * (candidate[0] === word[0] ? 1 : 0.2)
    if (value > winnerValue || (value === winnerValue && value > 0 && candidate < (winner as string))) {
      winner = candidate
      winnerValue = value
    }
  }
  return winner
}

function strengthIn(state: IndexState, segment: Segment, number: number): number {
  const { from, to } = spanOf(segment, number)
  let strength = 0
  for (let at = from; at < to; at++)
    if (state.columns.alive[segment.ordinals[at] as number]) strength += segment.impacts[at] as number
  return strength
}

/** Rows of the table of distances, used again by each comparison. */
const rows = [0, 1, 2].map(() => new Uint8Array(256))

/** Optimal string alignment distance of words of at most 250 letters; anything above `max` is answered as max + 1. */
export function slipsBetween(a: string, b: string, max: number): number {
  let [twoBack, before, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) before[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    const letterBefore = i > 1 ? a.charCodeAt(i - 2) : -1
    row[0] = i
    let lowest = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let value = (before[j - 1] as number) + (letter === other ? 0 : 1)
      value = Math.min(value, (before[j] as number) + 1, (row[j - 1] as number) + 1)
      if (other === letterBefore && j > 1 && letter === b.charCodeAt(j - 2))
        value = Math.min(value, (twoBack[j - 2] as number) + 1)
      row[j] = value
      if (value < lowest) lowest = value
    }
    if (lowest > max) return max + 1
    ;[twoBack, before, row] = [before, row, twoBack]
  }
  return Math.min(before[b.length] as number, max + 1)
}
