import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { addToCart, createCart, readCart, updateCart } from '../carts/index.ts'
import { trialBalance } from '../ledger/index.ts'
import { orderById, orderByKey, orderKey } from '../orders/index.ts'
import { confirmPayment, type OrderWish, placeOrder, sweepOrders } from './index.ts'
import { cardForm, goodCard, openTestBank, poorCard, type TestBank } from './testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from './testing/small-shop.ts'

let bank: TestBank
let shop: SmallShop
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})
afterEach(() => checkBooks(shop))

const contact = {
  email: 'kim@example.com',
  name: 'Kim Example',
  address: { line1: '1 Long Road', postcode: '12345', city: 'Springfield' },
}

async function cartWith(variantId: string, quantity = 1): Promise<OrderWish> {
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId, quantity })
  await updateCart(shop.ctx, opens, contact)
  return { ...opens, provider: 'sandbox-bank' }
}

async function stockOf(variantId: string) {
  return shop.ctx.database.one<{ onHand: number; reserved: number }>(sql`
    select sum(on_hand)::int as on_hand, sum(reserved)::int as reserved
    from stock_levels join variant_inventory_items using (inventory_item_id) where variant_id = ${variantId}`)
}

/** What may never happen, whatever the test before did. */
async function checkBooks({ ctx }: SmallShop) {
  const { sum, stranded, promised, charged } = await ctx.database.one<Record<string, number>>(sql`
    select (select coalesce(sum(amount_minor), 0)::int from ledger_entries) as sum,
      (select count(*)::int from payments p join orders o on o.id = p.order_id
        where p.status in ('authorized', 'captured') and o.status <> 'placed') as stranded,
      (select count(*)::int from stock_levels l where l.reserved <> coalesce((select sum(quantity) from reservations r
        where (r.inventory_item_id, r.location_id) = (l.inventory_item_id, l.location_id)
          and r.status in ('held', 'committed')), 0)) as promised,
      (select count(*)::int from orders o where o.status = 'placed' and o.total_minor > 0 and not exists (
        select from payments p where p.order_id = o.id and p.status in ('authorized', 'captured'))) as charged`)
  expect({ sum, stranded, promised, charged }).toEqual({ sum: 0, stranded: 0, promised: 0, charged: 0 })
}

test('a card pays for a cart: the order is placed, its stock promised, its sale booked', async () => {
  const cup = await shop.sell({ slug: 'cup', priceMinor: 24_00, stock: 10 })
  const wish = { ...(await cartWith(cup, 2)), paymentToken: await bank.tokenFor(goodCard) }
  const placed = await placeOrder(shop.ctx, { ...wish, expectedTotalMinor: 52_90 })
  expect(placed).toMatchObject({
    kind: 'placed',
    isNew: true,
    order: { status: 'placed', totalMinor: 52_90, currency: 'EUR' },
  })
  const order = await orderByKey(shop.ctx, { orderId: placed.order.id, key: orderKey(shop.ctx, placed.order.id) })
  expect(order.contact).toEqual({ ...contact, address: { ...contact.address, country: 'DE' } })
  expect(order.lines).toMatchObject([
    { title: 'The cup', quantity: 2, unitPriceMinor: 24_00, totalMinor: 48_00, taxMinor: 7_66 },
  ])
  expect(order.taxLines).toEqual([{ name: 'VAT', ratePpm: 190_000, taxMinor: 8_44 }])
  expect(order.payments).toMatchObject([
    { status: 'authorized', amountMinor: 52_90, method: { brand: 'visa', last4: '4242' } },
  ])
  expect(order.timeline.map((step) => step.type)).toEqual(['payment.authorized', 'order.placed'])
  expect(order).toMatchObject({ deliverFrom: '2026-03-03', deliverUntil: '2026-03-05', shipping: { code: 'standard' } })
  expect(await stockOf(cup)).toEqual({ onHand: 10, reserved: 2 })
  expect((await trialBalance(shop.ctx)).map(({ account, balanceMinor }) => [account, balanceMinor])).toEqual([
    ['assets:receivable:customers', 52_90],
    ['liabilities:tax:de', -8_44],
    ['revenue:goods', -(48_00 - 7_66)],
    ['revenue:shipping', -(4_90 - 78)],
  ])
  await expect(orderByKey(shop.ctx, { orderId: placed.order.id, key: wish.token })).rejects.toMatchObject({
    code: 'orders.not-found',
  })
})

test('placing an order takes at most 14 round trips over both transactions', async () => {
  const bowl = await shop.sell({ slug: 'bowl', priceMinor: 24_00, stock: 100 })
  const wish = async () => ({ ...(await cartWith(bowl, 2)), paymentToken: await bank.tokenFor(goodCard) })
  await placeOrder(shop.ctx, await wish())
  const counted = await wish()
  const statements: string[] = []
  shop.ctx.database.onStatement = (text) => statements.push(text)
  await placeOrder(shop.ctx, counted)
  shop.ctx.database.onStatement = undefined
  expect(statements.length).toBeLessThanOrEqual(14)
})

test('a declined card says why, gives the stock back and leaves the cart open for another card', async () => {
  const lamp = await shop.sell({ slug: 'lamp', priceMinor: 80_00, stock: 1 })
  const wish = await cartWith(lamp)
  const poor = placeOrder(shop.ctx, { ...wish, paymentToken: await bank.tokenFor(poorCard) })
  await expect(poor).rejects.toMatchObject({
    code: 'payments.declined',
    status: 402,
    details: { declineCode: 'insufficient-funds' },
  })
  expect(await stockOf(lamp)).toEqual({ onHand: 1, reserved: 0 })
  const second = await placeOrder(shop.ctx, { ...wish, paymentToken: await bank.tokenFor(goodCard) })
  expect(second.order.status).toBe('placed')
  expect(await stockOf(lamp)).toEqual({ onHand: 1, reserved: 1 })
})

test('a hundred "buy" at once on one cart are one order and one charge, and all are told the same', async () => {
  const clock = await shop.sell({ slug: 'clock', priceMinor: 60_00, stock: 1 })
  const wish = { ...(await cartWith(clock)), paymentToken: await bank.tokenFor(goodCard) }
  const before = (await bank.records()).filter((record) => record.type === 'authorization.answered').length
  const answers = await Promise.all(Array.from({ length: 100 }, () => placeOrder(shop.ctx, wish)))
  expect(new Set(answers.map((answer) => `${answer.kind} ${answer.order.id} ${answer.order.number}`)).size).toBe(1)
  expect(answers.filter((answer) => answer.kind === 'placed' && answer.isNew)).toHaveLength(1)
  const after = (await bank.records()).filter((record) => record.type === 'authorization.answered').length
  expect(after - before).toBe(1)
  const again = await placeOrder(shop.ctx, { ...wish, paymentToken: await bank.tokenFor(goodCard) })
  expect(again).toMatchObject({ kind: 'placed', isNew: false, order: { id: answers[0]?.order.id } })
})

test('the last piece goes to one of thirty buyers, the others are told none is left and pay nothing', async () => {
  const vase = await shop.sell({ slug: 'vase', priceMinor: 50_00, stock: 1 })
  const wishes = await Promise.all(
    Array.from({ length: 30 }, async () => ({
      ...(await cartWith(vase)),
      paymentToken: await bank.tokenFor(goodCard),
    })),
  )
  const results = await Promise.allSettled(wishes.map((wish) => placeOrder(shop.ctx, wish)))
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(new Set(refused.map((error) => `${error.status} ${error.code} ${error.details.left}`))).toEqual(
    new Set(['409 inventory.out-of-stock 0']),
  )
  expect(await stockOf(vase)).toEqual({ onHand: 1, reserved: 1 })
})

test('nobody is charged another sum than they were shown', async () => {
  const mug = await shop.sell({ slug: 'mug', priceMinor: 9_00, stock: 5 })
  const wish = { ...(await cartWith(mug)), paymentToken: await bank.tokenFor(goodCard), expectedTotalMinor: 9_00 }
  await expect(placeOrder(shop.ctx, wish)).rejects.toMatchObject({
    code: 'checkout.total-changed',
    details: { totalMinor: 13_90, expectedTotalMinor: 9_00 },
  })
})

test('what is missing is named, and only what this delivery needs is asked for', async () => {
  const tray = await shop.sell({ slug: 'tray', priceMinor: 9_00, stockInStore: 5 })
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  const wish = { ...opens, provider: 'sandbox-bank', paymentToken: await bank.tokenFor(goodCard) }
  await expect(placeOrder(shop.ctx, wish)).rejects.toMatchObject({ code: 'checkout.empty' })
  await addToCart(shop.ctx, { ...opens, variantId: tray, quantity: 1 })
  const { shippingOptions } = await readCart(shop.ctx, opens)
  await expect(placeOrder(shop.ctx, wish)).rejects.toMatchObject({
    code: 'checkout.incomplete',
    details: { missing: ['email', 'name', 'address.line1', 'address.postcode', 'address.city'] },
  })
  const pickup = shippingOptions.find((option) => option.kind === 'pickup')
  await updateCart(shop.ctx, opens, { email: 'kim@example.com', name: 'Kim', shippingMethodId: pickup?.id })
  const { order } = await placeOrder(shop.ctx, wish)
  expect(await orderById(shop.ctx, order.id)).toMatchObject({
    totalMinor: 9_00,
    shipping: { kind: 'pickup', location: { name: 'Store' } },
  })
})

test('without a token the shopper pays on the page of the bank, and comes back to a placed order', async () => {
  const pot = await shop.sell({ slug: 'pot', priceMinor: 30_00, stock: 3 })
  const wish = { ...(await cartWith(pot)), returnUrl: '/thanks?order={orderId}' }
  const sent = await placeOrder(shop.ctx, wish)
  if (sent.kind !== 'redirect') throw new Error('expected the page of the bank')
  const { order } = sent
  expect(await confirmPayment(shop.ctx, order.id)).toMatchObject({ kind: 'redirect', redirectUrl: sent.redirectUrl })
  expect(await placeOrder(shop.ctx, wish)).toMatchObject({
    kind: 'redirect',
    redirectUrl: sent.redirectUrl,
    order: { id: order.id },
  })
  expect(await bank.onPage(sent.redirectUrl, cardForm)).toBe(303)
  const returns = await Promise.all([
    confirmPayment(shop.ctx, order.id),
    confirmPayment(shop.ctx, order.id),
    placeOrder(shop.ctx, wish),
  ])
  expect(new Set(returns.map((answer) => answer.order.status))).toEqual(new Set(['placed']))
  expect(new Set(returns.map((answer) => answer.order.id))).toEqual(new Set([order.id]))
})

test('a cart that changed after its payment page was opened gets a new page, and the old one cannot be paid', async () => {
  const pan = await shop.sell({ slug: 'pan', priceMinor: 30_00, stock: 3 })
  const wish = await cartWith(pan)
  const first = await placeOrder(shop.ctx, wish)
  shop.clock.advance({ seconds: 5 })
  await addToCart(shop.ctx, { ...wish, variantId: pan, quantity: 1 })
  const second = await placeOrder(shop.ctx, wish)
  if (first.kind !== 'redirect' || second.kind !== 'redirect') throw new Error('expected the page of the bank')
  expect(second.order).toMatchObject({ totalMinor: 64_90 })
  expect(second.order.id).not.toBe(first.order.id)
  await bank.onPage(first.redirectUrl, cardForm)
  await expect(confirmPayment(shop.ctx, first.order.id)).rejects.toMatchObject({ details: { declineCode: 'canceled' } })
  await bank.onPage(second.redirectUrl, cardForm)
  expect((await confirmPayment(shop.ctx, second.order.id)).order.status).toBe('placed')
  expect(await stockOf(pan)).toEqual({ onHand: 3, reserved: 2 })
})

test('a shopper who pays on the page and never comes back still gets the order', async () => {
  const jug = await shop.sell({ slug: 'jug', priceMinor: 30_00, stock: 3 })
  const sent = await placeOrder(shop.ctx, await cartWith(jug))
  if (sent.kind !== 'redirect') throw new Error('expected the page of the bank')
  await bank.onPage(sent.redirectUrl, cardForm)
  shop.clock.advance({ minutes: 1 })
  await sweepOrders(shop.ctx)
  expect((await orderById(shop.ctx, sent.order.id)).status).toBe('placed')
})

test('a shopper who walks away gives the stock back after the hold, and cannot pay late', async () => {
  const kettle = await shop.sell({ slug: 'kettle', priceMinor: 30_00, stock: 1 })
  const wish = await cartWith(kettle)
  const sent = await placeOrder(shop.ctx, wish)
  if (sent.kind !== 'redirect') throw new Error('expected the page of the bank')
  shop.clock.advance({ minutes: 14 })
  await sweepOrders(shop.ctx)
  expect(await stockOf(kettle)).toEqual({ onHand: 1, reserved: 1 })
  shop.clock.advance({ minutes: 1 })
  await sweepOrders(shop.ctx)
  expect(await stockOf(kettle)).toEqual({ onHand: 1, reserved: 0 })
  await bank.onPage(sent.redirectUrl, cardForm)
  await sweepOrders(shop.ctx)
  expect((await orderById(shop.ctx, sent.order.id)).status).toBe('declined')
  expect((await placeOrder(shop.ctx, { ...wish, paymentToken: await bank.tokenFor(goodCard) })).order.status).toBe(
    'placed',
  )
})

test('a way back that leads to another site is refused before anything is written', async () => {
  const rug = await shop.sell({ slug: 'rug', priceMinor: 30_00, stock: 1 })
  const wish = await cartWith(rug)
  for (const returnUrl of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'http://localhost.evil.example/',
  ])
    await expect(placeOrder(shop.ctx, { ...wish, returnUrl })).rejects.toMatchObject({
      code: 'checkout.invalid-return-url',
    })
  expect(await stockOf(rug)).toEqual({ onHand: 1, reserved: 0 })
})

test('what costs nothing is placed without asking any bank', async () => {
  const leaflet = await shop.sell({ slug: 'leaflet', priceMinor: 0, variant: { requiresShipping: false } })
  const placed = await placeOrder(shop.ctx, await cartWith(leaflet))
  expect(placed).toMatchObject({ kind: 'placed', order: { status: 'placed', totalMinor: 0 } })
})
