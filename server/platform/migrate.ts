import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { connectionOf } from './database.ts'

const folder = new URL('../migrations/', import.meta.url)
// Any number will do, as long as it is always the same one: two processes that start together take turns.
const migrationLock = 7_226_101

/** Brings the database up to date: each numbered file once, each in a transaction of its own. Answers what it ran. */
export async function migrate(url: string, onStep: (file: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client(connectionOf(url))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await makeMigrationsTable(client)
    const { rows } = await client.query<{ file: string }>('select file from migrations')
    const done = new Set(rows.map((row) => row.file))
    const ran: string[] = []
    for (const file of await migrationFiles()) {
      if (done.has(file)) continue
      onStep(file)
      await runOne(client, file)
      ran.push(file)
    }
    return ran
  } finally {
    await client.end()
  }
}

/** Which migrations the database still lacks. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client(connectionOf(url))
  await client.connect()
  try {
    const { rows } = await client.query<{ file: string }>('select file from migrations')
    const done = new Set(rows.map((row) => row.file))
    return (await migrationFiles()).filter((file) => !done.has(file))
  } catch {
    return migrationFiles()
  } finally {
    await client.end()
  }
}

async function runOne(client: pg.Client, file: string): Promise<void> {
  await client.query('begin')
  try {
    await runMigration(client, file)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Runs one file in the transaction of the caller, and notes that it ran. */
export async function runMigration(client: pg.Client, file: string): Promise<void> {
  try {
    await client.query(await readFile(new URL(file, folder), 'utf8'))
    await client.query('insert into migrations (file) values ($1)', [file])
  } catch (error) {
    throw new Error(`migration ${file} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Where the database remembers which files ran. */
export async function makeMigrationsTable(client: pg.Client): Promise<void> {
  await client.query(
    'create table if not exists migrations (file text primary key, ran_at timestamptz not null default now())',
  )
}

/** Every migration that this version of the shop has, in order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
}
