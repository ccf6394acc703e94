import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionOf } from './database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

let folder: string
const started: EmbeddedPostgres[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-postgres-'))
  await chmod(folder, 0o700)
})
afterEach(async () => {
  for (const postgres of started.splice(0)) if (existsSync(`/proc/${postgres.pid}`)) await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder })
  started.push(postgres)
  return postgres
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(connectionOf(url))
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

test('it starts from a folder that only its owner can enter, root included, and not as a superuser of the machine', async () => {
  expect((await stat(folder)).mode & 0o077).toBe(0)
  const postgres = await start()
  expect(await ask(postgres.url, 'select current_database() as name')).toEqual([{ name: 'barrow' }])
  expect(await ask(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  await postgres.stop()
})

test('what was committed is there after it was killed without warning', async () => {
  const postgres = await start()
  await ask(postgres.url, 'create table receipts as select generate_series(1, 1000) as number')
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.ended
  const again = await start()
  expect(await ask(again.url, 'select count(*)::int as receipts from receipts')).toEqual([{ receipts: 1000 }])
  await again.stop()
})

test('one that a crashed shop left running is ended first, and its data is kept', async () => {
  const orphan = await start()
  await ask(orphan.url, 'create table receipts as select 1 as number')
  const next = await start()
  await orphan.ended
  expect(next.pid).not.toBe(orphan.pid)
  expect(await ask(next.url, 'select number from receipts')).toEqual([{ number: 1 }])
  await next.stop()
})

test('every commit reaches the disk before it is answered', async () => {
  const postgres = await start()
  const settings = await ask(
    postgres.url,
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name",
  )
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  await postgres.stop()
})

test('a stopped one leaves no process and no socket behind', async () => {
  const postgres = await start()
  const socketFolder = new URL(postgres.url).searchParams.get('host') as string
  expect(existsSync(socketFolder)).toBe(true)
  await postgres.stop()
  expect(existsSync(socketFolder)).toBe(false)
  expect(existsSync(`/proc/${postgres.pid}`)).toBe(false)
})
