import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { connectionOf } from '../database.ts'

/** A rule of the books that does not hold, and the first rows that break it. */
export type BrokenRule = { id: string; rule: string; rows: Record<string, unknown>[] }

/** A rule: one query that answers the rows that break it. */
export type BookRule = { id: string; rule: string; query: string }

const rowsShownMax = 5

/** The rules as `simulation/invariants.sql` names them: `-- I1 The sentence.` and then one query. */
export async function bookRules(): Promise<BookRule[]> {
  const text = await readFile(new URL('../../../simulation/invariants.sql', import.meta.url), 'utf8')
  return [...text.matchAll(/^-- (I\d+) (.+)\n([^;]+);/gm)].map(([, id = '', rule = '', query = '']) => ({
    id,
    rule,
    query,
  }))
}

/** Runs every rule once, as it was to be seen at that moment, and answers those that do not hold. */
export async function checkBooks(databaseUrl: string, of: { asOf: Date }): Promise<BrokenRule[]> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    const broken: BrokenRule[] = []
    for (const { id, rule, query } of await bookRules()) {
      // A copy stands still: what waited for a second when it was made would look stuck by the time it is read.
      const { rows } = await client.query(query.replaceAll('now()', `timestamptz '${of.asOf.toISOString()}'`))
      if (rows.length > 0) broken.push({ id, rule, rows: rows.slice(0, rowsShownMax) })
    }
    return broken
  } finally {
    await client.end()
  }
}
