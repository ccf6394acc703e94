import type { Shop } from '../../platform/context.ts'
import { currentStore, type StockLocation, stockLocations } from '../stores/index.ts'
import { deliveryDates, storeTimeZone } from './delivery-dates.ts'
import { type ShippingMethod, shippingMethods } from './shipping-methods.ts'

/** What is to be sent: its goods' value in minor units of the currency, its weight, and where to. */
export type Parcel = {
  country: string
  currency: string
  weightGrams: number
  valueMinor: number
  /** False when everything in it is digital: then there is nothing to choose. */
  requiresShipping: boolean
}

/** One way to get the parcel to its buyer. Dates are ISO days. */
export type ShippingOption = {
  id: string
  code: string
  name: string
  kind: 'delivery' | 'pickup'
  carrier: string | null
  amountMinor: number
  taxCategory: string
  deliverFrom: string
  deliverUntil: string
  trackingUrlTemplate: string | null
  /** Where to pick it up. */
  location: Pick<StockLocation, 'id' | 'name' | 'address' | 'hours'> | null
}

/** All the shop's ways to send this parcel, in the owner's order; none for a parcel of digital goods. */
export async function shippingOptions(ctx: Shop, parcel: Parcel & { locale?: string }): Promise<ShippingOption[]> {
  if (!parcel.requiresShipping) return []
  const [methods, locations, store] = await Promise.all([shippingMethods(ctx), stockLocations(ctx), currentStore(ctx)])
  const timeZone = storeTimeZone(store.address.country)
  return shippingOptionsFrom({ methods, locations, parcel, timeZone, now: ctx.clock.now(), locale: parcel.locale })
}

/** The rule itself: of each method's rates that fit, the cheapest; a pick-up without a rate costs nothing. */
export function shippingOptionsFrom(of: {
  methods: readonly ShippingMethod[]
  locations: readonly StockLocation[]
  parcel: Parcel
  timeZone: string
  now: Date
  locale?: string
}): ShippingOption[] {
  const options: ShippingOption[] = []
  for (const method of of.methods) {
    const location = of.locations.find((candidate) => candidate.id === method.locationId)
    const amountMinor = amountOf(method, of.parcel, location)
    if (amountMinor === undefined) continue
    options.push({
      id: method.id,
      code: method.code,
      name: nameIn(of.locale, method),
      kind: method.kind,
      carrier: method.carrier,
      amountMinor,
      taxCategory: method.taxCategory,
      ...deliveryDates({ ...method, now: of.now, timeZone: of.timeZone }),
      trackingUrlTemplate: method.trackingUrlTemplate,
      location: location
        ? { id: location.id, name: nameIn(of.locale, location), address: location.address, hours: location.hours }
        : null,
    })
  }
  return options
}

/** What is assumed until the shopper chooses: the cheapest delivery, or a pick-up where nothing is delivered. */
export function defaultOption(options: readonly ShippingOption[]): ShippingOption | undefined {
  const deliveries = options.filter((option) => option.kind === 'delivery')
  const candidates = deliveries.length > 0 ? deliveries : options
  return candidates.reduce<ShippingOption | undefined>(
    (best, option) => (best && best.amountMinor <= option.amountMinor ? best : option),
    undefined,
  )
}

function amountOf(method: ShippingMethod, parcel: Parcel, location: StockLocation | undefined): number | undefined {
  const fitting = method.rates.filter(
    (rate) =>
      rate.countries.includes(parcel.country) &&
      rate.currency === parcel.currency &&
      rate.weightMinGrams <= parcel.weightGrams &&
      parcel.weightGrams <= (rate.weightMaxGrams ?? Number.POSITIVE_INFINITY) &&
      rate.valueMinMinor <= parcel.valueMinor &&
      parcel.valueMinor <= (rate.valueMaxMinor ?? Number.POSITIVE_INFINITY),
  )
  if (fitting.length > 0) return Math.min(...fitting.map((rate) => rate.amountMinor))
  const isFreePickup = method.kind === 'pickup' && method.rates.length === 0 && location !== undefined
  return isFreePickup && (location.address.country ?? parcel.country) === parcel.country ? 0 : undefined
}

function nameIn(
  locale: string | undefined,
  of: { name: string; translations: Record<string, { name?: string }> },
): string {
  return (locale === undefined ? undefined : of.translations[locale]?.name) ?? of.name
}
