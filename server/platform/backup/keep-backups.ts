import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { secondsLater } from '../clock.ts'
import type { Shop } from '../context.ts'
import type { Queryable } from '../database.ts'
import type { Job } from '../jobs.ts'
import { sql } from '../sql.ts'
import { AnotherBackupError, backupFileName, makeBackup } from './make-backup.ts'

/** A backup as it was noted. */
export type NotedBackup = {
  id: string
  status: 'running' | 'done' | 'failed'
  file: string
  startedAt: Date
  finishedAt: Date | null
  bytes: number | null
  rowCount: number | null
  pictureCount: number | null
  verifiedAt: Date | null
  problem: string | null
}

const checkedEverySeconds = 24 * 3600
const notesKept = 100

/** The newest backups, with those that failed. */
export function notedBackups(database: Queryable, max: number): Promise<NotedBackup[]> {
  return database.rows<NotedBackup>(sql`select * from backups order by started_at desc, id desc limit ${max}`)
}

/** Where a backup that somebody asks for is put. */
export function backupFolder(ctx: Shop): string {
  return ctx.config.backupFolder ?? join(ctx.config.dataFolder, 'backups')
}

/**
 * Makes the backup that is due by the settings, and removes those that are too many. Once a day one is proven by
 * restoring it. Does nothing where no folder is set, and none is due.
 */
export async function keepBackups(ctx: Shop): Promise<void> {
  const { backupFolder: folder, backupMinutes } = ctx.config
  if (!folder) return
  const now = ctx.clock.now()
  const past = await ctx.database.one<{ isDue: boolean; isToCheck: boolean }>(sql`
    select coalesce(max(started_at) <= ${secondsLater(now, -60 * backupMinutes + 30)}, true) as is_due,
      coalesce(max(verified_at) <= ${secondsLater(now, -checkedEverySeconds)}, true) as is_to_check
    from backups where status = 'done'`)
  if (!past.isDue) return
  try {
    await makeBackup(ctx, { file: join(folder, backupFileName(now)), verify: past.isToCheck })
  } catch (error) {
    if (error instanceof AnotherBackupError) return
    throw error
  }
  await removeOldBackups(ctx, folder)
}

/** Only files that this shop noted, in the folder that is set: a backup that somebody put elsewhere is theirs. */
async function removeOldBackups(ctx: Shop, folder: string): Promise<void> {
  const done = await ctx.database.rows<{ id: string; file: string }>(
    sql`select id, file from backups where status = 'done' order by started_at desc, id desc`,
  )
  for (const { id, file } of done.filter(({ file }) => dirname(file) === folder).slice(ctx.config.backupsKept)) {
    await rm(file, { force: true })
    await ctx.database.run(sql`delete from backups where id = ${id}`)
  }
  await ctx.database.run(sql`
    delete from backups where status = 'failed' and id not in (
      select id from backups where status = 'failed' order by started_at desc limit ${notesKept})`)
}

/** Looked at every minute, so that a shop which was closed makes up for it when it opens. */
export const backupJob: Job = { name: 'keep-backups', cron: '* * * * *', run: keepBackups }
