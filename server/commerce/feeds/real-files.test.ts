import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { type ImportWish, importProducts } from './import-products.ts'
import { exported, feedShop } from './testing/feed-shop.ts'

const data = new URL('../../../../shared/data/', import.meta.url)
const csvFiles = ['shopify-csv/apparel.csv', 'shopify-csv/home-and-garden.csv']
const flatFile = 'search/products.jsonl.gz'
const isThere = [...csvFiles, flatFile].every((file) => existsSync(new URL(file, data)))

function importFile(ctx: Shop, file: string, wish: Partial<ImportWish> = {}) {
  return importProducts(ctx, { source: createReadStream(new URL(file, data)), fetchPictures: false, ...wish })
}

async function* slice(file: string, lines: number): AsyncGenerator<Uint8Array> {
  let left = lines
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of createReadStream(new URL(file, data)).pipe(createGunzip())) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      if (left-- <= 0) return
      yield Buffer.from(`${line}\n`)
    }
  }
}

describe.skipIf(!isThere)(`the real files${isThere ? '' : ' (SKIPPED: ../shared/data is not here)'}`, () => {
  test.each(csvFiles)(
    '%s imports whole, a second run changes nothing, and a dry run before keeps nothing',
    async (file) => {
      const ctx = await feedShop()
      const counts = (report: Awaited<ReturnType<typeof importFile>>) => [report.created, report.changed, report.failed]
      const tried = await importFile(ctx, file, { dryRun: true })
      expect(await ctx.database.one(sql`select count(*)::int as products from products`)).toEqual({ products: 0 })
      const first = await importFile(ctx, file)
      expect(first.problems).toEqual([])
      expect(first.created).toBeGreaterThan(15)
      expect(counts(tried)).toEqual(counts(first))
      const again = await importFile(ctx, file)
      expect(counts(again)).toEqual([0, 0, 0])
      expect(again.unchanged).toBe(first.created)
      expect(again.picturesMissing.length).toBeGreaterThan(15)
    },
  )

  test.each(['shopify-csv', 'jsonl'] as const)(
    'what is exported as %s reads back the same, here and in an empty shop',
    async (format) => {
      const [ctx, other] = [await feedShop(), await feedShop()]
      for (const file of csvFiles) await importFile(ctx, file)
      await importProducts(ctx, { source: slice(flatFile, 300), fetchPictures: false })
      const file = await exported(ctx, format)
      const source = () =>
        (async function* () {
          yield Buffer.from(file)
        })()
      const back = await importProducts(ctx, { source: source(), fetchPictures: false })
      expect(back.problems).toEqual([])
      expect([back.created, back.changed]).toEqual([0, 0])
      const there = await importProducts(other, { source: source(), fetchPictures: false })
      expect(there.problems).toEqual([])
      const { products } = await ctx.database.one<{ products: number }>(
        sql`select count(*)::int as products from products`,
      )
      expect([back.unchanged, there.created]).toEqual([products, products])
      expect(await exported(other, format)).toBe(file)
    },
  )

  test('a slice of the flat catalogue is sold at its price in cents, uncounted, and a second run changes nothing', async () => {
    const ctx = await feedShop()
    const first = await importProducts(ctx, { source: slice(flatFile, 1000) })
    expect(first).toMatchObject({ created: 1000, failed: 0, rows: 1000 })
    const toner = await ctx.database.one(sql`
      select p.title, p.vendor, v.barcode, v.track_inventory, pr.amount_minor, p.attributes->>'printing_colours' as colours
      from products p join variants v on v.product_id = p.id join prices pr on pr.variant_id = v.id where v.sku = '3920564'`)
    expect(toner).toEqual({
      title: 'Xerox 006R90321 toner cartridge Original Black 6 pc(s)',
      vendor: 'Xerox',
      barcode: '0095205603217',
      trackInventory: false,
      amountMinor: 4995,
      colours: 'Black',
    })
    const again = await importProducts(ctx, { source: slice(flatFile, 1000) })
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 1000, failed: 0 })
  })
})
