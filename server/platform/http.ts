import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Ajv, type Options } from 'ajv'
import formats from 'ajv-formats'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify'
import { watchDoor } from './close-gently.ts'
import type { Shop } from './context.ts'
import { withDatabaseBudget } from './database-budget.ts'
import { replayIdempotentRequests } from './idempotency.ts'
import { answerError, answerNotFound, httpErrors } from './problem.ts'
import { refuseForeignOrigins } from './same-origin.ts'

/** The shop's HTTP server, its schemas typed by TypeBox. */
export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** A module's routes: registered under /api, with the open shop at hand. */
export type Routes = (http: Http, ctx: Shop) => void | Promise<void>

const bodyLimitBytes = 256 * 1024
/** No visitor waits longer than ten seconds for a database that has fallen silent. */
const databaseMsMax = 8000

/** Makes the server: validation, security headers, limits, origin checks and error answers, but no routes yet. */
export async function buildHttp(ctx: Shop): Promise<Http> {
  const headers = await securityHeaders(ctx)
  const http = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    // One line for each answer, written below, instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: ctx.config.trustProxy,
    bodyLimit: bodyLimitBytes,
    // A request that trickles in is cut; nobody types a form for half a minute inside one request.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    return503OnClosing: false,
    // An address that is no text (`%ff`) is answered before any hook runs.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(headers) as never),
  }).withTypeProvider<TypeBoxTypeProvider>()
  noteRoutes(http)
  useStrictValidation(http)
  await http.register(cookie)
  await http.register(rateLimit, {
    global: ctx.config.writesPerMinuteMax > 0,
    max: ctx.config.writesPerMinuteMax || 1,
    timeWindow: '1 minute',
    allowList: (request) => request.method === 'GET' || request.method === 'HEAD' || isInProcess(request.headers),
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Error(`Too many requests. Try again in ${Math.ceil(context.ttl / 1000)} seconds.`), {
        statusCode: 429,
      }),
  })
  await describeApi(http)
  watchDoor(http)
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  })
  http.addHook('onRequest', refuseForeignOrigins(ctx.config.baseUrl))
  http.addHook('onRequest', (request, _reply, done) => {
    // No text of ours holds this letter, and a list that is sent as it is read would break off at it.
    done(
      request.url.includes('%00') ? httpErrors.badRequest({ reason: 'the address holds a NUL character' }) : undefined,
    )
  })
  // Here and not at the start: reading a body leaves the context that a hook began before it.
  http.addHook('preValidation', (_request, _reply, done) => withDatabaseBudget(databaseMsMax, done))
  replayIdempotentRequests(http, ctx)
  logAnswers(http, ctx)
  http.setErrorHandler(answerError)
  http.setNotFoundHandler(answerNotFound)
  return http
}

/** One address of the server, as its router knows it: `/api/orders/:orderId`. */
export type KnownRoute = { method: string; url: string; isHidden: boolean }

const routesKnown = new WeakMap<object, KnownRoute[]>()

/** Every route that the server has, from its router itself. HEAD is left out: it follows GET everywhere. */
export function routesOf(http: Http): readonly KnownRoute[] {
  return routesKnown.get(http) ?? []
}

function noteRoutes(http: Http): void {
  const routes: KnownRoute[] = []
  routesKnown.set(http, routes)
  http.addHook('onRoute', ({ method, url, schema }) => {
    const isHidden = (schema as { hide?: boolean } | undefined)?.hide === true
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url, isHidden })
  })
}

/** What helmet sends with every answer. It never changes, so helmet is asked once and not for each request. */
async function securityHeaders(ctx: Shop): Promise<Record<string, string>> {
  const asked = Fastify()
  await asked.register(helmet, {
    // Pages bring a policy of their own, with the hashes of their scripts; all other answers may load nothing.
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
    strictTransportSecurity: ctx.config.baseUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  const { headers } = await asked.inject('/')
  await asked.close()
  const ofTheAnswer = ['content-type', 'content-length', 'connection', 'date']
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (ofTheAnswer.includes(name) ? [] : [[name, String(value)]])),
  )
}

async function describeApi(http: Http): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Barrow API',
        version: '1',
        description: 'The whole shop over HTTP. Amounts are integers in the minor unit of their currency.',
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`) },
  })
}

function logAnswers(http: Http, ctx: Shop): void {
  // Nothing in these lines has to be cut out, and looking for it took longer than writing them.
  const log = ctx.log.child({}, { redact: [] })
  http.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'info'
    log[level](
      {
        reqId: request.id,
        method: request.method,
        // The path alone: a query may hold the key of somebody's order.
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
    done()
  })
}

/** True for calls that the shop's own pages make inside the process; their visitor was already counted. */
export function isInProcess(headers: Record<string, unknown>): boolean {
  return headers['x-in-process'] === inProcessMark
}

/** Known to this process alone, so that nobody outside can claim to be inside. */
export const inProcessMark = randomUUID()

/** JSON bodies mean what they say ("1" is no number); only what arrives in an address is read as the type it should be. */
function useStrictValidation(http: Http): void {
  const shared: Options = { allErrors: false, strict: false, useDefaults: true }
  const body = new Ajv({ ...shared, coerceTypes: false })
  const address = new Ajv({ ...shared, coerceTypes: 'array', removeAdditional: true })
  formats.default(body)
  formats.default(address)
  http.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? body : address).compile(schema as Record<string, unknown>),
  )
}
