import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Http, inProcessMark } from './http.ts'
import { createLog } from './log.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
let http: Http
const lines: string[] = []
beforeAll(async () => {
  const log = createLog('info', { write: (line) => void lines.push(line) })
  shop = await openTestShop({ log, env: { WRITES_PER_MINUTE_MAX: '2' } })
  http = await buildHttp(shop.ctx)
  const querystring = Type.Object({ pages: Type.Integer({ default: 1 }), key: Type.Optional(Type.String()) })
  http.get('/list', { schema: { querystring } }, async (request) => ({ pages: request.query.pages }))
  http.post('/write', async () => ({ written: true }))
})
afterAll(async () => {
  await http.close()
  await shop.close()
})

test('each answer has a number of its own, and the log a line with it', async () => {
  const [one, other] = [await http.inject('/list'), await http.inject('/list')]
  const id = one.headers['x-request-id']
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(other.headers['x-request-id']).not.toBe(id)
  const told = lines.map((line) => JSON.parse(line)).filter((line) => line.reqId === id)
  expect(told).toMatchObject([{ msg: 'answered', method: 'GET', path: '/list', status: 200, level: 'info' }])
})

test('a number that the asker brings is not taken for ours', async () => {
  const answer = await http.inject({ url: '/list', headers: { 'request-id': 'mine', 'x-request-id': 'mine' } })
  expect(answer.headers['x-request-id']).not.toBe('mine')
})

test('the key in an address never reaches the log', async () => {
  await http.inject('/list?key=opens-the-order')
  expect(lines.join('')).not.toContain('opens-the-order')
})

test('an answer may not be framed, sniffed, or used to load anything', async () => {
  const { headers } = await http.inject('/list')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('what stands in an address is read as the type it should be', async () => {
  expect((await http.inject('/list?pages=3')).json()).toEqual({ pages: 3 })
  expect((await http.inject('/list')).json()).toEqual({ pages: 1 })
  expect((await http.inject('/list?pages=three')).statusCode).toBe(400)
})

test('calls from our own pages are not counted against their visitor; nobody else can claim to be one', async () => {
  const write = async (mark?: string) =>
    (await http.inject({ method: 'POST', url: '/write', headers: mark ? { 'x-in-process': mark } : {} })).statusCode
  for (let count = 0; count < 5; count++) expect(await write(inProcessMark)).toBe(200)
  expect([await write(), await write(), await write(), await write('guessed')]).toEqual([200, 200, 429, 429])
})
