/**
 * A part of the index that never changes: for each word the products it stands in and what it counts there. Words and
 * codes are sorted, so that look-ups and prefixes need no further table. 8 bytes per word of a product, 12 per code.
 */
export type Segment = {
  readonly words: readonly string[]
  /** The postings of word i lie from starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array
  readonly ordinals: Uint32Array
  readonly impacts: Float32Array
  /** 53-bit hashes of SKUs and barcodes, sorted, beside the product each belongs to. */
  readonly codes: Float64Array
  readonly codeOrdinals: Uint32Array
  /** Products put in, whether or not they are still there. */
  readonly size: number
}

/** One product on its way into a segment. */
export type SegmentEntry = { ordinal: number; words: ReadonlyMap<string, number>; codes: readonly number[] }

type Posting = { ordinals: number[]; impacts: number[] }

/** Makes a segment of a few hundred products. */
export function buildSegment(entries: readonly SegmentEntry[]): Segment {
  const postings = new Map<string, Posting>()
  let total = 0
  for (const { ordinal, words } of entries) {
    for (const [word, impact] of words) {
      let posting = postings.get(word)
      if (!posting) {
        posting = { ordinals: [], impacts: [] }
        postings.set(word, posting)
      }
      posting.ordinals.push(ordinal)
      posting.impacts.push(impact)
      total++
    }
  }
  const words = [...postings.keys()].sort(byCodeUnit)
  const segment = {
    words,
    starts: new Uint32Array(words.length + 1),
    ordinals: new Uint32Array(total),
    impacts: new Float32Array(total),
    size: entries.length,
  }
  let at = 0
  for (let index = 0; index < words.length; index++) {
    const posting = postings.get(words[index] as string) as Posting
    segment.starts[index] = at
    segment.ordinals.set(posting.ordinals, at)
    segment.impacts.set(posting.impacts, at)
    at += posting.ordinals.length
  }
  segment.starts[words.length] = at
  return { ...segment, ...sortCodes(entries) }
}

/** The order of words in a segment; `<` on strings compares code units too, and is what look-ups use. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sortCodes(entries: readonly SegmentEntry[]): Pick<Segment, 'codes' | 'codeOrdinals'> {
  const pairs = entries.flatMap((entry) => entry.codes.map((code) => ({ code, ordinal: entry.ordinal })))
  pairs.sort((a, b) => a.code - b.code || a.ordinal - b.ordinal)
  return {
    codes: Float64Array.from(pairs, (pair) => pair.code),
    codeOrdinals: Uint32Array.from(pairs, (pair) => pair.ordinal),
  }
}

/** Where the first word that is not below `word` stands. */
export function firstNotBelow(segment: Segment, word: string): number {
  const { words } = segment
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The number of a word in a segment, or -1. */
export function wordNumber(segment: Segment, word: string): number {
  const at = firstNotBelow(segment, word)
  return segment.words[at] === word ? at : -1
}

/** Calls back with every product that has this code. */
export function eachOrdinalOfCode(segment: Segment, code: number, hear: (ordinal: number) => void): void {
  const { codes, codeOrdinals } = segment
  let low = 0
  let high = codes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle] as number) < code) low = middle + 1
    else high = middle
  }
  for (let at = low; codes[at] === code; at++) hear(codeOrdinals[at] as number)
}

/** A 53-bit hash of a folded code: among a million codes two share one with a chance of about 1 in 18,000. */
export function hashCode(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return (high >>> 11) * 4294967296 + (low >>> 0)
}

/** Bytes that a segment holds in memory, its strings by estimate. */
export function segmentBytes(segment: Segment): number {
  const strings = segment.words.reduce((sum, word) => sum + 8 + 16 + ((word.length + 7) & ~7), 0)
  const { starts, ordinals, impacts, codes, codeOrdinals } = segment
  const arrays = [starts, ordinals, impacts, codes, codeOrdinals]
  return strings + arrays.reduce((sum, array) => sum + array.byteLength, 0)
}
