import { saveProducts } from '../../server/commerce/catalog/index.ts'
import { setStock } from '../../server/commerce/inventory/index.ts'
import { savePrices } from '../../server/commerce/pricing/index.ts'
import { saveShippingMethods } from '../../server/commerce/shipping/index.ts'
import { setUpStore, stockLocations } from '../../server/commerce/stores/index.ts'
import { saveTaxRates } from '../../server/commerce/taxes/index.ts'
import { type Shop, transaction } from '../../server/platform/context.ts'

const currency = 'EUR'
const address = { line1: 'Am Kai 1', postcode: '20457', city: 'Hamburg', country: 'DE' }

/** What may differ from one small store to another. */
export type SmallStoreTerms = {
  capture?: 'on-placement' | 'on-shipment'
  pricesIncludeTax?: boolean
  /** A second place where goods may lie. */
  hasBackRoom?: boolean
}

/** Sets up the smallest store that can sell: one market, one warehouse, one tax and one way of delivery. */
export async function setUpSmallStore(ctx: Shop, terms: SmallStoreTerms = {}): Promise<void> {
  const { capture = 'on-shipment', pricesIncludeTax = true, hasBackRoom = false } = terms
  const place = { address, hours: [], ships: true }
  await setUpStore(ctx, {
    store: {
      name: 'Quay shop',
      tagline: {},
      supportEmail: 'help@example.com',
      defaultLocale: 'en',
      locales: ['en'],
      address,
      look: {},
      capture,
      isDemo: false,
    },
    markets: [{ code: 'home', currency, countries: ['DE'], defaultCountry: 'DE', pricesIncludeTax }],
    locations: [
      { ...place, code: 'warehouse', name: 'Warehouse', kind: 'warehouse', priority: 0 },
      ...(hasBackRoom ? [{ ...place, code: 'back', name: 'Back room', kind: 'warehouse' as const, priority: 1 }] : []),
    ],
  })
  await saveTaxRates(ctx, [{ country: 'DE', taxCategory: 'standard', name: 'VAT', ratePpm: 190_000 }])
  await saveShippingMethods(ctx, [
    {
      code: 'parcel',
      name: 'Parcel',
      kind: 'delivery',
      daysMin: 1,
      daysMax: 3,
      rates: [{ countries: ['DE'], currency, amountMinor: 490 }],
    },
  ])
}

/** Puts a product with one variant on sale, so many pieces of it on the shelf; answers the id of its variant. */
export async function putOnSale(
  ctx: Shop,
  goods: { slug: string; priceMinor: number; stock: number },
): Promise<string> {
  const variantId = await transaction(ctx, async (tx) => {
    const variant = { optionValues: [], weightGrams: 300, trackInventory: true }
    const [saved] = await saveProducts(ctx, tx, [
      { slug: goods.slug, title: `The ${goods.slug}`, status: 'active', variants: [variant] },
    ])
    const id = saved?.variantIds[0]
    if (id === undefined) throw new Error(`${goods.slug} was not saved`)
    await savePrices(ctx, tx, {
      currency,
      prices: [{ variantId: id, amountMinor: goods.priceMinor, compareAtMinor: null }],
    })
    return id
  })
  const [warehouse] = await stockLocations(ctx)
  if (!warehouse) throw new Error('the store has no warehouse')
  const counts = [{ variantId, locationId: warehouse.id, quantity: goods.stock }]
  await setStock(ctx, counts, { reason: 'counted', actor: 'system' })
  return variantId
}
