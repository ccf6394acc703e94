import { join } from 'node:path'
import { startLoadDriver } from './measuring/load.ts'
import { machine, printFigures, printTable, rounded } from './measuring/report.ts'
import { proportionalMb, residentMb } from './measuring/resident-memory.ts'
import type { Compared } from './measuring/rounds.ts'
import { type ShopProcess, startShop } from './measuring/shop-process.ts'
import { temporaryFolder } from './measuring/temporary-folder.ts'
import { type CatalogFacts, catalogFacts } from './shop/catalog-facts.ts'
import { fillShop } from './shop/fill-shop.ts'
import { measureReads } from './shop/read-bench.ts'
import { compareRows } from './shop/same-rows.ts'
import { optionsHelp, type PathName, readOptions, type ShopBenchOptions } from './shop/shop-options.ts'
import { socketUrl } from './shop/socket-url.ts'
import { untilDelivered } from './shop/until-delivered.ts'
import { measureCart, measureCheckout } from './shop/write-bench.ts'

export const about = optionsHelp

/** Measures the shop; false when something went wrong or was answered wrongly, never because it was slow. */
export async function run(given: { data: string | undefined; args: string[] }): Promise<boolean> {
  const options = readOptions(given)
  console.log(`The shop against its limits. ${machine()}`)
  const folder = await temporaryFolder('bench')
  const dataFolder = options.folder ?? join(folder.path, 'data')
  try {
    console.log(
      `Filling the shop: ${options.productsFile ? `the demo and ${options.productsFile}` : 'the demo alone'} ...`,
    )
    await fillShop(dataFolder, options.productsFile)
    const shop = await openForLoad(dataFolder, options)
    try {
      return await measure({ shop, databaseUrl: socketUrl(dataFolder), folder: folder.path, options })
    } finally {
      await shop.stop()
    }
  } finally {
    await folder.remove()
  }
}

type Bench = { shop: ShopProcess; databaseUrl: string; folder: string; options: ShopBenchOptions }

function openForLoad(dataFolder: string, options: ShopBenchOptions): Promise<ShopProcess> {
  const profile = options.profileFolder
  return startShop({
    dataFolder,
    env: { LOG_LEVEL: options.logLevel },
    execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  })
}

async function measure(bench: Bench): Promise<boolean> {
  const { shop, databaseUrl, options } = bench
  const began = performance.now()
  await untilDelivered(databaseUrl, 600)
  console.log(
    `  what the filling left to do was done ${Math.round((performance.now() - began) / 1000)} s after the start`,
  )
  const facts = await catalogFacts(databaseUrl)
  console.log(
    `  ${facts.products.length} products in ${facts.categories.length} categories; ${options.shoppers} shoppers at once; ` +
      `${options.rounds} rounds of ${options.roundMs / 1000} s each, ours and the limit in turns`,
  )
  const idle = memoryOf(shop)
  const driver = startLoadDriver()
  const results = new Map<PathName, Compared>()
  try {
    for (const name of options.paths) {
      const of = { name, facts, port: shop.port, databaseUrl, driver, options }
      const measured = name.startsWith('cart')
        ? measureCart(of, name === 'cart-in-one')
        : name === 'checkout'
          ? measureCheckout(of)
          : measureReads(of)
      // A path that fails is an error among the figures; the others are still worth knowing.
      results.set(name, await measured.catch((error: Error) => notMeasured(error)))
    }
  } finally {
    await driver.stop()
  }
  const after = memoryOf(shop)
  const rowsDiffer = await compareWrites(bench, facts)
  return report({ results, idle, after, rowsDiffer, facts, options })
}

function notMeasured(error: Error): Compared {
  const nothing = {
    ratio: 0,
    perSecond: 0,
    limitPerSecond: 0,
    p50Ms: 0,
    p95Ms: 0,
    limitP50Ms: 0,
    limitP95Ms: 0,
    count: 0,
  }
  return { ...nothing, errorCount: 1, errors: [error.message.split('\n')[0] ?? ''] }
}

type Memory = { server: number; bank: number; database: number }

function memoryOf(shop: ShopProcess): Memory {
  const [bank, database] = [shop.bankPid(), shop.postgresPid()]
  return {
    server: residentMb(shop.pid),
    bank: bank === undefined ? 0 : residentMb(bank),
    database: database === undefined ? 0 : proportionalMb(database),
  }
}

/** How many deeds the limit writes otherwise than the shop does; none, or its ratio means nothing. */
async function compareWrites({ databaseUrl, folder, options }: Bench, facts: CatalogFacts): Promise<number> {
  if (!options.paths.some((path) => path.startsWith('cart') || path === 'checkout')) return 0
  const compared = await compareRows({ databaseUrl, facts, folder })
  console.log('\nWhat is written, by the shop and by the limit for it:')
  for (const { deed, ours, limit } of compared)
    console.log(
      `  ${deed}: ${ours}${ours === limit ? ' (the limit writes the same)' : `\n    BUT THE LIMIT: ${limit}`}`,
    )
  return compared.filter(({ ours, limit }) => ours !== limit).length
}

function report(of: {
  results: Map<PathName, Compared>
  idle: Memory
  after: Memory
  rowsDiffer: number
  facts: CatalogFacts
  options: ShopBenchOptions
}): boolean {
  const { results, idle, after, rowsDiffer } = of
  const head = ['path', 'per second', 'limit', 'ratio', 'p50 ms', 'p95 ms', 'limit p50', 'limit p95', 'errors']
  const rows = [...results].map(([name, it]) => [
    name,
    ...[it.perSecond, it.limitPerSecond].map((value) => String(Math.round(value))),
    it.ratio.toFixed(2),
    ...[it.p50Ms, it.p95Ms, it.limitP50Ms, it.limitP95Ms].map((value) => value.toFixed(2)),
    String(it.errorCount),
  ])
  console.log()
  printTable([head, ...rows])
  for (const [name, { errors }] of results) for (const error of errors) console.log(`  ${name}: ${error}`)
  console.log(memoryText(idle, after))
  console.log(whatWasCounted)
  const errors = [...results.values()].reduce((sum, it) => sum + it.errorCount, 0) + rowsDiffer
  printFigures('shop', {
    ...figuresOf(results),
    errors,
    products: of.facts.products.length,
    ...memoryFigures(idle, after),
  })
  return errors === 0
}

function figuresOf(results: Map<PathName, Compared>): Record<string, number> {
  const figures: Record<string, number> = {}
  for (const [name, it] of results) {
    const path = name.replaceAll('-', '_')
    figures[`${path}_vs_limit`] = rounded(it.ratio)
    figures[`${path}_per_second`] = rounded(it.perSecond)
    figures[`${path}_limit_per_second`] = rounded(it.limitPerSecond)
    figures[`${path}_p50_ms`] = rounded(it.p50Ms)
    figures[`${path}_p95_ms`] = rounded(it.p95Ms)
  }
  return figures
}

function memoryFigures(idle: Memory, after: Memory): Record<string, number> {
  return {
    server_idle_mb: Math.round(idle.server),
    server_after_mb: Math.round(after.server),
    bank_after_mb: Math.round(after.bank),
    postgres_idle_mb: Math.round(idle.database),
    postgres_after_mb: Math.round(after.database),
  }
}

function memoryText(idle: Memory, after: Memory): string {
  const whole = (value: number) => `${Math.round(value)} MB`
  return (
    `\nMemory: server ${whole(idle.server)} idle, ${whole(after.server)} after the load; ` +
    `PostgreSQL ${whole(idle.database)} idle, ${whole(after.database)} after (shared pages once); sandbox bank ${whole(after.bank)}.`
  )
}

const whatWasCounted = `
Counted: whole answers over HTTP on the loopback address, keep-alive, every header the shop sends as shipped, its log,
  and for a checkout the sandbox bank (a process that syncs each authorisation to the disk) and the mail that follows.
Not counted: making carts, addresses and card tokens before "Buy"; the first answer of a connection to TLS (there is none).
The limit: for reads, Fastify with no plugin and no hook sending the same bytes from memory; for writes, a script with
  prepared statements that writes the same rows in as many transactions on the same database server, without HTTP,
  prices, checks or bank: one statement for each table, all in the transaction they belong to. cart-in-one is the cart
  against a script that writes both its tables in a single statement, which is the least that can be done.
search: 10,000 different queries one after the other, so that hardly an answer can be one that was kept; popular: the
  same queries as people type them, a few of them often (Zipf, exponent 1), where the shop may answer from memory.
The ratio is the median over rounds of ours divided by the limit beside it; the other figures are medians as well.
Shoppers, server, limit, database and bank share this machine's cores.`
