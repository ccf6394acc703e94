import { foldCode, isStopWord, type QueryWord, queryWords } from './analyse-text.ts'
import {
  type Alternative,
  addSpans,
  known,
  liveCount,
  type Span,
  spansOf,
  wordsEndingIn,
  wordsWithPrefix,
} from './find-words.ts'
import { guessOnce, type IndexState } from './index-state.ts'
import { nearestWord } from './nearest-word.ts'
import { eachOrdinalOfCode, hashCode } from './segment.ts'
import { formsOf } from './word-forms.ts'

/** Where products are found that match some of the query's words (`bits`), and what a hit is worth there. */
export type Match = {
  bits: number
  /** How many products that is, at most. */
  count: number
  spans: Span[]
  /** Where a product must stand as well: the other half of a word taken apart. */
  also?: Span[]
}

/** A query, understood. */
export type QueryPlan = {
  /** In the order in which they are to be counted: the matches of one word lie together. */
  matches: Match[]
  /** The words that a product should have, and what each is worth. */
  requiredBits: number
  worth: Float64Array
  /** Products whose SKU or barcode is what was typed. */
  exact: ReadonlySet<number>
  /** How many products can have all of the words, at most. */
  fullMax: number
  /** The query with words that nobody uses put right. */
  corrected?: string
}

const spelledOutWeight = 1
const formWeight = 0.98
const prefixWeight = 0.6
const typoWeight = 0.7
const halvesWeight = 0.8
const joinedWeight = 0.8
const compoundWeight = 0.5
const contractedWeight = 0.9
/** What a number alone is worth beside words: every 10 is not Windows 10. */
const numberWorth = 0.3
/** Letters that each half of a compound must have. */
const halfMin = 4

/**
 * Reads a query: which words of the index could be meant, by which spelling. Undefined when it has no words. When it
 * is thorough, the last word may be the beginning of another (unless a space follows) and a known word may be taken
 * apart, as unknown ones
 * always are.
 */
export function planQuery(state: IndexState, text: string, options: { isThorough: boolean }): QueryPlan | undefined {
  const words = queryWords(text)
  if (words.length === 0) return undefined
  const plan: QueryPlan = {
    matches: [],
    requiredBits: 0,
    worth: new Float64Array(words.length),
    exact: ordinalsOfCode(state, foldCode(text)),
    fullMax: state.live,
  }
  const onlyStopWords = words.every((word) => isStopWord(word.text))
  for (const [index, word] of words.slice(1).entries()) {
    const before = words[index]?.text as string
    if (isStopWord(before) || isStopWord(word.text)) continue
    addMatch(state, plan, (1 << index) | (1 << (index + 1)), [{ word: before + word.text, weight: joinedWeight }])
  }
  const joined = [...plan.matches]
  let corrected = ''
  for (const [index, word] of words.entries()) {
    const mayGoOn = index === words.length - 1 && !/\s$/.test(text)
    const near = planWord(state, plan, word, { index, mayGoOn, isThorough: options.isThorough })
    corrected += `${corrected && ' '}${near ?? word.text}`
    if (near !== undefined) plan.corrected = ''
    const matches = plan.matches.filter((match) => match.bits & (1 << index))
    const isMatched = matches.length > 0
    if (isMatched && (onlyStopWords || !isStopWord(word.text))) {
      plan.requiredBits |= 1 << index
      plan.fullMax = Math.min(
        plan.fullMax,
        matches.reduce((sum, match) => sum + match.count, 0),
      )
    }
  }
  plan.matches = [...plan.matches.slice(joined.length), ...joined]
  if (plan.corrected !== undefined) plan.corrected = corrected
  return plan
}

/** Adds what one word may match, and answers the word that was taken for it when nobody uses it as it is. */
function planWord(
  state: IndexState,
  plan: QueryPlan,
  word: QueryWord,
  how: { index: number; mayGoOn: boolean; isThorough: boolean },
): string | undefined {
  const bits = 1 << how.index
  const spellings = spellingsOf(state, word.text, word.spelledOut)
  const isKnown = spellings.length > 0
  let worth = addMatch(state, plan, bits, spellings)
  if (how.isThorough || !isKnown) {
    // However rare, a guess is never worth more than the word itself.
    const worthMax = isKnown ? worth : Infinity
    const halves = guessOnce(state, 'halves', word.text, () => halvesOf(state, word.text))
    // A known model number is not taken apart: PS4 is not whatever has a 4.
    if (halves && !(isKnown && /\p{N}/u.test(word.text))) worth = Math.max(worth, addHalves(state, plan, bits, halves))
    if (how.mayGoOn && word.text.length > 1)
      worth = Math.max(worth, addMatch(state, plan, bits, completions(state, word.text, spellings), worthMax))
    worth = Math.max(worth, addMatch(state, plan, bits, compounds(state, word.text), worthMax))
  }
  plan.worth[how.index] = /^[\p{N}.]+$/u.test(word.text) ? worth * numberWorth : worth
  if (plan.matches.some((match) => match.bits & bits)) return undefined
  const near = guessOnce(state, 'near', word.text, () => nearestWord(state, word.text))
  if (near === undefined) return undefined
  const alternatives = [near, ...formsOf(near)].map((form) => ({ word: form, weight: typoWeight }))
  plan.worth[how.index] = addMatch(state, plan, bits, alternatives)
  return near
}

/** What a hit of a word is worth that stands in so many products: the idf of BM25. */
function rarity(state: IndexState, count: number): number {
  return Math.log(1 + (state.live - count + 0.5) / (count + 0.5))
}

/**
 * The two words that one may be made of, when the shop knows both: powerbank, Laptoptasche, Arbeitstisch (with the s
 * between), iphone11. Of several ways the one whose rarer half is the most usual.
 */
function halvesOf(state: IndexState, text: string): [string, string] | undefined {
  let best: [string, string] | undefined
  let bestCount = 0
  const consider = (left: string, right: string) => {
    const count = Math.min(liveCount(state, spansOf(state, left)), liveCount(state, spansOf(state, right)))
    if (count <= bestCount) return
    best = [left, right]
    bestCount = count
  }
  const hasDigits = /\p{N}/u.test(text)
  for (let at = 1; at < text.length; at++) {
    const left = text.slice(0, at)
    const right = text.slice(at)
    if (hasDigits) {
      if (/\p{N}$/u.test(left) !== /^\p{N}/u.test(right)) consider(left, right)
    } else if (left.length >= halfMin && right.length >= halfMin) {
      consider(left, right)
      if (left.endsWith('s') && left.length > halfMin) consider(left.slice(0, -1), right)
    }
  }
  return best
}

/** How the catalogue may spell a word that it knows; nothing when it does not. */
function spellingsOf(state: IndexState, word: string, spelledOut: string | undefined): Alternative[] {
  const candidates: Alternative[] = [{ word, weight: 1 }]
  if (spelledOut) candidates.push({ word: spelledOut, weight: spelledOutWeight })
  for (const form of formsOf(word)) candidates.push({ word: form, weight: formWeight })
  const found = candidates.filter((candidate) => known(state, candidate.word))
  if (found.length > 0) return found
  // "muehle" for a word that stands there as "Mühle" only, which is kept under both, or as "Muhle".
  const contracted = word.replace(/([aou])e/g, '$1')
  return contracted !== word && known(state, contracted) ? [{ word: contracted, weight: contractedWeight }] : []
}

function completions(state: IndexState, prefix: string, without: readonly Alternative[]): Alternative[] {
  return guessOnce(state, 'prefix', prefix, () => wordsWithPrefix(state, prefix))
    .filter((word) => !without.some((alternative) => alternative.word === word))
    .map((word) => ({ word, weight: prefixWeight }))
}

/** "Laptoptasche" for a bag: words that end in this one, or in a form of it, after another that the shop knows. */
function compounds(state: IndexState, word: string): Alternative[] {
  if (word.length < halfMin || /\p{N}/u.test(word)) return []
  const found = guessOnce(state, 'ending', word, () => wordsEndingIn(state, [word, ...formsOf(word)]))
  return found.map((compound) => ({ word: compound, weight: compoundWeight }))
}

/** Adds what a word may match, all sharing one rarity, and answers what a hit is worth: 0 when nothing matches. */
function addMatch(
  state: IndexState,
  plan: QueryPlan,
  bits: number,
  alternatives: readonly Alternative[],
  worthMax = Infinity,
): number {
  const spans: Span[] = []
  for (const alternative of alternatives) addSpans(state, alternative, spans)
  const count = liveCount(state, spans)
  if (count === 0) return 0
  const worth = Math.min(worthMax, rarity(state, Math.min(state.live, count)))
  for (const span of spans) span.weight *= worth
  plan.matches.push({ bits, count, spans })
  return worth
}

function addHalves(state: IndexState, plan: QueryPlan, bits: number, [left, right]: readonly [string, string]): number {
  const also = spansOf(state, left)
  const spans = spansOf(state, right)
  const count = Math.min(liveCount(state, also), liveCount(state, spans))
  const worth = rarity(state, count)
  for (const span of spans) span.weight = worth * halvesWeight
  plan.matches.push({ bits, count, spans, also })
  return worth
}

function ordinalsOfCode(state: IndexState, code: string): ReadonlySet<number> {
  const found = new Set<number>()
  if (code.length < 3) return found
  const hash = hashCode(code)
  for (const segment of state.segments)
    eachOrdinalOfCode(segment, hash, (ordinal) => {
      if (state.columns.alive[ordinal]) found.add(ordinal)
    })
  return found
}
