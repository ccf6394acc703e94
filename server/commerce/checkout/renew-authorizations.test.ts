import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { addToCart, createCart, updateCart } from '../carts/index.ts'
import {
  capturePayment,
  forgetMethod,
  keepAgreedMethods,
  paymentsOfOrder,
  paymentTrouble,
  renewAuthorizations,
  savedMethodsOfOrder,
  voidPayment,
} from '../payments/index.ts'
import { placeOrder } from './index.ts'
import { goodCard, openTestBank, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

let bank: TestBank
let shop: SmallShop
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
  // The bank says when an authorisation ends by its own clock, which is the real one.
  shop.clock.advance({ milliseconds: Date.now() - shop.clock.now().getTime() })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})

/** An authorised payment of 100.00, its card kept if its customer agreed. */
async function paid(of: { saveCard: boolean; card?: string }) {
  const variantId = await shop.sell({ slug: 'thing', priceMinor: 100_00 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  const address = { line1: '1 Road', postcode: '12345', city: 'Town' }
  await updateCart(shop.ctx, opens, { email: 'kim@example.com', name: 'Kim', address })
  const paymentToken = await bank.tokenFor(of.card ?? goodCard)
  const wish = { ...opens, provider: 'sandbox-bank', paymentToken, saveCard: of.saveCard }
  const { order } = await placeOrder(shop.ctx, wish)
  await keepAgreedMethods(shop.ctx, { orderId: order.id, customerIndex: Buffer.from('kim') })
  const read = async () => {
    const [payment] = await paymentsOfOrder(shop.ctx, order.id)
    if (!payment) throw new Error('no payment')
    return payment
  }
  return { orderId: order.id, paymentId: (await read()).id, read }
}

/** Eight days go by, in the shop and at the bank. */
async function aWeekLater() {
  shop.clock.advance({ days: 8 })
  await bank.client.controls.moveClock(shop.clock.now().getTime() - Date.now())
}

test('reserved money that has run out is reserved again on the kept card, for what is left, and can be taken', async () => {
  const { paymentId, read, orderId } = await paid({ saveCard: true })
  await capturePayment(shop.ctx, { paymentId, amountMinor: 30_00, reference: 'first parcel' })
  const before = await read()
  await aWeekLater()
  await Promise.all([renewAuthorizations(shop.ctx), renewAuthorizations(shop.ctx)])
  const after = await read()
  expect(after).toMatchObject({ status: 'captured', authorizedMinor: 100_00, capturedMinor: 30_00, lapsedAt: null })
  expect(after.providerReference).not.toBe(before.providerReference)
  await capturePayment(shop.ctx, { paymentId, amountMinor: 70_00, reference: 'second parcel' })
  expect(await read()).toMatchObject({ capturedMinor: 100_00 })
  const holds = (await bank.records()).filter(
    ({ type, answer }) => type === 'authorization.answered' && answer?.reference === orderId,
  )
  expect(holds.map(({ answer }) => answer?.amountMinor)).toEqual([100_00, 70_00])
})

test('without a kept card it has lapsed, and that is told to a person', async () => {
  const { read, orderId } = await paid({ saveCard: false })
  expect(await savedMethodsOfOrder(shop.ctx, orderId)).toEqual([])
  shop.clock.advance({ days: 6, hours: 12 })
  expect(await paymentTrouble(shop.ctx)).toMatchObject({ lapsedPayments: 0, expiringPayments: 1 })
  await aWeekLater()
  await renewAuthorizations(shop.ctx)
  expect((await read()).lapsedAt).not.toBeNull()
  expect(await paymentTrouble(shop.ctx)).toMatchObject({ lapsedPayments: 1, expiringPayments: 0 })
  const told = await shop.ctx.database.rows(
    sql`select id from events where subject = ${orderId} and type = 'payment.lapsed'`,
  )
  expect(told).toHaveLength(1)
})

test('money that has lapsed is free when its order is canceled, though the bank has nothing left to set free', async () => {
  const { paymentId, read } = await paid({ saveCard: false })
  await aWeekLater()
  await renewAuthorizations(shop.ctx)
  await voidPayment(shop.ctx, { paymentId, reference: 'canceled' })
  expect(await read()).toMatchObject({ status: 'voided' })
})

test('a card whose bank says no to the renewal leaves the payment lapsed', async () => {
  const { read } = await paid({ saveCard: true })
  await aWeekLater()
  await shop.ctx.database.run(sql`
    update saved_payment_methods set token_sealed = ${shop.ctx.vault.seal(await bank.tokenFor('4000000000000002'), 'saved-payment-method')}
    where payment_id = ${(await read()).id}`)
  await renewAuthorizations(shop.ctx)
  expect(await read()).toMatchObject({ status: 'authorized' })
  expect((await read()).lapsedAt).not.toBeNull()
})

test('a kept card is a sealed token, shown by its last digits to its own order, and forgotten when that is wished', async () => {
  const { orderId } = await paid({ saveCard: true })
  const other = await paid({ saveCard: true })
  const [saved] = await savedMethodsOfOrder(shop.ctx, orderId)
  expect(saved).toMatchObject({ brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040 })
  const kept = await shop.ctx.database.rows<{ tokenSealed: Buffer }>(
    sql`select token_sealed from saved_payment_methods`,
  )
  expect(kept.some(({ tokenSealed }) => tokenSealed.toString('latin1').includes('tok_'))).toBe(false)
  const methodId = saved?.id ?? ''
  await expect(forgetMethod(shop.ctx, { orderId: other.orderId, methodId })).rejects.toMatchObject({ status: 404 })
  await forgetMethod(shop.ctx, { orderId, methodId })
  expect(await savedMethodsOfOrder(shop.ctx, orderId)).toEqual([])
})
