import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Body, createToken, placeOf, postOperation, readResource } from './api-calls.ts'
import { controlBank } from './bank-controls.ts'
import { answerChallengePage } from './challenge-calls.ts'
import { type Fault, faultOfHeader, meetFault } from './faults.ts'
import { fieldsPage, fieldsPagePolicy } from './fields-page.ts'
import { html, problem, type Reply, readBody, send } from './http-exchange.ts'
import { answerInside } from './inside-calls.ts'
import { keepCall, type OpenBank } from './open-bank.ts'
import { type PageScheme, readLocale } from './page-look.ts'
import { answerPayPage } from './pay-page-calls.ts'
import type { WebhookSender } from './webhook-sender.ts'

export type BankServerOptions = {
  bank: OpenBank
  sender: WebhookSender
  secret: string
  publicPath: string
  onFault: (error: unknown) => void
}

type Call = { method: string; path: string; query: URLSearchParams; request: IncomingMessage }

/** The bank on HTTP: the API under `/v1` for the shop's server, the pages under the public path for browsers. */
export function createBankServer(options: BankServerOptions): Server {
  const answer = routes(options)
  const server = createServer(async (request, response) => {
    const reply = await answer(callOf(request)).catch((error: unknown) => {
      options.onFault(error)
      return problem(500, 'fault', 'Something went wrong inside the bank.')
    })
    // While the bank is closing, each connection is let go after the answer it waits for.
    if (!server.listening) response.shouldKeepAlive = false
    // A fault: the bank has done what it was asked, and its word gets lost on the way.
    if (reply === 'lost') request.socket.destroy()
    else send(response, reply)
  })
  // Longer than any client keeps an idle connection, so that it is the client who lets go and no request is cut.
  server.keepAliveTimeout = 75_000
  return server
}

const noQuery = new URLSearchParams()

function callOf(request: IncomingMessage): Call {
  const [path = '/', query] = (request.url ?? '/').split('?', 2)
  const search = query === undefined ? noQuery : new URLSearchParams(query)
  return { method: request.method ?? 'GET', path, query: search, request }
}

type Answer = Reply | 'lost'

function routes(options: BankServerOptions): (call: Call) => Promise<Answer> {
  const { bank, secret, publicPath } = options
  const isShop = bearerCheck(secret)
  const tokenPaths = ['/v1/tokens', `${publicPath}/v1/tokens`]
  return async (call) => {
    const { method, path } = call
    if (method === 'POST' && tokenPaths.includes(path)) {
      const body = await readJson(call.request)
      return body ? createToken(bank, body) : bodyNotValid
    }
    if (path.startsWith('/v1/')) {
      if (!isShop(call.request.headers.authorization)) {
        return problem(401, 'unauthorized', 'The bank does not know this secret.')
      }
      return answerShop(options, call)
    }
    if (path === publicPath || path.startsWith(`${publicPath}/`)) {
      return answerBrowser(options, call, path.slice(publicPath.length))
    }
    return problem(404, 'not-found', 'The bank knows nothing of this.')
  }
}

async function answerShop(options: BankServerOptions, call: Call): Promise<Answer> {
  const { bank, publicPath } = options
  const { method } = call
  const segments = readSegments(call.path)
  if (!segments) return problem(404, 'not-found', 'The bank knows nothing of this.')
  if (method !== 'GET' && method !== 'POST')
    return problem(405, 'method-not-allowed', 'Only GET and POST are known here.')
  const body = method === 'POST' ? await readJson(call.request) : {}
  if (!body) return bodyNotValid
  const controlled = controlBank(options, { method, segments, query: call.query, body })
  if (controlled) return controlled
  const { 'idempotency-key': key, 'sandbox-fault': header } = call.request.headers
  return withFaults(bank, { method, path: call.path, segments, key, header }, async () => {
    if (method === 'GET') return readResource(bank, segments, call.query)
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      return problem(400, 'key-missing', 'Send an Idempotency-Key of 1 to 200 visible ASCII characters.')
    }
    return postOperation(bank, { segments, key, body, publicPath })
  })
}

/** Answers a call of the shop as the faults of the day will have it, and keeps it in mind for the page. */
async function withFaults(
  bank: OpenBank,
  call: { method: string; path: string; segments: string[]; key: unknown; header: unknown },
  work: () => Promise<Reply>,
): Promise<Answer> {
  const place = placeOf(call.method, call.segments)
  const began = performance.now()
  const at = bank.now().toISOString()
  const key = typeof call.key === 'string' ? call.key : ''
  const fault = faultFor(bank, { place, salt: key || call.path, header: call.header })
  let reply: Reply
  if (fault?.kind === 'error-before') reply = brokenBank
  else {
    reply = await work()
    if (fault?.kind === 'delay') await wait(fault.ms)
    if (fault?.kind === 'error-after') reply = brokenBank
  }
  const isLost = fault?.kind === 'lost-answer'
  if (call.segments[0] !== 'log') {
    const status = isLost ? 0 : reply.status
    const ms = Math.round(performance.now() - began)
    keepCall(bank, { at, operation: place, path: call.path, key, status, ms, fault: fault?.kind ?? '' })
  }
  return isLost ? 'lost' : reply
}

function faultFor(
  bank: OpenBank,
  of: { place: ReturnType<typeof placeOf>; salt: string; header: unknown },
): Fault | undefined {
  const named = typeof of.header === 'string' ? faultOfHeader(of.header) : undefined
  if (named || bank.state.faults.size === 0) return named
  const met = meetFault(bank.state, { place: of.place, salt: `${of.salt} ${bank.state.recordCount}` })
  if (met) bank.note(met.record)
  return met?.fault
}

const brokenBank = problem(500, 'fault', 'Something went wrong inside the bank.')

async function answerBrowser(options: BankServerOptions, call: Call, path: string): Promise<Reply> {
  const { bank, publicPath } = options
  const [, section, id, action] = path.split('/')
  const isPost = call.method === 'POST'
  if (!isPost && call.method !== 'GET') return problem(405, 'method-not-allowed', 'Only GET and POST are known here.')
  if (!isPost && path === '/fields') return answerFields(call.query, publicPath)
  // A form of another site must not press a button here.
  if (isPost && call.request.headers['sec-fetch-site'] === 'cross-site')
    return problem(403, 'foreign-origin', 'This request came from another site.')
  const form = isPost ? new URLSearchParams((await readBody(call.request)) ?? '') : undefined
  if (section === 'pay' && id)
    return answerPayPage(bank, { pageId: id, action, form, publicPath, failed: call.query.get('failed') })
  if (section === 'challenge' && id && action === undefined)
    return answerChallengePage(bank, { authorizationId: id, form, query: call.query })
  if (section === undefined || section === '' || section === 'inside')
    return answerInside(options, { publicPath, view: id ?? '', item: action, form, query: call.query })
  return problem(404, 'not-found', 'The bank knows nothing of this.')
}

function answerFields(query: URLSearchParams, publicPath: string): Reply {
  const asked = query.get('origin') ?? ''
  const origin = /^https?:\/\//.test(asked) && URL.canParse(asked) ? new URL(asked).origin : undefined
  if (!origin) return problem(422, 'field-not-valid', 'origin is the origin of the page around the frame.')
  const askedScheme = query.get('scheme')
  const scheme: PageScheme = askedScheme === 'light' || askedScheme === 'dark' ? askedScheme : 'light dark'
  const locale = readLocale(query.get('locale'))
  const page = fieldsPage({ origin, locale, scheme, tokensUrl: `${publicPath}/v1/tokens` })
  return html(200, page, fieldsPagePolicy(origin))
}

const bodyNotValid = problem(400, 'body-not-valid', 'The body is a JSON object of at most 64 kB.')

async function readJson(request: IncomingMessage): Promise<Body | undefined> {
  const text = await readBody(request)
  if (text === undefined) return undefined
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined
  } catch {
    return undefined
  }
}

function readSegments(path: string): string[] | undefined {
  try {
    return path.slice('/v1/'.length).split('/').map(decodeURIComponent)
  } catch {
    return undefined
  }
}

function bearerCheck(secret: string): (header: string | undefined) => boolean {
  const expected = Buffer.from(`Bearer ${secret}`)
  return (header) => {
    const given = Buffer.from(header ?? '')
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
