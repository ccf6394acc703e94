const saturday = 6

/** First and last day on which a parcel may arrive, as ISO dates (`2026-03-05`). */
export type DeliveryDates = { deliverFrom: string; deliverUntil: string }

/**
 * When an order placed now arrives: it leaves on the same working day when placed before the cut-off hour, else on the
 * next one, and is then so many working days on the way. Working days are Monday to Friday in the store's time zone.
 */
export function deliveryDates(of: {
  now: Date
  timeZone: string
  cutoffHour: number
  daysMin: number
  daysMax: number
}): DeliveryDates {
  // The answer is the same for a whole minute, and calendars cost more than everything else about a cart.
  const minute = Math.floor(of.now.getTime() / 60_000)
  const key = `${minute} ${of.timeZone} ${of.cutoffHour} ${of.daysMin} ${of.daysMax}`
  let dates = known.get(key)
  if (!dates) {
    if (known.size >= knownMax) known.clear()
    dates = datesOf(of)
    known.set(key, dates)
  }
  return dates
}
const known = new Map<string, DeliveryDates>()
const knownMax = 1000

function datesOf(of: Parameters<typeof deliveryDates>[0]): DeliveryDates {
  const local = Temporal.Instant.fromEpochMilliseconds(of.now.getTime()).toZonedDateTimeISO(of.timeZone)
  const today = local.toPlainDate()
  const leaves = isWorkingDay(today) && local.hour < of.cutoffHour ? today : workingDaysLater(today, 1)
  return {
    deliverFrom: workingDaysLater(leaves, of.daysMin).toString(),
    deliverUntil: workingDaysLater(leaves, of.daysMax).toString(),
  }
}

/** The time zone of a country, for reading "before two o'clock"; of those with several, the first that CLDR lists. */
export function storeTimeZone(country: string | undefined): string {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return 'UTC'
  let zone = zones.get(country)
  if (zone === undefined) {
    zone = new Intl.Locale('und', { region: country }).getTimeZones?.()?.[0] ?? 'UTC'
    zones.set(country, zone)
  }
  return zone
}
const zones = new Map<string, string>()

function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday
}

function workingDaysLater(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let later = day
  for (let left = count; left > 0; ) {
    later = later.add({ days: 1 })
    if (isWorkingDay(later)) left--
  }
  return later
}
