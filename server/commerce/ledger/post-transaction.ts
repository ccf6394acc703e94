import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { balancedPosting, type LedgerPosting } from './balanced-posting.ts'

/**
 * Books a movement in the caller's transaction, in one statement. Entries of zero are left out; a movement that is
 * already booked is left as it is. Entries that do not balance are a fault in the caller, and refused.
 */
export async function postTransaction(ctx: Shop, tx: Transaction, posting: LedgerPosting): Promise<void> {
  if (posting.entries.some((entry) => entry.amountMinor !== 0))
    await tx.run(sql`with ${transactionPosted(ctx, posting)} select`)
}

/**
 * The same as a part of a statement, to be run with others of the same transaction: `with ${part}, ...`. A movement
 * in which every entry is zero has nothing to book, and is refused here.
 */
export function transactionPosted(ctx: Shop, posting: LedgerPosting): Statement {
  const { entries, accounts } = balancedPosting(posting)
  return sql`
    accounts_opened as (
      insert into ledger_accounts (code, kind)
      select * from unnest(${accounts.map(({ code }) => code)}::text[], ${accounts.map(({ kind }) => kind)}::text[]) as a(code, kind)
      where not exists (select from ledger_accounts known where known.code = a.code)
      on conflict do nothing
    ), transaction_posted as (
      insert into ledger_transactions (id, kind, reference, occurred_at)
      values (${newId('ledgerTransaction')}, ${posting.kind}, ${posting.reference}, ${ctx.clock.now()})
      on conflict (kind, reference) do nothing
      returning id
    ), entries_posted as (
      insert into ledger_entries (transaction_id, line, account, currency, amount_minor)
      select posted.id, entry.line, entry.account, entry.currency, entry.amount_minor
      from transaction_posted posted, unnest(
        ${entries.map((entry) => entry.account)}::text[],
        ${entries.map((entry) => entry.currency)}::text[],
        ${entries.map((entry) => entry.amountMinor)}::bigint[]
      ) with ordinality as entry(account, currency, amount_minor, line)
    )`
}
