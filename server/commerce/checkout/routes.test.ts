import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { routes as cartRoutes } from '../carts/index.ts'
import { routes as orderRoutes } from '../orders/index.ts'
import { routes } from './index.ts'
import { cardForm, goodCard, openTestBank, poorCard, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

let bank: TestBank
let shop: SmallShop
let http: Http
let cup: string
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
  cup = await shop.sell({ slug: 'cup', priceMinor: 24_00, stock: 50 })
  http = await buildHttp(shop.ctx)
  http.addSchema(Problem)
  for (const register of [cartRoutes, orderRoutes, routes]) await register(http, shop.ctx)
})
afterAll(async () => {
  await http.close()
  await shop.close()
  await bank.close()
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
async function ask(method: Method, url: string, options: { token?: string; key?: string; body?: object } = {}) {
  const headers: Record<string, string> = {}
  if (options.token !== undefined) headers['x-cart-token'] = options.token
  if (options.key !== undefined) headers['x-order-key'] = options.key
  const answer = await http.inject({ method, url, headers, ...(options.body ? { payload: options.body } : {}) })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

async function filledCart() {
  const { body } = await ask('POST', '/api/carts', { body: { country: 'DE' } })
  const { cart, token } = body as { cart: { id: string }; token: string }
  const url = `/api/carts/${cart.id}`
  await ask('POST', `${url}/items`, { token, body: { variantId: cup, quantity: 2 } })
  const contact = {
    email: 'kim@example.com',
    name: 'Kim',
    address: { line1: '1 Road', postcode: '12345', city: 'Town' },
  }
  const told = await ask('PATCH', url, { token, body: contact })
  expect(told.status).toBe(200)
  return { url, token, body: told.body }
}

test('a guest buys over HTTP: cart, contact, delivery, order, and the order page opens with its key', async () => {
  const { url, token } = await filledCart()
  const { body: options } = await ask('GET', `${url}/shipping-options`, { token })
  expect(
    options.items.map((option: { code: string; amountMinor: number }) => [option.code, option.amountMinor]),
  ).toEqual([
    ['standard', 490],
    ['express', 1290],
    ['pickup', 0],
  ])
  await ask('PATCH', url, { token, body: { shippingMethodId: options.items[1].id } })
  const cart = await ask('GET', url, { token })
  expect(cart.headers['cache-control']).toBe('no-store')
  expect(cart.body).toMatchObject({
    itemCount: 2,
    shipping: { code: 'express', isChosen: true },
    totals: { totalMinor: 60_90 },
  })
  const paymentToken = await bank.tokenFor(goodCard)
  const placed = await ask('POST', `${url}/complete`, { token, body: { paymentToken, expectedTotalMinor: 60_90 } })
  expect(placed).toMatchObject({ status: 201, body: { order: { status: 'placed', totalMinor: 60_90 } } })
  const again = await ask('POST', `${url}/complete`, { token, body: { paymentToken } })
  expect(again).toMatchObject({ status: 200, body: placed.body })
  const { order, orderKey } = placed.body
  const page = await ask('GET', `/api/orders/${order.id}`, { key: orderKey })
  expect(page).toMatchObject({
    status: 200,
    body: { number: order.number, lines: [{ title: 'The cup', quantity: 2 }] },
  })
  expect(page.body.timeline.map((step: { type: string }) => step.type)).toEqual(['payment.authorized', 'order.placed'])
  expect((await ask('GET', `/api/orders/${order.id}?key=${orderKey}`)).status).toBe(200)
  expect(await ask('POST', `${url}/items`, { token, body: { variantId: cup, quantity: 1 } })).toMatchObject({
    status: 410,
    body: { code: 'carts.already-ordered', details: { orderId: order.id } },
  })
})

test('neither a cart nor an order opens without its own secret, and both say the same as if there were none', async () => {
  const { url, token } = await filledCart()
  for (const wrong of [{}, { token: 'guess' }, { token: `${token}x` }])
    expect(await ask('GET', url, wrong)).toMatchObject({ status: 404, body: { code: 'carts.not-found' } })
  const placed = await ask('POST', `${url}/complete`, { token, body: { paymentToken: await bank.tokenFor(goodCard) } })
  const order = `/api/orders/${placed.body.order.id}`
  for (const wrong of [{}, { key: 'guess' }, { key: token }]) {
    expect(await ask('GET', order, wrong)).toMatchObject({ status: 404, body: { code: 'orders.not-found' } })
    expect(await ask('POST', `${order}/confirm-payment`, wrong)).toMatchObject({ status: 404 })
  }
})

test('a declined card is 402 with the reason in a sentence', async () => {
  const { url, token } = await filledCart()
  const answer = await ask('POST', `${url}/complete`, { token, body: { paymentToken: await bank.tokenFor(poorCard) } })
  expect(answer).toMatchObject({
    status: 402,
    body: { code: 'payments.declined', details: { declineCode: 'insufficient-funds' } },
  })
  expect(answer.body.title).toContain('not enough money')
})

test('a card token that the bank does not know is a declined payment, and no fault', async () => {
  const { url, token } = await filledCart()
  const answer = await ask('POST', `${url}/complete`, { token, body: { paymentToken: 'tok_made_up' } })
  expect(answer).toMatchObject({ status: 402, body: { details: { declineCode: 'unknown-token' } } })
})

test('without a token the answer is 202 with the page to pay on, and confirming afterwards places the order', async () => {
  const { url, token } = await filledCart()
  const sent = await ask('POST', `${url}/complete`, { token, body: {} })
  expect(sent).toMatchObject({ status: 202, body: { order: { status: 'awaiting-payment', number: null } } })
  const { order, orderKey, redirectUrl } = sent.body
  const confirm = () => ask('POST', `/api/orders/${order.id}/confirm-payment`, { key: orderKey })
  expect(await confirm()).toMatchObject({ status: 202, body: { redirectUrl } })
  await bank.onPage(redirectUrl, cardForm)
  expect(await confirm()).toMatchObject({ status: 200, body: { order: { status: 'placed' }, orderKey } })
})

test('a shopper who cancels on the page is told so, and the cart is open again', async () => {
  const { url, token } = await filledCart()
  const sent = await ask('POST', `${url}/complete`, { token, body: {} })
  const { order, orderKey, redirectUrl } = sent.body
  await bank.onPage(redirectUrl, {}, 'cancel')
  const told = await ask('POST', `/api/orders/${order.id}/confirm-payment`, { key: orderKey })
  expect(told).toMatchObject({ status: 402, body: { code: 'payments.declined', details: { declineCode: 'canceled' } } })
  expect((await ask('GET', url, { token })).body.status).toBe('active')
})

test.each([
  ['a quantity of zero', 'POST', '/items', { variantId: 'var_x', quantity: 0 }, 400],
  ['a quantity in words', 'POST', '/items', { variantId: 'var_x', quantity: '1' }, 400],
  ['a field we do not know', 'PATCH', '', { isAdmin: true }, 400],
  ['an address that is no e-mail', 'PATCH', '', { email: 'kim' }, 422],
  ['a country we do not serve', 'PATCH', '', { country: 'JP' }, 422],
  [
    'a payment provider we do not have',
    'POST',
    '/complete',
    { paymentToken: 'x', paymentProvider: 'constructor' },
    422,
  ],
  ['a NUL character', 'PATCH', '', { name: 'Kim\u0000' }, 200],
] as const)('%s is answered as it deserves', async (_, method, path, body, status) => {
  const { url, token } = await filledCart()
  expect((await ask(method, `${url}${path}`, { token, body })).status).toBe(status)
})
