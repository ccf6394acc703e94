import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { LedgerEntryRow } from './tables.ts'

/** Debit is positive, credit negative, in minor units. Accounts come into being when they are first booked on. */
export type LedgerEntry = Pick<LedgerEntryRow, 'account' | 'currency' | 'amountMinor'>

/** `kind` and `reference` say which movement this is (`order-placed` of an order): the same one is booked once. */
export type LedgerPosting = { kind: string; reference: string; entries: readonly LedgerEntry[] }

const kindOfRoot: Record<string, string> = {
  assets: 'asset',
  liabilities: 'liability',
  equity: 'equity',
  revenue: 'revenue',
  expenses: 'expense',
}

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
  refuseUnbalanced(posting)
  const entries = posting.entries.filter((entry) => entry.amountMinor !== 0)
  if (entries.length === 0) throw new Error(`${posting.kind} of ${posting.reference} books nothing`)
  const accounts = [...new Set(entries.map((entry) => entry.account))].sort()
  return sql`
    accounts_opened as (
      insert into ledger_accounts (code, kind)
      select * from unnest(${accounts}::text[], ${accounts.map(kindOf)}::text[]) as a(code, kind)
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

function refuseUnbalanced(posting: LedgerPosting): void {
  const sums = new Map<string, number>()
  for (const { currency, amountMinor } of posting.entries) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  for (const [currency, sum] of sums)
    if (sum !== 0) throw new Error(`${posting.kind} of ${posting.reference} is off by ${sum} ${currency} minor units`)
}

function kindOf(account: string): string {
  const kind = kindOfRoot[account.slice(0, account.indexOf(':'))]
  if (kind === undefined) throw new Error(`no kind of account is called ${account}`)
  return kind
}
