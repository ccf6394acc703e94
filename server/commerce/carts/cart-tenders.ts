import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { takeInTurn } from '../../platform/money.ts'
import { type StoredValue, valuesWithIds } from '../gift-cards/index.ts'

/** A gift card or store credit that a cart is to be paid with, and how much of it the cart takes as it stands. */
export type CartTender = StoredValue & { amountMinor: number }

/** What a cart is paid with besides a card: gift cards in the order in which they were put in, then store credit. */
export async function tendersOf(
  ctx: Shop,
  from: Queryable,
  of: { cartId: string; tenderIds: readonly string[]; currency: string; totalMinor: number },
): Promise<CartTender[]> {
  const values = await valuesWithIds(ctx, from, { ids: of.tenderIds, cartId: of.cartId })
  const inTurn = [...values].sort((a, b) => Number(a.kind === 'store-credit') - Number(b.kind === 'store-credit'))
  const left = inTurn.map((value) => (value.currency === of.currency ? value.availableMinor : 0))
  const given = takeInTurn(of.totalMinor, left)
  return inTurn.map((value, index) => ({
    ...value,
    availableMinor: left[index] ?? 0,
    amountMinor: given[index] ?? 0,
  }))
}
