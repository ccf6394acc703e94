import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../server/app.ts'
import { goodCard, openTestBank, type TestBank } from '../server/commerce/checkout/testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from '../server/commerce/checkout/testing/small-shop.ts'
import type { Http } from '../server/platform/http.ts'
import { roadToTable } from './measuring/road-to-table.ts'

let bank: TestBank
let shop: SmallShop
let http: Http
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
  http = await buildApp(shop.ctx)
})
afterAll(async () => {
  await http.close()
  await shop.close()
  await bank.close()
})

test('add to cart: three files from the route to the table', () => {
  const road = { routes: 'server/commerce/carts/routes.ts', operationId: 'addToCart', table: 'cart_lines' }
  expect(roadToTable(road)).toEqual([
    'server/commerce/carts/routes.ts',
    'server/commerce/carts/add-to-cart.ts',
    'server/commerce/carts/tables.ts',
  ])
})

test('place order: four files from the route to each table that an order is begun with', () => {
  const routes = 'server/commerce/checkout/routes.ts'
  const road = (table: string) => roadToTable({ routes, operationId: 'placeOrder', table })
  const through = [routes, 'server/commerce/checkout/place-order.ts']
  for (const table of ['orders', 'order_lines'])
    expect(road(table)).toEqual([
      ...through,
      'server/commerce/orders/write-order.ts',
      'server/commerce/orders/tables.ts',
    ])
  for (const table of ['payments', 'payment_calls'])
    expect(road(table)).toEqual([
      ...through,
      'server/commerce/payments/record-payment.ts',
      'server/commerce/payments/tables.ts',
    ])
  expect(road('reservations')).toEqual([
    ...through,
    'server/commerce/inventory/reserve-stock.ts',
    'server/commerce/inventory/tables.ts',
  ])
})

test('add to cart: at most 8 round trips to the database for a whole request', async () => {
  const variantId = await shop.sell({ slug: 'cup', priceMinor: 1800, stock: 50 })
  const cart = await startCart()
  const add = () => ask(`/api/carts/${cart.id}/items`, cart.token, { variantId, quantity: 1 })
  await add()
  const counted = await roundTrips(add)
  expect(counted.status).toBe(200)
  expect(counted.trips, counted.statements.join('\n')).toBeLessThanOrEqual(8)
})

test('place order: at most 40 round trips to the database for a whole request, three lines and all', async () => {
  const variantIds = await Promise.all(
    ['bowl', 'lamp', 'rug'].map((slug) => shop.sell({ slug, priceMinor: 2400, stock: 50 })),
  )
  const order = async () => {
    const cart = await startCart()
    for (const variantId of variantIds) await ask(`/api/carts/${cart.id}/items`, cart.token, { variantId, quantity: 1 })
    await http.inject({
      method: 'PATCH',
      url: `/api/carts/${cart.id}`,
      headers: { 'x-cart-token': cart.token },
      payload: contact,
    })
    const paymentToken = await bank.tokenFor(goodCard)
    return () => ask(`/api/carts/${cart.id}/complete`, cart.token, { paymentToken })
  }
  await (await order())()
  const counted = await roundTrips(await order())
  expect(counted.status).toBe(201)
  expect(counted.trips, counted.statements.join('\n')).toBeLessThanOrEqual(40)
})

const contact = {
  email: 'jo@example.com',
  name: 'Jo Winter',
  address: { line1: 'Lindenallee 7', postcode: '20259', city: 'Hamburg' },
}

async function startCart(): Promise<{ id: string; token: string }> {
  const { cart, token } = (await http.inject({ method: 'POST', url: '/api/carts', payload: {} })).json()
  return { id: cart.id, token }
}

function ask(url: string, token: string, payload: object) {
  return http.inject({ method: 'POST', url, headers: { 'x-cart-token': token }, payload })
}

/** Everything sent to the database while something is asked: statements, and the begin and commit of transactions. */
async function roundTrips(work: () => Promise<{ statusCode: number }>) {
  const statements: string[] = []
  shop.ctx.database.onStatement = (text) => statements.push(text.trim())
  const { statusCode: status } = await work()
  shop.ctx.database.onStatement = undefined
  return { status, trips: statements.length, statements }
}
