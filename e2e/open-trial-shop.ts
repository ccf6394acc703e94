import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, type ShopProcess, startShop } from '../bench/measuring/shop-process.ts'
import { temporaryFolder } from '../bench/measuring/temporary-folder.ts'

/** A running demo shop into which a Shopify catalogue has moved. */
export type TrialShop = {
  url: string
  shop: ShopProcess
  /** Something of that catalogue that comes in sizes. */
  choice: { title: string; slug: string; option: string; price: string }
  /** Something of which one piece is left. */
  lastPiece: { title: string; slug: string }
  close(): Promise<void>
}

const apparel = fileURLToPath(new URL('../../shared/data/shopify-csv/apparel.csv', import.meta.url))

/** Starts it as its owner would: the demo first, then `barrow import`, then open. */
export async function openTrialShop(): Promise<TrialShop> {
  const folder = await temporaryFolder('e2e')
  const dataFolder = join(folder.path, 'data')
  const env = { LOG_LEVEL: 'warn' }
  await (await startShop({ dataFolder, env })).stop()
  const own = join(folder.path, 'own.csv')
  await writeFile(own, ownCsv)
  const isReal = existsSync(apparel)
  if (!isReal) console.warn('../shared/data is not there: buying from a small Shopify file of our own instead')
  for (const file of isReal ? [apparel, own] : [own]) {
    const { code, printed } = await runCommand(['import', file, '--no-pictures'], { BARROW_DATA: dataFolder, ...env })
    if (code !== 0) throw new Error(`the import failed:\n${printed}`)
  }
  const shop = await startShop({ dataFolder, env })
  return {
    url: shop.url,
    shop,
    choice: isReal
      ? { title: 'Classic Varsity Top', slug: 'classic-varsity-top', option: 'Medium', price: '€60.00' }
      : { title: 'Pier jumper', slug: 'pier-jumper', option: 'Medium', price: '€60.00' },
    lastPiece: { title: 'Last lantern', slug: 'last-lantern' },
    async close() {
      await shop.stop()
      await folder.remove()
    },
  }
}

const ownCsv = `Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Requires Shipping,Variant Taxable,Image Src,Status
pier-jumper,Pier jumper,<p>Thick wool for the quay.</p>,Pier,Clothing,true,Size,Small,700,,,deny,60.00,true,true,,active
pier-jumper,,,,,,,Medium,700,,,deny,60.00,true,true,,
pier-jumper,,,,,,,Large,700,,,deny,60.00,true,true,,
last-lantern,Last lantern,<p>There is one.</p>,Pier,Lighting,true,Title,Default Title,900,shopify,1,deny,35.00,true,true,,active
`
