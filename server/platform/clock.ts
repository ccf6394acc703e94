/** The shop's only source of time, so that a test can live through 14 months in a second. */
export type Clock = {
  now(): Date
}

/** Real time. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export function manualClock(start: string): Clock & { advance(duration: Temporal.DurationLike): void } {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => new Date(instant.epochMilliseconds),
    advance(duration) {
      instant = instant.toZonedDateTimeISO('UTC').add(duration).toInstant()
    },
  }
}

/** A moment as many seconds after another. */
export function secondsLater(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}
