import { readConfig } from '../../platform/config.ts'
import { takeDataFolder } from '../../platform/data-folder.ts'
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.ts'
import { migrate } from '../../platform/migrate.ts'
import type { Command } from '../main.ts'

export const command: Command = {
  summary: 'brings the database up to date',
  help: `Usage: npx barrow migrate

Brings the tables of the database up to date: DATABASE_URL where that is set, else the one in the data folder.
Start does this by itself; use the command to do it at a time of your choosing. Running it again changes nothing.`,
  async run() {
    const config = readConfig()
    const lock = config.databaseUrl ? undefined : await takeDataFolder(config.dataFolder)
    const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ folder: config.dataFolder })
    try {
      const ran = await migrate(config.databaseUrl ?? (embedded?.url as string), (file) => console.log(`  ${file}`))
      console.log(ran.length === 0 ? 'The database is up to date.' : `${ran.length} migrations ran.`)
      return 0
    } finally {
      await embedded?.stop()
      await lock?.release()
    }
  },
}
