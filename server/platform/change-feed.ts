import pg from 'pg'
import type { Logger } from 'pino'
import { connectionOf, type Queryable, type Transaction } from './database.ts'
import { sql } from './sql.ts'

/** One thing that changed, as every process hears of it: `product.changed prod_01j...`. */
export type Change = { type: string; subject: string; payload: Record<string, unknown> }

/**
 * Tells every process of the shop what changed, so that what they keep in memory is never long out of date.
 * Sent by the event dispatcher, not by the transactions of shoppers: NOTIFY takes a lock of the whole database at
 * commit, which would make orders wait for each other.
 */
export type ChangeFeed = {
  /** Calls back for each event of these types that is committed anywhere; and with `lost` when some may be missed. */
  on(types: readonly string[], hear: (change: Change | 'lost') => void): void
  /** Announces events by id, inside the dispatcher's transaction. */
  announce(tx: Transaction, eventIds: readonly number[]): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

const channel = 'barrow_changes'

/** Makes the feed of one database. */
export function createChangeFeed(options: { url: string; database: Queryable; log: Logger }): ChangeFeed {
  const hearers: { types: readonly string[]; hear: (change: Change | 'lost') => void }[] = []
  let client: pg.Client | undefined
  let stopped = false
  const tellLost = () => hearers.forEach(({ hear }) => hear('lost'))
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...connectionOf(options.url), application_name: 'barrow changes' })
    fresh.on('notification', (message) => {
      fetchAndTell(message.payload ?? '').catch((error) => {
        options.log.warn({ err: error }, 'changes could not be read')
        tellLost()
      })
    })
    fresh.on('error', () => {})
    await fresh.connect()
    await fresh.query(`listen ${channel}`).catch(async (error: unknown) => {
      await fresh.end().catch(() => {})
      throw error
    })
    // Only now: an attempt that fails ends as well, and would be followed by two, and those by four.
    fresh.once('end', () => {
      if (!stopped) setTimeout(reconnect, 200)
    })
    client = fresh
  }
  const reconnect = () => {
    if (stopped) return
    // Whatever was announced while the line was down has not been heard.
    connect().then(tellLost, () => setTimeout(reconnect, 500))
  }
  const fetchAndTell = async (payload: string) => {
    const types = [...new Set(hearers.flatMap((hearer) => hearer.types))]
    if (types.length === 0) return
    const ids = payload.split(',').map(Number)
    const changes = await options.database.rows<Change>(
      sql`select type, subject, payload from events where id = any(${ids}) and type = any(${types}) order by id`,
    )
    for (const change of changes)
      for (const { types: wanted, hear } of hearers) if (wanted.includes(change.type)) hear(change)
  }
  return {
    on(types, hear) {
      hearers.push({ types, hear })
    },
    async announce(tx, eventIds) {
      await tx.run(sql`select pg_notify(${channel}, ${eventIds.join(',')})`)
    },
    start: connect,
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
