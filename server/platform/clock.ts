import { setTimeout as pause } from 'node:timers/promises'

/** The shop's only source of time, so that a test can live through 14 months in a second. */
export type Clock = {
  now(): Date
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

const wait = (ms: number) => pause(ms)

/** Real time. */
export const systemClock: Clock = { now: () => new Date(), wait }

/** The same clock, so many hours ahead. */
export function clockAhead(clock: Clock, hours: number): Clock {
  return hours === 0 ? clock : { ...clock, now: () => secondsLater(clock.now(), hours * 3600) }
}

/** A clock that stands still until it is moved; who waits on it waits in real time. */
export function manualClock(start: string): Clock & { advance(duration: Temporal.DurationLike): void } {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => new Date(instant.epochMilliseconds),
    wait,
    advance(duration) {
      instant = instant.toZonedDateTimeISO('UTC').add(duration).toInstant()
    },
  }
}

/** A moment as many seconds after another. */
export function secondsLater(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}
