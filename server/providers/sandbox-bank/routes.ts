import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type Body, createToken, postOperation, readResource } from './api-calls.ts'
import { fieldsPage, fieldsPagePolicy } from './fields-page.ts'
import { html, problem, type Reply, readBody, send } from './http-exchange.ts'
import { insidePage, insidePagePolicy } from './inside-page.ts'
import type { OpenBank } from './open-bank.ts'
import { type PageScheme, readLocale } from './page-look.ts'
import { answerPayPage } from './pay-page-calls.ts'

export type BankServerOptions = {
  bank: OpenBank
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
    send(response, reply)
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

function routes({ bank, secret, publicPath }: BankServerOptions): (call: Call) => Promise<Reply> {
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
      return answerShop(bank, call, publicPath)
    }
    if (path === publicPath || path.startsWith(`${publicPath}/`)) {
      return answerBrowser(bank, call, { publicPath, path: path.slice(publicPath.length) })
    }
    return problem(404, 'not-found', 'The bank knows nothing of this.')
  }
}

async function answerShop(bank: OpenBank, call: Call, publicPath: string): Promise<Reply> {
  const segments = readSegments(call.path)
  if (!segments) return problem(404, 'not-found', 'The bank knows nothing of this.')
  if (call.method === 'GET') return readResource(bank, segments, call.query)
  if (call.method !== 'POST') return problem(405, 'method-not-allowed', 'Only GET and POST are known here.')
  const key = call.request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    return problem(400, 'key-missing', 'Send an Idempotency-Key of 1 to 200 visible ASCII characters.')
  }
  const body = await readJson(call.request)
  return body ? postOperation(bank, { segments, key, body, publicPath }) : bodyNotValid
}

async function answerBrowser(bank: OpenBank, call: Call, at: { publicPath: string; path: string }): Promise<Reply> {
  const [, section, pageId, action] = at.path.split('/')
  if (call.method === 'GET' && (at.path === '' || at.path === '/')) {
    await bank.settled()
    return html(200, insidePage(bank.state, bank.now()), insidePagePolicy())
  }
  if (call.method === 'GET' && at.path === '/fields') return answerFields(call.query, at.publicPath)
  if (section === 'pay' && pageId && (call.method === 'GET' || call.method === 'POST')) {
    const isPost = call.method === 'POST'
    const form = isPost ? new URLSearchParams((await readBody(call.request)) ?? '') : undefined
    return answerPayPage(bank, { pageId, action, form })
  }
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
