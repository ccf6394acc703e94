import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** What of the shop is measured. */
export const pathNames = [
  'browse',
  'detail',
  'search',
  'popular',
  'home',
  'page',
  'cart',
  'cart-in-one',
  'checkout',
] as const
export type PathName = (typeof pathNames)[number]

/** How the bench is run. */
export type ShopBenchOptions = {
  shoppers: number
  rounds: number
  roundMs: number
  paths: readonly PathName[]
  /** The file of products to import, or undefined for the demo alone. */
  productsFile: string | undefined
  /** A data folder to fill once and use again. */
  folder: string | undefined
  /** Where to leave a CPU profile of the server. */
  profileFolder: string | undefined
  logLevel: string
  isQuick: boolean
}

export const optionsHelp = `The shop as its owner starts it, with 16 shoppers at once, against the least work that could give the same answers.

  --data DIR        the folder with products.jsonl.gz (../shared/data/search)
  --catalog WHICH   imported: the demo and the products of --data (the default where they are); demo: the demo alone
  --only NAMES      some of ${pathNames.join(', ')}, with commas between
  --rounds N        rounds of ours and of the limit, in turns (5)
  --seconds N       how long a round takes (4)
  --quick           one short round of each, to see that all of it works; its figures mean nothing
  --folder DIR      a data folder that is filled once and used again
  --profile DIR     leave a CPU profile of the server there
  --log-level NAME  what the server logs (info, as shipped)`

/** Reads the words after the bench's name. */
export function readOptions(given: { data: string | undefined; args: string[] }): ShopBenchOptions {
  const { values } = parseArgs({
    args: given.args,
    options: {
      catalog: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      folder: { type: 'string' },
      profile: { type: 'string' },
      'log-level': { type: 'string', default: 'info' },
    },
  })
  const isQuick = values.quick
  return {
    shoppers: 16,
    rounds: Number(values.rounds ?? (isQuick ? 1 : 5)),
    roundMs: Number(values.seconds ?? (isQuick ? 0.3 : 4)) * 1000,
    paths: readPaths(values.only),
    productsFile: productsFile({ data: given.data, catalog: values.catalog }),
    folder: values.folder,
    profileFolder: values.profile,
    logLevel: values['log-level'],
    isQuick,
  }
}

function readPaths(only: string | undefined): readonly PathName[] {
  if (only === undefined) return pathNames
  const wanted = only.split(',')
  const unknown = wanted.filter((name) => !(pathNames as readonly string[]).includes(name))
  if (unknown.length > 0) throw new Error(`--only names ${unknown.join(', ')}; there are ${pathNames.join(', ')}`)
  return pathNames.filter((name) => wanted.includes(name))
}

function productsFile({
  data,
  catalog,
}: {
  data: string | undefined
  catalog: string | undefined
}): string | undefined {
  if (catalog === 'demo') return undefined
  const folder = data ?? fileURLToPath(new URL('../../../shared/data/search', import.meta.url))
  const file = join(folder, 'products.jsonl.gz')
  if (existsSync(file)) return file
  if (catalog === 'imported' || data !== undefined) throw new Error(`there is no ${file}`)
  return undefined
}
