import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { postTransaction } from '../ledger/index.ts'
import type { StoredValueKind } from './tables.ts'

/** Where what the shop owes its holders is booked; its balance is theirs, with the sign turned. */
export const liabilityOf: Readonly<Record<StoredValueKind, string>> = {
  'gift-card': 'liabilities:gift-cards',
  'store-credit': 'liabilities:store-credit',
}

/** Where a movement that no payment books comes from, or goes to. */
export const counterparts = {
  /** Given away by staff, for a reason they wrote down. */
  goodwill: 'expenses:goodwill',
  /** Sold with an order, which booked it there when it was placed. */
  sold: 'liabilities:gift-cards-to-issue',
  /** What a customer had paid and gets back as credit. */
  customers: 'assets:receivable:customers',
  /** What nobody spent in time. */
  breakage: 'revenue:gift-cards-expired',
} as const

/** Books a movement of stored value against what it came from: a positive amount is owed to the holder from now on. */
export async function bookValue(
  ctx: Shop,
  tx: Transaction,
  of: {
    kind: StoredValueKind
    movement: string
    reference: string
    currency: string
    amountMinor: number
    against: keyof typeof counterparts
  },
): Promise<void> {
  const { currency, amountMinor } = of
  await postTransaction(ctx, tx, {
    kind: `${of.kind}-${of.movement}`,
    reference: of.reference,
    entries: [
      { account: counterparts[of.against], currency, amountMinor },
      { account: liabilityOf[of.kind], currency, amountMinor: -amountMinor },
    ],
  })
}
