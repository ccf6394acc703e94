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
 * What of a movement is booked: its entries that are not zero, and the accounts they are on, in order, with their kinds.
 * Entries that do not sum to zero in each currency are a fault in the caller, and refused; so is a movement of nothing.
 */
export function balancedPosting(posting: LedgerPosting): {
  entries: LedgerEntry[]
  accounts: { code: string; kind: string }[]
} {
  refuseUnbalanced(posting)
  const entries = posting.entries.filter((entry) => entry.amountMinor !== 0)
  if (entries.length === 0) throw new Error(`${posting.kind} of ${posting.reference} books nothing`)
  const codes = [...new Set(entries.map((entry) => entry.account))].sort()
  return { entries, accounts: codes.map((code) => ({ code, kind: kindOf(code) })) }
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
