import type { Providers } from '../../../platform/context.ts'
import { transaction } from '../../../platform/context.ts'
import { openTestShop, type TestShop } from '../../../platform/testing/test-shop.ts'
import { type ProductInput, saveProducts } from '../../catalog/index.ts'
import { setStock } from '../../inventory/index.ts'
import { savePrices } from '../../pricing/index.ts'
import { type SaveShippingMethod, saveShippingMethods } from '../../shipping/index.ts'
import { setUpStore, stockLocations } from '../../stores/index.ts'
import { saveTaxRates } from '../../taxes/index.ts'

export type SmallShopOptions = {
  currency?: string
  pricesIncludeTax?: boolean
  capture?: 'on-placement' | 'on-shipment'
  providers?: Partial<Providers>
  env?: Record<string, string>
  /** Where mail goes; by default to a port where nobody listens. */
  smtpUrl?: string
}

/** A test shop with a warehouse, a store, tax of 19 and 7 %, two ways of delivery and a pick-up, and nothing to sell. */
export type SmallShop = TestShop & {
  warehouseId: string
  storeId: string
  /** Puts one product with one variant on sale; answers the id of its variant. */
  sell(goods: Goods): Promise<string>
}

export type Goods = {
  slug: string
  priceMinor: number
  compareAtMinor?: number
  /** In the warehouse; with none, the variant is not counted. */
  stock?: number
  stockInStore?: number
  product?: Partial<ProductInput>
  variant?: Partial<ProductInput['variants'][number]>
}

/** Opens it. */
export async function openSmallShop(options: SmallShopOptions = {}): Promise<SmallShop> {
  const { providers = {}, env, smtpUrl } = options
  const shop = await openTestShop({ providers, ...(env ? { env } : {}), ...(smtpUrl ? { smtpUrl } : {}) })
  const { ctx } = shop
  const currency = options.currency ?? 'EUR'
  await setUpStore(ctx, {
    store: {
      name: 'Small shop',
      tagline: {},
      supportEmail: 'help@example.com',
      defaultLocale: 'en',
      locales: ['en', 'de'],
      address: { country: 'DE' },
      look: {},
      capture: options.capture ?? 'on-shipment',
      isDemo: false,
    },
    markets: [
      {
        code: 'home',
        currency,
        countries: ['DE', 'AT'],
        defaultCountry: 'DE',
        pricesIncludeTax: options.pricesIncludeTax ?? true,
      },
    ],
    locations: [
      {
        code: 'warehouse',
        name: 'Warehouse',
        kind: 'warehouse',
        address: { country: 'DE' },
        hours: [],
        ships: true,
        priority: 0,
      },
      { code: 'store', name: 'Store', kind: 'store', address: { country: 'DE' }, hours: [], ships: true, priority: 1 },
    ],
  })
  await saveTaxRates(ctx, [
    { country: 'DE', taxCategory: 'standard', name: 'VAT', ratePpm: 190_000 },
    { country: 'DE', taxCategory: 'books', name: 'VAT', ratePpm: 70_000 },
  ])
  const locations = await stockLocations(ctx)
  const idOf = (code: string) => locations.find((location) => location.code === code)?.id as string
  const storeId = idOf('store')
  await saveShippingMethods(ctx, waysToShip({ currency, storeId }))
  return {
    ...shop,
    warehouseId: idOf('warehouse'),
    storeId,
    sell: (goods) => sell(shop, { goods, currency, warehouseId: idOf('warehouse'), storeId }),
  }
}

function waysToShip({ currency, storeId }: { currency: string; storeId: string }): SaveShippingMethod[] {
  const rate = { countries: ['DE', 'AT'], currency }
  return [
    {
      code: 'standard',
      name: 'Standard',
      kind: 'delivery',
      daysMin: 1,
      daysMax: 3,
      rates: [
        { ...rate, amountMinor: 490 },
        { ...rate, amountMinor: 0, valueMinMinor: 10_000 },
      ],
    },
    {
      code: 'express',
      name: 'Express',
      kind: 'delivery',
      daysMin: 1,
      daysMax: 1,
      position: 1,
      rates: [{ ...rate, amountMinor: 1290 }],
    },
    {
      code: 'pickup',
      name: 'Pick up',
      kind: 'pickup',
      locationId: storeId,
      daysMin: 0,
      daysMax: 0,
      position: 2,
      rates: [],
    },
  ]
}

async function sell(
  shop: TestShop,
  of: { goods: Goods; currency: string; warehouseId: string; storeId: string },
): Promise<string> {
  const { ctx } = shop
  const { goods } = of
  const isCounted = goods.stock !== undefined || goods.stockInStore !== undefined
  const variantId = await transaction(ctx, async (tx) => {
    const variant = { optionValues: [], weightGrams: 300, trackInventory: isCounted, ...goods.variant }
    const [saved] = await saveProducts(ctx, tx, [
      { slug: goods.slug, title: `The ${goods.slug}`, status: 'active', variants: [variant], ...goods.product },
    ])
    const id = saved?.variantIds[0] as string
    const price = { variantId: id, amountMinor: goods.priceMinor, compareAtMinor: goods.compareAtMinor ?? null }
    await savePrices(ctx, tx, { currency: of.currency, prices: [price] })
    return id
  })
  const counts = [
    { variantId, locationId: of.warehouseId, quantity: goods.stock ?? 0 },
    { variantId, locationId: of.storeId, quantity: goods.stockInStore ?? 0 },
  ]
  if (isCounted) await setStock(ctx, counts, { reason: 'counted', actor: 'system' })
  return variantId
}
