import { bigint, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core'

/** The accounts that entries are booked on, named like `liabilities:tax:de`. */
export const ledgerAccounts = pgTable('ledger_accounts', {
  code: text('code').primaryKey(),
  kind: text('kind').notNull(),
})

/** One movement of money: booked once per kind and reference. */
export const ledgerTransactions = pgTable('ledger_transactions', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  reference: text('reference').notNull(),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
})

/** The lines of a transaction: debit is positive, credit negative, and they sum to zero per currency. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    transactionId: text('transaction_id').notNull(),
    line: integer('line').notNull(),
    account: text('account').notNull(),
    currency: text('currency').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.transactionId, table.line] })],
)

/** What each account stands at, kept by the database; an account is the sum of its slots. */
export const ledgerBalances = pgTable(
  'ledger_balances',
  {
    account: text('account').notNull(),
    currency: text('currency').notNull(),
    slot: smallint('slot').notNull(),
    debitMinor: bigint('debit_minor', { mode: 'number' }).notNull(),
    creditMinor: bigint('credit_minor', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.currency, table.slot] })],
)

export type LedgerEntryRow = typeof ledgerEntries.$inferSelect
