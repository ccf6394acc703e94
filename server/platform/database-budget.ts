import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { OutageError } from './errors.ts'

/** How long whoever is waiting may still wait for the database, all statements together. */
type Budget = { leftMs: number }

const budgets = new AsyncLocalStorage<Budget>()

/** Work that nobody waits for: longer than the server lets a statement run, so that only a dead line is given up. */
const patienceMs = 40_000

/** The database did not answer in time; the connection that it was asked on is of no more use. */
export class LateAnswerError extends OutageError {}

/**
 * Gives all that `work` begins a budget of time with the database. A line that swallows what it is given (a network that
 * fell apart, a machine that lost its power) would otherwise keep a shopper waiting for ever; the bank's time is its own.
 */
export function withDatabaseBudget<T>(leftMs: number, work: () => T): T {
  // A page that asks the shop's own API inside this process has one visitor, who waits once.
  return budgets.getStore() ? work() : budgets.run({ leftMs }, work)
}

/** Does one thing with the database within the budget; it is told how long it has. */
export async function withinBudget<T>(work: (leftMs: number) => Promise<T>): Promise<T> {
  const budget = budgets.getStore()
  if (!budget) return work(patienceMs)
  if (budget.leftMs <= 0) throw new OutageError('the database took too long')
  const began = performance.now()
  try {
    return await work(Math.ceil(budget.leftMs))
  } finally {
    budget.leftMs -= performance.now() - began
  }
}

/** A connection from the pool, within so many milliseconds; one that comes later goes back. */
export async function connectWithin(pool: pg.Pool, leftMs: number): Promise<pg.PoolClient> {
  const asked = pool.connect()
  if (pool.idleCount > 0) return asked
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, leftMs, 'late')
  })
  const first = await Promise.race([asked, late])
  clearTimeout(timer)
  if (first !== 'late') return first
  asked.then(
    (client) => client.release(),
    () => {},
  )
  throw new OutageError('no connection to the database came free')
}

/** Sends one statement, and gives up its connection for lost when there is no answer within so many milliseconds. */
export async function sendWithin<Result extends pg.QueryResultBase>(
  client: pg.PoolClient,
  query: pg.QueryConfig,
  leftMs: number,
): Promise<Result> {
  try {
    return (await client.query({ ...query, query_timeout: leftMs } as pg.QueryConfig)) as unknown as Result
  } catch (error) {
    if (error instanceof Error && error.message === 'Query read timeout') throw new LateAnswerError(error.message)
    throw error
  }
}
