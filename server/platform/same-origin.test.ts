import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Http } from './http.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
let http: Http
beforeAll(async () => {
  shop = await openTestShop({ env: { BASE_URL: 'https://shop.example.com' } })
  http = await buildHttp(shop.ctx)
  http.get('/cart', async () => 'read')
  http.post('/cart', async () => 'written')
})
afterAll(async () => {
  await http.close()
  await shop.close()
})

const send = async (method: 'GET' | 'POST', headers: Record<string, string>) =>
  (await http.inject({ method, url: '/cart', headers: { host: 'shop.example.com', ...headers } })).statusCode

test.each([
  ['another site', { origin: 'https://evil.example.net', cookie: 'cart=1' }],
  ['a sandboxed frame', { origin: 'null', cookie: 'cart=1' }],
  ['a sandboxed frame, told by the browser', { origin: 'null', 'sec-fetch-site': 'cross-site', cookie: 'cart=1' }],
  ['another site, told by the browser', { 'sec-fetch-site': 'cross-site', cookie: 'cart=1' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', cookie: 'cart=1' }],
  ['a browser too old to say from where', { cookie: 'cart=1' }],
])('a write that comes from %s is refused', async (_from, headers) => {
  expect(await send('POST', headers)).toBe(403)
})

test.each([
  ['the shop itself', { origin: 'https://shop.example.com', 'sec-fetch-site': 'same-origin', cookie: 'cart=1' }],
  ['a page of the shop that hides its address', { origin: 'null', 'sec-fetch-site': 'same-origin', cookie: 'cart=1' }],
  ['a typed address', { 'sec-fetch-site': 'none', cookie: 'cart=1' }],
  ['a program, which carries no cookies', {}],
  [
    'the address that the phone really used',
    { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000', cookie: 'cart=1' },
  ],
])('a write that comes from %s is let through', async (_from, headers) => {
  expect(await send('POST', headers)).toBe(200)
})

test('reading is free, from wherever it comes', async () => {
  expect(await send('GET', { origin: 'https://blog.example.net', cookie: 'cart=1' })).toBe(200)
})
