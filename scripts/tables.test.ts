import { resolve } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layers } from '../.dependency-cruiser.js'
import { type Database, openDatabase } from '../server/platform/database.ts'
import { sql } from '../server/platform/sql.ts'
import { copyDatabase, type TestDatabase } from '../server/platform/testing/test-database.ts'
import { isForTests, sourceFiles } from './source-files.ts'

type Column = { table: string; column: string; type: string; notNull: boolean; hasDefault: boolean }

let copy: TestDatabase
let database: Database
let real: Column[]
let declared: (Column & { file: string; key: string })[]

beforeAll(async () => {
  copy = await copyDatabase()
  database = openDatabase({ url: copy.url, connectionsMax: 2 })
  // `migrations` is written by the migrations themselves, before there is any module.
  real = await database.rows<Column>(sql`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as not_null, a.atthasdef or a.attidentity <> '' as has_default
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attname`)
  declared = await declaredColumns()
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

async function declaredColumns(): Promise<typeof declared> {
  const columns: typeof declared = []
  for (const { path } of tableFiles()) {
    const exported = Object.values((await import(resolve(path))) as Record<string, unknown>)
    for (const table of exported.filter((value) => is(value, PgTable))) {
      const keys = new Map(Object.entries(table).map(([key, column]) => [column as unknown, key]))
      const config = getTableConfig(table)
      for (const column of config.columns)
        columns.push({
          file: path,
          table: config.name,
          column: column.name,
          key: String(keys.get(column)),
          type: column
            .getSQLType()
            .replace(/^(big|small)?serial$/, (_, size = '') => (size ? `${size}int` : 'integer')),
          notNull: column.notNull,
          hasDefault: column.hasDefault || column.generatedIdentity !== undefined,
        })
    }
  }
  return columns.sort((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1))
}

const tableFiles = () => sourceFiles('ts').filter(({ path }) => /^server\/.*\/tables\.ts$/.test(path))
const tableNames = (columns: Column[]) => [...new Set(columns.map(({ table }) => table))].sort()
const inBoth = (column: Column) =>
  tableNames(real).includes(column.table) && tableNames(declared).includes(column.table)
const plain = ({ table, column, type, notNull, hasDefault }: Column) =>
  `${table}.${column} ${type}${notNull ? ' not null' : ''}${hasDefault ? ' default' : ''}`

test('every table of the database is declared by the module that writes it, and no other table is', () => {
  expect(tableNames(real).length).toBeGreaterThan(20)
  expect(tableNames(declared)).toEqual(tableNames(real))
})

test('no table is declared twice', () => {
  const twice = tableNames(declared).filter(
    (table) => new Set(declared.filter((column) => column.table === table).map(({ file }) => file)).size > 1,
  )
  expect(twice).toEqual([])
})

test('the declared columns are those of the database: name, type, whether they may be empty and fill themselves', () => {
  expect(declared.filter(inBoth).map(plain).sort()).toEqual(real.filter(inBoth).map(plain).sort())
})

test('a column is called in code as in the database, only in camelCase', () => {
  const camelCase = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  expect(declared.filter(({ key, column }) => key !== camelCase(column))).toEqual([])
})

// The platform knows who is signed in, before there is any module: its sign-in files are the half of `staff` down there.
const place = (path: string) =>
  path.startsWith('server/platform/sign-in')
    ? 'staff'
    : (/^server\/(?:commerce|providers)\/([^/]+)\//.exec(path)?.[1] ?? 'platform')
const ownerOf = (table: string) => place(declared.find((column) => column.table === table)?.file ?? '')
const layerOf = (module: string) => layers.findIndex((modules) => modules.includes(module))

/** The tables that a file's SQL names after these words, with the module of the file. */
function tablesAfter(words: RegExp): { path: string; module: string; table: string }[] {
  const known = new Set(tableNames(real))
  return sourceFiles('ts')
    .filter(({ path }) => path.startsWith('server/') && !isForTests(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(words)]
        .map((match) => match[1] as string)
        .filter((table) => known.has(table))
        .map((table) => ({ path, module: place(path), table })),
    )
}

test('only the module that owns a table writes it', () => {
  const writes = tablesAfter(/\b(?:insert into|update|delete from)\s+([a-z_]+)/g)
  expect(writes.length).toBeGreaterThan(10)
  const foreign = writes.filter(({ module, table }) => module !== ownerOf(table))
  expect(foreign.map(({ path, table }) => `${path} writes ${table} of ${ownerOf(table)}`)).toEqual([])
})

test('a module reads tables of its own and of lower layers only', () => {
  const reads = tablesAfter(/\b(?:from|join)\s+([a-z_]+)/g)
  expect(reads.length).toBeGreaterThan(10)
  const upwards = reads.filter(
    ({ module, table }) => module !== ownerOf(table) && layerOf(ownerOf(table)) >= layerOf(module),
  )
  expect(upwards.map(({ path, table }) => `${path} reads ${table} of ${ownerOf(table)}`)).toEqual([])
})
