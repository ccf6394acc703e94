import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, startShop } from '../bench/measuring/shop-process.ts'
import { temporaryFolder } from '../bench/measuring/temporary-folder.ts'
import { runningDatabaseUrl } from '../server/platform/embedded-postgres.ts'

/** A running demo shop into which a Shopify catalogue has moved. */
export type TrialShop = {
  url: string
  databaseUrl: string
  /** Something of that catalogue that comes in sizes. */
  choice: { title: string; slug: string; option: string }
  /** Something of which one piece is left. */
  lastPiece: { title: string; slug: string }
  close(): Promise<void>
}

const catalogues = ['apparel.csv', 'home-and-garden.csv'].map((name) =>
  fileURLToPath(new URL(`../../shared/data/shopify-csv/${name}`, import.meta.url)),
)

/** Starts it as its owner would, and moves the catalogue in by `barrow import` while it is open. */
export async function openTrialShop(): Promise<TrialShop> {
  const folder = await temporaryFolder('e2e')
  const dataFolder = join(folder.path, 'data')
  const shop = await startShop({ dataFolder, env: { LOG_LEVEL: 'warn' } })
  const close = async () => {
    await shop.stop()
    await folder.remove()
  }
  try {
    const own = join(folder.path, 'own.csv')
    await writeFile(own, ownCsv)
    const isReal = catalogues.every((file) => existsSync(file))
    if (!isReal) console.warn('../shared/data is not there: buying from a small Shopify file of our own instead')
    for (const file of isReal ? [...catalogues, own] : [own]) await importFile(file, dataFolder)
    const databaseUrl = await runningDatabaseUrl(dataFolder)
    if (!databaseUrl) throw new Error('the shop is open and does not say where its database is')
    return {
      url: shop.url,
      databaseUrl,
      choice: isReal
        ? { title: 'Classic Varsity Top', slug: 'classic-varsity-top', option: 'Medium' }
        : { title: 'Pier jumper', slug: 'pier-jumper', option: 'Medium' },
      lastPiece: { title: 'Last lantern', slug: 'last-lantern' },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function importFile(file: string, dataFolder: string): Promise<void> {
  const env = { BARROW_DATA: dataFolder, LOG_LEVEL: 'warn' }
  const { code, printed } = await runCommand(['import', file, '--no-pictures'], env)
  if (code !== 0) throw new Error(`importing ${file} failed:\n${printed}`)
}

const ownCsv = `Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Requires Shipping,Variant Taxable,Image Src,Status
pier-jumper,Pier jumper,<p>Thick wool for the quay.</p>,Pier,Clothing,true,Size,Small,700,,,deny,60.00,true,true,,active
pier-jumper,,,,,,,Medium,700,,,deny,60.00,true,true,,
pier-jumper,,,,,,,Large,700,,,deny,60.00,true,true,,
last-lantern,Last lantern,<p>There is one.</p>,Pier,Lighting,true,Title,Default Title,900,shopify,1,deny,35.00,true,true,,active
`
