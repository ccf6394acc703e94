// English here is the English of Europe: the day stands before the month.
const region = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

/** A range of ISO days as people say it: "Wed 26 – Fri 28 Nov", or one day when both are the same. */
export function formatDays(from: string, until: string, locale: string): string {
  const format = new Intl.DateTimeFormat(region(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  // A line may break at the dash, and nowhere else.
  return format.formatRange(new Date(`${from}T12:00Z`), new Date(`${until}T12:00Z`)).replaceAll(' ', '\u00a0')
}

/** A moment as a long day of a place: "26 November 2025". */
export function formatDay(moment: string | Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(region(locale), { dateStyle: 'long', timeZone }).format(new Date(moment))
}

/** A moment with its time in a place: "26 Nov, 14:05". */
export function formatMoment(moment: string | Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(region(locale), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(moment))
}

/** A country's name in a language: "Germany". */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
}

const dayCodes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Days of the week as schema.org writes them ("Mo-Fr", "Sa") in words of a language: "Mon–Fri". */
export function daysIn(days: string, locale: string): string {
  const format = new Intl.DateTimeFormat(region(locale), { weekday: 'short', timeZone: 'UTC' })
  // The fifth of January 2026 is a Monday.
  const name = (code: string) =>
    dayCodes.includes(code) ? format.format(new Date(Date.UTC(2026, 0, 5 + dayCodes.indexOf(code)))) : code
  return days.split('-').map(name).join('–')
}
