/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export type Chance = {
  /** From 0 up to, and not including, 1. */
  next(): number
  /** A whole number from 0 up to, and not including, `count`. */
  below(count: number): number
  pick<T>(things: readonly T[]): T
}

/** Mulberry32, a small generator by Tommy Ettinger (public domain): 32 bits of state, good enough for mixing loads. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    below,
    pick(things) {
      if (things.length === 0) throw new Error('nothing to pick from')
      return things[below(things.length)] as (typeof things)[number]
    },
  }
}

/**
 * Draws ranks as shoppers pick products: rank k is drawn in proportion to 1 / (k + 1) ^ exponent (Zipf's law), so a few
 * things are looked at often and most of them seldom.
 */
export function zipfRanks(chance: Chance, of: { count: number; exponent: number; draws: number }): number[] {
  const sums = new Float64Array(of.count)
  let sum = 0
  for (let rank = 0; rank < of.count; rank++) {
    sum += 1 / (rank + 1) ** of.exponent
    sums[rank] = sum
  }
  return Array.from({ length: of.draws }, () => firstAtLeast(sums, chance.next() * sum))
}

function firstAtLeast(sums: Float64Array, wanted: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
