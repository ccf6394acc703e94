import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { setStock } from '../../server/commerce/inventory/index.ts'
import { stockLocations } from '../../server/commerce/stores/index.ts'
import { readConfig } from '../../server/platform/config.ts'
import { connectionOf } from '../../server/platform/database.ts'
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts'
import { openShop } from '../../server/platform/open-shop.ts'
import { sql } from '../../server/platform/sql.ts'
import { runCommand, startShop } from '../measuring/shop-process.ts'

/** Copies of the shop's database on the same server: one that the limit writes to, one in which writes are counted. */
export const limitDatabase = 'barrow_limit'
export const probeDatabase = 'barrow_probe'

const countedVariantsMax = 1000
const stockEach = 1_000_000

/**
 * Fills a data folder as an owner would: the demo by the first start, the products by `barrow import`. Then it puts a
 * million pieces of some variants on the shelf, so that a round of checkouts does not sell the shop empty, and copies
 * the database. A folder that was filled before is used as it is, its copies made anew.
 */
export async function fillShop(dataFolder: string, productsFile: string | undefined): Promise<void> {
  const isFilled = existsSync(join(dataFolder, 'postgres'))
  if (!isFilled) {
    const shop = await startShop({ dataFolder, env: { LOG_LEVEL: 'warn' } })
    await shop.stop()
  }
  if (productsFile && !isFilled) {
    const { code, printed } = await runCommand(['import', productsFile, '--no-pictures'], {
      BARROW_DATA: dataFolder,
      LOG_LEVEL: 'warn',
    })
    console.log(`  ${printed.trim().split('\n')[0]}`)
    if (code !== 0) throw new Error(`the products were not imported:\n${printed.slice(-2000)}`)
  }
  const postgres = await startEmbeddedPostgres({ folder: dataFolder })
  try {
    await stockUp(dataFolder, postgres.url)
    await gatherStatistics(postgres.url)
    await copyDatabase(postgres.url, limitDatabase)
    await copyDatabase(postgres.url, probeDatabase)
  } finally {
    await postgres.stop()
  }
}

/** The same database server, another database. */
export function databaseOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function stockUp(dataFolder: string, databaseUrl: string): Promise<void> {
  const config = readConfig({ BARROW_DATA: dataFolder, LOG_LEVEL: 'warn' })
  const { ctx, close } = await openShop({ config, databaseUrl, providers: {}, smtpUrl: 'smtp://127.0.0.1:1' })
  try {
    const variants = await ctx.database.rows<{ id: string }>(sql`
      select v.id from variants v join products p on p.id = v.product_id
      where p.status = 'active' and not v.backorder and exists (select from prices where variant_id = v.id and amount_minor > 0)
        and v.weight_grams < 2000
      order by v.track_inventory desc, md5(v.id) limit ${countedVariantsMax}`)
    const ids = variants.map((variant) => variant.id)
    await ctx.database.run(
      sql`update variants set track_inventory = true where id = any(${ids}) and not track_inventory`,
    )
    const [location] = (await stockLocations(ctx)).filter((each) => each.ships)
    if (!location) throw new Error('the shop ships from nowhere')
    const counts = ids.map((variantId) => ({ variantId, locationId: location.id, quantity: stockEach }))
    await setStock(ctx, counts, { reason: 'counted', actor: 'system' })
  } finally {
    await close()
  }
}

/** The database does this by itself within a minute or two; a bench does not wait for it. */
async function gatherStatistics(url: string): Promise<void> {
  const client = new pg.Client(connectionOf(url))
  await client.connect()
  try {
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function copyDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(connectionOf(databaseOf(url, 'postgres')))
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template barrow`)
  } finally {
    await client.end()
  }
}
