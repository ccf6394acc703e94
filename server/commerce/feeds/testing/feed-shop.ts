import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach } from 'vitest'
import type { Shop } from '../../../platform/context.ts'
import { openTestShop, type TestShop } from '../../../platform/testing/test-shop.ts'
import { setUpStore } from '../../stores/index.ts'
import { exportProducts } from '../export-products.ts'
import type { FeedProduct } from '../feed-product.ts'
import { type ImportReport, type ImportWish, importProducts } from '../import-products.ts'
import { loadProducts } from '../load-products.ts'
import type { FeedFormat } from '../open-feed.ts'

const open: TestShop[] = []
afterEach(async () => {
  for (const shop of open.splice(0)) await shop.close()
})

/** An empty shop with a warehouse and a shop floor, closed after the test. */
export async function feedShop(currency = 'EUR'): Promise<Shop> {
  const shop = await openTestShop()
  open.push(shop)
  const place = { address: {}, hours: [], ships: true, priority: 0 }
  await setUpStore(shop.ctx, {
    store: {
      name: 'Corner Shop',
      tagline: {},
      supportEmail: 'shop@example.com',
      defaultLocale: 'en',
      locales: ['en', 'de'],
      address: {},
      capture: 'on-shipment',
      isDemo: false,
    },
    markets: [{ code: 'home', currency, countries: ['DE'], defaultCountry: 'DE', pricesIncludeTax: true }],
    locations: [
      { ...place, code: 'warehouse', name: 'Warehouse', kind: 'warehouse' },
      { ...place, code: 'floor', name: 'Shop floor', kind: 'store', priority: 1 },
    ],
  })
  return shop.ctx
}

/** Imports a text, or bytes, cut into small pieces as a slow network would. */
export function importText(
  ctx: Shop,
  file: string | Uint8Array,
  wish: Partial<ImportWish> = {},
): Promise<ImportReport> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  async function* source() {
    for (let from = 0; from < bytes.length; from += 4099) yield bytes.subarray(from, from + 4099)
  }
  return importProducts(ctx, { source: source(), fetchPictures: false, ...wish })
}

/** What an export writes. */
export async function exported(ctx: Shop, format: FeedFormat): Promise<string> {
  const out = new PassThrough()
  const written = text(out)
  await exportProducts(ctx, { format, out })
  out.end()
  return written
}

/** One product as the shop has it. */
export async function productCalled(ctx: Shop, slug: string): Promise<FeedProduct> {
  const found = (await loadProducts(ctx.database, [slug])).get(slug)
  if (!found) throw new Error(`there is no product ${slug}`)
  return found
}

/** Created, changed, unchanged, failed. */
export function counts({ created, changed, unchanged, failed }: ImportReport): number[] {
  return [created, changed, unchanged, failed]
}
