import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedErrors, OutageError } from './errors.ts'
import { buildHttp, type Http } from './http.ts'
import { sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

const errors = expectedErrors('problem-test', { outOfStock: { status: 409, say: 'Only {available} left.' } })

let shop: TestShop
let http: Http
beforeAll(async () => {
  shop = await openTestShop({ env: { WRITES_PER_MINUTE_MAX: '20' } })
  http = await buildHttp(shop.ctx)
  http.get('/expected', async () => {
    throw errors.outOfStock({ available: 2 })
  })
  http.get('/fault', async () => {
    throw new TypeError('cannot read "card" of undefined at /srv/secret/path')
  })
  http.get('/outage', async () => {
    throw new OutageError('bank.internal did not answer')
  })
  http.get('/database-away', async () => {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED', syscall: 'connect' })
  })
  http.get('/store', { schema: { querystring: Type.Object({ text: Type.String() }) } }, async (request) =>
    shop.ctx.database.one(sql`select ${request.query.text}::text as text`),
  )
  const schema = { body: Type.Object({ quantity: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }) }
  http.post('/lines', { schema }, async (request) => ({ quantity: request.body.quantity }))
})
afterAll(async () => {
  await http.close()
  await shop.close()
})

const post = (payload: string, headers: Record<string, string> = {}) =>
  http.inject({ method: 'POST', url: '/lines', payload, headers: { 'content-type': 'application/json', ...headers } })

test('an expected error is its sentence, its code and its details, as a problem document', async () => {
  const answer = await http.inject('/expected')
  expect(answer.statusCode).toBe(409)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.json()).toEqual({
    type: 'problem-test.out-of-stock',
    title: 'Only 2 left.',
    status: 409,
    code: 'problem-test.out-of-stock',
    requestId: answer.headers['x-request-id'],
    details: { available: 2 },
  })
})

test('a fault tells nothing of the inside, only under which number it was noted', async () => {
  const answer = await http.inject('/fault')
  expect(answer.statusCode).toBe(500)
  expect(answer.json().code).toBe('http.fault')
  expect(answer.json().title).toContain(answer.headers['x-request-id'])
  expect(answer.body).not.toMatch(/card|secret|TypeError/)
})

test.each(['/outage', '/database-away'])('what is away for a moment (%s) is worth trying again', async (url) => {
  const answer = await http.inject(url)
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('2')
  expect(answer.json().code).toBe('http.outage')
  expect(answer.body).not.toMatch(/bank\.internal|10\.0\.0\.7/)
})

test('a value that no database can hold is the fault of who sent it', async () => {
  const answer = await http.inject('/store?text=%00')
  expect(answer.statusCode).toBe(400)
  expect(answer.json().code).toBe('http.bad-request')
})

test('a body that is not as described is refused, saying what is wrong with it', async () => {
  for (const [body, reason] of [
    ['{"quantity":0}', 'quantity'],
    ['{"quantity":"1"}', 'quantity'],
    ['{"quantity":1,"price":0}', 'additional properties'],
    ['{}', 'quantity'],
    ['{"quantity":', 'JSON'],
  ] as const) {
    const answer = await post(body)
    expect([body, answer.statusCode, answer.json().code]).toEqual([body, 400, 'http.bad-request'])
    expect(answer.json().title).toContain(reason)
  }
})

test('a body that is too large, or not JSON, is refused as such', async () => {
  const large = await post(`{"quantity":1,"note":"${'x'.repeat(300 * 1024)}"}`)
  expect([large.statusCode, large.json().code]).toEqual([413, 'http.too-large'])
  expect(large.json().details).toEqual({ limitBytes: 256 * 1024 })
  const xml = await post('<quantity>1</quantity>', { 'content-type': 'application/xml' })
  expect([xml.statusCode, xml.json().code]).toEqual([415, 'http.unsupported-media-type'])
})

test('an address where there is nothing is a problem document too', async () => {
  const answer = await http.inject('/nowhere')
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.json().code).toBe('http.not-found')
})

test('who writes without end is asked to wait, and may still read', async () => {
  const from = { remoteAddress: '192.0.2.7' }
  const write = () =>
    http.inject({
      method: 'POST',
      url: '/lines',
      payload: { quantity: 1 },
      headers: { 'content-type': 'application/json' },
      ...from,
    })
  for (let count = 0; count < 20; count++) expect((await write()).statusCode).toBe(200)
  const refused = await write()
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'http.too-many'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await http.inject({ url: '/expected', ...from })).statusCode).toBe(409)
})
