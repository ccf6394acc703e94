import type { IndexState } from './index-state.ts'
import { firstNotBelow, type Segment, wordNumber } from './segment.ts'
import { eachWordEndingIn, endingMin } from './word-endings.ts'

/** A word of the index that may stand for a word of the query, and how much less it then counts. */
export type Alternative = { word: string; weight: number }

/** The products of one word in one segment. */
export type Span = { segment: Segment; from: number; to: number; weight: number }

/** How many words of a prefix are looked at, and how many guesses are used. */
const prefixWordsMax = 4000
const guessesMax = 40
/** Letters before the ending of a compound. */
const firstPartMin = 3

/** Whether any product that can be found has the word. */
export function known(state: IndexState, word: string): boolean {
  const spans = spansOf(state, word)
  return spans.length > 0 && (state.dead.length === 0 || spans.some((span) => liveIn(state, span) > 0))
}

/** Adds where a word stands, in every segment. */
export function addSpans(state: IndexState, { word, weight }: Alternative, into: Span[]): void {
  for (const segment of state.segments) {
    const number = wordNumber(segment, word)
    if (number >= 0) into.push(spanOf(segment, number, weight))
  }
}

/** Where a word stands. */
export function spansOf(state: IndexState, word: string): Span[] {
  const spans: Span[] = []
  addSpans(state, { word, weight: 1 }, spans)
  return spans
}

/** Where the word of a number stands in its segment. */
export function spanOf(segment: Segment, number: number, weight = 1): Span {
  return { segment, from: segment.starts[number] as number, to: segment.starts[number + 1] as number, weight }
}

/** How often the words of these spans stand in products that can be found. */
export function liveCount(state: IndexState, spans: readonly Span[]): number {
  let count = 0
  for (const span of spans) count += liveIn(state, span)
  return count
}

function liveIn(state: IndexState, { segment, from, to }: Span): number {
  if (state.dead.length === 0) return to - from
  const { alive } = state.columns
  let count = 0
  for (let at = from; at < to; at++) count += alive[segment.ordinals[at] as number] as number
  return count
}

/** The words that begin so, those of the most products first, the given one not among them. */
export function wordsWithPrefix(state: IndexState, prefix: string): string[] {
  const counts = new Map<string, number>()
  for (const segment of state.segments) {
    const start = firstNotBelow(segment, prefix)
    for (let number = start; number < segment.words.length && number < start + prefixWordsMax; number++) {
      const word = segment.words[number] as string
      if (!word.startsWith(prefix)) break
      if (word !== prefix) counts.set(word, (counts.get(word) ?? 0) + liveIn(state, spanOf(segment, number)))
    }
  }
  return mostUsed(counts)
}

/**
 * The compounds that end in one of these, those of the most products first. What stands before the ending must be a
 * word that the shop knows, with or without an s or n between; otherwise a "Vokabel" would be a kind of Kabel.
 */
export function wordsEndingIn(state: IndexState, endings: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const ending of endings) {
    if (ending.length < endingMin) continue
    for (const segment of state.segments)
      eachWordEndingIn(state, segment, ending, (number, word) => {
        if (word.length < ending.length + firstPartMin) return
        const count = liveIn(state, spanOf(segment, number))
        if (count > 0) counts.set(word, (counts.get(word) ?? 0) + count)
      })
  }
  for (const word of [...counts.keys()]) {
    const isCompound = endings.some(
      (ending) => word.endsWith(ending) && isFirstPart(state, word.slice(0, -ending.length)),
    )
    if (!isCompound) counts.delete(word)
  }
  return mostUsed(counts)
}

function isFirstPart(state: IndexState, part: string): boolean {
  return known(state, part) || (/[sn]$/.test(part) && part.length > firstPartMin && known(state, part.slice(0, -1)))
}

function mostUsed(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, guessesMax)
    .map(([word]) => word)
}
