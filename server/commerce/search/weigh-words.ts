import { eachWord, isStopWord } from './analyse-text.ts'
import { heedTitle } from './heed-title.ts'
import { wordLengthMax } from './letters.ts'
import type { SearchDocument } from './search-document.ts'

/**
 * How much a word says in a field (`weight`), how many words the field usually has (`usual`), and how much a longer
 * text waters each of them down (`watering`, 0 to 1). The usual length is fixed, not measured over the catalogue, so
 * that a product weighs the same whenever it was added.
 */
type Field = { weight: number; usual: number; watering: number }

const fields = {
  title: { weight: 6, usual: 10, watering: 0.75 },
  productType: { weight: 3, usual: 2, watering: 0.2 },
  category: { weight: 2, usual: 2, watering: 0.2 },
  parentCategory: { weight: 1, usual: 4, watering: 0.2 },
  vendor: { weight: 2.5, usual: 1, watering: 0.2 },
  tag: { weight: 2, usual: 4, watering: 0.5 },
  option: { weight: 1.5, usual: 6, watering: 0.3 },
  attribute: { weight: 0.4, usual: 40, watering: 0.7 },
  description: { weight: 0.7, usual: 40, watering: 0.7 },
} satisfies Record<string, Field>

/** The k1 of BM25: how soon more of the same word stops to count. */
const saturation = 2

/** The words of the categories a product lies in, told apart from those of the categories above. */
export type CategoryWords = { own: readonly string[]; above: readonly string[] }

/**
 * The words of a product and what each counts there, before it is known how rare they are. BM25F: the fields' counts are weighed and
 * added up first, and saturated once (Robertson, Zaragoza and Taylor 2004).
 */
export function weighWords(document: SearchDocument, categories: CategoryWords): Map<string, number> {
  const words = new Map<string, number>()
  for (const title of document.titles) addPhrase(words, fields.title, title)
  addPhrase(words, fields.productType, document.productType)
  addField(words, fields.category, categories.own)
  addField(words, fields.parentCategory, categories.above)
  addField(words, fields.vendor, [document.vendor])
  addField(words, fields.tag, document.tags)
  addField(words, fields.option, document.optionValues)
  addField(words, fields.attribute, document.attributeTexts)
  for (const description of document.descriptions) addField(words, fields.description, [description])
  for (const [word, sum] of words) words.set(word, (sum * (saturation + 1)) / (sum + saturation))
  return words
}

function addPhrase(words: Map<string, number>, field: Field, text: string): void {
  const main: string[] = []
  const told: { word: string; at: number }[] = []
  eachWord(text, (word, isExtra) => {
    if (!isExtra) main.push(word)
    if (word.length <= wordLengthMax) told.push({ word, at: Math.max(0, main.length - 1) })
  })
  const heed = heedTitle(main)
  const scale = field.weight / (1 - field.watering + (field.watering * main.length) / field.usual)
  for (const { word, at } of told) words.set(word, (words.get(word) ?? 0) + scale * (heed[at] as number))
}

function addField(words: Map<string, number>, field: Field, texts: readonly string[]): void {
  const counts = new Map<string, number>()
  let length = 0
  for (const text of texts) {
    eachWord(text, (word, isExtra) => {
      if (!isExtra) length++
      if (word.length > wordLengthMax) return
      counts.set(word, (counts.get(word) ?? 0) + 1)
    })
  }
  const scale = field.weight / (1 - field.watering + (field.watering * length) / field.usual)
  const isText = field.weight < 1
  for (const [word, count] of counts)
    if (!isText || !isStopWord(word)) words.set(word, (words.get(word) ?? 0) + count * scale)
}
