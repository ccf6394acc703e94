import { spanOf } from './find-words.ts'
import type { IndexState } from './index-state.ts'
import { bitCount, lettersIn, lettersOf } from './letters.ts'
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
  if (word.length < oneSlipFrom || !/^\p{L}+$/u.test(word)) return undefined
  const slipsMax = word.length >= twoSlipsFrom ? 2 : 1
  const strengths = new Map<string, { slips: number; strength: number }>()
  const mask = lettersOf(word)
  for (const segment of state.segments) {
    const letters = lettersIn(state, segment)
    for (let number = 0; number < letters.length; number++) {
      // A slip changes two letters of the set at most; this leaves out nearly all words without reading them.
      if (bitCount((letters[number] as number) ^ mask) > 2 * slipsMax) continue
      const candidate = segment.words[number] as string
      if (Math.abs(candidate.length - word.length) > slipsMax) continue
      const slips = slipsBetween(word, candidate, slipsMax)
      if (slips > slipsMax) continue
      const known = strengths.get(candidate)
      const strength = strengthIn(state, segment, number)
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

/** Optimal string alignment distance; anything above `max` is answered as max + 1. */
export function slipsBetween(a: string, b: string, max: number): number {
  let twoBack: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let lowest = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let value = Math.min(
        (before[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (before[j - 1] as number) + (same ? 0 : 1),
      )
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) value = Math.min(value, (twoBack[j - 2] as number) + 1)
      row.push(value)
      if (value < lowest) lowest = value
    }
    if (lowest > max) return max + 1
    twoBack = before
    before = row
  }
  return Math.min(before[b.length] as number, max + 1)
}
