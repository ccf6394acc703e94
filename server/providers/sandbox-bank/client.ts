import type { FoundOperation } from './ask-by-key.ts'
import {
  type BankExchange,
  type BankRequest,
  createBankExchange,
  type ExchangeOptions,
  type Heard,
  type Unknown,
} from './bank-exchange.ts'
import type { Authorization, Capture, PaymentPage, Refund, Void } from './bank-records.ts'

export type { FoundOperation } from './ask-by-key.ts'
export type { Unknown, UnknownReason } from './bank-exchange.ts'
export type { Authorization, Capture, CardToken, PaymentPage, Refund, Void } from './bank-records.ts'
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
  }): Promise<Outcome<Authorization>>
  /** Takes reserved money, whole or in parts. */
  capture(asked: { authorizationId: string; amountMinor: number; key: string }): Promise<Outcome<Capture>>
  /** Sets free whatever has not been captured. */
  void(asked: { authorizationId: string; key: string }): Promise<Outcome<Void>>
  /** Gives back captured money, whole or in parts. */
  refund(asked: { captureId: string; amountMinor: number; key: string }): Promise<Outcome<Refund>>
  /** What was done under a key, as it stands now. `found` is null when the bank has done nothing under it so far. */
  findByKey(key: string): Promise<Outcome<{ found: FoundOperation | null }>>
  getAuthorization(id: string): Promise<Outcome<Authorization>>
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
  /** Lets go of the open connections. */
  close(): void
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
    getPaymentPage: (id) => get(`/v1/payment-pages/${segment(id)}`),
    cancelPaymentPage: ({ pageId, key }) => post(`/v1/payment-pages/${segment(pageId)}/cancel`, key, {}),
    async readLog(after) {
      const heard = await exchange({ method: 'GET', path: `/v1/log?after=${after}` })
      if (heard.kind === 'unknown') return { kind: 'unknown', reason: heard.reason }
      if (heard.status !== 200) return readAnswer(heard)
      const lines = heard.text.split('\n').filter((line) => line !== '')
      return { kind: 'answered', records: lines.map((line) => JSON.parse(line)) }
    },
    close,
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
