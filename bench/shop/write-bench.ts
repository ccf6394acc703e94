import { type ChildProgram, startProgram } from '../measuring/child-program.ts'
import type { LoadDriver, LoadResult, Step } from '../measuring/load.ts'
import { type Compared, compareInRounds } from '../measuring/rounds.ts'
import { type Chance, seededChance } from '../measuring/seeded-random.ts'
import { completeStep, openShopper, readyCarts } from '../measuring/shopper.ts'
import type { CatalogFacts } from './catalog-facts.ts'
import { databaseOf, limitDatabase } from './fill-shop.ts'
import type { CartMove } from './limit-carts.ts'
import type { ShopBenchOptions } from './shop-options.ts'
import { untilDelivered } from './until-delivered.ts'

type Measured = {
  facts: CatalogFacts
  port: number
  databaseUrl: string
  driver: LoadDriver
  options: ShopBenchOptions
}

/** As many connections as the shop holds when nothing else is said. */
const connections = 20
const movesInCart = 10

/**
 * Measures putting things in carts and changing how many, against a script that writes the same rows: each table by a
 * statement of its own, or `inOne` both by one.
 */
export async function measureCart(of: Measured, inOne: boolean): Promise<Compared> {
  const { facts, port, driver, options } = of
  const chance = seededChance(7)
  const limit = await openLimit(of.databaseUrl)
  const pace = { ours: 1500, limit: 5000 }
  try {
    return await compareInRounds({
      rounds: options.rounds,
      ours: async () => {
        const moves = movesFor(facts, chance, roomFor(pace.ours, options) / movesInCart)
        const scripts = await scriptsFor(port, moves)
        return noted(
          pace,
          'ours',
          await driver.write({ port, scripts, shoppers: options.shoppers, durationMs: options.roundMs }),
        )
      },
      limit: async () => {
        const moves = movesFor(facts, chance, roomFor(pace.limit, options) / movesInCart)
        await limit.ask({ prepare: { linesOf: moves.map(variantsIn), filled: false } })
        const carts = { moves, inOne, workers: options.shoppers, durationMs: options.roundMs }
        return noted(pace, 'limit', await limit.ask<LoadResult>({ carts }))
      },
    })
  } finally {
    await limit.stop()
  }
}

/** Measures "Buy" against a script that writes the same rows. Carts, addresses and card tokens are made before. */
export async function measureCheckout(of: Measured): Promise<Compared> {
  const { facts, port, driver, options } = of
  const chance = seededChance(11)
  const limit = await openLimit(of.databaseUrl)
  const pace = { ours: 200, limit: 1000 }
  try {
    return await compareInRounds({
      rounds: options.rounds,
      ours: async () => {
        const wishes = linesFor(facts, chance, roomFor(pace.ours, options))
        const carts = await readyCarts(
          port,
          wishes.map((ids) => ids.map((variantId) => ({ variantId, quantity: 1 }))),
        )
        const scripts = carts.map((cart): Step[] => [completeStep(cart)])
        const result = await driver.write({ port, scripts, shoppers: options.shoppers, durationMs: options.roundMs })
        // What follows an order (its mail above all) is done before the limit takes its turn.
        await untilDelivered(of.databaseUrl, 120)
        return noted(pace, 'ours', result)
      },
      limit: async () => {
        await limit.ask({ prepare: { linesOf: linesFor(facts, chance, roomFor(pace.limit, options)), filled: true } })
        const checkouts = { workers: options.shoppers, durationMs: options.roundMs }
        return noted(pace, 'limit', await limit.ask<LoadResult>({ checkouts }))
      },
    })
  } finally {
    await limit.stop()
  }
}

/** The limit's script, on its own copy of the shop's database on the same server. */
export async function openLimit(databaseUrl: string, database = limitDatabase): Promise<ChildProgram> {
  const limit = startProgram(new URL('./write-limit.ts', import.meta.url))
  await limit.ask({ open: { databaseUrl: databaseOf(databaseUrl, database), connections } })
  return limit
}

/** One to three different variants for each order. */
export function linesFor(facts: CatalogFacts, chance: Chance, count: number): string[][] {
  return Array.from({ length: Math.ceil(count) }, () => distinct(facts, chance, 1 + chance.below(3)))
}

/** What is done with each cart: six things are put in, two of them once more, and two numbers are changed. */
export function movesFor(facts: CatalogFacts, chance: Chance, carts: number): CartMove[][] {
  return Array.from({ length: Math.ceil(carts) }, () => {
    const [a, b, c, d, e, f] = distinct(facts, chance, 6) as [string, string, string, string, string, string]
    const move = (kind: CartMove['kind'], variantId: string, quantity = 1): CartMove => ({ kind, variantId, quantity })
    return [
      move('add', a),
      move('add', b),
      move('raise', a),
      move('set', b, 3),
      move('add', c),
      move('add', d),
      move('raise', c),
      move('add', e),
      move('add', f),
      move('set', f, 2),
    ]
  })
}

/** More than can be done in a round, so that it is the clock that ends it. */
function roomFor(perSecond: number, options: ShopBenchOptions): number {
  return Math.max(options.shoppers * 2, (perSecond * 1.3 * options.roundMs) / 1000)
}

function noted<Who extends string>(pace: Record<Who, number>, who: Who, result: LoadResult): LoadResult {
  pace[who] = Math.max(pace[who] * 0.5, result.perSecond)
  return result
}

function distinct(facts: CatalogFacts, chance: Chance, count: number): string[] {
  const found = new Set<string>()
  while (found.size < count) found.add(chance.pick(facts.variantIds))
  return [...found]
}

function variantsIn(moves: CartMove[]): string[] {
  return [...new Set(moves.map((move) => move.variantId))]
}

async function scriptsFor(port: number, moves: CartMove[][]): Promise<Step[][]> {
  const carts: { cartId: string; token: string }[] = []
  let next = 0
  const start = async () => {
    const shopper = await openShopper(port)
    while (next++ < moves.length) carts.push(await shopper.startCart())
    shopper.close()
  }
  await Promise.all(Array.from({ length: 16 }, start))
  return moves.map((list, index) => stepsFor(carts[index] as (typeof carts)[number], list))
}

/** Numbers are set on the line that was put in last, whose id the answer before has named. */
function stepsFor(cart: { cartId: string; token: string }, moves: CartMove[]): Step[] {
  const headers = { 'x-cart-token': cart.token }
  const items = `/api/carts/${cart.cartId}/items`
  return moves.map((move) =>
    move.kind === 'set'
      ? {
          method: 'PATCH',
          path: `${items}/{line}`,
          headers,
          body: JSON.stringify({ quantity: move.quantity }),
          expect: 200,
        }
      : {
          method: 'POST',
          path: items,
          headers,
          body: JSON.stringify({ variantId: move.variantId, quantity: move.quantity }),
          expect: 200,
        },
  )
}
