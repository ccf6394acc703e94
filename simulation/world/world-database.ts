import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'

/** Where worlds are played: a PostgreSQL, and in it a migrated database to copy. */
export type Ground = { postgresUrl: string; template: string }

/** A copy of the template for one world, and a watcher of its locks from outside. */
export type WorldDatabase = {
  url: string
  /** How many statements wait for a lock at this moment. */
  blocked(): Promise<number>
  /** Ends sessions, as the death of their client does, and waits until they are gone. */
  endSessions(pids: readonly number[]): Promise<void>
  drop(): Promise<void>
}

/** Makes the copy. */
export async function copyTemplate(ground: Ground, name: string): Promise<WorldDatabase> {
  // Connected to another database, so that watching never holds back what this one may clean up.
  const watcher = new pg.Client(connectionOf(databaseOf(ground.postgresUrl, 'postgres')))
  await watcher.connect()
  await watcher.query(`drop database if exists ${name} with (force)`)
  await watcher.query(`create database ${name} template ${ground.template}`)
  // Found at once, so that who is found guilty does not depend on how busy the machine is.
  await watcher.query(`alter database ${name} set deadlock_timeout = '5ms'`)
  await watcher.query(`alter database ${name} set search_path = public, pg_catalog`)
  const url = databaseOf(ground.postgresUrl, name)
  await pinSessionNumber(url)
  return {
    url,
    async blocked() {
      const { rows } = await watcher.query<{ count: number }>({
        name: 'blocked',
        text: `select count(*)::int as count from pg_stat_activity
          where datname = $1 and state = 'active' and wait_event_type = 'Lock'`,
        values: [name],
      })
      return rows[0]?.count ?? 0
    },
    async endSessions(pids) {
      await watcher.query('select pg_terminate_backend(pid, 5000) from unnest($1::int[]) as p(pid)', [pids])
    },
    async drop() {
      await watcher.query(`drop database if exists ${name} with (force)`)
      await watcher.end()
    },
  }
}

/**
 * The ledger spreads its balances over rows by the number of the session, which is another one in every run. Here all
 * sessions have one number, so that the same orders wait for each other each time, and more of them than in a shop.
 */
async function pinSessionNumber(url: string): Promise<void> {
  const client = new pg.Client(connectionOf(url))
  await client.connect()
  await client.query('create function public.pg_backend_pid() returns integer language sql immutable as $$ select 7 $$')
  await client.end()
}

/** The same server, another database. */
export function databaseOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
