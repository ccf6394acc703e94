import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../../platform/backup/backup-format.ts'
import { backupFileName, makeBackup } from '../../platform/backup/make-backup.ts'
import { readConfig } from '../../platform/config.ts'
import { openShop } from '../../platform/open-shop.ts'
import type { Command } from '../main.ts'
import { findDatabase } from '../open-for-command.ts'
import { megabytes, showProgress, showRules } from '../say-backup.ts'

export const command: Command = {
  summary: 'writes the whole shop into one file, while it sells',
  help: `Usage: npx barrow backup FILE|FOLDER [--verify]

Writes every table as it is at one moment, and the pictures, into one file (.tar.gz). The shop may stay open and go on
selling. In a folder, the file is named by the time.

  --verify   afterwards restore the backup into a scratch database, with every checksum and constraint, and run the
             rules of the books over it; ends with 1 when something is wrong

The file can be restored on another machine and into another version of PostgreSQL (15 and newer).
The secret of the shop (BARROW_SECRET) is not in it, on purpose: keep it in another place. Without it, the names and
addresses of customers stay sealed for ever. Nobody is signed in on a copy.

To have it done by itself, set BARROW_BACKUP_DIR.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { verify: { type: 'boolean', default: false } },
    })
    const [target, ...others] = positionals
    if (target === undefined || others.length > 0)
      throw new BackupError('Name one file or folder to write the backup to.')
    const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
    const found = await findDatabase(config)
    const providers = {}
    const { ctx, close } = await openShop({ config, databaseUrl: found.url, providers, smtpUrl: 'smtp://127.0.0.1:1' })
    try {
      const file = await fileFor(target, ctx.clock.now())
      const made = await makeBackup(ctx, { file, verify: values.verify, onProgress: showProgress() })
      console.log(`${made.file}: ${megabytes(made.bytes)}, ${made.rows} rows, ${made.pictures} pictures.`)
      if (!made.checked) return 0
      console.log('Restored into a scratch database: whole.')
      return showRules(made.checked.brokenRules) ? 0 : 1
    } finally {
      await close()
      await found.letGo()
    }
  },
}

async function fileFor(target: string, now: Date): Promise<string> {
  const path = resolve(target)
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isFolder ? join(path, backupFileName(now)) : path
}
