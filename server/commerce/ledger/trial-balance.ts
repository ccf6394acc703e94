import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'

/** From a moment, until just before another; without either, since the beginning or until now. */
export type Period = { from?: Date | undefined; until?: Date | undefined }

/** An account in one currency: what it began with, what was booked on each side, and what it stands at (debit is positive). */
export type AccountBalance = {
  account: string
  kind: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  currency: string
  openingMinor: number
  debitMinor: number
  creditMinor: number
  balanceMinor: number
}

/**
 * Every account, per currency; the balances of one currency always sum to zero, and so do the openings. Without a
 * period it is read from what the database keeps, however long the shop has been open; of a period it is summed.
 */
export async function trialBalance(ctx: Shop, period: Period = {}): Promise<AccountBalance[]> {
  return balancesOf(ctx.database, period)
}

/** The same within a transaction. */
export function balancesOf(from: Queryable, period: Period): Promise<AccountBalance[]> {
  if (period.from === undefined && period.until === undefined)
    return from.rows<AccountBalance>(sql`
      select kept.account, account.kind, kept.currency, 0 as opening_minor, sum(kept.debit_minor)::bigint as debit_minor,
        sum(kept.credit_minor)::bigint as credit_minor, sum(kept.debit_minor - kept.credit_minor)::bigint as balance_minor
      from ledger_balances kept join ledger_accounts account on account.code = kept.account
      group by kept.account, account.kind, kept.currency order by kept.account, kept.currency`)
  const began = period.from ?? null
  return from.rows<AccountBalance>(sql`
    select entry.account, account.kind, entry.currency,
      coalesce(sum(entry.amount_minor) filter (where t.occurred_at < ${began}), 0)::bigint as opening_minor,
      coalesce(sum(greatest(entry.amount_minor, 0)) filter (where ${began}::timestamptz is null or t.occurred_at >= ${began}), 0)::bigint as debit_minor,
      coalesce(sum(greatest(-entry.amount_minor, 0)) filter (where ${began}::timestamptz is null or t.occurred_at >= ${began}), 0)::bigint as credit_minor,
      sum(entry.amount_minor)::bigint as balance_minor
    from ledger_transactions t join ledger_entries entry on entry.transaction_id = t.id
    join ledger_accounts account on account.code = entry.account
    where ${period.until ?? null}::timestamptz is null or t.occurred_at < ${period.until ?? null}
    group by entry.account, account.kind, entry.currency order by entry.account, entry.currency`)
}

/** Accounts of which the database keeps another balance than their entries come to. There are none. */
export async function wrongBalances(
  ctx: Shop,
): Promise<{ account: string; currency: string; keptMinor: number; bookedMinor: number }[]> {
  return ctx.database.rows(sql`
    select coalesce(kept.account, booked.account) as account, coalesce(kept.currency, booked.currency) as currency,
      coalesce(kept.debit - kept.credit, 0)::bigint as kept_minor, coalesce(booked.debit - booked.credit, 0)::bigint as booked_minor
    from (
      select account, currency, sum(debit_minor) as debit, sum(credit_minor) as credit from ledger_balances group by 1, 2
    ) kept full join (
      select account, currency, sum(greatest(amount_minor, 0)) as debit, sum(greatest(-amount_minor, 0)) as credit
      from ledger_entries group by 1, 2
    ) booked on booked.account = kept.account and booked.currency = kept.currency
    where (kept.debit, kept.credit) is distinct from (booked.debit, booked.credit)`)
}
