import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHttp, type Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { sql } from '../../platform/sql.ts'
import { addToCart, createCart, updateCart } from '../carts/index.ts'
import { trialBalance } from '../ledger/index.ts'
import { disputesOfOrder, paymentsOfOrder } from '../payments/index.ts'
import { placeOrder, routes } from './index.ts'
import { cardForm, openTestBank, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

let bank: TestBank
let shop: SmallShop
let http: Http
let address: string
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
  // The bank signs by its own clock, which is the real one.
  shop.clock.advance({ milliseconds: Date.now() - shop.clock.now().getTime() })
  http = await buildHttp(shop.ctx)
  http.addSchema(Problem)
  await routes(http, shop.ctx)
  address = `${await http.listen({ host: '127.0.0.1', port: 0 })}/api/payments/sandbox-bank/webhooks`
  await bank.client.controls.setWebhookAddress(address)
  await bank.client.controls.setFault({ kind: 'webhook-held' })
})
afterAll(async () => {
  await http.close()
  await shop.close()
  await bank.close()
})

/** An order that waits for its payment on the bank's page. */
async function waiting(slug: string) {
  const variantId = await shop.sell({ slug, priceMinor: 100_00, stock: 1 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  const whereTo = { line1: '1 Road', postcode: '12345', city: 'Town' }
  await updateCart(shop.ctx, opens, { email: 'kim@example.com', name: 'Kim', address: whereTo })
  const placement = await placeOrder(shop.ctx, { ...opens, provider: 'sandbox-bank' })
  if (placement.kind !== 'redirect') throw new Error(placement.kind)
  return { orderId: placement.order.id, page: placement.redirectUrl }
}

/** Sends the newest message about an order; answers what the shop said. */
async function tellNewest(orderId: string, copies = 1): Promise<number[]> {
  const told = await bank.client.controls.webhooksOf(orderId)
  const message = told.kind === 'answered' ? told.items.at(-1) : undefined
  const sent = await bank.client.controls.sendWebhook(message?.n ?? 0, copies)
  return sent.kind === 'answered' ? sent.answers : []
}

const statusOf = async (orderId: string) =>
  (await shop.ctx.database.one<{ status: string }>(sql`select status from orders where id = ${orderId}`)).status

async function balanceOf(account: string): Promise<number> {
  return (await trialBalance(shop.ctx)).find((each) => each.account === account)?.balanceMinor ?? 0
}

test('a shopper who never comes back has bought all the same: the webhook places the order, once', async () => {
  const { orderId, page } = await waiting('vase')
  await bank.onPage(page, cardForm)
  expect(await tellNewest(orderId, 3)).toEqual([200, 200, 200])
  expect(await tellNewest(orderId)).toEqual([200])
  expect(await statusOf(orderId)).toBe('placed')
  const placed = await shop.ctx.database.rows(
    sql`select id from events where subject = ${orderId} and type = 'order.placed'`,
  )
  expect(placed).toHaveLength(1)
})

test('what the bank did not sign changes nothing', async () => {
  const { orderId } = await waiting('jar')
  const data = { reference: orderId, authorizationId: 'auth_invented' }
  const body = JSON.stringify({ type: 'payment.authorized', timestamp: 'now', data })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': 'v1,c29tZWJvZHkgZWxzZQ==',
  }
  expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(401)
  expect((await fetch(address, { method: 'POST', body: '' })).status).toBe(401)
  const nobody = address.replace('sandbox-bank', 'nobody')
  expect((await fetch(nobody, { method: 'POST', headers, body })).status).toBe(401)
  expect(await statusOf(orderId)).toBe('awaiting-payment')
})

test('captured, given back and charged back at the desk of the bank: the books follow, and the fee is an expense', async () => {
  const { orderId, page } = await waiting('lamp')
  await bank.onPage(page, cardForm)
  await tellNewest(orderId)
  const [payment] = await paymentsOfOrder(shop.ctx, orderId)
  const captured = await bank.client.capture({
    authorizationId: payment?.providerReference ?? '',
    amountMinor: 80_00,
    key: 'by-hand',
  })
  if (captured.kind !== 'answered') throw new Error(captured.kind)
  await bank.client.refund({ captureId: captured.id, amountMinor: 30_00, key: 'by-hand-too' })
  const before = await balanceOf('assets:provider:sandbox-bank')
  await tellNewest(orderId, 2)
  expect(await paymentsOfOrder(shop.ctx, orderId)).toMatchObject([
    { status: 'captured', capturedMinor: 80_00, refundedMinor: 30_00 },
  ])
  const dispute = await bank.client.controls.openDispute({ captureId: captured.id, key: 'dispute' })
  if (dispute.kind !== 'answered') throw new Error(dispute.kind)
  await tellNewest(orderId, 2)
  expect(await disputesOfOrder(shop.ctx.database, orderId)).toMatchObject([{ status: 'open', amountMinor: 50_00 }])
  expect(await balanceOf('assets:disputed:sandbox-bank')).toBe(50_00)
  expect(await balanceOf('expenses:chargeback-fees')).toBe(15_00)
  await bank.client.controls.closeDispute({ disputeId: dispute.id, outcome: 'lost', key: 'lost' })
  await tellNewest(orderId, 2)
  expect(await disputesOfOrder(shop.ctx.database, orderId)).toMatchObject([{ status: 'lost' }])
  expect(await balanceOf('assets:disputed:sandbox-bank')).toBe(0)
  expect(await balanceOf('expenses:chargebacks')).toBe(50_00)
  expect((await balanceOf('assets:provider:sandbox-bank')) - before).toBe(-15_00)
})
