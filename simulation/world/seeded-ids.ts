import { drawIdsFrom } from '../../server/platform/ids.ts'

/**
 * Makes every id of this process follow from how many were drawn before: a UUIDv7 of the simulated moment with a counter,
 * so that ids sort by age as they do in a shop. Answers ids for others (the bank), and an end.
 */
export function seedIds(now: () => number): { named(prefix: string): string; end(): void } {
  let drawn = 0
  const draw = () => {
    const time = now().toString(16).padStart(12, '0')
    const count = (++drawn).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count}`
  }
  drawIdsFrom(draw)
  return { named: (prefix) => `${prefix}_${draw().replaceAll('-', '')}`, end: () => drawIdsFrom(undefined) }
}
