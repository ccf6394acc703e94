import type { BrokenRule } from '../platform/backup/check-books.ts'
import type { Progress } from '../platform/backup/write-backup.ts'

/** Shows how far a backup or a restore has come: one line that moves on a terminal, nothing in a log. */
export function showProgress(): Progress {
  if (!process.stderr.isTTY) return () => {}
  return ({ what, done, of }) => process.stderr.write(`\r\x1b[K  ${Math.round((100 * done) / of)} %  ${what}`)
}

/** A size as people read it. */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Says what does not hold in the books of a copy; answers whether all is well. */
export function showRules(broken: readonly BrokenRule[]): boolean {
  if (broken.length === 0) console.log('Every rule of the books holds in it.')
  for (const { id, rule, rows } of broken) {
    console.log(`${id} does not hold in its books: ${rule}`)
    for (const row of rows) console.log(`  ${JSON.stringify(row)}`)
  }
  // I10 says what has not been sent yet: that is how the shop was, not a fault of the backup.
  return broken.every(({ id }) => id === 'I10')
}
