import { notedBackups } from '../platform/backup/keep-backups.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDatabase, type Queryable } from '../platform/database.ts'
import { quietSince } from '../platform/quiet-copy.ts'
import { secretsFit, WrongSecretError } from '../platform/sealed-probe.ts'

type Finding = { good: boolean; text: string }

/** What only an open database can tell: whether the secret fits, how old the last backup is, whether this is a copy. */
export async function examineShop(url: string, config: Config): Promise<Finding[]> {
  const database = openDatabase({ url, connectionsMax: 2 })
  try {
    const fits = await secretsFit(database, config.secrets)
    const copyOf = await quietSince(database)
    const copy = `this is a quiet copy of ${copyOf?.toISOString()}; run \`npx barrow confirm-restored\` to make it the shop`
    return [
      { good: fits, text: fits ? 'the secret opens what is sealed' : new WrongSecretError().message },
      await examineBackups(database, config),
      ...(copyOf ? [{ good: false, text: copy }] : []),
    ]
  } catch (error) {
    return [{ good: false, text: `the shop could not be looked into: ${(error as Error).message}` }]
  } finally {
    await database.close()
  }
}

async function examineBackups(database: Queryable, config: Config): Promise<Finding> {
  const noted = await notedBackups(database, 100)
  const last = noted.find(({ status }) => status === 'done')
  const advice = config.backupFolder ? '' : '; set BARROW_BACKUP_DIR to have them made by themselves'
  if (!last) return { good: !config.production, text: `there is no backup yet${advice}` }
  const hours = Math.round((systemClock.now().getTime() - last.startedAt.getTime()) / 3_600_000)
  const isFresh = !config.backupFolder || hours * 60 <= 2 * config.backupMinutes + 60
  const proven = last.verifiedAt ? ', proven by restoring' : ''
  return { good: isFresh, text: `the last backup is ${hours} hours old (${last.file})${proven}${advice}` }
}
