import { buildCategoryTree, type CategoryTree } from './category-tree.ts'
import type { LetterWords } from './letters.ts'
import { createColumns, createNumbering, type Numbering, type ProductColumns } from './product-columns.ts'
import type { Segment } from './segment.ts'
import type { Endings } from './word-endings.ts'

/** A set of categories that some product lies in, with its place in each. */
export type CategorySet = readonly { id: string; position: number }[]

/** All that one index holds. Only `change-index.ts` and `tidy-index.ts` write it, but for what is named a cache. */
export type IndexState = {
  readonly columns: ProductColumns
  readonly ordinalOf: Map<string, number>
  readonly vendors: Numbering
  categorySets: CategorySet[]
  /** By their text, in the order of their numbers. */
  categorySetNumbers: Map<string, number>
  tree: CategoryTree
  /** Newest last. Replaced as a whole, so that a search under way keeps what it began with. */
  segments: readonly Segment[]
  /** Ordinals of products that are gone, whose words may still stand in a segment. */
  dead: number[]
  /** Ordinals that no segment knows any more. */
  free: number[]
  /** Products that can be found. */
  live: number
  caches: Caches
  scratch: Scratch
}

/** Memory that searches use in turn, as long as the columns: each runs to its end before the next begins. */
export type Scratch = {
  scores: Float32Array
  best: Float32Array
  masks: Uint16Array
  marks: Uint8Array
  ordinals: Uint32Array
  keys: Float64Array
}

/** What is worked out from the rest when first asked for, and forgotten with the next change. */
export type Caches = {
  /** Ordinals by category and order. */
  readonly orders: Map<string, Uint32Array>
  /** 1 for each set of categories within a category. */
  readonly setsWithin: Map<string, Uint8Array>
  /** What was found by looking through many words: completions, compounds, near words. */
  readonly guesses: Map<string, unknown>
  /** The words of a segment by length and letters. */
  readonly letterWords: WeakMap<Segment, LetterWords>
  /** The words of a segment by how they end. */
  readonly endings: WeakMap<Segment, Endings>
}

/** An index of no products. */
export function emptyState(): IndexState {
  return {
    columns: createColumns(),
    ordinalOf: new Map(),
    vendors: createNumbering(),
    categorySets: [],
    categorySetNumbers: new Map(),
    tree: buildCategoryTree([]),
    segments: [],
    dead: [],
    free: [],
    live: 0,
    caches: {
      orders: new Map(),
      setsWithin: new Map(),
      guesses: new Map(),
      letterWords: new WeakMap(),
      endings: new WeakMap(),
    },
    scratch: newScratch(0),
  }
}

function newScratch(length: number): Scratch {
  return {
    scores: new Float32Array(length),
    best: new Float32Array(length),
    masks: new Uint16Array(length),
    marks: new Uint8Array(length),
    ordinals: new Uint32Array(length),
    keys: new Float64Array(length),
  }
}

/** The memory for a search, made longer when the catalogue has grown. */
export function scratchFor(state: IndexState): Scratch {
  if (state.scratch.scores.length < state.columns.length) state.scratch = newScratch(state.columns.alive.length)
  return state.scratch
}

const guessesKeptMax = 4000

/** Makes a guess, or answers the one made before, as long as no word has come or gone since. */
export function guessOnce<T>(state: IndexState, kind: string, word: string, make: () => T): T {
  const { guesses } = state.caches
  const key = `${kind} ${word}`
  if (guesses.has(key)) return guesses.get(key) as T
  const guess = make()
  if (guesses.size >= guessesKeptMax) guesses.clear()
  guesses.set(key, guess)
  return guess
}

/** Which sets of categories lie within a category, as 1 per number of a set; undefined for an unknown category. */
export function setsWithin(state: IndexState, categorySlug: string): Uint8Array | undefined {
  const ids = state.tree.within(categorySlug)
  if (!ids) return undefined
  let found = state.caches.setsWithin.get(categorySlug)
  if (!found) {
    found = Uint8Array.from(state.categorySets, (set) => (set.some((category) => ids.has(category.id)) ? 1 : 0))
    state.caches.setsWithin.set(categorySlug, found)
  }
  return found
}
