import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Shop } from '../context.ts'
import { connectionOf } from '../database.ts'
import { newId } from '../ids.ts'
import { sql } from '../sql.ts'
import { BackupError } from './backup-format.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { type Progress, type WrittenBackup, writeBackup } from './write-backup.ts'

/** A backup that was made, and checked where that was asked for. */
export type MadeBackup = WrittenBackup & { id: string; file: string; checked?: CheckedBackup }

/** One at a time: another is being made. */
export class AnotherBackupError extends BackupError {}

// Any number will do, as long as it is always the same one: one backup of a shop at a time.
const backupLock = 7_226_107

/** Named by its time, so that a folder of backups sorts itself: `barrow-20260302-100000.tar.gz`. */
export function backupFileName(now: Date): string {
  const [day, time] = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').split('T')
  return `barrow-${day}-${time}.tar.gz`
}

/**
 * Makes a backup and notes what became of it. It gets its name when it is complete, so that nothing that looks like a
 * backup is half of one. Throws a BackupError when another is being made.
 */
export async function makeBackup(
  ctx: Shop,
  of: {
    file: string
    /** Restore it into a scratch database before it counts. */
    verify: boolean
    /** Told once its turn has come. */
    onBegun?: (id: string) => void
    onProgress?: Progress
    signal?: AbortSignal
  },
): Promise<MadeBackup> {
  if (existsSync(of.file)) throw new BackupError(`${of.file} is there already; a backup never overwrites another.`)
  const lock = await takeTurn(ctx)
  try {
    return await makeAndNote(ctx, of)
  } finally {
    await lock.end()
  }
}

async function makeAndNote(ctx: Shop, of: Parameters<typeof makeBackup>[1]): Promise<MadeBackup> {
  const id = newId('backup')
  const part = `${of.file}.part`
  // Whoever had the turn before and did not come to an end has been killed.
  await ctx.database.run(sql`
    update backups set status = 'failed', finished_at = ${ctx.clock.now()}, problem = 'The process that made it ended.'
    where status = 'running'`)
  await ctx.database.run(sql`
    insert into backups (id, status, file, started_at) values (${id}, 'running', ${of.file}, ${ctx.clock.now()})`)
  of.onBegun?.(id)
  try {
    await mkdir(dirname(of.file), { recursive: true })
    await rm(part, { force: true })
    const written = await writeBackup({
      databaseUrl: ctx.database.url,
      mediaFolder: ctx.media.folder,
      file: part,
      now: ctx.clock.now(),
      ...(of.onProgress ? { onProgress: of.onProgress } : {}),
      ...(of.signal ? { signal: of.signal } : {}),
    })
    const checked = of.verify ? await checkBackup({ file: part, now: ctx.clock.now() }) : undefined
    await rename(part, of.file)
    const broken = checked?.brokenRules.map(({ id: rule }) => rule).join(', ')
    await ctx.database.run(sql`
      update backups set status = 'done', finished_at = ${ctx.clock.now()}, bytes = ${written.bytes},
        row_count = ${written.rows}, picture_count = ${written.pictures},
        verified_at = ${checked ? ctx.clock.now() : null},
        problem = ${broken ? `The books of the copy break ${broken}.` : null}
      where id = ${id}`)
    return { ...written, id, file: of.file, ...(checked ? { checked } : {}) }
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    await ctx.database.run(sql`
      update backups set status = 'failed', finished_at = ${ctx.clock.now()}, problem = ${String((error as Error).message).slice(0, 500)}
      where id = ${id}`)
    throw error
  }
}

/** A connection that holds the turn: when this process ends, however it does, the turn is free again. */
async function takeTurn(ctx: Shop): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOf(ctx.database.url), application_name: 'barrow backup turn' })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [backupLock])
  if (rows[0]?.mine) return client
  await client.end()
  throw new AnotherBackupError('Another backup of this shop is being made at this moment.')
}
