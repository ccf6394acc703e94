import type { Segment } from './segment.ts'

/** How many words are merged between two pauses. */
const wordsPerStep = 2000

/**
 * Makes one segment of several, leaving out products that are gone. It yields often, so that searches are answered in
 * between; the segments read are never written.
 */
export function* mergeSegments(
  segments: readonly Segment[],
  isAlive: (ordinal: number) => boolean,
): Generator<void, Segment> {
  let capacity = 0
  for (const segment of segments) capacity += segment.ordinals.length
  const ordinals = new Uint32Array(capacity)
  const impacts = new Float32Array(capacity)
  const words: string[] = []
  const starts: number[] = []
  const cursors = segments.map(() => 0)
  let at = 0
  for (let step = 1; ; step++) {
    const word = lowestWord(segments, cursors)
    if (word === undefined) break
    const start = at
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index] as Segment
      const cursor = cursors[index] as number
      if (segment.words[cursor] !== word) continue
      cursors[index] = cursor + 1
      const end = segment.starts[cursor + 1] as number
      for (let from = segment.starts[cursor] as number; from < end; from++) {
        const ordinal = segment.ordinals[from] as number
        if (!isAlive(ordinal)) continue
        ordinals[at] = ordinal
        impacts[at++] = segment.impacts[from] as number
      }
    }
    if (at > start) {
      words.push(word)
      starts.push(start)
    }
    if (step % wordsPerStep === 0) yield
  }
  starts.push(at)
  yield
  const codes = yield* mergeCodes(segments, isAlive)
  yield
  return {
    words,
    starts: Uint32Array.from(starts),
    ordinals: ordinals.slice(0, at),
    impacts: impacts.slice(0, at),
    ...codes,
    size: segments.reduce((sum, segment) => sum + segment.size, 0),
  }
}

function lowestWord(segments: readonly Segment[], cursors: readonly number[]): string | undefined {
  let lowest: string | undefined
  for (let index = 0; index < segments.length; index++) {
    const word = (segments[index] as Segment).words[cursors[index] as number]
    if (word !== undefined && (lowest === undefined || word < lowest)) lowest = word
  }
  return lowest
}

function* mergeCodes(
  segments: readonly Segment[],
  isAlive: (ordinal: number) => boolean,
): Generator<void, Pick<Segment, 'codes' | 'codeOrdinals'>> {
  const capacity = segments.reduce((sum, segment) => sum + segment.codes.length, 0)
  const codes = new Float64Array(capacity)
  const codeOrdinals = new Uint32Array(capacity)
  const cursors = segments.map(() => 0)
  let at = 0
  for (let step = 1; ; step++) {
    let lowest = -1
    for (let index = 0; index < segments.length; index++) {
      const code = codeAt(segments, cursors, index)
      if (code !== undefined && (lowest < 0 || code < (codeAt(segments, cursors, lowest) as number))) lowest = index
    }
    if (lowest < 0) break
    const ordinal = (segments[lowest] as Segment).codeOrdinals[cursors[lowest] as number] as number
    if (isAlive(ordinal)) {
      codes[at] = codeAt(segments, cursors, lowest) as number
      codeOrdinals[at++] = ordinal
    }
    cursors[lowest] = (cursors[lowest] as number) + 1
    if (step % wordsPerStep === 0) yield
  }
  return { codes: codes.slice(0, at), codeOrdinals: codeOrdinals.slice(0, at) }
}

function codeAt(segments: readonly Segment[], cursors: readonly number[], index: number): number | undefined {
  return segments[index]?.codes[cursors[index] as number]
}
