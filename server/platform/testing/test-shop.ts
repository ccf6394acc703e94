import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { manualClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import type { Providers, Shop } from '../context.ts'
import { createLog } from '../log.ts'
import { openShop } from '../open-shop.ts'
import { copyDatabase } from './test-database.ts'

/** When every test shop opens: a Monday morning. */
export const openingTime = '2026-03-02T10:00:00Z'

/** A shop of a test's own. */
export type TestShop = {
  ctx: Shop
  /** Stands at `openingTime` until it is moved. */
  clock: ReturnType<typeof manualClock>
  /** Closes the shop, drops its database and removes its data folder. */
  close(): Promise<void>
}

/** Opens an empty shop on its own copy of the migrated database, with its own data folder and a clock that stands still. */
export async function openTestShop(
  options: {
    /** The outside world that this test needs. */
    providers?: Partial<Providers>
    /** Where mail goes; by default to a port where nobody listens. */
    smtpUrl?: string
    /** Settings that differ from those of every test shop. */
    env?: Record<string, string>
    log?: Shop['log']
    /** Opens a second process, as it were, on the database of another test shop. */
    databaseUrl?: string
    clock?: TestShop['clock']
  } = {},
): Promise<TestShop> {
  const folder = await mkdtemp(join(inject('runFolder'), 'shop-'))
  const database = options.databaseUrl ? undefined : await copyDatabase()
  const clock = options.clock ?? manualClock(openingTime)
  const config = readConfig({
    BARROW_DATA: folder,
    BARROW_SECRET: 'only for tests: 0123456789 abcdefghijklmnop',
    BARROW_DEMO: 'no',
    BASE_URL: 'http://localhost',
    DATABASE_CONNECTIONS_MAX: '10',
    LOG_LEVEL: 'silent',
    MAIL_FROM: 'shop@example.com',
    PORT: '0',
    WRITES_PER_MINUTE_MAX: '0',
    ...options.env,
  })
  const shop = await openShop({
    config,
    databaseUrl: options.databaseUrl ?? (database?.url as string),
    providers: (options.providers ?? {}) as Providers,
    smtpUrl: options.smtpUrl ?? 'smtp://127.0.0.1:9',
    clock,
    log: options.log ?? createLog(config.logLevel),
  })
  return {
    ctx: shop.ctx,
    clock,
    async close() {
      await shop.close()
      await database?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
