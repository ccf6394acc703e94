import { expect, test } from 'vitest'
import { defaultOption, deliveryDates, type ShippingMethod, shippingOptionsFrom } from './index.ts'

const dates = (now: string, daysMin = 1, daysMax = 2) =>
  deliveryDates({ now: new Date(now), timeZone: 'Europe/Berlin', cutoffHour: 14, daysMin, daysMax })

test('what is ordered before the cut-off leaves the same day', () => {
  expect(dates('2026-03-02T12:59:00Z')).toEqual({ deliverFrom: '2026-03-03', deliverUntil: '2026-03-04' })
})

test('what is ordered after the cut-off, in the time of the store, leaves the next day', () => {
  expect(dates('2026-03-02T13:00:00Z')).toEqual({ deliverFrom: '2026-03-04', deliverUntil: '2026-03-05' })
})

test('what is ordered on a Friday evening arrives on Tuesday: nothing moves at the weekend', () => {
  expect(dates('2026-03-06T18:00:00Z')).toEqual({ deliverFrom: '2026-03-10', deliverUntil: '2026-03-11' })
})

test('what is picked up is ready today while the store is open for it, else on the next working day', () => {
  expect(dates('2026-03-06T10:00:00Z', 0, 0).deliverFrom).toBe('2026-03-06')
  expect(dates('2026-03-07T10:00:00Z', 0, 0).deliverFrom).toBe('2026-03-09')
})

const anyParcel = { country: 'DE', currency: 'EUR', weightGrams: 800, valueMinor: 20_00, requiresShipping: true }
const rate = {
  id: 'r',
  countries: ['DE'],
  currency: 'EUR',
  weightMinGrams: 0,
  weightMaxGrams: null,
  valueMinMinor: 0,
  valueMaxMinor: null,
}
const method = (code: string, rates: Partial<ShippingMethod['rates'][number]>[]): ShippingMethod => ({
  id: `ship_${code}`,
  code,
  name: code,
  translations: { de: { name: `${code} auf Deutsch` } },
  kind: 'delivery',
  locationId: null,
  carrier: null,
  trackingUrlTemplate: null,
  daysMin: 1,
  daysMax: 2,
  cutoffHour: 14,
  taxCategory: 'standard',
  rates: rates.map((given) => ({ ...rate, amountMinor: 0, ...given })),
})
const store = {
  id: 'loc_1',
  code: 'store',
  name: 'Store',
  translations: {},
  kind: 'store' as const,
  address: { country: 'DE' },
  hours: [],
  ships: false,
  priority: 1,
}
const pickup: ShippingMethod = { ...method('pickup', []), kind: 'pickup', locationId: 'loc_1' }
const standard = method('standard', [
  { amountMinor: 4_90, weightMaxGrams: 2000 },
  { amountMinor: 9_90 },
  { amountMinor: 0, valueMinMinor: 50_00 },
])
const options = (
  parcel: Partial<typeof anyParcel>,
  methods = [standard, method('express', [{ amountMinor: 12_00 }]), pickup],
) =>
  shippingOptionsFrom({
    methods,
    locations: [store],
    parcel: { ...anyParcel, ...parcel },
    timeZone: 'UTC',
    now: new Date('2026-03-02T10:00:00Z'),
    locale: 'de',
  })
const amounts = (parcel: Partial<typeof anyParcel>) =>
  options(parcel).map((option) => [option.code, option.amountMinor])

test('weight, value and country decide what delivery costs', () => {
  expect(amounts({})).toEqual([
    ['standard', 4_90],
    ['express', 12_00],
    ['pickup', 0],
  ])
  expect(amounts({ weightGrams: 2001 })[0]).toEqual(['standard', 9_90])
  expect(amounts({ valueMinor: 49_99 })[0]).toEqual(['standard', 4_90])
  expect(amounts({ valueMinor: 50_00 })[0]).toEqual(['standard', 0])
  expect(amounts({ country: 'JP' })).toEqual([])
  expect(amounts({ currency: 'JPY' })).toEqual([['pickup', 0]])
})

test('an option speaks the language of the cart, and a pick-up says where', () => {
  expect(options({})[0]?.name).toBe('standard auf Deutsch')
  expect(options({})[2]?.location).toMatchObject({ id: 'loc_1', name: 'Store' })
})

test('until the shopper chooses, the cheapest delivery is assumed, never a walk to the store', () => {
  expect(defaultOption(options({}))?.code).toBe('standard')
  expect(defaultOption(options({}, [pickup]))?.code).toBe('pickup')
  expect(defaultOption([])).toBeUndefined()
})
