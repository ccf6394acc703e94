/** What is done with each word of a text. An extra form is another spelling of a word already told, so it adds no length. */
export type HearWord = (word: string, isExtra: boolean) => void

const unitWords = new Set(
  `gb tb mb kb gib tib mib ghz mhz khz hz mm cm dm m km ft inch inches zoll in l ml cl liter litre kg g mg lb lbs oz w kw
  wh kwh v mv kv a ma mah ah dpi rpm px mp bit db pc pcs stk pack port ports`.split(/\s+/),
)
const sameUnit: Record<string, string> = { inches: 'inch', zoll: 'inch', in: 'inch', litre: 'l', liter: 'l', lbs: 'lb' }

const notAscii = /[^\0-\x7f]/
const umlauts = /[äöü]/
const umlautWords = /[\p{L}\p{N}]*[äöü][\p{L}\p{N}]*/gu
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const asciiChunks = /[a-z0-9]+(?:[-.,'_/&+][a-z0-9]+)*/g
const chunks = /[\p{L}\p{N}]+(?:[-.,'_/&+][\p{L}\p{N}]+)*/gu
const plainWord = /^\p{L}+$/u
// A decimal number with letters around it (usb3.0, 15.6, 802.11b), a German decimal (15,6), or a run of either kind.
const parts = /\p{L}*\p{N}+(?:\.\p{N}+)+\p{L}*|\p{N}+,\p{N}{1,2}(?![\p{N}\p{L},])|[\p{L}\p{N}]+/gu
const numberAndUnit = /^(\p{N}+(?:\.\p{N}+)?)(\p{L}+)$/u
const shortNumber = /^\p{N}{1,4}$/u
const numberAlone = /^\p{N}+(?:\.\p{N}+)?$/u

/** Lower case without accents; ß is ss, ligatures are their letters. Other scripts stay what they are. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (!notAscii.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[″”“]/g, '"')
}

/**
 * Tells every word of a text, as the index keeps it. "dv7-1211ea" is dv7, 1211ea and dv71211ea; "500 GB" and "500gb"
 * are both 500, gb and 500gb; "Mühle" is muhle and muehle.
 */
export function eachWord(text: string, hear: HearWord): void {
  const folded = foldText(text)
  let before = ''
  for (const [chunk] of folded.matchAll(
    folded.length === text.length && !notAscii.test(folded) ? asciiChunks : chunks,
  )) {
    if (plainWord.test(chunk)) {
      hear(chunk, false)
      hearPair(before, chunk, hear)
      before = chunk
      continue
    }
    const pieces = chunk.match(parts) ?? []
    for (const piece of pieces) {
      const part = piece.replace(',', '.')
      const measured = numberAndUnit.exec(part)
      if (measured && unitWords.has(measured[2] as string)) {
        hear(measured[1] as string, false)
        hear(measured[2] as string, true)
        hearPair(measured[1] as string, measured[2] as string, hear)
      } else {
        hear(part, false)
        hearPair(before, part, hear)
      }
      before = part
    }
    if (pieces.length > 1 && pieces.length <= 4) hear(pieces.join(''), true)
  }
  const lower = text.normalize('NFC').toLowerCase()
  if (umlauts.test(lower)) for (const [word] of lower.matchAll(umlautWords)) hear(spellOut(word), true)
}

/** A number with its unit, and a name with its number, are one word as well: 500gb, windows10, ps4. */
function hearPair(before: string, word: string, hear: HearWord): void {
  if (before === '') return
  if (unitWords.has(word)) {
    if (numberAlone.test(before)) hear(before + (sameUnit[word] ?? word), true)
  } else if (shortNumber.test(word) && plainWord.test(before)) hear(before + word, true)
}

function spellOut(word: string): string {
  return foldText(word.replace(/[äöü]/g, (letter) => spelledOut[letter] as string))
}

/** One word that somebody searches for, with another spelling of it where there is one. */
export type QueryWord = { text: string; spelledOut?: string }

/** The words of a query in their order, a number and its unit as one. At most `wordsMax`, the rest is not looked at. */
export function queryWords(text: string, wordsMax = 12): QueryWord[] {
  const found: QueryWord[] = []
  const folded = foldText(text.slice(0, 400))
  for (const [chunk] of folded.matchAll(chunks)) {
    for (const piece of chunk.match(parts) ?? []) {
      const part = piece.replace(',', '.')
      const last = found.at(-1)
      const measured = numberAndUnit.exec(part)
      if (last && unitWords.has(part) && numberAlone.test(last.text)) last.text += sameUnit[part] ?? part
      else if (measured && unitWords.has(measured[2] as string))
        found.push({ text: `${measured[1]}${sameUnit[measured[2] as string] ?? measured[2]}` })
      else found.push({ text: part })
    }
  }
  const lower = text.normalize('NFC').toLowerCase()
  if (umlauts.test(lower)) {
    for (const [word] of lower.matchAll(umlautWords)) {
      const same = found.find((candidate) => candidate.text === foldText(word))
      if (same) same.spelledOut = spellOut(word)
    }
  }
  return found.slice(0, wordsMax)
}

const stopWords = new Set(
  `a an and are as at be by for from in is it of on or that the this to with without
  der die das den dem des ein eine einer eines einem einen und oder mit ohne fur fuer von vom zu zum zur im am an auf aus
  bei ist sind als auch`.split(/\s+/),
)

/** Whether a word says nothing about what is wanted. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}

/** A SKU, barcode or model name as it is compared: letters and digits only. */
export function foldCode(code: string): string {
  return foldText(code).replace(/[^\p{L}\p{N}]+/gu, '')
}
