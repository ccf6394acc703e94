import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { connectWithin, LateAnswerError, sendWithin, withinBudget } from './database-budget.ts'
import type { Statement } from './sql.ts'

/** Anything that runs statements: the database itself, or a transaction on it. */
export type Queryable = {
  /** All rows, their columns in camelCase. */
  rows<T>(statement: Statement): Promise<T[]>
  /** The row, or undefined when there is none. */
  maybe<T>(statement: Statement): Promise<T | undefined>
  /** The row that must be there. */
  one<T>(statement: Statement): Promise<T>
  /** How many rows were touched. */
  run(statement: Statement): Promise<number>
}

/** A transaction under way. What is called inside an operation's transaction takes this, never the database. */
export type Transaction = Queryable & {
  readonly isTransaction: true
  /** Runs once this transaction has been committed; never when it was rolled back. */
  afterCommit(work: () => void): void
}

/** The open database. */
export type Database = Queryable & {
  readonly url: string
  readonly pool: pg.Pool
  /** Called with the text of each statement sent, for counting round trips in tests. */
  onStatement: ((text: string) => void) | undefined
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

// int8 as number: amounts and counts stay far below 2^53, and one beyond it is a fault to be heard of at once.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database answered ${text}, more than a number holds exactly`)
  return value
})
// A date has no time zone; as a Date it would move by a day for half the world.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const retried = new Set(['40001', '40P01'])
const retriesMax = 3
/** Set where code runs inside a transaction. */
const insideTransaction = new AsyncLocalStorage<true>()
const besideMax = 2
const rollbackMsMax = 1000

/** Opens a pool of connections. Nothing is asked until the first statement. */
export function openDatabase(options: { url: string; connectionsMax: number; statementTimeoutMs?: number }): Database {
  const pool = openPool(options)
  // A transaction that has to look up a setting (a tax rate that nobody asked for yet) needs a second connection while
  // it holds its locks. If all the others wait for these locks, none would ever come free: it has its own few.
  const beside = openPool({ ...options, connectionsMax: besideMax })
  const send: Send = (client, statement) => {
    database.onStatement?.(statement.text)
    const { text, name } = statement
    const query = { text, name, values: statement.values as unknown[], rowMode: 'array' }
    return withinBudget((leftMs) => sendWithin<pg.QueryArrayResult<unknown[]>>(client, query, leftMs))
  }
  const sendAlone = async (statement: Statement) => {
    const lender = insideTransaction.getStore() ? beside : pool
    const client = await withinBudget((leftMs) => connectWithin(lender, leftMs))
    let broken: Error | undefined
    try {
      return await send(client, statement)
    } catch (error) {
      if (error instanceof LateAnswerError) broken = error
      throw error
    } finally {
      client.release(broken)
    }
  }
  const database: Database = {
    url: options.url,
    pool,
    onStatement: undefined,
    ...queryable(sendAlone),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await attemptTransaction(database, send, work)
        } catch (error) {
          // Deadlocks and serialization failures are the database asking for another try: nothing of this one was kept.
          if (attempt <= retriesMax && retried.has(sqlStateOf(error) ?? '')) continue
          throw error
        }
      }
    },
    async close() {
      await Promise.all([pool.end(), beside.end()])
    },
  }
  return database
}

function openPool(options: { url: string; connectionsMax: number; statementTimeoutMs?: number }): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(options.url),
    max: options.connectionsMax,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'barrow',
    keepAlive: true,
    // Statements are few and prepared: planned once per connection, not again for each shopper.
    options: '-c plan_cache_mode=force_generic_plan',
  })
  // An idle connection that the server drops must not end the process; the next request gets a new one.
  pool.on('error', () => {})
  // The same while it is lent out and between two statements: the next statement on it fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

type Send = (client: pg.PoolClient, statement: Statement) => Promise<pg.QueryArrayResult<unknown[]>>

async function attemptTransaction<T>(
  database: Database,
  send: Send,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await withinBudget((leftMs) => connectWithin(database.pool, leftMs))
  let broken: Error | undefined
  const say = (text: string) => withinBudget((leftMs) => sendWithin(client, { text }, leftMs))
  try {
    database.onStatement?.('begin')
    await say('begin')
    const after: (() => void)[] = []
    const tx: Transaction = {
      isTransaction: true,
      ...queryable((statement) => send(client, statement)),
      afterCommit: (work) => after.push(work),
    }
    const result = await insideTransaction.run(true, () => work(tx))
    database.onStatement?.('commit')
    await say('commit')
    for (const run of after) run()
    return result
  } catch (error) {
    // A line that does not answer would not answer this either: the server undoes what was not committed by itself.
    if (error instanceof LateAnswerError) broken = error
    else
      await sendWithin(client, { text: 'rollback' }, rollbackMsMax).catch((failure: Error) => {
        broken = failure
      })
    throw error
  } finally {
    client.release(broken)
  }
}

function queryable(send: (statement: Statement) => Promise<pg.QueryArrayResult<unknown[]>>): Queryable {
  return {
    async rows<T>(statement: Statement) {
      return toObjects<T>(await send(statement))
    },
    async maybe<T>(statement: Statement) {
      return toObjects<T>(await send(statement))[0]
    },
    async one<T>(statement: Statement) {
      const [row] = toObjects<T>(await send(statement))
      if (row === undefined) throw new Error(`no row for: ${statement.text.slice(0, 200)}`)
      return row
    },
    async run(statement) {
      return (await send(statement)).rowCount ?? 0
    },
  }
}

function toObjects<T>(result: pg.QueryArrayResult<unknown[]>): T[] {
  const keys = result.fields.map((field) => camelCase(field.name))
  return result.rows.map((row) => {
    const object: Record<string, unknown> = {}
    for (let index = 0; index < keys.length; index++) object[keys[index] as string] = row[index]
    return object as T
  })
}

const camelCased = new Map<string, string>()
function camelCase(column: string): string {
  let name = camelCased.get(column)
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    camelCased.set(column, name)
  }
  return name
}

/** What `pg` needs to connect; a URL may name a socket folder as `?host=/folder`, which libpq does too. */
export function connectionOf(url: string): pg.PoolConfig {
  const parsed = new URL(url)
  const socket = parsed.searchParams.get('host')
  if (!socket) return { connectionString: url }
  return {
    host: socket,
    port: Number(parsed.searchParams.get('port') ?? 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
  }
}

/** The five-letter SQLSTATE of an error from the database, if it is one. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/** The name of the constraint that refused a write, if one did. */
export function brokenConstraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' ? error.constraint : undefined
}
