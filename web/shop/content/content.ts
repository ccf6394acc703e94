import type { Store } from '../../ui/api-types.ts'

/** A page of words: what it is called, what it says first, and its parts. */
export type Content = { title: string; lead: string; parts: { title: string; text: string[]; list?: string[] }[] }

/** A page in each language of the shop; English stands in for the others. */
export type ContentByLocale = Record<string, (store: Store) => Content>

export function contentIn(pages: ContentByLocale, locale: string, store: Store): Content {
  const page = pages[locale] ?? pages.en
  if (!page) throw new Error('a page has no English words')
  return page(store)
}
