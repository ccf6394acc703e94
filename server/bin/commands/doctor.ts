import { existsSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import pg from 'pg'
import { type Config, ConfigError, readConfig } from '../../platform/config.ts'
import { currentOwner } from '../../platform/data-folder.ts'
import { connectionOf, openDatabase } from '../../platform/database.ts'
import { runningDatabaseUrl } from '../../platform/embedded-postgres.ts'
import { findBrokenSeals, sealHead } from '../../platform/event-seals.ts'
import { pendingMigrations } from '../../platform/migrate.ts'
import { examineShop } from '../examine-shop.ts'
import type { Command } from '../main.ts'

type Finding = { good: boolean; text: string }

const freeBytesMin = 1024 ** 3

export const command: Command = {
  summary: 'says what is in order and what is not',
  help: `Usage: npx barrow doctor

Looks at the settings, the data folder, the database, the built web and the mail server, and says for each
whether it is in order, and what to do where it is not. Changes nothing. Ends with 1 when something is wrong.`,
  async run() {
    const findings = await examine()
    for (const finding of findings) console.log(`  ${finding.good ? 'ok   ' : 'WRONG'}  ${finding.text}`)
    const wrong = findings.filter((finding) => !finding.good).length
    console.log(wrong === 0 ? '\nEverything is in order.' : `\n${wrong} of ${findings.length} need a look.`)
    return wrong === 0 ? 0 : 1
  },
}

async function examine(): Promise<Finding[]> {
  const [major = 0] = process.versions.node.split('.').map(Number)
  const runtime = {
    good: major >= 24,
    text: `Node ${process.versions.node}${major >= 24 ? '' : '; 24 or newer is needed'}`,
  }
  let config: Config
  try {
    config = readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [runtime, ...error.problems.map((text) => ({ good: false, text }))]
  }
  // The embedded one can be looked into while the shop runs; a shop that is closed is not started for it.
  const running = (await currentOwner(config.dataFolder)) && (await runningDatabaseUrl(config.dataFolder))
  const databaseUrl = config.databaseUrl ?? running
  const built = existsSync(new URL('../../../dist/server/entry.mjs', import.meta.url))
  return [
    runtime,
    { good: true, text: `settings (${config.production ? 'production' : 'demo'})` },
    ...(await examineFolder(config)),
    { good: built, text: built ? 'the web is built' : 'the web is not built; run `npm run build`' },
    ...(databaseUrl ? [await examineDatabase(databaseUrl), ...(await examineShop(databaseUrl, config))] : []),
    ...(config.smtpUrl ? [await examineMail(config.smtpUrl)] : []),
  ]
}

async function examineFolder(config: Config): Promise<Finding[]> {
  const folder = config.dataFolder
  const writable = await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    )
  if (!writable)
    return [{ good: false, text: `the data folder ${folder} cannot be written; give rights or set BARROW_DATA` }]
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const owner = await currentOwner(folder)
  return [
    { good: free > freeBytesMin, text: `the data folder ${folder} has ${(free / 1024 ** 3).toFixed(1)} GiB free` },
    { good: true, text: owner ? `the shop is running (process ${owner})` : 'the shop is not running' },
  ]
}

async function examineDatabase(url: string): Promise<Finding> {
  const client = new pg.Client({ ...connectionOf(url), connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::integer as version",
    )
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (version < 15) return { good: false, text: `the database is PostgreSQL ${version}; 15 or newer is needed` }
    const pending = await pendingMigrations(url)
    if (pending.length > 0)
      return { good: false, text: `the database lacks ${pending.join(', ')}; run \`npx barrow migrate\`` }
    const sealed = await examineSeals(url)
    return sealed.good ? { good: true, text: `PostgreSQL ${version}, up to date; ${sealed.text}` } : sealed
  } catch (error) {
    return { good: false, text: `the database does not answer: ${(error as Error).message}` }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether what happened is still as it was when it was sealed. */
async function examineSeals(url: string): Promise<Finding> {
  const database = openDatabase({ url, connectionsMax: 1, statementTimeoutMs: 600_000 })
  try {
    const [broken] = await findBrokenSeals(database)
    if (broken) {
      const { position, eventId, what } = broken
      return { good: false, text: `the log of events was changed: ${what} (event ${eventId}, seal ${position})` }
    }
    const { position, hash } = await sealHead(database)
    return { good: true, text: `${position} events as they were sealed, the last seal ${hash.slice(0, 16)}` }
  } finally {
    await database.close()
  }
}

function examineMail(url: string): Promise<Finding> {
  const { hostname, port, protocol } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587), timeout: 5000 })
    const done = (good: boolean, text: string) => {
      socket.destroy()
      resolve({ good, text })
    }
    socket.once('connect', () => done(true, `the mail server ${hostname} answers`))
    socket.once('timeout', () => done(false, `the mail server ${hostname} does not answer`))
    socket.once('error', (error) => done(false, `the mail server ${hostname} cannot be reached: ${error.message}`))
  })
}
