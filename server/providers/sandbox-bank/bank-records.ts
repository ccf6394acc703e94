import type { KnownCard } from './card-entry.ts'
import type { CardBehaviour, CardBrand, DeclineCode } from './test-cards.ts'

/** Amounts are whole minor units of the ISO 4217 `currency`; times are ISO 8601 in UTC. */
export type Authorization = {
  id: string
  status: 'authorized' | 'declined' | 'voided' | 'expired'
  amountMinor: number
  currency: string
  reference: string
  declineCode?: DeclineCode
  card: { brand: CardBrand; last4: string }
  /** When the bank answered, yes or no. */
  authorizedAt: string
  /** Past this moment nothing more can be captured. */
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

export type OperationName = 'authorize' | 'capture' | 'void' | 'refund' | 'create-payment-page' | 'cancel-payment-page'

/** What a caller asked under one idempotency key, in a form that compares: equal text is the same request. */
type Keyed = { key: string; request: string }

/** One line of the log. Replaying the lines in order rebuilds the bank exactly. */
export type BankRecord = { n: number; at: string } & (
  | { type: 'token.created'; token: string; card: KnownCard }
  | ({ type: 'authorization.answered'; behaviour: CardBehaviour; pageId?: string; answer: Authorization } & Keyed)
  | ({ type: 'authorization.captured'; answer: Capture } & Keyed)
  | ({ type: 'authorization.voided'; answer: Void } & Keyed)
  | ({ type: 'capture.refunded'; answer: Refund } & Keyed)
  | ({ type: 'payment-page.created'; returnUrl: string; locale: string; answer: PaymentPage } & Keyed)
  | ({ type: 'payment-page.canceled'; answer: PaymentPage } & Keyed)
)

/** A record before the bank has given it a number and a time. */
export type NewRecord = BankRecord extends infer R ? (R extends BankRecord ? Omit<R, 'n' | 'at'> : never) : never

/** An answer as it left, kept as text so that a repeat of the request gets the same bytes. */
export type Operation = { name: OperationName; request: string; resourceId: string; body: string }

export type HeldPage = PaymentPage & { returnUrl: string; locale: string; authorizationId?: string }

export type BankState = {
  recordCount: number
  tokens: Map<string, KnownCard>
  authorizations: Map<string, Authorization & { behaviour: CardBehaviour }>
  captures: Map<string, Capture>
  refunds: Map<string, Refund>
  pages: Map<string, HeldPage>
  operations: Map<string, Operation>
}

/** A bank to which nothing has happened yet. */
export function emptyBank(): BankState {
  return {
    recordCount: 0,
    tokens: new Map(),
    authorizations: new Map(),
    captures: new Map(),
    refunds: new Map(),
    pages: new Map(),
    operations: new Map(),
  }
}

/** Takes one record into the state. The only place that changes it, both live and when the log is replayed. */
export function applyRecord(state: BankState, record: BankRecord): void {
  state.recordCount = record.n
  switch (record.type) {
    case 'token.created':
      state.tokens.set(record.token, record.card)
      return
    case 'authorization.answered':
      applyAuthorization(state, record)
      remember(state, 'authorize', record)
      return
    case 'authorization.captured':
      state.captures.set(record.answer.id, { ...record.answer })
      authorizationOf(state, record.answer.authorizationId).capturedMinor += record.answer.amountMinor
      remember(state, 'capture', record)
      return
    case 'authorization.voided':
      authorizationOf(state, record.answer.authorizationId).status = 'voided'
      remember(state, 'void', record)
      return
    case 'capture.refunded':
      applyRefund(state, record.answer)
      remember(state, 'refund', record)
      return
    case 'payment-page.created':
      state.pages.set(record.answer.id, { ...record.answer, returnUrl: record.returnUrl, locale: record.locale })
      remember(state, 'create-payment-page', record)
      return
    case 'payment-page.canceled': {
      const page = state.pages.get(record.answer.id)
      if (page && page.status === 'open') page.status = 'canceled'
      remember(state, 'cancel-payment-page', record)
      return
    }
  }
}

function applyAuthorization(state: BankState, record: Extract<BankRecord, { type: 'authorization.answered' }>): void {
  state.authorizations.set(record.answer.id, { ...record.answer, behaviour: record.behaviour })
  const page = record.pageId === undefined ? undefined : state.pages.get(record.pageId)
  if (page && record.answer.status === 'authorized') {
    page.status = 'authorized'
    page.authorizationId = record.answer.id
  }
}

function applyRefund(state: BankState, refund: Refund): void {
  const capture = state.captures.get(refund.captureId)
  if (!capture) throw new Error(`The log refunds the unknown capture ${refund.captureId}.`)
  capture.refundedMinor += refund.amountMinor
  authorizationOf(state, refund.authorizationId).refundedMinor += refund.amountMinor
  state.refunds.set(refund.id, refund)
}

function authorizationOf(state: BankState, id: string): Authorization {
  const authorization = state.authorizations.get(id)
  if (!authorization) throw new Error(`The log names the unknown authorisation ${id}.`)
  return authorization
}

function remember(state: BankState, name: OperationName, record: Keyed & { answer: { id: string } }): void {
  state.operations.set(record.key, {
    name,
    request: record.request,
    resourceId: record.answer.id,
    body: JSON.stringify(record.answer),
  })
}
