import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'
import { answerQuestions } from '../measuring/child-program.ts'
import type { LoadResult } from '../measuring/load.ts'
import { quantile } from '../measuring/quantiles.ts'
import { type CartMove, type LimitCart, prepareCarts, readWorld, type World } from './limit-carts.ts'
import { placeOrderRows, writeCartMove, writeCartMoveInOne } from './limit-rows.ts'

/**
 * The limit for writing: a script in a process of its own that writes the rows that the shop writes, in as many
 * transactions, and does nothing else: no HTTP, no prices, no checks, no bank. Prepared statements, a pool as large as
 * the shop's, as many workers as the shop has shoppers. Each table is written by one statement, all of them in the
 * transaction they belong to; a cart move can also be written in one statement altogether.
 */
type Question =
  | { open: { databaseUrl: string; connections: number } }
  | { prepare: { linesOf: string[][]; filled: boolean } }
  | { carts: { moves: CartMove[][]; inOne: boolean; workers: number; durationMs: number } }
  | { checkouts: { workers: number; durationMs: number } }

let pool: pg.Pool
let world: World
let ready: LimitCart[] = []

answerQuestions(async (question: Question) => {
  if ('open' in question) {
    const { databaseUrl, connections } = question.open
    pool = new pg.Pool({ ...connectionOf(databaseUrl), max: connections, application_name: 'barrow-limit' })
    world = await readWorld(pool)
    return undefined
  }
  if ('prepare' in question) {
    ready = await prepareCarts(pool, world, question.prepare)
    return undefined
  }
  if ('carts' in question) {
    const { moves, inOne, ...rest } = question.carts
    const write = inOne ? writeCartMoveInOne : writeCartMove
    return work({ ...rest, piles: moves.length }, async (index, timed) => {
      const cart = ready[index] as LimitCart
      for (const move of moves[index] as CartMove[]) await timed(() => write(pool, cart, move))
    })
  }
  return work({ ...question.checkouts, piles: ready.length }, async (index, timed) => {
    await timed(() => placeOrderRows(pool, world, ready[index] as LimitCart))
  })
})

async function work(
  how: { workers: number; durationMs: number; piles: number },
  doPile: (index: number, timed: (write: () => Promise<void>) => Promise<void>) => Promise<void>,
): Promise<LoadResult> {
  const took: number[] = []
  let next = 0
  const began = performance.now()
  const until = began + how.durationMs
  const timed = async (write: () => Promise<void>) => {
    const start = performance.now()
    await write()
    took.push(performance.now() - start)
  }
  const worker = async () => {
    while (next < how.piles && performance.now() < until) await doPile(next++, timed)
  }
  await Promise.all(Array.from({ length: how.workers }, worker))
  const elapsedMs = performance.now() - began
  const sorted = Float64Array.from(took).sort()
  return {
    perSecond: (took.length / elapsedMs) * 1000,
    count: took.length,
    bytes: 0,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    errorCount: 0,
    errors: [],
    scriptsDone: next,
  }
}
