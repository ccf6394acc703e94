import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { type BrokenRule, checkBooks } from './check-books.ts'
import { type RestoredBackup, restoreBackup } from './restore-backup.ts'
import type { Progress } from './write-backup.ts'

/** A backup that was found whole, and what its books looked like. */
export type CheckedBackup = RestoredBackup & { brokenRules: BrokenRule[] }

/**
 * Proves that a backup can be restored, by restoring it: into a database server of its own that is thrown away after,
 * every constraint and checksum included. Then the rules of the books are run over the copy, as of the moment that it
 * shows. Throws a BackupError when it cannot be restored.
 */
export async function checkBackup(of: { file: string; now: Date; onProgress?: Progress }): Promise<CheckedBackup> {
  const folder = await mkdtemp(join(tmpdir(), 'barrow-check-'))
  try {
    const postgres = await startEmbeddedPostgres({ folder, durable: false })
    try {
      const restored = await restoreBackup({ ...of, databaseUrl: postgres.url })
      return { ...restored, brokenRules: await checkBooks(postgres.url, { asOf: restored.madeAt }) }
    } finally {
      await postgres.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
