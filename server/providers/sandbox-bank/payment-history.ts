import { findAuthorization } from './bank.ts'
import type { Authorization, BankState, Capture, Dispute, Refund, Void } from './bank-records.ts'

/** An authorisation with all that came of it, each thing with the key under which it was asked for. */
export type PaymentHistory = {
  authorization: Authorization
  captures: (Capture & { key: string })[]
  voids: (Void & { key: string })[]
  refunds: (Refund & { key: string })[]
  disputes: Dispute[]
}

/** Reads it, as it stands now. */
export function historyOf(state: BankState, authorizationId: string, now: Date): PaymentHistory | undefined {
  const authorization = findAuthorization(state, authorizationId, now)
  if (!authorization) return undefined
  const { captures = [], voids = [], refunds = [], disputes = [] } = state.movements.get(authorizationId) ?? {}
  const withKey = <T extends { id: string }>(thing: T) => ({ ...thing, key: state.keys.get(thing.id) ?? '' })
  return {
    authorization,
    captures: captures.flatMap((id) => state.captures.get(id) ?? []).map(withKey),
    voids: voids.map(withKey),
    refunds: refunds.flatMap((id) => state.refunds.get(id) ?? []).map(withKey),
    disputes: disputes.flatMap((id) => state.disputes.get(id) ?? []),
  }
}
