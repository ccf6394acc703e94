import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failpointTrouble, isArmed } from './failpoint.ts'

/** What the shop is told by its environment. */
export type Config = {
  production: boolean
  host: string
  port: number
  /** The address under which customers reach the shop, without a slash at the end. */
  baseUrl: string
  dataFolder: string
  /** A PostgreSQL server of one's own; without it the shop starts the one it ships with. */
  databaseUrl: string | undefined
  databaseConnectionsMax: number
  /** Secrets that seal personal data and sign sessions; the first seals, the others only open. */
  secrets: readonly string[]
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  trustProxy: boolean
  /** Unsafe requests that one address may make in a minute; 0 lifts the limit. */
  writesPerMinuteMax: number
  demo: boolean
  /** A sandbox bank that another process of this shop started; without it this process starts its own. */
  sandboxBankUrl: string | undefined
  /** How far ahead of real time the shop's clock is; for trying out what comes later. */
  clockAheadHours: number
  /** Where backups are put by themselves; without it, only when somebody asks for one. */
  backupFolder: string | undefined
  /** At most so much is lost with the machine, and the time that a backup takes. */
  backupMinutes: number
  backupsKept: number
}

/** The settings are wrong; `problems` has one clear sentence for each mistake. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The shop cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Every setting there is, as the README shows it. */
export const settingsTable: readonly { name: string; means: string; otherwise: string }[] = [
  { name: 'NODE_ENV', means: '`production` for a real shop: no demo, no sandbox, secrets required', otherwise: 'demo' },
  { name: 'PORT', means: 'the port to listen on; 0 takes any free one', otherwise: '3000' },
  { name: 'HOST', means: 'the address to listen on; 0.0.0.0 lets phones on your network in', otherwise: '127.0.0.1' },
  { name: 'BASE_URL', means: 'the address that customers see', otherwise: 'http://HOST:PORT' },
  { name: 'BARROW_DATA', means: 'the folder that holds everything: database, pictures, secrets', otherwise: './data' },
  { name: 'DATABASE_URL', means: 'a PostgreSQL 15 to 18 of your own', otherwise: 'the embedded one' },
  { name: 'DATABASE_CONNECTIONS_MAX', means: 'connections this process may hold', otherwise: '20' },
  {
    name: 'BARROW_SECRET',
    means: 'at least 32 characters; seals personal data and signs sessions. To change it: new,old',
    otherwise: 'made and kept in the data folder (demo only)',
  },
  { name: 'SMTP_URL', means: 'the mail server, `smtp://user:password@host:587`', otherwise: 'the demo mailbox' },
  { name: 'MAIL_FROM', means: 'the sender of the shop’s mails', otherwise: "the shop's support address" },
  { name: 'LOG_LEVEL', means: 'silent, fatal, error, warn, info, debug or trace', otherwise: 'info' },
  {
    name: 'TRUST_PROXY',
    means: '`yes` behind a reverse proxy, so that addresses are read from its header',
    otherwise: 'no',
  },
  {
    name: 'WRITES_PER_MINUTE_MAX',
    means: 'unsafe requests one address may make in a minute; 0 for no limit',
    otherwise: '600',
  },
  {
    name: 'SANDBOX_BANK_URL',
    means: 'the sandbox bank of another process on the same database',
    otherwise: 'one of its own',
  },
  {
    name: 'CLOCK_AHEAD_HOURS',
    means: "how far the shop's clock is ahead, to try out what comes later; never in production",
    otherwise: '0',
  },
  {
    name: 'FAILPOINT',
    means: 'a mark at which the process is killed, to try out crashes; never in production',
    otherwise: 'none',
  },
  {
    name: 'BARROW_BACKUP_DIR',
    means: 'a folder, best on another disk, into which backups are written by themselves',
    otherwise: 'none are',
  },
  { name: 'BARROW_BACKUP_MINUTES', means: 'minutes from one backup to the next', otherwise: '60' },
  { name: 'BARROW_BACKUPS_KEPT', means: 'backups kept in that folder; older ones are removed', otherwise: '24' },
  { name: 'BARROW_DEMO', means: '`no` starts an empty shop', otherwise: 'yes, except in production' },
]

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** Reads and checks the environment; throws a ConfigError naming every mistake at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = []
  const production = env.NODE_ENV === 'production'
  const whole = (name: string, otherwise: number, min: number, max: number) => {
    const text = env[name]
    if (text === undefined || text === '') return otherwise
    const value = Number(text)
    if (Number.isInteger(value) && value >= min && value <= max) return value
    problems.push(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`)
    return otherwise
  }
  const yesNo = (name: string, otherwise: boolean) => {
    const text = env[name]
    if (text === undefined || text === '') return otherwise
    if (text === 'yes' || text === 'no') return text === 'yes'
    problems.push(`${name} is "${text}"; it must be yes or no.`)
    return otherwise
  }
  const port = whole('PORT', 3000, 0, 65_535)
  const host = env.HOST || '127.0.0.1'
  const dataFolder = resolve(env.BARROW_DATA || './data')
  const logLevel = logLevels.find((level) => level === (env.LOG_LEVEL || 'info'))
  if (!logLevel) problems.push(`LOG_LEVEL is "${env.LOG_LEVEL}"; it must be one of ${logLevels.join(', ')}.`)
  const smtpUrl = urlSetting(env, 'SMTP_URL', ['smtp:', 'smtps:'], problems)
  const databaseUrl = urlSetting(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], problems)
  const baseUrl = urlSetting(env, 'BASE_URL', ['http:', 'https:'], problems)
  const config: Config = {
    production,
    host,
    port,
    baseUrl: (baseUrl ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(/\/$/, ''),
    dataFolder,
    databaseUrl,
    databaseConnectionsMax: whole('DATABASE_CONNECTIONS_MAX', 20, 2, 500),
    secrets: readSecrets({ env, production, dataFolder, problems }),
    smtpUrl,
    mailFrom: env.MAIL_FROM ?? '',
    logLevel: logLevel ?? 'info',
    trustProxy: yesNo('TRUST_PROXY', false),
    writesPerMinuteMax: whole('WRITES_PER_MINUTE_MAX', 600, 0, 1_000_000),
    demo: yesNo('BARROW_DEMO', !production),
    sandboxBankUrl: urlSetting(env, 'SANDBOX_BANK_URL', ['http:'], problems),
    clockAheadHours: whole('CLOCK_AHEAD_HOURS', 0, 0, 1_000_000),
    backupFolder: env.BARROW_BACKUP_DIR ? resolve(env.BARROW_BACKUP_DIR) : undefined,
    backupMinutes: whole('BARROW_BACKUP_MINUTES', 60, 1, 10_080),
    backupsKept: whole('BARROW_BACKUPS_KEPT', 24, 1, 10_000),
  }
  problems.push(...tryOutProblems(env, config))
  if (production && !smtpUrl) problems.push('SMTP_URL is missing; a real shop needs a mail server to confirm orders.')
  if (production && !baseUrl) problems.push('BASE_URL is missing; links in mails need the address that customers see.')
  if (production && config.demo) problems.push('BARROW_DEMO is yes; a shop in production has no demo.')
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** What is for try-outs alone stays out of production, and says what it is meant to say. */
function tryOutProblems(env: NodeJS.ProcessEnv, { production, clockAheadHours }: Config): string[] {
  const problems: string[] = []
  if (production && clockAheadHours > 0)
    problems.push('CLOCK_AHEAD_HOURS is set; a shop in production lives in real time.')
  if (!isArmed(env)) return problems
  const trouble = failpointTrouble(env.FAILPOINT as string)
  if (production) problems.push('FAILPOINT is set; a shop in production is not crashed on purpose.')
  else if (trouble) problems.push(`FAILPOINT is "${env.FAILPOINT}"; ${trouble}.`)
  return problems
}

function urlSetting(
  env: NodeJS.ProcessEnv,
  name: string,
  protocols: readonly string[],
  problems: string[],
): string | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  problems.push(`${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
  return undefined
}

function readSecrets(from: {
  env: NodeJS.ProcessEnv
  production: boolean
  dataFolder: string
  problems: string[]
}): readonly string[] {
  const given = from.env.BARROW_SECRET
  if (given !== undefined && given !== '') {
    const secrets = given.split(',')
    const weak = secrets.some((secret) => secret.length < 32 || new Set(secret).size < 12)
    if (weak)
      from.problems.push(
        'BARROW_SECRET is too weak; use at least 32 random characters, for example from `openssl rand -base64 36`.',
      )
    return secrets
  }
  if (from.production) {
    from.problems.push(
      'BARROW_SECRET is missing; make one with `openssl rand -base64 36` and keep it as safe as the till.',
    )
    return ['']
  }
  return [keptSecret(from.dataFolder)]
}

/** The demo's own secret: made once, kept beside the data it protects, readable by its owner alone. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    const secret = randomBytes(36).toString('base64url')
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  }
}
