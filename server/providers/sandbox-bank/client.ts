import { isSignedWebhook } from '../../platform/standard-webhooks.ts'
import type { FoundOperation } from './ask-by-key.ts'
import {
  type BankExchange,
  type BankRequest,
  createBankExchange,
  type ExchangeOptions,
  type Heard,
  type Unknown,
} from './bank-exchange.ts'
import type { Authorization, Capture, Dispute, PaymentPage, Refund, Void } from './bank-records.ts'
import type { DisputeReason } from './decide-dispute.ts'
import type { Fault } from './faults.ts'
import type { PaymentHistory } from './payment-history.ts'
import type { Payout } from './payouts.ts'
import { webhookSecretOf } from './webhook-secret.ts'

export type { FoundOperation } from './ask-by-key.ts'
export type { Unknown, UnknownReason } from './bank-exchange.ts'
export type { Authorization, Capture, CardToken, Dispute, PaymentPage, Refund, Void } from './bank-records.ts'
export type { Fault, FaultKind, FaultPlace } from './faults.ts'
export type { PaymentHistory } from './payment-history.ts'
export type { CardBrand, DeclineCode } from './test-cards.ts'

/** The bank understood and did nothing, now or later: an amount above what is left, an unknown token, a used key. */
export type Refused = { kind: 'refused'; code: string; detail: string }

/** The bank's answer, its refusal, or no word at all: after `unknown`, ask with `findByKey` or repeat under the same key. */
export type Outcome<T> = ({ kind: 'answered' } & T) | Refused | Unknown

export type SandboxBankClient = {
  /** Reserves money on a card. A declined card is an answer: `status` is `declined` and `declineCode` says why. */
  authorize(asked: {
    token: string
    amountMinor: number
    currency: string
    reference: string
    key: string
    returnUrl?: string
    locale?: string
    /** Insists that the shopper proves who they are: after the decline `authentication-required`. */
    challenge?: boolean
    initiator?: 'shop'
  }): Promise<Outcome<Authorization>>
  /** Takes a 3-D Secure question back. One that was answered before stays so, and the answer says it. */
  cancelChallenge(asked: { authorizationId: string; key: string }): Promise<Outcome<Authorization>>
  /** Takes reserved money, whole or in parts. */
  capture(asked: { authorizationId: string; amountMinor: number; key: string }): Promise<Outcome<Capture>>
  /** Sets free whatever has not been captured. */
  void(asked: { authorizationId: string; key: string }): Promise<Outcome<Void>>
  /** Gives back captured money, whole or in parts. */
  refund(asked: { captureId: string; amountMinor: number; key: string }): Promise<Outcome<Refund>>
  /** What was done under a key, as it stands now. `found` is null when the bank has done nothing under it so far. */
  findByKey(key: string): Promise<Outcome<{ found: FoundOperation | null }>>
  getAuthorization(id: string): Promise<Outcome<Authorization>>
  /** An authorisation with its captures, voids, refunds and disputes, each with the key it was asked under. */
  getHistory(authorizationId: string): Promise<Outcome<PaymentHistory>>
  /** Opens a page where the shopper pays; `url` is a path of the site that shows the bank's pages. */
  createPaymentPage(asked: {
    amountMinor: number
    currency: string
    reference: string
    returnUrl: string
    locale?: string
    key: string
  }): Promise<Outcome<PaymentPage>>
  getPaymentPage(id: string): Promise<Outcome<PaymentPage>>
  /** Closes a page to late payment. One that was paid before stays `authorized`, and the answer says so. */
  cancelPaymentPage(asked: { pageId: string; key: string }): Promise<Outcome<PaymentPage>>
  /** The bank's log after record number `after`, parsed, in order; at most 10,000 records at a time. */
  readLog(
    after: number,
  ): Promise<Outcome<{ records: ({ n: number; at: string; type: string } & Record<string, unknown>)[] }>>
  /** Reads a webhook; undefined when it is not from this bank, or older than five minutes. */
  readWebhook(sent: {
    headers: Readonly<Record<string, string | string[] | undefined>>
    body: Buffer
    now: Date
  }): { id: string; type: string; key?: string; authorizationId?: string; movementId?: string } | undefined
  /** What no real bank has a button for: see `SandboxControls`. */
  controls: SandboxControls
  /** Lets go of the open connections. */
  close(): void
}

/** A message of the bank to the shop, as the bank keeps it. */
export type SentWebhook = { id: string; n: number; type: string; reference: string; status: string; attempts: number }

/** The bank's own desk: what is done there, and what can be made to go wrong. */
export type SandboxControls = {
  setWebhookAddress(url: string): Promise<Outcome<{ url: string }>>
  setFault(fault: Partial<Omit<Fault, 'id'>> & Pick<Fault, 'kind'>): Promise<Outcome<Fault>>
  clearFaults(): Promise<Outcome<{ cleared: number }>>
  webhooksOf(reference: string): Promise<Outcome<{ items: SentWebhook[] }>>
  /** Sends a message now, so many times at once, and answers with what the shop said to each. */
  sendWebhook(n: number, copies?: number): Promise<Outcome<{ answers: number[] }>>
  openDispute(asked: { captureId: string; reason?: DisputeReason; key: string }): Promise<Outcome<Dispute>>
  closeDispute(asked: { disputeId: string; outcome: 'won' | 'lost'; key: string }): Promise<Outcome<Dispute>>
  expire(authorizationId: string): Promise<Outcome<Authorization>>
  /** Sets the bank's clock so far ahead of the real one. */
  moveClock(aheadMs: number): Promise<Outcome<{ now: string }>>
  payouts(): Promise<Outcome<{ items: Payout[] }>>
}

/**
 * The shop's side of the sandbox bank. Waits at most one second to connect and five for an answer. `line` is how it is
 * spoken with: over HTTP, unless a simulation has the bank in its own process.
 */
export function createSandboxBankClient(
  options: ExchangeOptions,
  line: BankExchange = createBankExchange(options),
): SandboxBankClient {
  const { exchange, close } = line

  async function ask<T>(request: BankRequest): Promise<Outcome<T>> {
    const heard = await exchange(request)
    return heard.kind === 'unknown' ? { kind: 'unknown', reason: heard.reason } : readAnswer<T>(heard)
  }
  const post = <T>(path: string, key: string, body: object): Promise<Outcome<T>> =>
    ask<T>({ method: 'POST', path, key, body: JSON.stringify(body) })
  const get = <T>(path: string): Promise<Outcome<T>> => ask<T>({ method: 'GET', path })
  const segment = encodeURIComponent

  return {
    authorize: ({ key, ...body }) => post('/v1/authorizations', key, body),
    capture: ({ authorizationId, amountMinor, key }) =>
      post(`/v1/authorizations/${segment(authorizationId)}/captures`, key, { amountMinor }),
    void: ({ authorizationId, key }) => post(`/v1/authorizations/${segment(authorizationId)}/voids`, key, {}),
    refund: ({ captureId, amountMinor, key }) =>
      post(`/v1/captures/${segment(captureId)}/refunds`, key, { amountMinor }),
    async findByKey(key) {
      const outcome = await get<FoundOperation>(`/v1/operations/by-key/${segment(key)}`)
      if (outcome.kind === 'refused' && outcome.code === 'not-found') return { kind: 'answered', found: null }
      if (outcome.kind !== 'answered') return outcome
      const { kind, ...found } = outcome
      return { kind, found: found as FoundOperation }
    },
    getAuthorization: (id) => get(`/v1/authorizations/${segment(id)}`),
    createPaymentPage: ({ key, ...body }) => post('/v1/payment-pages', key, body),
    getHistory: (id) => get(`/v1/authorizations/${segment(id)}/history`),
    cancelChallenge: ({ authorizationId, key }) =>
      post(`/v1/authorizations/${segment(authorizationId)}/cancel`, key, {}),
    getPaymentPage: (id) => get(`/v1/payment-pages/${segment(id)}`),
    cancelPaymentPage: ({ pageId, key }) => post(`/v1/payment-pages/${segment(pageId)}/cancel`, key, {}),
    async readLog(after) {
      const heard = await exchange({ method: 'GET', path: `/v1/log?after=${after}` })
      if (heard.kind === 'unknown') return { kind: 'unknown', reason: heard.reason }
      if (heard.status !== 200) return readAnswer(heard)
      const lines = heard.text.split('\n').filter((line) => line !== '')
      return { kind: 'answered', records: lines.map((line) => JSON.parse(line)) }
    },
    readWebhook: (sent) => readSignedMessage(webhookSecretOf(options.secret), sent),
    controls: {
      setWebhookAddress: (url) => post('/v1/webhook-address', 'control', { url }),
      setFault: (fault) => post('/v1/faults', 'control', fault),
      clearFaults: () => post('/v1/faults/clear', 'control', {}),
      webhooksOf: (reference) => get(`/v1/webhooks?reference=${segment(reference)}`),
      sendWebhook: (n, copies = 1) => post(`/v1/webhooks/${n}/send`, 'control', { copies }),
      openDispute: ({ captureId, key, ...body }) => post(`/v1/captures/${segment(captureId)}/disputes`, key, body),
      closeDispute: ({ disputeId, key, ...body }) => post(`/v1/disputes/${segment(disputeId)}/close`, key, body),
      expire: (id) => post(`/v1/authorizations/${segment(id)}/expire`, 'control', {}),
      moveClock: (aheadMs) => post('/v1/clock', 'control', { aheadMs }),
      payouts: () => get('/v1/payouts'),
    },
    close,
  }
}

function readSignedMessage(
  secret: string,
  { headers, body, now }: Parameters<SandboxBankClient['readWebhook']>[0],
): ReturnType<SandboxBankClient['readWebhook']> {
  if (!isSignedWebhook({ secrets: [secret], headers, body, now })) return undefined
  const told = parse(body.toString('utf8'))
  if (typeof told?.type !== 'string') return undefined
  const data = (typeof told.data === 'object' && told.data !== null ? told.data : {}) as Record<string, unknown>
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    id: String(headers['webhook-id']),
    type: told.type,
    key: textOf(data.key),
    authorizationId: textOf(data.authorizationId),
    movementId: textOf(data.captureId) ?? textOf(data.refundId) ?? textOf(data.voidId),
  }
}

function readAnswer<T>(heard: Heard): Outcome<T> {
  const told = parse(heard.text)
  // Something other than the bank answered, such as a proxy's page: it says nothing about what the bank did.
  if (!told) return { kind: 'unknown', reason: 'bank-error' }
  if (heard.status < 400) return { kind: 'answered', ...(told as T) }
  return { kind: 'refused', code: String(told.code ?? heard.status), detail: String(told.detail ?? '') }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
