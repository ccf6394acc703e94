import type {
  Authorization,
  BankState,
  Capture,
  HeldPage,
  NewRecord,
  Operation,
  OperationName,
  PaymentPage,
  Refund,
  Void,
} from './bank-records.ts'
import type { KnownCard } from './card-entry.ts'
import { type Asker, firstAnswerOf } from './test-cards.ts'

/** Card networks let an authorisation stand for about a week; the sandbox holds it for exactly seven days. */
export const authorizationLifetimeMs = 7 * 24 * 60 * 60 * 1000
/** How long a cardholder may take to prove who they are. */
export const challengeLifetimeMs = 15 * 60 * 1000

/** The moment of a decision: the time, and a source of fresh ids. */
export type Moment = { now: Date; newId: (prefix: string) => string }

export type Refusal = { kind: 'refused'; status: number; code: string; detail: string }

/**
 * What the bank makes of a request.
 * `write` is to be logged and applied; `replay` was decided before under the same key; `refused` changes nothing.
 */
export type Decision = { kind: 'write'; record: NewRecord } | { kind: 'replay'; operation: Operation } | Refusal

export type MoneyRequest = { amountMinor: number; key: string }
export type AuthorizationRequest = MoneyRequest & {
  token: string
  currency: string
  reference: string
  asker: Asker
  /** Where to go after a question of the card's bank; without it, no question can be asked. */
  returnUrl?: string
  locale?: string
  publicPath: string
}
export type PaymentPageRequest = MoneyRequest & {
  currency: string
  reference: string
  returnUrl: string
  locale: string
}

/** Gives a token for a card; the token knows what the card does, never its number. */
export function decideToken(card: KnownCard, moment: Moment): Extract<NewRecord, { type: 'token.created' }> {
  return { type: 'token.created', token: moment.newId('tok'), card }
}

/** Sets money aside on a card, or says why not. The token must be known and the amount positive. */
export function decideAuthorization(state: BankState, asked: AuthorizationRequest, moment: Moment): Decision {
  const { token, amountMinor, currency, reference, asker, returnUrl, locale } = asked
  const parts = [token, amountMinor, currency, reference]
  const request = requestText('authorize', asker === 'shopper' ? parts : [...parts, asker])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const card = state.tokens.get(asked.token)
  if (!card) return refuse(422, 'unknown-token', 'The bank does not know this card token.')
  const answer = answerAuthorization(card, { ...asked, mayAsk: returnUrl !== undefined }, moment)
  const { behaviour } = card
  return {
    kind: 'write',
    record: { type: 'authorization.answered', key: asked.key, request, behaviour, returnUrl, locale, answer },
  }
}

/** Takes money that was set aside, wholly or in part; never more than is left of it. */
export function decideCapture(
  state: BankState,
  asked: MoneyRequest & { authorizationId: string },
  moment: Moment,
): Decision {
  const request = requestText('capture', [asked.authorizationId, asked.amountMinor])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const authorization = findAuthorization(state, asked.authorizationId, moment.now)
  if (!authorization) return refuse(404, 'unknown-authorization', 'The bank does not know this authorisation.')
  if (authorization.status !== 'authorized') return refuseClosed(authorization)
  const leftMinor = authorization.amountMinor - authorization.capturedMinor
  if (asked.amountMinor > leftMinor) {
    return refuse(409, 'capture-exceeds-authorized', `Only ${leftMinor} minor units are left to capture.`)
  }
  const answer: Capture = {
    id: moment.newId('cap'),
    authorizationId: authorization.id,
    amountMinor: asked.amountMinor,
    currency: authorization.currency,
    reference: authorization.reference,
    capturedAt: moment.now.toISOString(),
    refundedMinor: 0,
  }
  return { kind: 'write', record: { type: 'authorization.captured', key: asked.key, request, answer } }
}

/** Lets go of all that was set aside and not taken. */
export function decideVoid(
  state: BankState,
  asked: { authorizationId: string; key: string },
  moment: Moment,
): Decision {
  const request = requestText('void', [asked.authorizationId])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const authorization = findAuthorization(state, asked.authorizationId, moment.now)
  if (!authorization) return refuse(404, 'unknown-authorization', 'The bank does not know this authorisation.')
  if (authorization.status !== 'authorized') return refuseClosed(authorization)
  const leftMinor = authorization.amountMinor - authorization.capturedMinor
  if (leftMinor === 0) return refuse(409, 'nothing-to-void', 'All of this authorisation has been captured.')
  const answer: Void = {
    id: moment.newId('void'),
    authorizationId: authorization.id,
    amountMinor: leftMinor,
    currency: authorization.currency,
    voidedAt: moment.now.toISOString(),
  }
  return { kind: 'write', record: { type: 'authorization.voided', key: asked.key, request, answer } }
}

/** Gives back money that was taken, wholly or in part; never more than is left of it. */
export function decideRefund(state: BankState, asked: MoneyRequest & { captureId: string }, moment: Moment): Decision {
  const request = requestText('refund', [asked.captureId, asked.amountMinor])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const capture = state.captures.get(asked.captureId)
  if (!capture) return refuse(404, 'unknown-capture', 'The bank does not know this capture.')
  const disputed = state.movements.get(capture.authorizationId)?.disputes.map((id) => state.disputes.get(id))
  if (disputed?.some((dispute) => dispute?.captureId === capture.id && dispute.status !== 'won')) {
    return refuse(409, 'capture-disputed', 'The cardholder has taken this money back already.')
  }
  const leftMinor = capture.amountMinor - capture.refundedMinor
  if (asked.amountMinor > leftMinor) {
    return refuse(409, 'refund-exceeds-captured', `Only ${leftMinor} minor units are left to refund.`)
  }
  const answer: Refund = {
    id: moment.newId('ref'),
    captureId: capture.id,
    authorizationId: capture.authorizationId,
    amountMinor: asked.amountMinor,
    currency: capture.currency,
    refundedAt: moment.now.toISOString(),
  }
  return { kind: 'write', record: { type: 'capture.refunded', key: asked.key, request, answer } }
}

/** Opens a page on which a shopper pays; the same key opens the same page. */
export function decidePaymentPage(
  state: BankState,
  asked: PaymentPageRequest & { publicPath: string },
  moment: Moment,
): Decision {
  const { amountMinor, currency, reference, returnUrl, locale, key } = asked
  const request = requestText('create-payment-page', [amountMinor, currency, reference, returnUrl, locale])
  const before = askedBefore(state, key, request)
  if (before) return before
  const id = moment.newId('page')
  const url = `${asked.publicPath}/pay/${id}`
  const answer: PaymentPage = { id, url, status: 'open', amountMinor, currency, reference }
  return { kind: 'write', record: { type: 'payment-page.created', key, request, returnUrl, locale, answer } }
}

/** Closes a page, so that nobody pays it late. One that was paid stays paid, and the answer says so. */
export function decidePageCancel(state: BankState, asked: { pageId: string; key: string }, moment: Moment): Decision {
  const request = requestText('cancel-payment-page', [asked.pageId])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const page = findPaymentPage(state, asked.pageId, moment.now)
  if (!page) return refuse(404, 'unknown-payment-page', 'The bank does not know this payment page.')
  const answer: PaymentPage = page.status === 'open' ? { ...page, status: 'canceled' } : page
  return { kind: 'write', record: { type: 'payment-page.canceled', key: asked.key, request, answer } }
}

/** A shopper pays on the hosted page. A page is paid once: two clicks on "Pay" reserve the money once. */
export function decidePagePayment(
  state: BankState,
  asked: { pageId: string; card: KnownCard; publicPath: string },
  moment: Moment,
): Decision {
  const page = state.pages.get(asked.pageId)
  if (!page) return refuse(404, 'unknown-payment-page', 'The bank does not know this payment page.')
  if (page.status !== 'open') return refuse(409, `payment-page-${page.status}`, `This payment page is ${page.status}.`)
  const { publicPath } = asked
  const answer = answerAuthorization(
    asked.card,
    // The bank's own page asks at once where it would have to decline softly.
    { ...page, publicPath, asker: 'shopper-to-be-challenged', mayAsk: true },
    moment,
  )
  return {
    kind: 'write',
    record: {
      type: 'authorization.answered',
      key: `${page.id}/${answer.id}`,
      request: requestText('authorize', [page.id, answer.id]),
      behaviour: asked.card.behaviour,
      pageId: page.id,
      returnUrl: page.url,
      locale: page.locale,
      answer,
    },
  }
}

/** An authorisation as it stands now: what nobody touches ends by the clock alone, so the time is asked for. */
export function findAuthorization(state: BankState, id: string, now: Date): Authorization | undefined {
  const held = state.authorizations.get(id)
  if (!held) return undefined
  const { behaviour: _, pageId: __, returnUrl: ___, locale: ____, missedCodes: _____, ...authorization } = held
  if (now.toISOString() < authorization.expiresAt) return authorization
  if (authorization.status === 'authorized' && authorization.capturedMinor < authorization.amountMinor)
    return { ...authorization, status: 'expired' }
  if (authorization.status !== 'action-required') return authorization
  const { actionUrl: _______, ...answered } = authorization
  return { ...answered, status: 'declined', declineCode: 'abandoned' }
}

/** A payment page as it stands now, with the authorisation that it led to. */
export function findPaymentPage(state: BankState, id: string, now: Date): PaymentPage | undefined {
  const held = state.pages.get(id)
  if (!held) return undefined
  const { returnUrl: _, locale: __, authorizationId, ...page } = held satisfies HeldPage
  return authorizationId ? { ...page, authorization: findAuthorization(state, authorizationId, now) } : page
}

function answerAuthorization(
  card: KnownCard,
  asked: {
    amountMinor: number
    currency: string
    reference: string
    asker: Asker
    mayAsk: boolean
    publicPath: string
  },
  moment: Moment,
): Authorization {
  const id = moment.newId('auth')
  const first = firstAnswerOf(card.behaviour, asked.asker)
  const isQuestion = first === 'challenge' && asked.mayAsk
  const lifetimeMs = isQuestion ? challengeLifetimeMs : authorizationLifetimeMs
  const { brand, last4, expMonth, expYear } = card
  return {
    id,
    ...(first !== 'challenge'
      ? first
      : isQuestion
        ? { status: 'action-required', actionUrl: `${asked.publicPath}/challenge/${id}` }
        : { status: 'declined', declineCode: 'authentication-required' }),
    amountMinor: asked.amountMinor,
    currency: asked.currency,
    reference: asked.reference,
    card: { brand, last4, expMonth, expYear },
    authorizedAt: moment.now.toISOString(),
    expiresAt: new Date(moment.now.getTime() + lifetimeMs).toISOString(),
    capturedMinor: 0,
    refundedMinor: 0,
  }
}

/** What was decided under this key before: the same again, or a refusal of another request. */
export function askedBefore(state: BankState, key: string, request: string): Decision | undefined {
  const operation = state.operations.get(key)
  if (!operation) return undefined
  if (operation.request === request) return { kind: 'replay', operation }
  return refuse(422, 'key-used-for-another-request', 'This idempotency key was used for another request.')
}

function refuseClosed(authorization: Authorization): Refusal {
  return refuse(409, `authorization-${authorization.status}`, `This authorisation is ${authorization.status}.`)
}

/** The bank says no, and does nothing. */
export function refuse(status: number, code: string, detail: string): Refusal {
  return { kind: 'refused', status, code, detail }
}

/** A request in the form that compares. */
export function requestText(name: OperationName, parts: (string | number)[]): string {
  return JSON.stringify([name, ...parts])
}
