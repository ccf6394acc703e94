import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { connectionOf } from '../database.ts'
import { makeMigrationsTable, migrationFiles, runMigration } from '../migrate.ts'
import { BackupError, type Contents, type Manifest } from './backup-format.ts'
import { liftGuards } from './lift-guards.ts'
import { type ArchiveEntry, ArchiveError, type Checksum, readArchive } from './tar-stream.ts'
import type { Progress } from './write-backup.ts'

/** What came back. */
export type RestoredBackup = { madeAt: Date; rows: number; pictures: number }

/**
 * Reads a backup into an empty database, in one transaction: all of it arrives, whole and sound, or nothing does. The
 * tables are made as they were when it was written, filled, and then brought up to date. The database is marked as a
 * copy in the same moment, so that it is never open without being quiet.
 */
export async function restoreBackup(of: {
  databaseUrl: string
  file: string
  /** Where pictures go; without it they are only checked. */
  mediaFolder?: string
  now: Date
  onProgress?: Progress
}): Promise<RestoredBackup> {
  const client = new pg.Client({ ...connectionOf(of.databaseUrl), application_name: 'barrow restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
      set local intervalstyle = 'iso_8601'; set local statement_timeout = 0; set local lock_timeout = 0`)
    await refuseTables(client)
    const entries = readArchive(of.file)
    const manifest = await readManifest(await entries.next())
    const later = await makeTables(client, manifest)
    const putBack = await liftGuards(client)
    await emptyTables(client, manifest)
    const contents = await loadEntries(client, { ...of, manifest, entries })
    await setSequences(client, contents.sequences)
    of.onProgress?.({ what: 'keys and rules', done: 1, of: 1 })
    await client.query('set constraints all immediate')
    await putBack()
    for (const file of later) await runMigration(client, file)
    await client.query(`insert into restorations (backup_made_at, restored_at) values ($1, $2)`, [
      manifest.madeAt,
      of.now,
    ])
    await client.query('commit')
    await client.query('analyze')
    const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0)
    return { madeAt: new Date(manifest.madeAt), rows, pictures: contents.pictures }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if (error instanceof ArchiveError) throw new BackupError(`${of.file} cannot be used: ${error.message}.`)
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function refuseTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::integer as tables from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')`,
  )
  if (rows[0]?.tables === 0) return
  throw new BackupError(
    'There is a shop in this database already, and a restore never overwrites one. ' +
      'Name an empty folder with BARROW_DATA, or an empty database with DATABASE_URL.',
  )
}

async function readManifest(first: IteratorResult<ArchiveEntry>): Promise<Manifest> {
  const entry = first.done ? undefined : first.value
  if (entry?.name !== 'manifest.json') throw new BackupError('This is no backup of a shop: its manifest is missing.')
  const manifest = JSON.parse((await contentOf(entry)).toString('utf8')) as Manifest
  if (manifest.format !== 'barrow-backup' || manifest.formatVersion !== 1)
    throw new BackupError('This backup was made by a newer Barrow than this one. Restore it with that version.')
  return manifest
}

/** Makes the tables as they were; answers the migrations that came later. */
async function makeTables(client: pg.Client, manifest: Manifest): Promise<string[]> {
  const known = await migrationFiles()
  const unknown = manifest.migrations.filter((file) => !known.includes(file))
  if (unknown.length > 0)
    throw new BackupError(
      `This backup was made by a newer Barrow than this one, which does not know ${unknown.join(', ')}.`,
    )
  await makeMigrationsTable(client)
  for (const file of known.filter((file) => manifest.migrations.includes(file))) await runMigration(client, file)
  return known.filter((file) => !manifest.migrations.includes(file))
}

/** Migrations may have put rows of their own into new tables; those of the backup take their place. */
async function emptyTables(client: pg.Client, manifest: Manifest): Promise<void> {
  const names = manifest.tables.map(({ name }) => pg.escapeIdentifier(name))
  await client.query(`truncate ${names.join(', ')}`)
}

async function loadEntries(
  client: pg.Client,
  of: {
    manifest: Manifest
    entries: AsyncGenerator<ArchiveEntry>
    mediaFolder?: string
    onProgress?: Progress
  },
): Promise<Contents> {
  const seen = new Map<string, Checksum>()
  const rows = new Map(of.manifest.tables.map(({ name }) => [name, 0]))
  let pictures = 0
  for await (const entry of of.entries) {
    if (entry.name === 'contents.json') {
      const contents = JSON.parse((await contentOf(entry)).toString('utf8')) as Contents
      compare(contents, { files: seen, rows, pictures })
      return contents
    }
    const hash = createHash('sha256')
    const content = summed(entry.content, hash)
    const [, tableName] = /^tables\/([a-z0-9_]+)\/\d+\.copy$/.exec(entry.name) ?? []
    const table = of.manifest.tables.find(({ name }) => name === tableName)
    if (table) {
      of.onProgress?.({ what: table.name, done: of.manifest.tables.indexOf(table), of: of.manifest.tables.length + 1 })
      const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${columns}) from stdin`))
      await pipeline(Readable.from(content), target)
      rows.set(table.name, (rows.get(table.name) ?? 0) + target.rowCount)
    } else if (/^media\/[0-9a-f]{2}\/[0-9a-f]{40}\/original$/.test(entry.name)) {
      await keepPicture(entry.name, content, of.mediaFolder)
      pictures++
    } else for await (const _ of content);
    seen.set(entry.name, { bytes: entry.bytes, sha256: hash.digest('hex') })
  }
  throw new ArchiveError('the file breaks off in the middle')
}

async function* summed(content: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}

async function keepPicture(name: string, content: AsyncIterable<Buffer>, mediaFolder: string | undefined) {
  const digest = createHash('sha256')
  const checked = summed(content, digest)
  if (mediaFolder === undefined) for await (const _ of checked);
  else {
    const file = join(mediaFolder, ...name.split('/').slice(1))
    await mkdir(dirname(file), { recursive: true })
    await pipeline(Readable.from(checked), createWriteStream(`${file}.part`))
    await rename(`${file}.part`, file)
  }
  if (!digest.digest('hex').startsWith(name.split('/')[2] as string))
    throw new ArchiveError(`the picture ${name} is not what its name says`)
}

function compare(
  told: Contents,
  found: { files: Map<string, Checksum>; rows: Map<string, number>; pictures: number },
): void {
  for (const [name, { bytes, sha256 }] of Object.entries(told.files)) {
    // The manifest was read before there was anything to sum up; a damaged one would not have come this far.
    if (name === 'manifest.json') continue
    const file = found.files.get(name)
    if (!file) throw new ArchiveError(`${name} is missing in it`)
    if (file.bytes !== bytes || file.sha256 !== sha256) throw new ArchiveError(`${name} in it is damaged`)
  }
  for (const [table, count] of Object.entries(told.rows))
    if (found.rows.get(table) !== count)
      throw new ArchiveError(`of ${count} rows of ${table}, ${found.rows.get(table) ?? 0} were found`)
  if (found.pictures !== told.pictures)
    throw new ArchiveError(`of ${told.pictures} pictures, ${found.pictures} were found`)
}

async function setSequences(client: pg.Client, sequences: Contents['sequences']): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    if (last === null) await client.query(`alter sequence ${pg.escapeIdentifier(name)} restart`)
    else await client.query('select setval($1::regclass, $2)', [pg.escapeIdentifier(name), last])
  }
}

async function contentOf(entry: ArchiveEntry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
