import { findByKey } from './ask-by-key.ts'
import {
  decideAuthorization,
  decideCapture,
  decidePageCancel,
  decidePaymentPage,
  decideRefund,
  decideVoid,
  findAuthorization,
  findPaymentPage,
  type Refusal,
} from './bank.ts'
import { readCardEntry } from './card-entry.ts'
import { decideChallengeCancel } from './decide-challenge.ts'
import { type DisputeReason, decideDispute, decideDisputeEnd, disputeReasons } from './decide-dispute.ts'
import type { FaultPlace } from './faults.ts'
import { json, problem, type Reply } from './http-exchange.ts'
import type { Answered, OpenBank } from './open-bank.ts'
import { historyOf } from './payment-history.ts'
import type { Asker } from './test-cards.ts'

export type Body = Record<string, unknown>

const amountMinorMax = 1_000_000_000_000
const logLinesMax = 10_000

/** Turns a card into a token. Open to the shopper's browser: the shop's server never sees the card. */
export async function createToken(bank: OpenBank, body: Body): Promise<Reply> {
  const entry = readCardEntry(body, bank.now())
  if ('errors' in entry)
    return problem(422, 'card-not-valid', 'The card details are not right.', { errors: entry.errors })
  return json(201, JSON.stringify(await bank.keepCard(entry.card)))
}

/** A POST of the shop's server: `segments` are the parts of the path after `/v1/`. */
export async function postOperation(
  bank: OpenBank,
  call: { segments: string[]; key: string; body: Body; publicPath: string },
): Promise<Reply> {
  const { key, body } = call
  const [collection, id = '', action] = call.segments
  const wish = readWish(body)
  const needs = neededFields(call.segments)
  if (!needs) return notFound
  const wrong = needs.find((field) => wish[field] === undefined)
  if (wrong) return problem(422, 'field-not-valid', `The field ${wrong} is missing or not valid.`, { field: wrong })
  const { amountMinor = 0, currency = '', reference = '', token = '', returnUrl, locale = 'en' } = wish
  const { publicPath } = call

  const answer = await bank.perform((state, moment) => {
    if (action === 'captures') return decideCapture(state, { authorizationId: id, amountMinor, key }, moment)
    if (action === 'voids') return decideVoid(state, { authorizationId: id, key }, moment)
    if (action === 'refunds') return decideRefund(state, { captureId: id, amountMinor, key }, moment)
    if (action === 'disputes')
      return decideDispute(state, { captureId: id, reason: wish.reason ?? 'fraudulent', key }, moment)
    if (action === 'close')
      return decideDisputeEnd(state, { disputeId: id, outcome: wish.outcome ?? 'lost', key }, moment)
    if (action === 'cancel' && collection === 'authorizations')
      return decideChallengeCancel(state, { authorizationId: id, key }, moment)
    if (action === 'cancel') return decidePageCancel(state, { pageId: id, key }, moment)
    const asked = { amountMinor, currency, reference, locale, key, publicPath }
    if (collection === 'authorizations')
      return decideAuthorization(state, { ...asked, token, asker: wish.asker ?? 'shopper', returnUrl }, moment)
    return decidePaymentPage(state, { ...asked, returnUrl: returnUrl ?? '' }, moment)
  })
  return replyOf(answer)
}

/** A GET of the shop's server. */
export async function readResource(bank: OpenBank, segments: string[], query: URLSearchParams): Promise<Reply> {
  await bank.settled()
  const [collection, id = '', key] = segments
  if (collection === 'log' && segments.length === 1) return readLog(bank, query)
  const now = bank.now()
  if (segments.length === 3 && id === 'by-key' && key) return readByKey(bank, collection ?? '', key, now)
  if (segments.length === 3 && collection === 'authorizations' && key === 'history') {
    const history = historyOf(bank.state, id, now)
    return history ? json(200, JSON.stringify(history)) : notFound
  }
  if (segments.length !== 2) return notFound
  const found =
    collection === 'authorizations'
      ? findAuthorization(bank.state, id, now)
      : collection === 'captures'
        ? bank.state.captures.get(id)
        : collection === 'refunds'
          ? bank.state.refunds.get(id)
          : collection === 'payment-pages'
            ? findPaymentPage(bank.state, id, now)
            : collection === 'disputes'
              ? bank.state.disputes.get(id)
              : undefined
  return found ? json(200, JSON.stringify(found)) : notFound
}

const notFound = problem(404, 'not-found', 'The bank knows nothing of this.')

const operationsByCollection: Record<string, string[]> = {
  authorizations: ['authorize'],
  captures: ['capture'],
  voids: ['void'],
  refunds: ['refund'],
  'payment-pages': ['create-payment-page', 'cancel-payment-page'],
  disputes: ['open-dispute', 'close-dispute'],
}

/** `/v1/operations/by-key/{key}` tells what kind it was; `/v1/authorizations/by-key/{key}` and its like tell the thing itself. */
function readByKey(bank: OpenBank, collection: string, key: string, now: Date): Reply {
  const found = findByKey(bank.state, key, now)
  if (!found) return notFound
  if (collection === 'operations') return json(200, JSON.stringify(found))
  if (!operationsByCollection[collection]?.includes(found.operation)) return notFound
  return json(200, JSON.stringify(found.result))
}

/** JSON Lines, one record a line, at most 10,000 at a time: ask again with the `n` of the last one. */
async function readLog(bank: OpenBank, query: URLSearchParams): Promise<Reply> {
  const after = Number(query.get('after') ?? 0)
  if (!Number.isSafeInteger(after) || after < 0) return problem(422, 'field-not-valid', 'after is a record number.')
  return { status: 200, type: 'application/jsonl', body: await bank.readLog(after, logLinesMax) }
}

function replyOf(answer: Answered | Refusal): Reply {
  if (answer.kind === 'refused') return problem(answer.status, answer.code, answer.detail)
  return json(201, answer.body, answer.replayed ? { 'idempotent-replayed': 'true' } : undefined)
}

type Wish = {
  amountMinor?: number
  currency?: string
  reference?: string
  token?: string
  returnUrl?: string
  locale?: string
  asker?: Asker
  reason?: DisputeReason
  outcome?: 'won' | 'lost'
}

function neededFields(segments: string[]): (keyof Wish)[] | undefined {
  const [collection, , action] = segments
  if (segments.length === 1) {
    if (collection === 'authorizations') return ['token', 'amountMinor', 'currency', 'reference']
    if (collection === 'payment-pages') return ['amountMinor', 'currency', 'reference', 'returnUrl']
  }
  if (segments.length !== 3) return undefined
  if (collection === 'authorizations' && action === 'captures') return ['amountMinor']
  if (collection === 'authorizations' && action === 'voids') return []
  if (collection === 'captures' && action === 'refunds') return ['amountMinor']
  if (collection === 'captures' && action === 'disputes') return ['reason']
  if (collection === 'disputes' && action === 'close') return ['outcome']
  const canBeCanceled = collection === 'payment-pages' || collection === 'authorizations'
  return canBeCanceled && action === 'cancel' ? [] : undefined
}

/** What the path asks for, as faults name the places they happen in. */
export function placeOf(method: string, segments: string[]): FaultPlace {
  if (method === 'GET') return 'ask'
  const [collection, , action] = segments
  if (action === 'captures') return 'capture'
  if (action === 'voids') return 'void'
  if (action === 'refunds') return 'refund'
  if (action === 'cancel') return collection === 'authorizations' ? 'cancel-challenge' : 'cancel-payment-page'
  if (action !== undefined) return 'any'
  return collection === 'authorizations' ? 'authorize' : 'create-payment-page'
}

function readWish(body: Body): Wish {
  const { amountMinor, currency, reference, token, returnUrl, locale, reason, outcome } = body
  const demand = body.challenge === true ? ('shopper-to-be-challenged' as const) : undefined
  const isAmount =
    Number.isSafeInteger(amountMinor) && Number(amountMinor) >= 1 && Number(amountMinor) <= amountMinorMax
  return {
    amountMinor: isAmount ? Number(amountMinor) : undefined,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    reference: shortText(reference, 200),
    token: shortText(token, 100),
    returnUrl: isReturnUrl(returnUrl) ? returnUrl : undefined,
    locale: shortText(locale, 35),
    asker: body.initiator === 'shop' ? 'shop' : demand,
    reason: disputeReasons.find((each) => each === (reason ?? 'fraudulent')),
    outcome: outcome === 'won' || outcome === 'lost' ? outcome : undefined,
  }
}

function shortText(value: unknown, lengthMax: number): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= lengthMax ? value : undefined
}

/** An address on http or https, or a path of the site that shows the bank's pages. */
function isReturnUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 2000 || /[\s\\]/.test(value)) return false
  return /^\/(?!\/)/.test(value) || (/^https?:\/\//.test(value) && URL.canParse(value))
}
