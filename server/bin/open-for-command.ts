import { readConfig } from '../platform/config.ts'
import type { Shop } from '../platform/context.ts'
import { takeDataFolder } from '../platform/data-folder.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import { openShop } from '../platform/open-shop.ts'

/**
 * Opens the shop for a command and closes it after: on DATABASE_URL where that is set, else on the embedded database
 * of the data folder, which must not be in use.
 */
export async function withShop<T>(work: (ctx: Shop) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
  const lock = config.databaseUrl ? undefined : await takeDataFolder(config.dataFolder)
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ folder: config.dataFolder })
  try {
    const databaseUrl = config.databaseUrl ?? (embedded?.url as string)
    await migrate(databaseUrl)
    const { ctx, close } = await openShop({ config, databaseUrl, providers: {}, smtpUrl: config.smtpUrl ?? 'smtp://127.0.0.1:1' })
    try {
      return await work(ctx)
    } finally {
      await close()
    }
  } finally {
    await embedded?.stop()
    await lock?.release()
  }
}
