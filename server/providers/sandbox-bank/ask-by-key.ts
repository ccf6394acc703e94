import { findAuthorization, findPaymentPage } from './bank.ts'
import type {
  Authorization,
  BankState,
  Capture,
  Dispute,
  OperationName,
  PaymentPage,
  Refund,
  Void,
} from './bank-records.ts'

/** What was done under an idempotency key, as it stands now. */
export type FoundOperation =
  | { operation: 'authorize'; result: Authorization }
  | { operation: 'capture'; result: Capture }
  | { operation: 'void'; result: Void }
  | { operation: 'refund'; result: Refund }
  | { operation: 'create-payment-page' | 'cancel-payment-page'; result: PaymentPage }
  | { operation: 'cancel-challenge'; result: Authorization }
  | { operation: 'open-dispute' | 'close-dispute'; result: Dispute }

/** The bank's word on a key: undefined means that nothing has been done under it so far. */
export function findByKey(state: BankState, key: string, now: Date): FoundOperation | undefined {
  const held = state.operations.get(key)
  if (!held) return undefined
  const result = currentResult(state, held.name, held.resourceId, now) ?? JSON.parse(held.body)
  return { operation: held.name, result } as FoundOperation
}

function currentResult(state: BankState, name: OperationName, id: string, now: Date): unknown {
  if (name === 'authorize' || name === 'cancel-challenge') return findAuthorization(state, id, now)
  if (name === 'capture') return state.captures.get(id)
  if (name === 'open-dispute' || name === 'close-dispute') return state.disputes.get(id)
  if (name === 'create-payment-page' || name === 'cancel-payment-page') return findPaymentPage(state, id, now)
  return undefined
}
