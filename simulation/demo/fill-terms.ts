import { saveShippingMethods } from '../../server/commerce/shipping/index.ts'
import { stockLocations } from '../../server/commerce/stores/index.ts'
import { saveTaxRates } from '../../server/commerce/taxes/index.ts'
import type { Shop } from '../../server/platform/context.ts'

/**
 * VAT as it stood at the start of 2026, in parts per million: standard, printed books, basic food, by country.
 * Source: European Commission, "VAT rates applied in the Member States". A real shop asks its tax adviser.
 */
const vat: Record<string, { name: string; standard: number; books: number; food: number }> = {
  DE: { name: 'MwSt.', standard: 190_000, books: 70_000, food: 70_000 },
  AT: { name: 'USt.', standard: 200_000, books: 100_000, food: 100_000 },
  NL: { name: 'btw', standard: 210_000, books: 90_000, food: 90_000 },
  BE: { name: 'btw/TVA', standard: 210_000, books: 60_000, food: 60_000 },
  FR: { name: 'TVA', standard: 200_000, books: 55_000, food: 55_000 },
  DK: { name: 'moms', standard: 250_000, books: 250_000, food: 250_000 },
  IE: { name: 'VAT', standard: 230_000, books: 0, food: 0 },
}

/** The demo's tax rates. */
export function fillTaxes(ctx: Shop): Promise<void> {
  const rates = Object.entries(vat).flatMap(([country, { name, ...byCategory }]) =>
    Object.entries(byCategory).map(([taxCategory, ratePpm]) => ({ country, taxCategory, name, ratePpm })),
  )
  return saveTaxRates(ctx, rates)
}

/** The demo's ways to deliver: parcel, express, and picking up at the harbour. */
export async function fillShipping(ctx: Shop): Promise<void> {
  const store = (await stockLocations(ctx)).find((location) => location.code === 'store')
  const neighbours = ['AT', 'NL', 'BE', 'FR', 'DK', 'IE']
  const rate = (countries: string[], amountMinor: number, more: object = {}) => ({
    countries,
    currency: 'EUR',
    amountMinor,
    weightMinGrams: 0,
    weightMaxGrams: null,
    valueMinMinor: 0,
    valueMaxMinor: null,
    ...more,
  })
  await saveShippingMethods(ctx, [
    {
      code: 'parcel',
      name: 'Parcel',
      translations: { de: { name: 'Paket' } },
      kind: 'delivery',
      carrier: 'Nordpost',
      trackingUrlTemplate: 'https://tracking.example.com/{number}',
      daysMin: 2,
      daysMax: 3,
      position: 0,
      rates: [
        rate(['DE'], 490, { weightMaxGrams: 10_000, valueMaxMinor: 7_999 }),
        rate(['DE'], 0, { weightMaxGrams: 10_000, valueMinMinor: 8_000 }),
        rate(['DE'], 1_290, { weightMinGrams: 10_001, weightMaxGrams: 31_500 }),
        rate(neighbours, 1_190, { weightMaxGrams: 10_000 }),
        rate(neighbours, 2_490, { weightMinGrams: 10_001, weightMaxGrams: 31_500 }),
      ],
    },
    {
      code: 'express',
      name: 'Express',
      translations: { de: { name: 'Express' } },
      kind: 'delivery',
      carrier: 'Nordpost Express',
      trackingUrlTemplate: 'https://tracking.example.com/{number}',
      daysMin: 1,
      daysMax: 1,
      position: 1,
      rates: [rate(['DE'], 1_490, { weightMaxGrams: 10_000 })],
    },
    {
      code: 'harbour-pickup',
      name: 'Pick up at the harbour store',
      translations: { de: { name: 'Abholen im Laden am Hafen' } },
      kind: 'pickup',
      locationId: store?.id ?? null,
      daysMin: 0,
      daysMax: 1,
      position: 2,
      rates: [rate(['DE'], 0)],
    },
  ])
}
