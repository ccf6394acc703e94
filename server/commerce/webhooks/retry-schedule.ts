import { secondsLater } from '../../platform/clock.ts'

const minute = 60
const hour = 60 * minute
/** The pauses that Standard Webhooks advises: soon at first, then less and less often, for three days. */
const pausesSeconds = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 20 * hour]

export const failuresBeforeRest = 5
const restSecondsMin = 30
const restSecondsMax = 15 * minute

/** When to try again after so many tries; undefined when it has been tried for three days. */
export function nextAttemptAfter(attempts: number, now: Date): Date | undefined {
  const pause = pausesSeconds[attempts - 1]
  return pause === undefined ? undefined : secondsLater(now, pause)
}

/**
 * How long an endpoint is left alone after so many failures in a row: not at all at first, then half a minute, doubling
 * up to a quarter of an hour. Then one delivery tries whether it is back.
 */
export function restAfter(failures: number, now: Date): Date | null {
  if (failures < failuresBeforeRest) return null
  return secondsLater(now, Math.min(restSecondsMin * 2 ** (failures - failuresBeforeRest), restSecondsMax))
}
