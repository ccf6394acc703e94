import { type Config, readConfig } from '../platform/config.ts'
import type { Shop } from '../platform/context.ts'
import { FolderInUseError, takeDataFolder } from '../platform/data-folder.ts'
import { runningDatabaseUrl, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import { openShop } from '../platform/open-shop.ts'

/**
 * Opens the shop for a command and closes it after. It works on DATABASE_URL where that is set; beside a shop that is
 * running on the same data folder; or on the embedded database, started for the command alone.
 */
export async function withShop<T>(work: (ctx: Shop) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
  const found = await findDatabase(config)
  try {
    await migrate(found.url)
    const smtpUrl = config.smtpUrl ?? 'smtp://127.0.0.1:1'
    const { ctx, close } = await openShop({ config, databaseUrl: found.url, providers: {}, smtpUrl })
    try {
      return await work(ctx)
    } finally {
      await close()
    }
  } finally {
    await found.letGo()
  }
}

/** The database of these settings: a running shop's, one of one's own, or the embedded one, started for the command. */
export async function findDatabase(config: Config): Promise<{ url: string; letGo(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, letGo: async () => {} }
  try {
    const lock = await takeDataFolder(config.dataFolder)
    const embedded = await startEmbeddedPostgres({ folder: config.dataFolder }).catch(async (error) => {
      await lock.release()
      throw error
    })
    return {
      url: embedded.url,
      async letGo() {
        await embedded.stop()
        await lock.release()
      },
    }
  } catch (error) {
    const running = error instanceof FolderInUseError ? await runningDatabaseUrl(config.dataFolder) : undefined
    if (running === undefined) throw error
    return { url: running, letGo: async () => {} }
  }
}
