import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { sql } from './sql.ts'
import { copyDatabase, emptyDatabase, type TestDatabase } from './testing/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await emptyDatabase()
})
afterEach(() => database.drop())

test('two shops that start at once on a new database migrate it once', async () => {
  const files = await pendingMigrations(database.url)
  const [one, other] = await Promise.all([migrate(database.url), migrate(database.url)])
  expect([...one, ...other].sort()).toEqual(files)
  expect([one.length, other.length].sort()).toEqual([0, files.length])
})

test('a new database lacks every migration, a migrated one none', async () => {
  expect(await pendingMigrations(database.url)).toContain('0001-foundation.sql')
  const steps: string[] = []
  await migrate(database.url, (file) => steps.push(file))
  expect(steps[0]).toBe('0001-foundation.sql')
  expect(await pendingMigrations(database.url)).toEqual([])
})

test('migrating again changes nothing', async () => {
  const copy = await copyDatabase()
  expect(await migrate(copy.url)).toEqual([])
  await copy.drop()
})

test('a migration that fails leaves nothing of itself behind, and is named', async () => {
  const opened = openDatabase({ url: database.url, connectionsMax: 2 })
  await opened.run(sql`create table payments (id text)`)
  await expect(migrate(database.url)).rejects.toThrow(/^migration 0001-foundation.sql failed: .*payments/)
  const tables = sql`select count(*) as tables from pg_tables where schemaname = 'public' and tablename = 'orders'`
  expect(await opened.one(tables)).toEqual({ tables: 0 })
  await opened.run(sql`drop table payments`)
  expect(await migrate(database.url)).toContain('0001-foundation.sql')
  await opened.close()
})
