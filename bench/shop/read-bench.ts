import { startProgram } from '../measuring/child-program.ts'
import type { LoadDriver } from '../measuring/load.ts'
import { type Compared, compareInRounds } from '../measuring/rounds.ts'
import { type Chance, seededChance, zipfRanks } from '../measuring/seeded-random.ts'
import { browsePaths, type CatalogFacts, searchPaths } from './catalog-facts.ts'
import type { PathName, ShopBenchOptions } from './shop-options.ts'

type Mix = { paths: string[]; order: number[]; headers?: Record<string, string>; type: string; encoding?: string }

const json = 'application/json; charset=utf-8'
const html = { type: 'text/html', encoding: 'br', headers: { 'accept-encoding': 'br' } }
const ordersDrawn = 50_000

/** Measures one way of reading against bare Fastify sending the same bytes. */
export async function measureReads(of: {
  name: PathName
  facts: CatalogFacts
  port: number
  driver: LoadDriver
  options: ShopBenchOptions
}): Promise<Compared> {
  const { name, facts, port, driver, options } = of
  const mix = mixOf(name, facts, options)
  const limit = startProgram(new URL('../measuring/bare-fastify.ts', import.meta.url))
  try {
    const { answers, bytes } = await limit.ask<{ answers: number; bytes: number }>({ copyFrom: port, ...mix })
    console.log(`  ${name}: ${answers} different addresses, ${Math.round(bytes / answers)} bytes each on average`)
    const limitPort = await limit.ask<number>('port')
    await driver.prepare(name, mix)
    const { shoppers, roundMs: durationMs, rounds } = options
    return await compareInRounds({
      rounds,
      ours: () => driver.read({ mix: name, port, shoppers, durationMs }),
      limit: () => driver.read({ mix: name, port: limitPort, shoppers, durationMs }),
    })
  } finally {
    await limit.stop()
  }
}

function mixOf(name: PathName, facts: CatalogFacts, options: ShopBenchOptions): Mix {
  const chance = seededChance(20_26)
  const slugs = facts.products.map((product) => encodeURIComponent(product.slug))
  if (name === 'browse') return drawn(browsePaths(facts), chance, { exponent: 0.8, type: json })
  if (name === 'detail')
    return drawn(
      slugs.map((slug) => `/api/products/${slug}`),
      chance,
      { exponent: 0.8, type: json },
    )
  if (name === 'home') return { paths: ['/'], order: [0], ...html }
  if (name === 'page')
    return drawn(
      slugs.slice(0, 400).map((slug) => `/p/${slug}`),
      chance,
      { exponent: 0.8, ...html },
    )
  const paths = searchPaths(facts, chance, options.isQuick ? 500 : 10_000)
  // What many people type comes often, as it does in a shop; the shop may keep such answers.
  if (name === 'popular') return drawn(paths, chance, { exponent: 1, type: json })
  // One after the other: a search comes round again only after all the others have.
  return { paths, order: paths.map((_, index) => index), type: json }
}

/** The addresses that a mix really asks for, and the order in which it does. */
function drawn(paths: string[], chance: Chance, how: { exponent: number } & Omit<Mix, 'paths' | 'order'>): Mix {
  const { exponent, ...rest } = how
  const ranks = zipfRanks(chance, { count: paths.length, exponent, draws: ordersDrawn })
  const placeOf = new Map<number, number>()
  const order = ranks.map((rank) => {
    const place = placeOf.get(rank) ?? placeOf.size
    placeOf.set(rank, place)
    return place
  })
  return { paths: [...placeOf.keys()].map((rank) => paths[rank] as string), order, ...rest }
}
