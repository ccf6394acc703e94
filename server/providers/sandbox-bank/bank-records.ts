import type { KnownCard } from './card-entry.ts'
import type { Fault } from './faults.ts'
import type { CardBehaviour, CardBrand, DeclineCode } from './test-cards.ts'

/** Amounts are whole minor units of the ISO 4217 `currency`; times are ISO 8601 in UTC. */
export type Authorization = {
  id: string
  status: 'authorized' | 'declined' | 'voided' | 'expired' | 'action-required'
  amountMinor: number
  currency: string
  reference: string
  declineCode?: DeclineCode
  /** Where the shopper proves who they are, while that is asked for: a path of the site that shows the bank's pages. */
  actionUrl?: string
  /** How the cardholder was recognised, if the card's bank took part in that. */
  authentication?: 'frictionless' | 'challenge'
  card: { brand: CardBrand; last4: string; expMonth: number; expYear: number }
  /** When the bank answered, yes or no. */
  authorizedAt: string
  /** Past this moment nothing more can be captured; a question that is open by then has come to nothing. */
  expiresAt: string
  capturedMinor: number
  refundedMinor: number
}

export type Capture = {
  id: string
  authorizationId: string
  amountMinor: number
  currency: string
  reference: string
  capturedAt: string
  refundedMinor: number
}

/** `amountMinor` is what the void set free: the part of the authorisation that was not captured. */
export type Void = { id: string; authorizationId: string; amountMinor: number; currency: string; voidedAt: string }

export type Refund = {
  id: string
  captureId: string
  authorizationId: string
  amountMinor: number
  currency: string
  refundedAt: string
}

/** A cardholder takes a capture back. The bank takes amount and fee from the shop at once; won, the amount comes back. */
export type Dispute = {
  id: string
  captureId: string
  authorizationId: string
  reference: string
  amountMinor: number
  feeMinor: number
  currency: string
  reason: string
  status: 'open' | 'won' | 'lost'
  openedAt: string
  /** Until when the shop may object. */
  respondBy: string
  closedAt?: string
}

export type PaymentPage = {
  id: string
  url: string
  status: 'open' | 'authorized' | 'canceled'
  amountMinor: number
  currency: string
  reference: string
  authorization?: Authorization
}

export type CardToken = { token: string; brand: CardBrand; last4: string; expMonth: number; expYear: number }

export type OperationName =
  | 'authorize'
  | 'capture'
  | 'void'
  | 'refund'
  | 'create-payment-page'
  | 'cancel-payment-page'
  | 'cancel-challenge'
  | 'open-dispute'
  | 'close-dispute'

/** What a caller asked under one idempotency key, in a form that compares: equal text is the same request. */
type Keyed = { key: string; request: string }

type AnswerContext = { pageId?: string; returnUrl?: string; locale?: string }

/** One line of the log. Replaying the lines in order rebuilds the bank exactly. */
export type BankRecord = { n: number; at: string } & (
  | { type: 'token.created'; token: string; card: KnownCard }
  | ({ type: 'authorization.answered'; behaviour: CardBehaviour; answer: Authorization } & AnswerContext & Keyed)
  | { type: 'challenge.missed'; authorizationId: string }
  | ({ type: 'challenge.answered'; answer: Authorization } & Keyed)
  | ({ type: 'challenge.canceled'; answer: Authorization } & Keyed)
  | { type: 'authorization.expired'; authorizationId: string; amountMinor: number }
  | ({ type: 'authorization.captured'; answer: Capture } & Keyed)
  | ({ type: 'authorization.voided'; answer: Void } & Keyed)
  | ({ type: 'capture.refunded'; answer: Refund } & Keyed)
  | ({ type: 'dispute.opened'; answer: Dispute } & Keyed)
  | ({ type: 'dispute.closed'; answer: Dispute } & Keyed)
  | ({ type: 'payment-page.created'; returnUrl: string; locale: string; answer: PaymentPage } & Keyed)
  | ({ type: 'payment-page.canceled'; answer: PaymentPage } & Keyed)
  | { type: 'clock.moved'; aheadMs: number }
  | { type: 'fault.set'; fault: Fault }
  | { type: 'fault.used'; faultId: string }
  | { type: 'fault.cleared'; faultId: string }
  | { type: 'webhook-address.set'; url: string }
  | { type: 'webhook.asked'; eventType: string }
  | { type: 'webhook.ended'; eventN: number; attempts: number; outcome: 'delivered' | 'given-up' }
)

/** A record before the bank has given it a number and a time. */
export type NewRecord = BankRecord extends infer R ? (R extends BankRecord ? Omit<R, 'n' | 'at'> : never) : never

/** An answer as it left, kept as text so that a repeat of the request gets the same bytes. */
export type Operation = { name: OperationName; request: string; resourceId: string; body: string }

export type HeldPage = PaymentPage & { returnUrl: string; locale: string; authorizationId?: string }
export type HeldAuthorization = Authorization & AnswerContext & { behaviour: CardBehaviour; missedCodes: number }

/** What was done with an authorisation, in its order, with the key under which it was asked. */
export type Movements = {
  captures: string[]
  refunds: string[]
  disputes: string[]
  voids: Void[]
}

export type BankState = {
  recordCount: number
  /** How far the bank's clock runs ahead of the real one, so that a week can pass in a moment. */
  aheadMs: number
  tokens: Map<string, KnownCard>
  authorizations: Map<string, HeldAuthorization>
  movements: Map<string, Movements>
  captures: Map<string, Capture>
  refunds: Map<string, Refund>
  disputes: Map<string, Dispute>
  pages: Map<string, HeldPage>
  operations: Map<string, Operation>
  /** The key under which each thing was asked for. */
  keys: Map<string, string>
  /** Authorisations that have not ended, the oldest first. */
  standing: Set<string>
  faults: Map<string, Fault & { used: number }>
  webhookUrls: string[]
}

/** A bank to which nothing has happened yet. */
export function emptyBank(): BankState {
  return {
    recordCount: 0,
    aheadMs: 0,
    tokens: new Map(),
    authorizations: new Map(),
    movements: new Map(),
    captures: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    pages: new Map(),
    operations: new Map(),
    keys: new Map(),
    standing: new Set(),
    faults: new Map(),
    webhookUrls: [],
  }
}
