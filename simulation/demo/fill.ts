import { addStaffMember } from '../../server/commerce/staff/index.ts'
import { setUpStore } from '../../server/commerce/stores/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { sql } from '../../server/platform/sql.ts'
import { fillCatalog } from './fill-catalog.ts'
import { fillGiftCards } from './fill-gift-cards.ts'
import { fillOrders } from './fill-orders.ts'
import { fillPromotions } from './fill-promotions.ts'
import { fillShipping, fillTaxes } from './fill-terms.ts'
import { drawShopLook } from './shop-look.ts'

/** Sign-in of the demo's owner. Printed at the start; a demo is never started in production. */
export const demoOwner = { name: 'Robin Juniper', email: 'owner@example.com', password: 'juniper-and-salt' }

/**
 * Fills an empty database with the demo shop: "Juniper & Salt", an invented shop for things of the house, with some
 * weeks behind it. Does nothing where a shop is already there.
 */
export async function fillDemo(ctx: Shop, options: { bankUrl: string; onStep: (step: string) => void }): Promise<void> {
  const there = await ctx.database.maybe(sql`select from stores`)
  if (there) return
  options.onStep('Filling the demo: the shop and its pictures')
  await setUpStore(ctx, { ...demoStore, store: { ...demoStore.store, look: await drawShopLook(ctx) } })
  await fillTaxes(ctx)
  await fillShipping(ctx)
  await addStaffMember(ctx, { ...demoOwner, role: 'owner' })
  options.onStep('Filling the demo: products')
  await fillCatalog(ctx)
  await fillGiftCards(ctx)
  await fillPromotions(ctx)
  options.onStep('Filling the demo: some weeks of orders')
  await fillOrders(ctx, { bankUrl: options.bankUrl })
}

const shopAddress = { line1: 'Am Alten Hafen 12', postcode: '20457', city: 'Hamburg', country: 'DE' }

const demoStore = {
  store: {
    name: 'Juniper & Salt',
    tagline: { en: 'Quiet things for the house', de: 'Stille Dinge fürs Haus' },
    supportEmail: 'hello@example.com',
    defaultLocale: 'en',
    locales: ['en', 'de'],
    address: shopAddress,
    look: {},
    capture: 'on-shipment' as const,
    isDemo: true,
  },
  markets: [
    {
      code: 'europe',
      currency: 'EUR',
      countries: ['DE', 'AT', 'NL', 'BE', 'FR', 'DK', 'IE'],
      defaultCountry: 'DE',
      pricesIncludeTax: true,
    },
  ],
  locations: [
    {
      code: 'warehouse',
      name: 'Warehouse',
      translations: { de: { name: 'Lager' } },
      kind: 'warehouse' as const,
      address: { line1: 'Speicherweg 3', postcode: '21079', city: 'Hamburg', country: 'DE' },
      hours: [],
      ships: true,
      priority: 0,
    },
    {
      code: 'store',
      name: 'Harbour store',
      translations: { de: { name: 'Laden am Hafen' } },
      kind: 'store' as const,
      address: shopAddress,
      hours: [
        { days: 'Mo-Fr', opens: '10:00', closes: '18:30' },
        { days: 'Sa', opens: '10:00', closes: '16:00' },
      ],
      ships: true,
      priority: 1,
    },
  ],
}
