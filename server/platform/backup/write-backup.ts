import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { connectionOf } from '../database.ts'
import { type Contents, leftOutOfBackups, type Manifest, readMe, type TableShape } from './backup-format.ts'
import { type ArchiveWriter, writeArchive } from './tar-stream.ts'

/** What was written. */
export type WrittenBackup = { madeAt: Date; bytes: number; rows: number; pictures: number }

/** How far it has come: the table or folder that is being written. */
export type Progress = (step: { what: string; done: number; of: number }) => void

const partBytes = 4 * 1024 * 1024

/**
 * Writes a whole shop into one file while it goes on selling: every table as it was at one moment, and the pictures.
 * Holds a few megabytes in memory however large the shop is. The file must not be there yet.
 */
export async function writeBackup(of: {
  databaseUrl: string
  mediaFolder: string
  file: string
  now: Date
  onProgress?: Progress
  signal?: AbortSignal
}): Promise<WrittenBackup> {
  const client = new pg.Client({ ...connectionOf(of.databaseUrl), application_name: 'barrow backup' })
  // A connection that is lost fails the statement under way; that is heard of there.
  client.on('error', () => {})
  await client.connect()
  const archive = writeArchive(of.file, of.now)
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    // The same text from every server and every version: that is what makes a backup portable.
    await client.query(`set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
      set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex';
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
    const manifest = await describe(client, of.now)
    await archive.add('manifest.json', json(manifest))
    await archive.add('README.txt', Buffer.from(readMe))
    const rows: Contents['rows'] = {}
    for (const [index, table] of manifest.tables.entries()) {
      of.signal?.throwIfAborted()
      of.onProgress?.({ what: table.name, done: index, of: manifest.tables.length + 1 })
      rows[table.name] = await writeTable(client, archive, table)
    }
    // Sequences stand outside of every snapshot: read last, they are never behind the rows.
    const sequences = await readSequences(client)
    await client.query('commit')
    of.onProgress?.({ what: 'pictures', done: manifest.tables.length, of: manifest.tables.length + 1 })
    const pictures = await writePictures(archive, of)
    const contents: Contents = { rows, sequences, pictures, files: Object.fromEntries(archive.checksums) }
    await archive.add('contents.json', json(contents))
    const bytes = await archive.finish()
    return { madeAt: of.now, bytes, pictures, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) }
  } catch (error) {
    archive.abandon()
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function describe(client: pg.Client, now: Date): Promise<Manifest> {
  const { rows: tables } = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
    [leftOutOfBackups],
  )
  const { rows: migrations } = await client.query<{ file: string }>('select file from migrations order by file')
  const { rows: version } = await client.query<{ postgres: string }>(
    `select current_setting('server_version') as postgres`,
  )
  return {
    format: 'barrow-backup',
    formatVersion: 1,
    madeAt: now.toISOString(),
    postgres: version[0]?.postgres ?? '',
    migrations: migrations.map(({ file }) => file),
    tables,
    leftOut: leftOutOfBackups,
  }
}

/** Writes a table in parts, each of whole rows, so that a part fits in memory and can be loaded by itself. */
async function writeTable(client: pg.Client, archive: ArchiveWriter, table: TableShape): Promise<number> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyTo(`copy (select ${columns} from ${pg.escapeIdentifier(table.name)}) to stdout`))
  let rows = 0
  let part = 0
  let waiting: Buffer[] = []
  let size = 0
  const write = async (content: Buffer) => {
    part++
    await archive.add(`tables/${table.name}/${String(part).padStart(5, '0')}.copy`, content)
    for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) rows++
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    const all = Buffer.concat(waiting)
    const end = all.lastIndexOf(10) + 1
    if (end > 0) await write(all.subarray(0, end))
    waiting = [all.subarray(end)]
    size = all.length - end
  }
  if (size > 0) await write(Buffer.concat(waiting))
  return rows
}

async function readSequences(client: pg.Client): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string; last: number | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]))
}

/** The originals alone: what is rendered from them can be rendered again. */
async function writePictures(
  archive: ArchiveWriter,
  of: { mediaFolder: string; signal?: AbortSignal },
): Promise<number> {
  let pictures = 0
  for (const shelf of await readdir(of.mediaFolder).catch(() => [])) {
    for (const hash of await readdir(join(of.mediaFolder, shelf)).catch(() => [])) {
      of.signal?.throwIfAborted()
      const found = await readdir(join(of.mediaFolder, shelf, hash)).catch(() => [] as string[])
      if (!found.includes('original')) continue
      await archive.addFile(`media/${shelf}/${hash}/original`, join(of.mediaFolder, shelf, hash, 'original'))
      pictures++
    }
  }
  return pictures
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}
