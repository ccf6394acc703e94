import { join } from 'node:path'
import pg from 'pg'
import { temporaryFolder } from '../../bench/measuring/temporary-folder.ts'
import { connectionOf } from '../../server/platform/database.ts'
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts'
import { migrate } from '../../server/platform/migrate.ts'
import { databaseOf, type Ground } from './world-database.ts'

const template = 'world_template'

/** Starts a PostgreSQL for worlds to be played in, with a migrated template. Nothing in it outlives the run. */
export async function openGround(): Promise<{ ground: Ground; close(): Promise<void> }> {
  const folder = await temporaryFolder('worlds')
  const postgres = await startEmbeddedPostgres({ folder: join(folder.path, 'database'), durable: false })
  const client = new pg.Client(connectionOf(postgres.url))
  await client.connect()
  // Statistics gathered at a moment of the machine's own choosing would change plans, and with them the order of rows.
  await client.query('alter system set autovacuum = off')
  await client.query('select pg_reload_conf()')
  await client.query(`create database ${template}`)
  await client.end()
  await migrate(databaseOf(postgres.url, template))
  return {
    ground: { postgresUrl: postgres.url, template },
    async close() {
      await postgres.stop()
      await folder.remove()
    },
  }
}
