import { foldCode } from './analyse-text.ts'
import { buildCategoryTree } from './category-tree.ts'
import type { IndexState } from './index-state.ts'
import { addOrdinal } from './product-columns.ts'
import type { Offer, SearchCategory, SearchDocument } from './search-document.ts'
import { buildSegment, hashCode, type SegmentEntry } from './segment.ts'
import { weighWords } from './weigh-words.ts'

/** Puts products in, or in place of what was known of them, as one new segment: give them in batches, not one by one. */
export function putDocuments(state: IndexState, documents: readonly SearchDocument[]): void {
  if (documents.length === 0) return
  const latest = new Map(documents.map((document) => [document.id, document]))
  const entries: SegmentEntry[] = []
  for (const document of latest.values()) {
    forgetOrdinal(state, document.id)
    const ordinal = state.free.pop() ?? addOrdinal(state.columns)
    state.ordinalOf.set(document.id, ordinal)
    state.live++
    writeColumns(state, ordinal, document)
    const categories = state.tree.wordsOf(document.categories.map((category) => category.id))
    const codes = [...new Set(document.codes.map(foldCode))].filter((code) => code !== '').map(hashCode)
    entries.push({ ordinal, words: weighWords(document, categories), codes })
  }
  state.segments = [...state.segments, buildSegment(entries)]
  forgetCaches(state)
}

/** Takes products out; unknown ones are passed over. */
export function removeDocuments(state: IndexState, ids: readonly string[]): void {
  for (const id of ids) forgetOrdinal(state, id)
  forgetCaches(state)
}

/** Changes prices and availability in place: no word is read again. */
export function changeOffers(state: IndexState, offers: readonly Offer[]): void {
  let changed = false
  for (const offer of offers) {
    const ordinal = state.ordinalOf.get(offer.id)
    if (ordinal === undefined) continue
    const price = offer.priceMinor ?? Infinity
    const inStock = offer.inStock ? 1 : 0
    changed ||= state.columns.price[ordinal] !== price || state.columns.inStock[ordinal] !== inStock
    state.columns.price[ordinal] = price
    state.columns.inStock[ordinal] = inStock
  }
  if (changed) state.caches.orders.clear()
}

/** Takes over the shop's categories and answers the products whose words are out of date because a title changed. */
export function changeCategories(state: IndexState, categories: readonly SearchCategory[]): string[] {
  const tree = buildCategoryTree(categories)
  const differing = tree.differingFrom(state.tree)
  state.tree = tree
  forgetCaches(state)
  const touched = state.categorySets.map((set) => set.some((category) => differing.has(category.id)))
  return [...state.ordinalOf]
    .filter(([, ordinal]) => touched[state.columns.categorySet[ordinal] as number])
    .map(([id]) => id)
}

function forgetOrdinal(state: IndexState, id: string): void {
  const ordinal = state.ordinalOf.get(id)
  if (ordinal === undefined) return
  state.ordinalOf.delete(id)
  state.columns.alive[ordinal] = 0
  state.columns.ids[ordinal] = ''
  state.columns.titles[ordinal] = ''
  state.dead.push(ordinal)
  state.live--
}

function writeColumns(state: IndexState, ordinal: number, document: SearchDocument): void {
  const { columns } = state
  columns.alive[ordinal] = 1
  columns.inStock[ordinal] = document.inStock ? 1 : 0
  columns.price[ordinal] = document.priceMinor ?? Infinity
  columns.createdAt[ordinal] = document.createdAt
  columns.vendor[ordinal] = state.vendors.numberOf(document.vendor)
  columns.categorySet[ordinal] = categorySetOf(state, document)
  columns.ids[ordinal] = document.id
  columns.titles[ordinal] = document.titles[0] ?? ''
}

function categorySetOf(state: IndexState, document: SearchDocument): number {
  const set = document.categories.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const key = set.map((category) => `${category.id} ${category.position}`).join()
  let number = state.categorySetNumbers.get(key)
  if (number === undefined) {
    number = state.categorySets.push(set) - 1
    state.categorySetNumbers.set(key, number)
  }
  return number
}

function forgetCaches(state: IndexState): void {
  state.caches.orders.clear()
  state.caches.setsWithin.clear()
  state.caches.guesses.clear()
}
