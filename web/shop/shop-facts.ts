import { ask, need } from '../ui/api.ts'
import type { Category, Store } from '../ui/api-types.ts'

/** What every page of the shop shows around its content. */
export type ShopFacts = { store: Store; categories: Category[] }

const asked = new WeakMap<App.Locals, Promise<ShopFacts>>()

/** The shop's facts in the language of this visit, asked once for each page. */
export function shopFacts(locals: App.Locals): Promise<ShopFacts> {
  let facts = asked.get(locals)
  if (!facts) {
    facts = read(locals)
    asked.set(locals, facts)
  }
  return facts
}

async function read(locals: App.Locals): Promise<ShopFacts> {
  const { locale } = locals
  const [store, categories] = await Promise.all([
    need(ask<Store>(locals, 'GET /api/store')),
    need(ask<Category[]>(locals, 'GET /api/categories', { query: { locale } })),
  ])
  return { store, categories }
}

/** The shop's own word in the language of this visit. */
export function taglineOf(store: Store, locale: string): string {
  return store.tagline[locale] ?? store.tagline[store.defaultLocale] ?? ''
}

/** The categories from the top of the tree down to one of them. */
export function categoryTrail(categories: readonly Category[], id: string | null | undefined): Category[] {
  const trail: Category[] = []
  for (let at = categories.find((one) => one.id === id); at; at = categories.find((one) => one.id === at?.parentId))
    trail.unshift(at)
  return trail
}

/** The time zone that the shop's clock shows; of a country with several, the first that CLDR lists. */
export function timeZoneOf(store: Store): string {
  const { country } = store.address
  return (country && new Intl.Locale('und', { region: country }).getTimeZones?.()?.[0]) || 'UTC'
}
