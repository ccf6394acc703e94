import type { Logger } from 'pino'
import type { ChangeFeed } from './change-feed.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Vault } from './crypto.ts'
import type { Database, Transaction } from './database.ts'
import { failpoint, isCrashing, type MarkedCommit } from './failpoint.ts'
import type { Mailer } from './mail.ts'
import type { MediaStore } from './media-store.ts'

/** The outside world. Each module that needs a part of it declares that part by adding to this interface. */
// biome-ignore lint/suspicious/noEmptyInterface: modules add to it by declaration merging
export interface Providers {}

/** The open shop: what every operation is given first. */
export type Shop = {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  readonly vault: Vault
  readonly log: Logger
  readonly changes: ChangeFeed
  readonly mailer: Mailer
  readonly media: MediaStore
  readonly providers: Providers
}

/**
 * Runs `work` in one database transaction: all of it happens, or nothing. An error thrown inside undoes it.
 * Never call the network inside: a slow bank would hold locks that other shoppers wait for.
 */
export function transaction<T>(ctx: Shop, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.database.transaction(work)
}

/** The same, with a name for the marks before and after its commit at which a crash is tried out (failpoint.ts). */
export async function markedTransaction<T>(
  ctx: Shop,
  mark: MarkedCommit,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (!isCrashing) return transaction(ctx, work)
  const result = await transaction(ctx, async (tx) => {
    const made = await work(tx)
    failpoint(`${mark}.before-commit`)
    return made
  })
  failpoint(`${mark}.after-commit`)
  return result
}
