import type { Chance } from '../../bench/measuring/seeded-random.ts'

const timesMax = 6
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
const known: Record<string, string[]> = {
  d: [...'0123456789'],
  w: [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'],
  s: [' '],
  S: printable.filter((letter) => letter !== ' '),
}

/**
 * A text that matches a pattern of ours: anchors, classes, groups, alternatives and counts. What else a pattern may
 * hold (looking ahead, back references) it does not know, and throws.
 */
export function samplePattern(pattern: string, chance: Chance): string {
  const reader = { text: pattern, at: 0 }
  const made = alternatives(reader, chance)
  if (reader.at < pattern.length) throw new Error(`cannot make a text for the pattern ${pattern}`)
  return made
}

type Reader = { text: string; at: number }

/** Reads all alternatives and answers one of them. */
function alternatives(reader: Reader, chance: Chance): string {
  const made = [sequence(reader, chance)]
  while (reader.text[reader.at] === '|') {
    reader.at++
    made.push(sequence(reader, chance))
  }
  return chance.pick(made)
}

function sequence(reader: Reader, chance: Chance): string {
  let made = ''
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] as string)) {
    const from = reader.at
    const once = piece(reader, chance)
    const end = reader.at
    const { min, max } = count(reader)
    const after = reader.at
    const times = min + chance.below(max - min + 1)
    // Each repetition is drawn anew.
    for (let time = 0; time < times; time++) made += time === 0 ? once : piece({ ...reader, at: from }, chance)
    reader.at = Math.max(end, after)
  }
  return made
}

function piece(reader: Reader, chance: Chance): string {
  const letter = reader.text[reader.at++] as string
  if (letter === '^' || letter === '$') return ''
  if (letter === '.') return chance.pick(printable)
  if (letter === '[') return chance.pick(letterClass(reader))
  if (letter === '\\') return chance.pick(escaped(reader))
  if (letter !== '(') return letter
  if (reader.text[reader.at] === '?') {
    if (reader.text[reader.at + 1] !== ':') throw new Error(`cannot make a text for the pattern ${reader.text}`)
    reader.at += 2
  }
  const made = alternatives(reader, chance)
  reader.at++
  return made
}

function count(reader: Reader): { min: number; max: number } {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(reader.text.slice(reader.at))
  if (!found) return { min: 1, max: 1 }
  reader.at += found[0].length
  if (found[0] === '*') return { min: 0, max: timesMax }
  if (found[0] === '+') return { min: 1, max: timesMax }
  if (found[0] === '?') return { min: 0, max: 1 }
  const min = Number(found[1])
  if (!found[2]) return { min, max: min }
  return { min, max: found[3] ? Number(found[3]) : min + timesMax }
}

function letterClass(reader: Reader): string[] {
  const isNegated = reader.text[reader.at] === '^'
  if (isNegated) reader.at++
  const letters: string[] = []
  while (reader.text[reader.at] !== ']') {
    const letter = reader.text[reader.at++] as string
    const from = letter === '\\' ? escaped(reader) : [letter]
    if (reader.text[reader.at] === '-' && reader.text[reader.at + 1] !== ']' && from.length === 1) {
      reader.at++
      const next = reader.text[reader.at++] as string
      const to = next === '\\' ? (escaped(reader)[0] as string) : next
      for (let code = (from[0] as string).charCodeAt(0); code <= to.charCodeAt(0); code++)
        letters.push(String.fromCharCode(code))
    } else letters.push(...from)
  }
  reader.at++
  return isNegated ? printable.filter((letter) => !letters.includes(letter)) : letters
}

function escaped(reader: Reader): string[] {
  const letter = reader.text[reader.at++] as string
  if (letter === 'u' || letter === 'x') {
    const digits = letter === 'u' ? 4 : 2
    const code = Number.parseInt(reader.text.slice(reader.at, reader.at + digits), 16)
    reader.at += digits
    return [String.fromCharCode(code)]
  }
  return known[letter] ?? [{ n: '\n', r: '\r', t: '\t' }[letter] ?? letter]
}
