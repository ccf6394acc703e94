import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { type ShopProcess, startShop } from '../../bench/measuring/shop-process.ts'
import { temporaryFolder } from '../../bench/measuring/temporary-folder.ts'
import { readConfig } from '../../server/platform/config.ts'
import type { Shop } from '../../server/platform/context.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts'
import { migrate } from '../../server/platform/migrate.ts'
import { openShop } from '../../server/platform/open-shop.ts'
import { createSandboxBankClient, type SandboxBankClient } from '../../server/providers/sandbox-bank/client.ts'
import { type SandboxBankProcess, startSandboxBank } from '../../server/providers/sandbox-bank/start.ts'
import { checkInvariants, type Violation } from './check-invariants.ts'
import { compareWithBank } from './compare-with-bank.ts'
import { setUpSmallStore } from './small-store.ts'

/** What a test plays in: a database, a bank, and one or more servers of one small shop, each a process of its own. */
export type World = {
  databaseUrl: string
  postgres: EmbeddedPostgres
  bankProcess: SandboxBankProcess
  bank: SandboxBankClient
  /** The shop in this process, to put goods on the shelf with; shoppers go to the servers. */
  ctx: Shop
  servers: ShopProcess[]
  folder: string
  secret: string
  /** Starts one more server on the same database and bank; on the port of another that has ended, in its place. */
  addServer(options?: { port?: number; env?: Record<string, string> }): Promise<ShopProcess>
  /** Waits for the books to come to rest, and answers what does not hold in them. */
  violations(): Promise<Violation[]>
  close(): Promise<void>
}

/** What all of them seal and sign with. */
export const secret = 'for a try-out only: 0123456789 abcdefghijklmnopq'

/** Opens it: real PostgreSQL that syncs every commit, the real bank, the real server. */
export async function openWorld(options: {
  name: string
  servers: number
  /** When money is taken; with the parcel unless said otherwise. */
  capture?: 'on-shipment' | 'on-placement'
  /** How servers reach the database, where that is not straight. */
  databaseRoad?: (url: string) => string
}): Promise<World> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const each of closing.reverse()) await each()
    closing.length = 0
  }
  try {
    const folder = await temporaryFolder(options.name)
    closing.push(() => folder.remove())
    const postgres = await startEmbeddedPostgres({ folder: join(folder.path, 'database') })
    closing.push(() => postgres.stop())
    process.once('exit', () => killQuietly(postgres.pid))
    await migrate(postgres.url)
    const { bankProcess, bank } = await openBank(folder.path, closing)
    const ctx = await openOffice(folder.path, postgres.url, closing)
    await setUpSmallStore(ctx, options.capture ? { capture: options.capture } : {})
    const servers: ShopProcess[] = []
    const addServer: World['addServer'] = async ({ port, env } = {}) => {
      const server = await startShop({
        dataFolder: join(folder.path, port ? `server-at-${port}` : `server-${servers.length + 1}`),
        args: ['--empty'],
        ...(port ? { port } : {}),
        env: {
          BARROW_SECRET: secret,
          DATABASE_URL: options.databaseRoad?.(postgres.url) ?? postgres.url,
          SANDBOX_BANK_URL: bankProcess.baseUrl,
          LOG_LEVEL: 'warn',
          ...env,
        },
      })
      servers.push(server)
      closing.push(() => server.stop())
      return server
    }
    for (let count = 0; count < options.servers; count++) await addServer()
    const violations = async () => [
      ...(await checkInvariants(postgres.url)),
      ...(await compareWithBank(postgres.url, bank)),
    ]
    const databaseUrl = postgres.url
    return {
      databaseUrl,
      postgres,
      bankProcess,
      bank,
      ctx,
      servers,
      folder: folder.path,
      secret,
      addServer,
      violations,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A sandbox bank of its own in this folder. */
export async function openBank(folder: string, closing: (() => Promise<unknown>)[]) {
  // The same derivation as the shop's own start, so that its servers and this bank know each other.
  const shared = createHmac('sha256', secret).update('sandbox bank').digest('base64url')
  const bankProcess = await startSandboxBank({
    dataFolder: join(folder, 'bank'),
    secret: shared,
    publicPath: '/sandbox-bank',
    log: { info() {}, error: (message) => console.error(message) },
  })
  closing.push(() => bankProcess.stop())
  const bank = createSandboxBankClient({ baseUrl: bankProcess.baseUrl, secret: shared })
  closing.push(async () => bank.close())
  return { bankProcess, bank }
}

/** The shop in this process. */
export async function openOffice(
  folder: string,
  databaseUrl: string,
  closing: (() => Promise<unknown>)[],
): Promise<Shop> {
  const config = readConfig({
    BARROW_DATA: join(folder, 'office'),
    BARROW_SECRET: secret,
    BARROW_DEMO: 'no',
    DATABASE_CONNECTIONS_MAX: '4',
    LOG_LEVEL: 'warn',
  })
  const { ctx, close } = await openShop({ config, databaseUrl, providers: {}, smtpUrl: 'smtp://127.0.0.1:1' })
  closing.push(close)
  return ctx
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has ended already.
  }
}
