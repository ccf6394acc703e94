import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { StoredValueRow } from './tables.ts'

/** Locks accounts until the transaction ends, by id: two orders paid with the same two cards never wait in a circle. */
export async function lockAccounts(tx: Transaction, ids: readonly string[]): Promise<StoredValueRow[]> {
  return tx.rows<StoredValueRow>(sql`
    select * from stored_value_accounts where id = any(${ids}::text[]) order by id for update`)
}

/** The same for one; `gift-cards.not-found` when there is none. */
export async function lockAccount(tx: Transaction, id: string): Promise<StoredValueRow> {
  const [account] = await lockAccounts(tx, [id])
  if (!account) throw errors.notFound()
  return account
}
