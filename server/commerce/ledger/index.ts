/** Ledger: double entry. Every movement of money is booked here once, and nothing here is ever changed. */
export type { LedgerEntry, LedgerPosting } from './balanced-posting.ts'
export { postTransaction, transactionPosted } from './post-transaction.ts'
export { type AccountBalance, type Period, trialBalance, wrongBalances } from './trial-balance.ts'
export { writeJournal } from './write-journal.ts'
