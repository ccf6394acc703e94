import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createChangeFeed } from './change-feed.ts'
import { type Clock, clockAhead, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Providers, Shop } from './context.ts'
import { createVault } from './crypto.ts'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail.ts'
import { createMediaStore } from './media-store.ts'
import { quietly } from './quiet-copy.ts'

/** Opens the shop on a migrated database: everything an operation is given, and nothing that listens yet. */
export async function openShop(options: {
  config: Config
  databaseUrl: string
  providers: Providers
  /** Where mail goes; without one, mail waits until there is. */
  smtpUrl: string
  clock?: Clock
  log?: Shop['log']
}): Promise<{ ctx: Shop; close(): Promise<void> }> {
  const log = options.log ?? createLog(options.config.logLevel)
  const database = openDatabase({ url: options.databaseUrl, connectionsMax: options.config.databaseConnectionsMax })
  const mediaFolder = join(options.config.dataFolder, 'media')
  await mkdir(mediaFolder, { recursive: true })
  const mailer = createMailer(options.smtpUrl)
  const changes = createChangeFeed({ url: options.databaseUrl, database, log })
  const ctx: Shop = {
    config: options.config,
    clock: options.clock ?? clockAhead(systemClock, options.config.clockAheadHours),
    database,
    vault: createVault(options.config.secrets),
    log,
    changes,
    // The one place through which mail leaves.
    mailer: quietly(database, mailer),
    media: createMediaStore(mediaFolder),
    providers: options.providers,
  }
  return {
    ctx,
    async close() {
      await changes.stop()
      mailer.close()
      await database.close()
    },
  }
}
