import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'

/** What some work wrote: rows by table and kind of write, and in how many transactions. */
export type Writes = { rows: Record<string, number>; transactions: number }

/** A database in which every write is counted, by triggers on all of its tables. */
export type CountedDatabase = {
  /** Does the work, and answers what it wrote. */
  count(work: () => Promise<unknown>): Promise<Writes>
  close(): Promise<void>
}

/** Lays the triggers. Each adds what its statement wrote to a table of its own, in the transaction that wrote it. */
export async function countWrites(databaseUrl: string): Promise<CountedDatabase> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  await client.query(`
    create unlogged table counted_writes (what text, rows bigint, transaction xid8);
    create function count_writes() returns trigger language plpgsql as $$
    begin
      insert into counted_writes
      select lower(tg_op) || ' ' || tg_table_name, count(*), pg_current_xact_id() from written having count(*) > 0;
      return null;
    end $$;`)
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'counted_writes'`,
  )
  for (const { name } of rows) {
    for (const [kind, as] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ] as const)
      await client.query(
        `create trigger count_${kind} after ${kind} on "${name}" referencing ${as} table as written
         for each statement execute function count_writes()`,
      )
  }
  return {
    async count(work) {
      await client.query('truncate counted_writes')
      await work()
      const counted = await client.query<{ what: string; rows: string }>(
        'select what, sum(rows) as rows from counted_writes group by what order by what',
      )
      const transactions = await client.query<{ count: string }>(
        'select count(distinct transaction) as count from counted_writes',
      )
      return {
        rows: Object.fromEntries(counted.rows.map((row) => [row.what, Number(row.rows)])),
        transactions: Number(transactions.rows[0]?.count ?? 0),
      }
    },
    close: () => client.end(),
  }
}

/** In words, for reading and comparing: `1 insert orders, 2 insert order_lines in 2 transactions`. */
export function inWords({ rows, transactions }: Writes): string {
  const parts = Object.entries(rows).map(([what, count]) => `${count} ${what}`)
  return `${parts.join(', ')} in ${transactions} transaction${transactions === 1 ? '' : 's'}`
}
