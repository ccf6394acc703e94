import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from '../../../simulation/scorecard/check-invariants.ts'
import { transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { addTender, addToCart, createCart, readCart, removeTender, updateCart } from '../carts/index.ts'
import { creditCustomer, issueCard, setDisabled, storeCreditKey } from '../gift-cards/index.ts'
import { captureOrderMoney, paymentsOfOrder, refundOrderMoney, voidOrderMoney } from '../payments/index.ts'
import { holdSeconds, placeOrder, sweepOrders } from './index.ts'
import { cardForm, goodCard, openTestBank, poorCard, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

let bank: TestBank
let shop: SmallShop
let sold = 0
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})

async function card(amountMinor: number) {
  const of = { kind: 'issued', currency: 'EUR', amountMinor, reason: 'a test', actor: 'staff_1' } as const
  return (await transaction(shop.ctx, (tx) => issueCard(shop.ctx, tx, of))) as { id: string; code: string }
}

async function credit(amountMinor: number) {
  const of = { email: `kim${sold}@example.com`, currency: 'EUR', amountMinor, actor: 'staff_1' }
  const { accountId } = await transaction(shop.ctx, (tx) =>
    creditCustomer(shop.ctx, tx, { ...of, kind: 'issued', reference: `case ${sold}`, reason: 'a test' }),
  )
  return { storeCreditId: accountId, key: storeCreditKey(shop.ctx, accountId) }
}

/** A cart with goods for 100.00 whose delivery is free. */
async function cartOf100() {
  const variantId = await shop.sell({ slug: `thing-${++sold}`, priceMinor: 100_00, stock: 5 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  const address = { line1: '1 Road', postcode: '12345', city: 'Town' }
  await updateCart(shop.ctx, opens, { email: `kim${sold}@example.com`, name: 'Kim', address })
  return opens
}

async function buy(opens: { cartId: string; token: string }, paymentToken?: string, expectedDueMinor?: number) {
  return placeOrder(shop.ctx, { ...opens, provider: 'sandbox-bank', paymentToken, expectedDueMinor })
}

async function paid(orderId: string) {
  const payments = await paymentsOfOrder(shop.ctx, orderId)
  return payments.map(({ provider, status, authorizedMinor, capturedMinor, refundedMinor }) => ({
    provider,
    status,
    money: [authorizedMinor, capturedMinor, refundedMinor],
  }))
}

function balanceOf(id: string) {
  return shop.ctx.database.one<{ balanceMinor: number; heldMinor: number }>(
    sql`select balance_minor, held_minor from stored_value_accounts where id = ${id}`,
  )
}

/** Nothing hands out events here, so that rule is left to others. */
async function holds() {
  const broken = await checkInvariants(shop.ctx.database.url, { settleMs: 0 })
  expect(broken.filter(({ id }) => id !== 'I10')).toEqual([])
}

test('a card, store credit and a bank card pay one order together; each is charged, and given back, its part', async () => {
  const [{ id, code }, owned] = [await card(30_00), await credit(20_00)]
  const opens = await cartOf100()
  await addTender(shop.ctx, { ...opens, proof: owned })
  const cart = await addTender(shop.ctx, { ...opens, proof: { code: code.toLowerCase() } })
  expect(cart.tenders.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['gift-card', 30_00],
    ['store-credit', 20_00],
  ])
  expect(cart.dueMinor).toBe(50_00)
  const { order } = await buy(opens, await bank.tokenFor(goodCard), 50_00)
  expect(order).toMatchObject({ status: 'placed', totalMinor: 100_00 })
  expect(await balanceOf(id)).toEqual({ balanceMinor: 30_00, heldMinor: 30_00 })

  const take = { orderId: order.id, amountMinor: 40_00, reference: 'ful_1' }
  await Promise.all([captureOrderMoney(shop.ctx, take), captureOrderMoney(shop.ctx, take)])
  expect(await balanceOf(id)).toEqual({ balanceMinor: 0, heldMinor: 0 })
  await captureOrderMoney(shop.ctx, { ...take, amountMinor: 60_00, reference: 'ful_2' })
  const byProvider = (rows: Awaited<ReturnType<typeof paid>>) =>
    Object.fromEntries(rows.map(({ provider, money }) => [provider, money]))
  expect(byProvider(await paid(order.id))).toEqual({
    'gift-card': [30_00, 30_00, 0],
    'store-credit': [20_00, 20_00, 0],
    'sandbox-bank': [50_00, 50_00, 0],
  })

  const refund = { orderId: order.id, amountMinor: 65_00, reference: 'return 1' }
  await refundOrderMoney(shop.ctx, refund)
  await refundOrderMoney(shop.ctx, refund)
  expect(byProvider(await paid(order.id))).toEqual({
    'gift-card': [30_00, 30_00, 0],
    'store-credit': [20_00, 20_00, 15_00],
    'sandbox-bank': [50_00, 50_00, 50_00],
  })
  await expect(refundOrderMoney(shop.ctx, { ...refund, amountMinor: 35_01, reference: 'more' })).rejects.toMatchObject({
    code: 'payments.too-much',
  })
  await refundOrderMoney(shop.ctx, { ...refund, amountMinor: 35_00, reference: 'rest' })
  expect(await balanceOf(id)).toEqual({ balanceMinor: 30_00, heldMinor: 0 })
  expect(await balanceOf(owned.storeCreditId)).toEqual({ balanceMinor: 20_00, heldMinor: 0 })
  await holds()
})

test('an order that a gift card pays in full asks no bank, and leaves the rest on the card', async () => {
  const { id, code } = await card(130_00)
  const opens = await cartOf100()
  expect((await addTender(shop.ctx, { ...opens, proof: { code } })).dueMinor).toBe(0)
  const before = (await bank.records()).length
  const { order } = await buy(opens)
  expect(order.status).toBe('placed')
  expect(await paid(order.id)).toEqual([{ provider: 'gift-card', status: 'authorized', money: [100_00, 0, 0] }])
  expect(await balanceOf(id)).toEqual({ balanceMinor: 130_00, heldMinor: 100_00 })
  expect((await bank.records()).length).toBe(before)
})

test('when the bank declines its part, the gift card gets back what was held, and pays the next try', async () => {
  const { id, code } = await card(40_00)
  const opens = await cartOf100()
  await addTender(shop.ctx, { ...opens, proof: { code } })
  await expect(buy(opens, await bank.tokenFor(poorCard))).rejects.toMatchObject({ code: 'payments.declined' })
  expect(await balanceOf(id)).toEqual({ balanceMinor: 40_00, heldMinor: 0 })
  const { order } = await buy(opens, await bank.tokenFor(goodCard))
  expect((await paid(order.id)).map(({ provider, money }) => [provider, money[0]])).toEqual(
    expect.arrayContaining([
      ['gift-card', 40_00],
      ['sandbox-bank', 60_00],
    ]),
  )
  await holds()
})

test('a page that nobody pays gives the card back its money when its time is over, and shows it to its own cart before', async () => {
  const { id, code } = await card(40_00)
  const opens = await cartOf100()
  await addTender(shop.ctx, { ...opens, proof: { code } })
  const placement = await buy(opens)
  expect(placement.kind).toBe('redirect')
  expect(await balanceOf(id)).toEqual({ balanceMinor: 40_00, heldMinor: 40_00 })
  expect((await readCart(shop.ctx, opens)).dueMinor).toBe(60_00)
  const other = await cartOf100()
  await expect(addTender(shop.ctx, { ...other, proof: { code } })).rejects.toMatchObject({
    code: 'gift-cards.not-usable',
  })
  shop.clock.advance({ seconds: holdSeconds + 30 })
  await sweepOrders(shop.ctx)
  expect(await balanceOf(id)).toEqual({ balanceMinor: 40_00, heldMinor: 0 })
})

test('two tabs, a page and a card: once a gift card was put in, the old page is closed and the cart is paid once', async () => {
  const { id, code } = await card(40_00)
  const opens = await cartOf100()
  const first = await buy(opens)
  if (first.kind !== 'redirect') throw new Error('the first tab should be at the bank')
  shop.clock.advance({ seconds: 5 })
  await addTender(shop.ctx, { ...opens, proof: { code } })
  const { order } = await buy(opens, await bank.tokenFor(goodCard))
  expect(order.status).toBe('placed')
  await bank.onPage(first.redirectUrl, cardForm)
  const holdsFor = async (orderId: string) =>
    (await bank.records()).filter(
      ({ type, answer }) => type === 'authorization.answered' && answer?.reference === orderId,
    )
  expect(await holdsFor(first.order.id)).toEqual([])
  expect(await holdsFor(order.id)).toHaveLength(1)
  expect(await balanceOf(id)).toEqual({ balanceMinor: 40_00, heldMinor: 40_00 })
  expect((await paid(order.id)).reduce((sum, { money }) => sum + (money[0] ?? 0), 0)).toBe(100_00)
  await holds()
})

test('nobody pays a surprise: a card that was spent or locked in the meantime is said, and not charged to the bank card', async () => {
  const { id, code } = await card(40_00)
  const [one, other] = [await cartOf100(), await cartOf100()]
  for (const opens of [one, other]) await addTender(shop.ctx, { ...opens, proof: { code } })
  await buy(one, await bank.tokenFor(goodCard))
  const token = await bank.tokenFor(goodCard)
  await expect(buy(other, token, 60_00)).rejects.toMatchObject({ code: 'checkout.due-changed' })
  await expect(buy(other, token)).rejects.toMatchObject({ code: 'gift-cards.not-enough' })
  expect((await removeTender(shop.ctx, { ...other, tenderId: id })).dueMinor).toBe(100_00)
  const { order } = await buy(other, token, 100_00)
  expect(order.status).toBe('placed')

  const locked = await card(10_00)
  const third = await cartOf100()
  await addTender(shop.ctx, { ...third, proof: { code: locked.code } })
  await setDisabled(shop.ctx, { accountId: locked.id, disabled: true })
  await expect(buy(third, await bank.tokenFor(goodCard))).rejects.toMatchObject({ code: 'gift-cards.not-enough' })
})

test('store credit opens with the key of its link only, and a wrong code sounds like an empty card', async () => {
  const owned = await credit(20_00)
  const opens = await cartOf100()
  const told = async (proof: Parameters<typeof addTender>[1]['proof']) =>
    addTender(shop.ctx, { ...opens, proof }).catch((error: Error) => error.message)
  expect(await told({ ...owned, key: storeCreditKey(shop.ctx, 'credit_other') })).toBe(
    'This link is not right, or there is no store credit left.',
  )
  const spent = await card(10_00)
  await setDisabled(shop.ctx, { accountId: spent.id, disabled: true })
  expect(await told({ code: spent.code })).toBe(await told({ code: '0000-0000-0000-0000-0000' }))
  expect(await told({ code: owned.storeCreditId })).toBe(await told({ code: '' }))
})

test('what is set free of an order that a gift card paid can be spent again', async () => {
  const { id, code } = await card(130_00)
  const opens = await cartOf100()
  await addTender(shop.ctx, { ...opens, proof: { code } })
  const { order } = await buy(opens)
  await captureOrderMoney(shop.ctx, { orderId: order.id, amountMinor: 25_00, reference: 'ful_1' })
  await voidOrderMoney(shop.ctx, { orderId: order.id, reference: 'canceled' })
  expect(await balanceOf(id)).toEqual({ balanceMinor: 105_00, heldMinor: 0 })
  expect(await paid(order.id)).toEqual([{ provider: 'gift-card', status: 'captured', money: [100_00, 25_00, 0] }])
})
