import type { Shop } from '../../platform/context.ts'
import type { Period } from '../ledger/index.ts'
import { storeTimeZone } from '../shipping/index.ts'
import { currentStore } from '../stores/index.ts'
import { errors } from './errors.ts'

/** The moments between which days lie, the last one included, in the shop's own time. */
export async function periodOf(
  ctx: Shop,
  days: { from?: string | undefined; until?: string | undefined },
): Promise<Period & { timeZone: string }> {
  const timeZone = storeTimeZone((await currentStore(ctx)).address.country)
  const from = beginningOf(days.from, timeZone)
  const until = beginningOf(days.until, timeZone, 1)
  if (from && until && from >= until) throw errors.noPeriod()
  return { from, until, timeZone }
}

function beginningOf(day: string | undefined, timeZone: string, daysLater = 0): Date | undefined {
  if (day === undefined || day === '') return undefined
  try {
    const date = Temporal.PlainDate.from(day).add({ days: daysLater })
    return new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    throw errors.noPeriod()
  }
}
