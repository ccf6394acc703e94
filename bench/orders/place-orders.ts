import type { ChildProgram } from '../measuring/child-program.ts'
import type { LoadDriver, LoadResult, Step } from '../measuring/load.ts'
import { completeStep, readyCarts } from '../measuring/shopper.ts'
import { untilDelivered } from '../shop/until-delivered.ts'

/** A round of buying: how many at once, for how long, and what is in the next cart. */
export type Round = { shoppers: number; durationMs: number; nextCart: () => string[] }

/** Where orders are placed in turns: a shop, or the script that is its limit. Each remembers how fast it was. */
export type Placer = { place(round: Round): Promise<LoadResult> }

/** Buys in a shop. Carts, addresses and card tokens are made before the clock starts, and what follows is awaited after. */
export function shopPlacer(of: { port: number; databaseUrl: string; driver: LoadDriver }): Placer {
  let perSecond = 150
  return {
    async place({ shoppers, durationMs, nextCart }) {
      const wishes = carts({ perSecond, shoppers, durationMs, nextCart })
      const ready = await readyCarts(
        of.port,
        wishes.map((ids) => ids.map((variantId) => ({ variantId, quantity: 1 }))),
      )
      const scripts = ready.map((cart): Step[] => [completeStep(cart)])
      const result = await of.driver.write({ port: of.port, scripts, shoppers, durationMs })
      await untilDelivered(of.databaseUrl, 300)
      perSecond = Math.max(perSecond * 0.5, result.perSecond)
      return result
    },
  }
}

/** Writes what a shop would write for the same carts, and nothing else. */
export function limitPlacer(limit: ChildProgram): Placer {
  let perSecond = 800
  return {
    async place({ shoppers, durationMs, nextCart }) {
      await limit.ask({ prepare: { linesOf: carts({ perSecond, shoppers, durationMs, nextCart }), filled: true } })
      const result = await limit.ask<LoadResult>({ checkouts: { workers: shoppers, durationMs } })
      perSecond = Math.max(perSecond * 0.5, result.perSecond)
      return result
    },
  }
}

/** More than can be bought in a round, so that it is the clock that ends it. */
function carts(of: { perSecond: number } & Round): string[][] {
  const count = Math.max(of.shoppers * 2, Math.ceil((of.perSecond * 1.3 * of.durationMs) / 1000))
  return Array.from({ length: count }, of.nextCart)
}
