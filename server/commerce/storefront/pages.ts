import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Shop } from '../../platform/context.ts'
import { type Http, inProcessMark } from '../../platform/http.ts'
import { httpErrors } from '../../platform/problem.ts'
import { currentStore } from '../stores/index.ts'
import { codeCookie, codeInLink } from './code-in-link.ts'
import { bodyFor, encode, encodingFor, isFresh, type KeptPage, pageCache, withCartCount } from './page-cache.ts'

/** What a page is given: where it is, in which language, and how to ask the API without leaving the process. */
export type PageLocals = {
  locale: string
  /** '' for the shop's own language, '/de' for another. */
  prefix: string
  /** The path without the language in front of it. */
  path: string
  /** Asks the shop's own API inside the process, with the visitor's address and cookies. */
  fetch: (request: Request) => Promise<Response>
  /** Says that this page is the same for every visitor, and what it was made from: product ids, or 'list'. */
  shareWith: (...madeFrom: string[]) => void
  requestId: string
}

/** The built web: renders a page for a request. */
export type PageServer = {
  render(request: Request, locals: PageLocals): Promise<Response>
  /** The folder with the built scripts and styles. */
  clientFolder: string
}

/** Serves the pages, their scripts and styles, and the pictures, on every address that is not the API's. */
export async function servePages(http: Http, ctx: Shop, web: PageServer): Promise<void> {
  await http.register(fastifyStatic, {
    root: web.clientFolder,
    prefix: '/',
    wildcard: false,
    preCompressed: true,
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name; the few others (icons, manifest) may change with a release.
      const forEver = path.includes('/_astro/')
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
  await http.register(async (pages) => {
    // Pages read their forms themselves.
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    pages.route({
      method: ['GET', 'POST'],
      url: '/*',
      schema: { hide: true },
      handler: (request, reply) => {
        // Programs that ask for what is not there are answered as programs.
        if (request.url.startsWith('/api/')) throw httpErrors.notFound()
        return answerPage({ http, ctx, web, request, reply })
      },
    })
  })
}

type Asked = { http: Http; ctx: Shop; web: PageServer; request: FastifyRequest; reply: FastifyReply }

async function answerPage(asked: Asked): Promise<FastifyReply> {
  const { ctx, request, reply } = asked
  const link = request.method === 'GET' ? codeInLink(request.url) : undefined
  if (link)
    return reply
      .setCookie(codeCookie, link.code, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 30 * 86_400 })
      .header('cache-control', 'no-store')
      .redirect(link.onward, 303)
  const cache = pageCache(ctx)
  const madeAt = cache.generation()
  const key = request.url
  const visitor = { acceptEncoding: String(request.headers['accept-encoding'] ?? ''), cartCount: cartCountOf(request) }
  const kept = request.method === 'GET' ? cache.get(key) : undefined
  if (kept && isFresh(kept, ctx.clock.now())) return sendKept(reply, request, kept, visitor)
  const shared: string[] = []
  const address = await splitAddress(ctx, request.url)
  const response = await asked.web.render(webRequest(asked, address), localsFor(asked, address, shared))
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('text/html')) return sendOther(reply, response)
  const html = await response.text()
  const headers = headersOf(response)
  const mayKeep = request.method === 'GET' && response.status === 200 && shared.length > 0
  if (mayKeep && response.headers.getSetCookie().length === 0) {
    const page: KeptPage = { html, headers, madeAt: ctx.clock.now().getTime(), bodies: new Map() }
    cache.set(key, page, { tags: shared, bytes: html.length * 3, madeAt })
    return sendKept(reply, request, page, visitor)
  }
  const encoding = encodingFor(visitor.acceptEncoding)
  const { body } = await encode(withCartCount(html, cartCountAfter(response, visitor.cartCount)), encoding)
  // "no-cache" asks again each time but keeps the page for the back button, which "no-store" would empty.
  reply
    .code(response.status)
    .headers(headers)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-encoding')
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(body)
}

async function sendKept(
  reply: FastifyReply,
  request: FastifyRequest,
  page: KeptPage,
  visitor: { acceptEncoding: string; cartCount: number },
): Promise<FastifyReply> {
  const { body, etag } = await bodyFor(page, visitor)
  const encoding = encodingFor(visitor.acceptEncoding)
  reply
    .headers(page.headers)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-encoding')
    .header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(body)
}

async function sendOther(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).headers(headersOf(response))
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (!response.headers.has('cache-control')) reply.header('cache-control', 'no-store')
  return reply.send(Buffer.from(await response.arrayBuffer()))
}

function headersOf(response: Response): Record<string, string> {
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name !== 'set-cookie' && name !== 'content-length'),
  )
  if (headers['content-type'] === 'text/html') headers['content-type'] = 'text/html; charset=utf-8'
  return headers
}

/** The number on the cart, as the shop's own cookie says it: for show only, the cart itself is asked where it matters. */
function cartCountOf(request: FastifyRequest): number {
  const count = Number(request.cookies.cart_count ?? 0)
  return Number.isInteger(count) && count > 0 && count < 100_000 ? count : 0
}

function cartCountAfter(response: Response, before: number): number {
  for (const cookie of response.headers.getSetCookie()) {
    const match = /^cart_count=(\d+)/.exec(cookie)
    if (match) return Number(match[1])
  }
  return before
}

function webRequest({ ctx, request }: Asked, split: Address): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const { path, search } = split
  const body = request.method === 'POST' && Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined
  return new Request(new URL(path + search, ctx.config.baseUrl), {
    method: request.method,
    headers,
    ...(body ? { body } : {}),
  })
}

type Address = { locale: string; prefix: string; path: string; search: string }

/** Takes the language off the front of an address: the shop's own has none, the others theirs ("/de/cart"). */
async function splitAddress(ctx: Shop, url: string): Promise<Address> {
  const store = await currentStore(ctx).catch(() => ({ defaultLocale: 'en', locales: ['en'] }))
  const [full = '/'] = url.split('?', 1)
  const search = url.slice(full.length)
  const first = full.split('/', 2)[1] ?? ''
  const other = store.locales.find((locale) => locale === first && locale !== store.defaultLocale)
  if (other === undefined) return { locale: store.defaultLocale, prefix: '', path: full, search }
  return { locale: other, prefix: `/${other}`, path: full.slice(other.length + 1) || '/', search }
}

function localsFor({ http, request }: Asked, { locale, prefix, path }: Address, shared: string[]): PageLocals {
  return {
    locale,
    prefix,
    path,
    requestId: request.id,
    shareWith: (...madeFrom) => shared.push(...madeFrom),
    async fetch(asked) {
      const url = new URL(asked.url)
      const answer = await http.inject({
        method: asked.method as 'GET',
        url: url.pathname + url.search,
        remoteAddress: request.ip,
        headers: {
          ...Object.fromEntries(asked.headers),
          ...(request.headers.cookie ? { cookie: request.headers.cookie, 'sec-fetch-site': 'same-origin' } : {}),
          'user-agent': request.headers['user-agent'] ?? '',
          'x-in-process': inProcessMark,
        },
        ...(asked.body ? { payload: Buffer.from(await asked.arrayBuffer()) } : {}),
      })
      const headers = new Headers()
      for (const [name, value] of Object.entries(answer.headers)) {
        if (Array.isArray(value)) for (const one of value) headers.append(name, one)
        else if (value !== undefined) headers.set(name, String(value))
      }
      const empty = answer.statusCode === 204 || answer.statusCode === 304
      return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers })
    },
  }
}
