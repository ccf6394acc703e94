import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Http } from './http.ts'
import { forgetOldKeys } from './idempotency.ts'
import { sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
let http: Http
let effects = 0
let failing = false
let conflicting = false
let allowed = true
let release = () => {}
let gate: Promise<void> | undefined

beforeAll(async () => {
  shop = await openTestShop()
  http = await buildHttp(shop.ctx)
  http.post('/api/things', { schema: { body: Type.Object({ name: Type.String() }) } }, async (request, reply) => {
    await gate
    if (failing) throw new Error('the lights went out')
    if (conflicting) return reply.code(409).send({ code: 'busy' })
    effects++
    return reply.code(201).send({ number: effects, name: request.body.name })
  })
  http.post(
    '/api/doors',
    {
      preHandler: async (_request, reply) => {
        if (!allowed) return reply.code(401).send({ code: 'shut' })
      },
    },
    async () => ({ opened: ++effects }),
  )
})
afterAll(async () => {
  await http.close()
  await shop.close()
})

const post = (key: string, name = 'cup', headers: Record<string, string> = {}) =>
  http.inject({
    method: 'POST',
    url: '/api/things',
    payload: { name },
    headers: { 'idempotency-key': key, ...headers },
  })

test('the same key and body get the same answer to the byte, and one effect', async () => {
  const before = effects
  const first = await post('a')
  const second = await post('a')
  expect(first.statusCode).toBe(201)
  expect([second.statusCode, second.body, second.headers['idempotent-replayed']]).toEqual([201, first.body, 'true'])
  expect(effects).toBe(before + 1)
})

test('the same key with another body is refused', async () => {
  await post('b', 'cup')
  const other = await post('b', 'bowl')
  expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency.other-request'])
})

test('fifty at once with one key have one effect; those who come meanwhile are asked to come again', async () => {
  const before = effects
  gate = new Promise((resolve) => {
    release = resolve
  })
  const first = post('c')
  while (!(await shop.ctx.database.maybe(sql`select from idempotency_keys where key = 'c'`))) await Promise.resolve()
  const rest = await Promise.all(Array.from({ length: 49 }, () => post('c')))
  expect(new Set(rest.map((answer) => answer.statusCode))).toEqual(new Set([409]))
  expect(rest.every((answer) => Number(answer.headers['retry-after']) > 0)).toBe(true)
  release()
  gate = undefined
  expect((await first).statusCode).toBe(201)
  expect((await post('c')).headers['idempotent-replayed']).toBe('true')
  expect(effects).toBe(before + 1)
})

test('what a fault interrupted is done again under the same key', async () => {
  failing = true
  expect((await post('d')).statusCode).toBe(500)
  failing = false
  shop.clock.advance({ milliseconds: 1 })
  const again = await post('d')
  expect([again.statusCode, again.headers['idempotent-replayed']]).toEqual([201, undefined])
})

test('a request that a crash left running is taken up after ten seconds', async () => {
  await shop.ctx.database.run(sql`
    update idempotency_keys set status = 'running', response_status = null, response_body = null where key = 'a'`)
  expect((await post('a')).statusCode).toBe(409)
  shop.clock.advance({ seconds: 11 })
  expect((await post('a')).statusCode).toBe(201)
})

test('a conflict that may have passed is not replayed', async () => {
  conflicting = true
  expect((await post('g')).statusCode).toBe(409)
  conflicting = false
  shop.clock.advance({ milliseconds: 1 })
  expect((await post('g')).statusCode).toBe(201)
})

test('who is no longer let in gets no stored answer', async () => {
  const open = () => http.inject({ method: 'POST', url: '/api/doors', headers: { 'idempotency-key': 'h' } })
  expect((await open()).statusCode).toBe(200)
  allowed = false
  expect((await open()).statusCode).toBe(401)
  allowed = true
  expect((await open()).headers['idempotent-replayed']).toBe('true')
})

test('a cookie that changes between two tries makes them no other request, unless it is who is signed in', async () => {
  const cookies = (cookie: string) => post('i', 'cup', { cookie, 'sec-fetch-site': 'same-origin' })
  await cookies('barrow.session_token=me; count=1')
  expect((await cookies('barrow.session_token=me; count=2')).headers['idempotent-replayed']).toBe('true')
  expect((await cookies('barrow.session_token=you; count=2')).headers['idempotent-replayed']).toBeUndefined()
})

test("one person's key is nothing to another", async () => {
  const mine = await post('e', 'cup', { 'x-cart-token': 'mine' })
  const theirs = await post('e', 'cup', { 'x-cart-token': 'theirs' })
  expect(theirs.headers['idempotent-replayed']).toBeUndefined()
  expect(theirs.json().number).not.toBe(mine.json().number)
})

test('a key is forgotten after a day', async () => {
  const first = await post('f')
  shop.clock.advance({ hours: 25 })
  expect((await post('f')).json().number).toBe(first.json().number + 1)
  shop.clock.advance({ hours: 49 })
  expect(await forgetOldKeys(shop.ctx)).toBeGreaterThan(0)
})

test('a key that is no key is refused', async () => {
  expect((await post('with space')).json().code).toBe('idempotency.invalid-key')
})
