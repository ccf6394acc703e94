import { foldText } from './analyse-text.ts'
import type { SearchCategory } from './search-document.ts'
import type { CategoryWords } from './weigh-words.ts'

/** The shop's categories as the index sees them. */
export type CategoryTree = {
  /** Titles of a product's own categories and of all above them. */
  wordsOf(categoryIds: readonly string[]): CategoryWords
  /** The category and all below it, by id; undefined when there is no such category. */
  within(slug: string): ReadonlySet<string> | undefined
  /** The titles of a category and of all above it, as one text to compare. */
  textOf(id: string): string
  /** Every category whose titles, or those above it, are not what they are in another tree. */
  differingFrom(other: CategoryTree): Set<string>
  /** Those with a title in which each of these folded texts begins a word. */
  beginningWith(prefixes: readonly string[]): SearchCategory[]
  readonly list: readonly SearchCategory[]
}

/** Builds the tree. A category whose parent is unknown stands at the top; a circle is cut. */
export function buildCategoryTree(list: readonly SearchCategory[]): CategoryTree {
  const byId = new Map(list.map((category) => [category.id, category]))
  const children = Map.groupBy(list, (category) => category.parentId)
  let titleWords: string[][][] | undefined
  const withinCache = new Map<string, ReadonlySet<string>>()
  const chainOf = (id: string): SearchCategory[] => {
    const chain: SearchCategory[] = []
    for (let at = byId.get(id); at && !chain.includes(at); at = at.parentId ? byId.get(at.parentId) : undefined)
      chain.push(at)
    return chain
  }
  const collect = (id: string, into: Set<string>) => {
    if (into.has(id)) return
    into.add(id)
    for (const child of children.get(id) ?? []) collect(child.id, into)
  }
  const textOf = (id: string) => JSON.stringify(chainOf(id).map((category) => category.titles))
  return {
    list,
    textOf,
    wordsOf(categoryIds) {
      const own = new Set<string>()
      const above = new Set<string>()
      for (const id of categoryIds) {
        const [first, ...rest] = chainOf(id)
        for (const title of first?.titles ?? []) own.add(title)
        for (const category of rest) for (const title of category.titles) above.add(title)
      }
      return { own: [...own], above: [...above].filter((title) => !own.has(title)) }
    },
    beginningWith(prefixes) {
      titleWords ??= list.map((category) => category.titles.map((title) => foldText(title).split(/[^\p{L}\p{N}]+/u)))
      const words = titleWords
      return list.filter((_, index) =>
        words[index]?.some((title) => prefixes.every((prefix) => title.some((word) => word.startsWith(prefix)))),
      )
    },
    within(slug) {
      const category = list.find((candidate) => candidate.slug === slug)
      if (!category) return undefined
      let ids = withinCache.get(slug)
      if (!ids) {
        const found = new Set<string>()
        collect(category.id, found)
        ids = found
        withinCache.set(slug, ids)
      }
      return ids
    },
    differingFrom(other) {
      const ids = new Set([...list, ...other.list].map((category) => category.id))
      return new Set([...ids].filter((id) => other.textOf(id) !== textOf(id)))
    },
  }
}
