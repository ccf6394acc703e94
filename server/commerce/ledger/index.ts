/** Ledger: double entry. Every movement of money is booked here once, and nothing here is ever changed. */
export { type LedgerEntry, type LedgerPosting, postTransaction, transactionPosted } from './post-transaction.ts'
export { type AccountBalance, trialBalance } from './trial-balance.ts'
