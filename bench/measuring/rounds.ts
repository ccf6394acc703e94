import type { LoadResult } from './load.ts'
import { median } from './quantiles.ts'

/** What a path measured against its limit came to. */
export type Compared = {
  /** The median over the rounds of ours divided by the limit's in the round beside it. */
  ratio: number
  perSecond: number
  limitPerSecond: number
  p50Ms: number
  p95Ms: number
  limitP50Ms: number
  limitP95Ms: number
  count: number
  errorCount: number
  errors: string[]
}

/**
 * Takes turns, ours and the limit, so that what else the machine does falls on both; a first round of each warms up and
 * is not counted.
 */
export async function compareInRounds(options: {
  rounds: number
  ours: () => Promise<LoadResult>
  limit: () => Promise<LoadResult>
  onRound?: (round: number, ours: LoadResult, limit: LoadResult) => void
}): Promise<Compared> {
  await options.ours()
  await options.limit()
  const rounds: { ours: LoadResult; limit: LoadResult }[] = []
  for (let round = 1; round <= options.rounds; round++) {
    const ours = await options.ours()
    const limit = await options.limit()
    rounds.push({ ours, limit })
    options.onRound?.(round, ours, limit)
  }
  const middle = (figure: (round: { ours: LoadResult; limit: LoadResult }) => number) => median(rounds.map(figure))
  return {
    ratio: middle(({ ours, limit }) => ours.perSecond / limit.perSecond),
    perSecond: middle(({ ours }) => ours.perSecond),
    limitPerSecond: middle(({ limit }) => limit.perSecond),
    p50Ms: middle(({ ours }) => ours.p50Ms),
    p95Ms: middle(({ ours }) => ours.p95Ms),
    limitP50Ms: middle(({ limit }) => limit.p50Ms),
    limitP95Ms: middle(({ limit }) => limit.p95Ms),
    count: rounds.reduce((sum, { ours }) => sum + ours.count, 0),
    errorCount: rounds.reduce((sum, { ours, limit }) => sum + ours.errorCount + limit.errorCount, 0),
    errors: rounds.flatMap(({ ours, limit }) => [...ours.errors, ...limit.errors]).slice(0, 10),
  }
}
