import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type BrokenRule, bookRules } from '../../server/platform/backup/check-books.ts'
import { connectionOf } from '../../server/platform/database.ts'

/** A rule of the books that does not hold, and the first rows that break it. */
export type Violation = BrokenRule

const rowsShownMax = 5

/**
 * Runs every rule of `simulation/invariants.sql`. What is still under way may break one for a moment, so a broken rule
 * is asked again until it holds or `settleMs` is over (a minute unless said otherwise); what is left is answered.
 */
export async function checkInvariants(databaseUrl: string, options: { settleMs?: number } = {}): Promise<Violation[]> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    let open = await bookRules()
    let violations: Violation[] = []
    const until = performance.now() + (options.settleMs ?? 60_000)
    for (;;) {
      violations = []
      for (const rule of open) {
        const { rows } = await client.query(rule.query)
        if (rows.length > 0) violations.push({ id: rule.id, rule: rule.rule, rows: rows.slice(0, rowsShownMax) })
      }
      open = open.filter((rule) => violations.some((violation) => violation.id === rule.id))
      if (open.length === 0 || performance.now() >= until) return violations
      await wait(250)
    }
  } finally {
    await client.end()
  }
}
