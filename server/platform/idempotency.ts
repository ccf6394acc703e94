import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { secondsLater } from './clock.ts'
import type { Shop } from './context.ts'
import { expectedErrors } from './errors.ts'
import { failpoint } from './failpoint.ts'
import type { Http } from './http.ts'
import { sql } from './sql.ts'

const errors = expectedErrors('idempotency', {
  stillRunning: { status: 409, say: 'The first request with this Idempotency-Key is still being worked on.' },
  otherRequest: { status: 422, say: 'This Idempotency-Key was used for another request. Use a new one.' },
  invalidKey: { status: 400, say: 'An Idempotency-Key has 1 to 200 visible characters.' },
})

const keptSeconds = 24 * 3600
/** A request holds its key for so long, and longer while it is worked on: after a crash the next one may take it up. */
const leaseSeconds = 10
const renewEveryMs = 3000

type Kept = { requestHash: string; status: 'running' | 'answered'; responseStatus: number; responseBody: string }
type Held = { scope: string; key: string }

/**
 * `Idempotency-Key` on any POST of the API: the same key and body within 24 hours gets the stored answer again
 * (`Idempotent-Replayed: true`), another body 422, a request still under way 409. Work that a crash or a fault
 * interrupted is done again, not answered with its error, and so is what was refused because of something that may
 * have passed (409); the operations behind are safe to repeat.
 */
export function replayIdempotentRequests(http: Http, ctx: Shop): void {
  const held = new Map<FastifyRequest, Held>()
  renewLeases(http, ctx, held)
  const claimKey = async (request: FastifyRequest, reply: FastifyReply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || request.method !== 'POST') return
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw errors.invalidKey()
    const claim = { scope: scopeOf(request), key, requestHash: hash(JSON.stringify(request.body ?? null)) }
    if (await take(ctx, claim)) {
      held.set(request, claim)
      return
    }
    return replay(ctx, claim, reply)
  }
  // After the route's own hooks: who is not let in gets nothing of what somebody else was answered.
  http.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/') || ![route.method].flat().includes('POST')) return
    route.preHandler = [...[route.preHandler ?? []].flat(), claimKey]
  })
  http.addHook('onSend', async (request, reply, payload) => {
    const mine = held.get(request)
    if (!mine) return payload
    held.delete(request)
    // What was done is said even when it cannot be kept: whoever does not hear it asks again, and it is found done.
    await settle(ctx, mine, { status: reply.statusCode, body: payload }).catch((error: unknown) =>
      ctx.log.warn({ err: error }, 'the answer to a key could not be kept'),
    )
    return payload
  })
}

async function settle(ctx: Shop, mine: Held, answer: { status: number; body: unknown }): Promise<void> {
  const { status, body } = answer
  if (status >= 500 || status === 409 || typeof body !== 'string') return void (await letGo(ctx, mine))
  failpoint('idempotency.before-keep')
  await keep(ctx, mine, { status, body })
  failpoint('idempotency.after-keep')
}

function renewLeases(http: Http, ctx: Shop, held: ReadonlyMap<FastifyRequest, Held>): void {
  const renewing = setInterval(() => {
    if (held.size === 0) return
    const now = ctx.clock.now()
    const mine = [...held.values()]
    ctx.database
      .run(sql`
        update idempotency_keys set locked_until = ${secondsLater(now, leaseSeconds)}
        where status = 'running' and (scope, key) in (
          select * from unnest(${mine.map(({ scope }) => scope)}::text[], ${mine.map(({ key }) => key)}::text[]))`)
      .catch((error) => ctx.log.warn({ err: error }, 'keys of requests under way could not be held longer'))
  }, renewEveryMs)
  renewing.unref()
  http.addHook('onClose', async () => clearInterval(renewing))
}

/** One person's key is nothing to another: the scope holds the address and a hash of what opens it for them. */
function scopeOf(request: FastifyRequest): string {
  const { cookie = '', authorization = '' } = request.headers
  // Of the cookies only who is signed in: others (what is in the cart, the language) change between two tries.
  const session = /(?:^|; *)((?:__Secure-)?barrow\.session_token=[^;]*)/.exec(cookie)?.[1]
  const secrets = [request.headers['x-cart-token'], request.headers['x-order-key'], session, authorization]
  return hash([request.method, request.url, ...secrets].join('\n'))
}

async function take(ctx: Shop, claim: Held & { requestHash: string }): Promise<boolean> {
  const now = ctx.clock.now()
  const taken = await ctx.database.run(sql`
    insert into idempotency_keys as known (scope, key, request_hash, status, locked_until, created_at)
    values (${claim.scope}, ${claim.key}, ${claim.requestHash}, 'running', ${secondsLater(now, leaseSeconds)}, ${now})
    on conflict (scope, key) do update set request_hash = excluded.request_hash, status = 'running',
      response_status = null, response_body = null, locked_until = excluded.locked_until, created_at = excluded.created_at
    where known.created_at < ${secondsLater(now, -keptSeconds)}
      or (known.status = 'running' and known.locked_until <= ${now} and known.request_hash = excluded.request_hash)`)
  return taken === 1
}

async function replay(ctx: Shop, claim: Held & { requestHash: string }, reply: FastifyReply): Promise<FastifyReply> {
  const kept = await ctx.database.maybe<Kept>(sql`
    select request_hash, status, response_status, response_body from idempotency_keys
    where scope = ${claim.scope} and key = ${claim.key}`)
  if (kept && kept.requestHash !== claim.requestHash) throw errors.otherRequest()
  if (kept?.status !== 'answered') throw errors.stillRunning()
  const type = kept.responseStatus >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8'
  return reply
    .code(kept.responseStatus)
    .type(type)
    .header('idempotent-replayed', 'true')
    .send(opened(ctx, kept.responseBody))
}

/** Sealed, because an answer may hold an address, or the code of a gift card. */
function keep(ctx: Shop, { scope, key }: Held, answer: { status: number; body: string }): Promise<number> {
  const body = ctx.vault.seal(answer.body, 'answer').toString('base64')
  return ctx.database.run(sql`
    update idempotency_keys set status = 'answered', response_status = ${answer.status}, response_body = ${body}
    where scope = ${scope} and key = ${key} and status = 'running'`)
}

function opened(ctx: Shop, body: string): string {
  return ctx.vault.open<string>(Buffer.from(body, 'base64'), 'answer')
}

function letGo(ctx: Shop, { scope, key }: Held): Promise<number> {
  return ctx.database.run(sql`
    update idempotency_keys set locked_until = ${ctx.clock.now()}
    where scope = ${scope} and key = ${key} and status = 'running'`)
}

/** Forgets keys whose time is over. */
export function forgetOldKeys(ctx: Shop): Promise<number> {
  return ctx.database.run(
    sql`delete from idempotency_keys where created_at < ${secondsLater(ctx.clock.now(), -2 * keptSeconds)}`,
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
