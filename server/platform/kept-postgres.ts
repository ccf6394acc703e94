import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts'

const pausesMs = [20, 100, 500, 2000]

/** An embedded PostgreSQL that is kept running. */
export type KeptPostgres = { url: string; pid(): number; stop(): Promise<void> }

/**
 * Starts the embedded PostgreSQL, and starts it again whenever it ends unasked (killed, out of memory): at the same
 * address, so that whoever was connected only has to connect again. `onTrouble` hears of each end and each failed start.
 */
export async function keepPostgresRunning(
  options: EmbeddedPostgresOptions & { onTrouble: (what: string, error?: unknown) => void },
): Promise<KeptPostgres> {
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres(options)
  const { url, socketFolder } = postgres
  let isStopping = false
  const startAgain = async () => {
    for (let tries = 0; !isStopping; tries++) {
      try {
        postgres = await startEmbeddedPostgres({ ...options, socketFolder })
        return
      } catch (error) {
        // What the dead one left behind (sessions that still have its memory) is gone after a moment.
        options.onTrouble('the database does not start yet', error)
        await pause(pausesMs[Math.min(tries, pausesMs.length - 1)])
      }
    }
  }
  const watch = async () => {
    while (!isStopping) {
      await postgres.ended
      if (isStopping) return
      options.onTrouble('the database ended unasked and is started again')
      await startAgain()
    }
  }
  const watching = watch()
  return {
    url,
    pid: () => postgres.pid,
    async stop() {
      isStopping = true
      await postgres.stop()
      await watching
      // Told to stop in the middle of a start: that one ends as well.
      await postgres.stop()
    },
  }
}
