import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { addToCart, createCart, updateCart } from '../carts/index.ts'
import { placeOrder } from '../checkout/index.ts'
import { goodCard, openTestBank, type TestBank } from '../checkout/testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { trialBalance } from '../ledger/index.ts'
import {
  capturePayment,
  type PaymentProvider,
  paymentsOfOrder,
  refundPayment,
  resolveUnknownCalls,
  voidPayment,
} from './index.ts'

let bank: TestBank
let shop: SmallShop
let isSilent = false
beforeAll(async () => {
  bank = await openTestBank()
  const overBadLine: PaymentProvider = {
    ...bank.client,
    async capture(asked) {
      const answer = await bank.client.capture(asked)
      return isSilent ? { kind: 'unknown', reason: 'timeout' } : answer
    },
  }
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': overBadLine } } })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})

/** An authorised payment of 100.00. */
async function paid() {
  const variantId = await shop.sell({ slug: 'thing', priceMinor: 100_00 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  const address = { line1: '1 Road', postcode: '12345', city: 'Town' }
  await updateCart(shop.ctx, opens, { email: 'kim@example.com', name: 'Kim', address })
  const { order } = await placeOrder(shop.ctx, {
    ...opens,
    provider: 'sandbox-bank',
    paymentToken: await bank.tokenFor(goodCard),
  })
  const [payment] = await paymentsOfOrder(shop.ctx, order.id)
  const paymentId = payment?.id as string
  return { orderId: order.id, paymentId, read: async () => (await paymentsOfOrder(shop.ctx, order.id))[0] }
}

async function atTheBank(orderId: string) {
  const [payment] = await paymentsOfOrder(shop.ctx, orderId)
  const found = await bank.client.getAuthorization(payment?.providerReference as string)
  if (found.kind !== 'answered') throw new Error('the bank should know it')
  return found
}

test('what is captured in parts never exceeds what was authorised, and the books and the bank agree', async () => {
  const { orderId, paymentId, read } = await paid()
  const parts = Array.from({ length: 20 }, (_, n) =>
    capturePayment(shop.ctx, { paymentId, amountMinor: 30_00, reference: `ship-${n}` }),
  )
  const results = await Promise.allSettled(parts)
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3)
  expect(await read()).toMatchObject({ status: 'captured', capturedMinor: 90_00 })
  expect((await atTheBank(orderId)).capturedMinor).toBe(90_00)
  const booked = (await trialBalance(shop.ctx)).find((balance) => balance.account === 'assets:provider:sandbox-bank')
  expect(booked?.balanceMinor).toBe(90_00)
})

test('the same shipment reported twice is captured once', async () => {
  const { orderId, paymentId } = await paid()
  const capture = () => capturePayment(shop.ctx, { paymentId, amountMinor: 100_00, reference: 'ful_1' })
  await Promise.all([capture(), capture(), capture()])
  await capture()
  expect((await atTheBank(orderId)).capturedMinor).toBe(100_00)
})

test('refunds in parts and side by side never give back more than was captured', async () => {
  const { orderId, paymentId, read } = await paid()
  await capturePayment(shop.ctx, { paymentId, amountMinor: 40_00, reference: 'first' })
  await capturePayment(shop.ctx, { paymentId, amountMinor: 60_00, reference: 'second' })
  const refunds = Array.from({ length: 10 }, (_, n) =>
    refundPayment(shop.ctx, { paymentId, amountMinor: 60_00, reference: `r-${n}` }),
  )
  const results = await Promise.allSettled(refunds)
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  await refundPayment(shop.ctx, { paymentId, amountMinor: 40_00, reference: 'rest' })
  expect(await read()).toMatchObject({ status: 'refunded', refundedMinor: 100_00 })
  expect((await atTheBank(orderId)).refundedMinor).toBe(100_00)
})

test('a capture whose answer was lost is asked again under its key, and captured once', async () => {
  const { orderId, paymentId, read } = await paid()
  isSilent = true
  await expect(capturePayment(shop.ctx, { paymentId, amountMinor: 100_00, reference: 'ful_1' })).rejects.toThrow(
    'did not answer',
  )
  isSilent = false
  expect(await read()).toMatchObject({ status: 'authorized', capturedMinor: 0 })
  shop.clock.advance({ minutes: 1 })
  expect(await resolveUnknownCalls(shop.ctx)).toBe(1)
  expect(await read()).toMatchObject({ status: 'captured', capturedMinor: 100_00 })
  expect((await atTheBank(orderId)).capturedMinor).toBe(100_00)
})

test('money that was set free cannot be captured any more', async () => {
  const { orderId, paymentId, read } = await paid()
  await voidPayment(shop.ctx, { paymentId, reference: 'canceled' })
  expect(await read()).toMatchObject({ status: 'voided' })
  expect((await atTheBank(orderId)).status).toBe('voided')
  await expect(capturePayment(shop.ctx, { paymentId, amountMinor: 1, reference: 'ful_1' })).rejects.toMatchObject({
    code: 'payments.wrong-state',
  })
})

test('the database refuses a refund above what was captured, whatever the code says', async () => {
  const { paymentId } = await paid()
  const steal = sql`update payments set refunded_minor = 1 where id = ${paymentId}`
  await expect(shop.ctx.database.run(steal)).rejects.toThrow('never_more_than_was_paid')
})
