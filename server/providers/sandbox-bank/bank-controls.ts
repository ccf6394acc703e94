import { randomUUID } from 'node:crypto'
import { findAuthorization } from './bank.ts'
import { type Fault, faultDefaults, faultKinds, faultPlaces } from './faults.ts'
import { json, problem, type Reply } from './http-exchange.ts'
import type { OpenBank } from './open-bank.ts'
import type { Outgoing } from './outbox.ts'
import { payoutFile, payoutsOf } from './payouts.ts'
import type { WebhookSender } from './webhook-sender.ts'

type Asked = Readonly<Record<string, unknown>>

/**
 * What a real bank has no button for, or keeps behind its own desk: faults, the clock, webhooks sent again, an
 * authorisation that ends early; and the payout files. Undefined when the path is none of these.
 */
export function controlBank(
  at: { bank: OpenBank; sender: WebhookSender },
  call: { method: string; segments: string[]; query: URLSearchParams; body: Asked },
): Reply | Promise<Reply> | undefined {
  const { bank } = at
  const path = `${call.method} ${call.segments.map((segment, place) => (place % 2 === 0 ? segment : '*')).join('/')}`
  const [, id = '', currency = ''] = call.segments
  if (path === 'GET faults') return json(200, JSON.stringify({ items: [...bank.state.faults.values()] }))
  if (path === 'POST faults') return setFault(bank, call.body)
  if (path === 'POST faults/*') return clearFaults(bank, id)
  if (path === 'POST webhook-address') return setWebhookAddress(bank, call.body)
  if (path === 'GET webhooks') return listWebhooks(bank, call.query)
  if (path === 'POST webhooks/*/send') return sendWebhook(at, Number(id), call.body)
  if (path === 'POST clock') return moveClock(bank, call.body)
  if (path === 'POST authorizations/*/expire') return expire(bank, id)
  if (path === 'GET payouts') return json(200, JSON.stringify({ items: payoutsOf(bank.state, bank.now()) }))
  if (path === 'GET payouts/*/*' || call.segments[0] === 'payouts') return payout(bank, { date: id, currency })
  return undefined
}

/** Makes something go wrong from now on. */
export async function setFault(bank: OpenBank, asked: Asked): Promise<Reply> {
  const kind = faultKinds.find((each) => each === asked.kind)
  const place = faultPlaces.find((each) => each === (asked.place ?? faultDefaults.place))
  if (!kind || !place) return problem(422, 'field-not-valid', 'kind or place is not one of those that there are.')
  const within = (value: unknown, otherwise: number, max: number) =>
    Number.isFinite(Number(value)) && value !== undefined && value !== '' && value !== null
      ? Math.min(max, Math.max(0, Number(value)))
      : otherwise
  const times = asked.timesMax === undefined || asked.timesMax === '' || asked.timesMax === null
  const fault: Fault = {
    id: `fault_${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    kind,
    place,
    percent: within(asked.percent, faultDefaults.percent, 100),
    timesMax: times ? null : within(asked.timesMax, 1, 1_000_000),
    ms: within(asked.ms, faultDefaults.ms, 600_000),
  }
  bank.note({ type: 'fault.set', fault })
  await bank.settled()
  return json(201, JSON.stringify(fault))
}

/** Ends a fault, or all of them (`clear`). */
export async function clearFaults(bank: OpenBank, id: string): Promise<Reply> {
  const ids = id === 'clear' ? [...bank.state.faults.keys()] : [id].filter((each) => bank.state.faults.has(each))
  for (const faultId of ids) bank.note({ type: 'fault.cleared', faultId })
  await bank.settled()
  return json(200, JSON.stringify({ cleared: ids.length }))
}

async function setWebhookAddress(bank: OpenBank, { url }: Asked): Promise<Reply> {
  if (typeof url !== 'string' || url.length > 500 || !/^http:\/\//.test(url) || !URL.canParse(url))
    return problem(422, 'field-not-valid', 'url is an address that starts with http://.')
  if (bank.state.webhookUrls[0] !== url) bank.note({ type: 'webhook-address.set', url })
  await bank.settled()
  return json(200, JSON.stringify({ url }))
}

function listWebhooks(bank: OpenBank, query: URLSearchParams): Reply {
  const reference = query.get('reference')
  const items = reference === null ? bank.outbox.newest(100) : bank.outbox.ofReference(reference)
  return json(200, JSON.stringify({ items: items.map((message) => shownMessage(bank, message)) }))
}

function shownMessage(bank: OpenBank, { n, type, reference, at, status, attempts, lastAnswer, body }: Outgoing) {
  return { id: bank.messageId(n), n, type, reference, at, status, attempts, lastAnswer, body: JSON.parse(body) }
}

async function sendWebhook(
  { bank, sender }: { bank: OpenBank; sender: WebhookSender },
  n: number,
  { copies }: Asked,
): Promise<Reply> {
  if (!bank.outbox.find(n)) return problem(404, 'not-found', 'The bank has no such message.')
  const count = Number.isSafeInteger(copies) ? Math.min(20, Math.max(1, Number(copies))) : 1
  return json(200, JSON.stringify({ answers: await sender.sendNow(n, count) }))
}

async function moveClock(bank: OpenBank, { aheadMs }: Asked): Promise<Reply> {
  if (!Number.isSafeInteger(aheadMs) || Math.abs(Number(aheadMs)) > 400 * 24 * 3600 * 1000)
    return problem(422, 'field-not-valid', 'aheadMs is a whole number of milliseconds, 400 days at most.')
  bank.note({ type: 'clock.moved', aheadMs: Number(aheadMs) })
  bank.letTimePass()
  await bank.settled()
  return json(200, JSON.stringify({ now: bank.now().toISOString() }))
}

/** Lets an authorisation end before its time. */
export async function expire(bank: OpenBank, authorizationId: string): Promise<Reply> {
  const authorization = findAuthorization(bank.state, authorizationId, bank.now())
  if (!authorization) return problem(404, 'unknown-authorization', 'The bank does not know this authorisation.')
  const amountMinor = authorization.amountMinor - authorization.capturedMinor
  if (authorization.status !== 'authorized' || amountMinor === 0)
    return problem(409, `authorization-${authorization.status}`, 'There is nothing left that could expire.')
  bank.note({ type: 'authorization.expired', authorizationId, amountMinor })
  await bank.settled()
  return json(200, JSON.stringify(findAuthorization(bank.state, authorizationId, bank.now())))
}

function payout(bank: OpenBank, of: { date: string; currency: string }): Reply {
  const found = payoutsOf(bank.state, bank.now()).find(
    ({ date, currency }) => date === of.date && currency === of.currency,
  )
  if (!found) return problem(404, 'not-found', 'There is no such payout.')
  return { status: 200, type: 'text/csv; charset=utf-8', body: payoutFile(found) }
}
