import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError } from '../../platform/backup/backup-format.ts'
import { checkBackup } from '../../platform/backup/check-backup.ts'
import { checkBooks } from '../../platform/backup/check-books.ts'
import { restoreBackup } from '../../platform/backup/restore-backup.ts'
import { readConfig } from '../../platform/config.ts'
import { openDatabase } from '../../platform/database.ts'
import { secretsFit, WrongSecretError } from '../../platform/sealed-probe.ts'
import type { Command } from '../main.ts'
import { findDatabase } from '../open-for-command.ts'
import { showProgress, showRules } from '../say-backup.ts'

export const command: Command = {
  summary: 'opens a backup in an empty place',
  help: `Usage: npx barrow restore FILE [--check]

Reads a backup into an empty data folder (BARROW_DATA), or into an empty database (DATABASE_URL): all of it, or nothing.
A place that holds a shop already is never overwritten. Tables are brought up to date. Give the secret of the shop
that was backed up as BARROW_SECRET; without it, the names and addresses of its customers cannot be read.

The copy is quiet: it sends no mail, calls no payment provider and sends no webhook, until you say that it is the shop
now, by npx barrow confirm-restored or with the button in the admin.

  --check   restore into a scratch database only, say whether the backup is whole, and keep nothing`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false } },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw new BackupError('Name the one file to restore from.')
    return values.check ? check(file) : restore(file)
  },
}

async function check(file: string): Promise<number> {
  const { madeAt, rows, pictures, brokenRules } = await checkBackup({
    file,
    now: new Date(),
    onProgress: showProgress(),
  })
  console.log(`The backup of ${madeAt.toISOString()} is whole: ${rows} rows, ${pictures} pictures.`)
  return showRules(brokenRules) ? 0 : 1
}

async function restore(file: string): Promise<number> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
  const found = await findDatabase(config)
  try {
    const { madeAt, rows, pictures } = await restoreBackup({
      databaseUrl: found.url,
      file,
      mediaFolder: join(config.dataFolder, 'media'),
      now: new Date(),
      onProgress: showProgress(),
    })
    console.log(`Restored the shop of ${madeAt.toISOString()}: ${rows} rows, ${pictures} pictures.`)
    const holds = showRules(await checkBooks(found.url, { asOf: madeAt }))
    console.log('It is a quiet copy: no mail, no charge, no webhook, until npx barrow confirm-restored.')
    const database = openDatabase({ url: found.url, connectionsMax: 1 })
    const fits = await secretsFit(database, config.secrets).finally(() => database.close())
    if (!fits) console.error(new WrongSecretError().message)
    return holds && fits ? 0 : 1
  } finally {
    await found.letGo()
  }
}
