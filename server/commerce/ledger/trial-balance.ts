import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'

/** What an account stands at: debit is positive, credit negative. */
export type AccountBalance = { account: string; kind: string; currency: string; balanceMinor: number }

/** Every account's balance, per currency; the balances of one currency always sum to zero. */
export async function trialBalance(ctx: Shop): Promise<AccountBalance[]> {
  return ctx.database.rows<AccountBalance>(sql`
    select entry.account, account.kind, entry.currency, sum(entry.amount_minor)::bigint as balance_minor
    from ledger_entries entry join ledger_accounts account on account.code = entry.account
    group by entry.account, account.kind, entry.currency
    order by entry.account, entry.currency`)
}
