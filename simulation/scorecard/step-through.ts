import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Shop } from '../../server/platform/context.ts'
import { connectionOf, type Database, openDatabase } from '../../server/platform/database.ts'

/** The statements of one transaction, the last one being how it ended. */
export type Script = string[]

/**
 * Somebody whose one transaction is held before each of its steps until it is let on. Everything else that they do runs
 * freely.
 */
export type Stepper = {
  ctx: Shop
  /** Runs a deed freely, and answers the transaction in which a statement matches. */
  record(deed: (ctx: Shop) => Promise<unknown>, mark: RegExp): Promise<{ script: Script; turn: number }>
  /** Begins a deed whose `turn`th transaction is held before the statements `starts`. */
  begin(deed: (ctx: Shop) => Promise<unknown>, of: { turn: number; starts: ReadonlySet<number> }): void
  /** Lets it make one more step; while it still waits for a lock, the step is made as soon as it can. */
  letOn(): void
  /** Holds it no longer, and answers what came of its deed. */
  finish(): Promise<PromiseSettledResult<unknown>>
  /** Where it is: before its transaction, held, in a step, or through. */
  readonly place: 'before' | 'held' | 'running' | 'through'
  readonly processId: number
  close(): Promise<void>
}

type State = {
  place: Stepper['place']
  turn: number
  target: number
  starts: ReadonlySet<number>
  permits: number
  isFree: boolean
  processId: number
  release: (() => void) | undefined
  scripts: Script[]
}

/** Opens one, on connections of its own. */
export function openStepper(shop: Shop, databaseUrl: string): Stepper {
  const database = openDatabase({ url: databaseUrl, connectionsMax: 3 })
  const ctx: Shop = { ...shop, database }
  const state: State = {
    place: 'before',
    turn: 0,
    target: 0,
    starts: new Set(),
    permits: 0,
    isFree: true,
    processId: 0,
    release: undefined,
    scripts: [],
  }
  holdTransactions(database, state)
  let running: Promise<PromiseSettledResult<unknown>> | undefined
  const start = (deed: (ctx: Shop) => Promise<unknown>) => {
    Object.assign(state, { place: 'before', turn: 0, permits: 0, release: undefined, scripts: [] })
    running = Promise.allSettled([deed(ctx)]).then(([result]) => {
      state.place = 'through'
      return result as PromiseSettledResult<unknown>
    })
  }
  return {
    ctx,
    get place() {
      return state.place
    },
    get processId() {
      return state.processId
    },
    async record(deed, mark) {
      Object.assign(state, { target: 0, isFree: true })
      start(deed)
      const result = await running
      const turn = state.scripts.findIndex((script) => script.some((text) => mark.test(text)))
      if (turn === -1) throw new Error(`no transaction with ${mark}: ${JSON.stringify(result).slice(0, 300)}`)
      return { script: state.scripts[turn] as Script, turn: turn + 1 }
    },
    begin(deed, of) {
      Object.assign(state, { target: of.turn, starts: of.starts, isFree: false })
      start(deed)
    },
    letOn() {
      state.permits++
      passGate(state)
    },
    async finish() {
      state.isFree = true
      passGate(state)
      return (await running) as PromiseSettledResult<unknown>
    },
    close: () => database.close(),
  }
}

/** Waits until each of them is held, through, or waiting for a lock that another holds. Answers how many wait. */
export async function comeToRest(steppers: readonly Stepper[], monitor: pg.Client): Promise<number> {
  for (;;) {
    for (let turn = 0; turn < 20 && isMoving(steppers); turn++) await new Promise(setImmediate)
    const moving = steppers.filter(({ place }) => place === 'running' || place === 'before')
    if (moving.length === 0) return 0
    const inside = moving.filter(({ place }) => place === 'running')
    if (inside.length === moving.length) {
      const { rows } = await monitor.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity where pid = any($1) and wait_event_type = 'Lock'`,
        [inside.map(({ processId }) => processId)],
      )
      if (rows[0]?.waiting === moving.length && isMoving(steppers)) return moving.length
    }
    await wait(1)
  }
}

function isMoving(steppers: readonly Stepper[]): boolean {
  return steppers.some(({ place }) => place === 'running' || place === 'before')
}

/** A connection to look at the others with. */
export async function openMonitor(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  return client
}

function holdTransactions(database: Database, state: State): void {
  const { pool } = database
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  pool.connect = (async () => held(await connect(), state)) as typeof pool.connect
}

function held(client: pg.PoolClient, state: State): pg.PoolClient {
  let script: Script | undefined
  const query = async (config: pg.QueryConfig) => {
    const { text } = config
    if (text === 'begin') {
      script = []
      state.scripts.push(script)
      state.turn++
      if (!state.isFree && state.turn === state.target)
        Object.assign(state, { place: 'running', processId: (client as unknown as { processID: number }).processID })
    } else if (script) {
      const isEnd = text === 'commit' || text === 'rollback'
      const isHeld = state.turn === state.target && state.place === 'running'
      if (isHeld && text !== 'rollback' && state.starts.has(script.length)) await gate(state)
      script.push(text)
      const answer = await client.query(config)
      if (isEnd) {
        if (isHeld) state.place = 'through'
        script = undefined
      }
      return answer
    }
    return client.query(config)
  }
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query') return query
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function gate(state: State): Promise<void> {
  if (state.isFree) return Promise.resolve()
  if (state.permits > 0) {
    state.permits--
    return Promise.resolve()
  }
  state.place = 'held'
  return new Promise((resolve) => {
    state.release = () => {
      state.place = 'running'
      state.release = undefined
      resolve()
    }
  })
}

function passGate(state: State): void {
  if (!state.release) return
  if (state.isFree) return state.release()
  if (state.permits === 0) return
  state.permits--
  state.release()
}
