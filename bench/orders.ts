import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { type LoadDriver, type LoadResult, startLoadDriver } from './measuring/load.ts'
import { median } from './measuring/quantiles.ts'
import { machine, printFigures, printTable, rounded } from './measuring/report.ts'
import { seededChance } from './measuring/seeded-random.ts'
import { type ShopProcess, startShop } from './measuring/shop-process.ts'
import { temporaryFolder } from './measuring/temporary-folder.ts'
import { fillHistory } from './orders/fill-history.ts'
import { type OrdersOptions, ordersHelp, readOrdersOptions } from './orders/orders-options.ts'
import { limitPlacer, type Placer, type Round, shopPlacer } from './orders/place-orders.ts'
import { type CatalogFacts, catalogFacts } from './shop/catalog-facts.ts'
import { fillShop } from './shop/fill-shop.ts'
import { compareRows } from './shop/same-rows.ts'
import { socketUrl } from './shop/socket-url.ts'
import { untilDelivered } from './shop/until-delivered.ts'
import { linesFor, openLimit } from './shop/write-bench.ts'

export const about = ordersHelp

/** Measures placing orders; false when something went wrong or was answered wrongly, never because it was slow. */
export async function run(given: { args: string[] }): Promise<boolean> {
  const options = readOrdersOptions(given.args)
  console.log(`Placing orders against the limit. ${machine()}`)
  const temporary = await temporaryFolder('bench-orders')
  const folder = options.folder ?? temporary.path
  try {
    await fill(folder, options)
    const driver = startLoadDriver()
    const young = await openAged(join(folder, 'young'), driver)
    const grown = await openAged(join(folder, 'grown'), driver)
    try {
      const results = await measure({ young, grown }, options)
      const differ = await compareWrites(young, temporary.path)
      return report(results, differ, options)
    } finally {
      await driver.stop()
      await Promise.all([young.shop.stop(), grown.shop.stop()])
    }
  } finally {
    await temporary.remove()
  }
}

async function fill(folder: string, { history }: OrdersOptions): Promise<void> {
  const began = performance.now()
  const [young, grown] = [join(folder, 'young'), join(folder, 'grown')]
  const isThere = existsSync(join(grown, 'filled'))
  await fillShop(young, undefined)
  if (!isThere) {
    cpSync(young, grown, { recursive: true })
    await fillHistory(grown, history)
    cpSync(join(grown, 'secret'), join(grown, 'filled'))
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `  a young shop, and one with ${history.orders} past orders and ${history.products} more products: filled in ${seconds} s`,
  )
}

type Aged = { shop: ShopProcess; databaseUrl: string; facts: CatalogFacts; placer: Placer }

async function openAged(dataFolder: string, driver: LoadDriver): Promise<Aged> {
  const shop = await startShop({ dataFolder })
  const databaseUrl = socketUrl(dataFolder)
  await untilDelivered(databaseUrl, 600)
  const facts = await catalogFacts(databaseUrl)
  return { shop, databaseUrl, facts, placer: shopPlacer({ port: shop.port, databaseUrl, driver }) }
}

type Results = {
  young: LoadResult[]
  grown: LoadResult[]
  limit: LoadResult[]
  hot: LoadResult[]
  hotLimit: LoadResult[]
}

async function measure({ young, grown }: { young: Aged; grown: Aged }, options: OrdersOptions): Promise<Results> {
  const program = await openLimit(young.databaseUrl)
  const limit = limitPlacer(program)
  const results: Results = { young: [], grown: [], limit: [], hot: [], hotLimit: [] }
  const { shoppers, rush, roundMs: durationMs } = options
  const mixed = (facts: CatalogFacts, seed: number): Round => {
    const chance = seededChance(seed)
    return { shoppers, durationMs, nextCart: () => linesFor(facts, chance, 1)[0] as string[] }
  }
  const [hotVariant] = young.facts.variantIds as [string]
  const one: Round = { shoppers: rush, durationMs, nextCart: () => [hotVariant] }
  const turns: [keyof Results, Placer, Round][] = [
    ['young', young.placer, mixed(young.facts, 1)],
    ['grown', grown.placer, mixed(grown.facts, 2)],
    ['limit', limit, mixed(young.facts, 3)],
    ['hot', young.placer, one],
    ['hotLimit', limit, one],
  ]
  try {
    // All in turns, so that whatever else the machine does falls on all; a first round warms up and is not counted.
    for (let round = 0; round <= options.rounds; round++)
      for (const [name, placer, what] of turns) {
        const result = await placer.place(what)
        if (round > 0 || result.errorCount > 0) results[name].push(result)
      }
  } finally {
    await program.stop()
  }
  return results
}

/** How many deeds the limit writes otherwise than the shop does; none, or its ratio means nothing. */
async function compareWrites({ databaseUrl, facts }: Aged, folder: string): Promise<number> {
  const compared = (await compareRows({ databaseUrl, facts, folder })).filter(({ deed }) => deed.startsWith('checkout'))
  for (const { deed, ours, limit } of compared)
    console.log(
      `  ${deed}: ${ours}${ours === limit ? ' (the limit writes the same)' : `\n    BUT THE LIMIT: ${limit}`}`,
    )
  return compared.filter(({ ours, limit }) => ours !== limit).length
}

function report(results: Results, differ: number, { rush }: OrdersOptions): boolean {
  const words = {
    young: 'almost empty shop',
    grown: 'grown shop',
    limit: 'limit',
    hot: `one thing, ${rush} shoppers`,
    hotLimit: 'its limit',
  }
  const names = Object.keys(words) as (keyof Results)[]
  const middle = (name: keyof Results, of: (result: LoadResult) => number) => median(results[name].map(of))
  const perSecond = (name: keyof Results) => middle(name, (result) => result.perSecond)
  /** The median of what each round came to against the one beside it. */
  const ratio = (ours: keyof Results, theirs: keyof Results) =>
    median(results[ours].map((result, at) => result.perSecond / (results[theirs][at]?.perSecond ?? Number.NaN)))
  console.log()
  printTable([
    ['where', 'orders per second', 'p50 ms', 'p95 ms', 'errors'],
    ...names.map((name) => [
      words[name],
      String(Math.round(perSecond(name))),
      middle(name, ({ p50Ms }) => p50Ms).toFixed(1),
      middle(name, ({ p95Ms }) => p95Ms).toFixed(1),
      String(errorsOf(results[name])),
    ]),
  ])
  for (const name of names)
    for (const error of results[name].flatMap(({ errors }) => errors).slice(0, 3))
      console.log(`  ${words[name]}: ${error}`)
  const errors = names.reduce((sum, name) => sum + errorsOf(results[name]), differ)
  printFigures('orders', {
    checkout_vs_limit: rounded(ratio('young', 'limit')),
    growth: rounded(ratio('young', 'grown')),
    hot_item_vs_limit: rounded(ratio('hot', 'hotLimit')),
    errors,
    checkout_per_second: rounded(perSecond('young')),
    grown_per_second: rounded(perSecond('grown')),
    limit_per_second: rounded(perSecond('limit')),
    hot_item_per_second: rounded(perSecond('hot')),
    hot_item_limit_per_second: rounded(perSecond('hotLimit')),
  })
  return errors === 0
}

function errorsOf(results: readonly LoadResult[]): number {
  return results.reduce((sum, { errorCount }) => sum + errorCount, 0)
}
