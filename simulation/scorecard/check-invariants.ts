import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'

/** A rule of the books that does not hold, and the first rows that break it. */
export type Violation = { id: string; rule: string; rows: Record<string, unknown>[] }

type Rule = { id: string; rule: string; query: string }

const rowsShownMax = 5

/**
 * Runs every rule of `simulation/invariants.sql`. What is still under way may break one for a moment, so a broken rule
 * is asked again until it holds or `settleMs` is over (a minute unless said otherwise); what is left is answered.
 */
export async function checkInvariants(databaseUrl: string, options: { settleMs?: number } = {}): Promise<Violation[]> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    let open = await invariantRules()
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

/** The rules as the file names them: `-- I1 The sentence.` and then one query. */
export async function invariantRules(): Promise<Rule[]> {
  const text = await readFile(new URL('../invariants.sql', import.meta.url), 'utf8')
  return [...text.matchAll(/^-- (I\d+) (.+)\n([^;]+);/gm)].map(([, id = '', rule = '', query = '']) => ({
    id,
    rule,
    query,
  }))
}
