import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { addToCart, cartView, createCart, enterCode, readCart, removeCode, updateCart } from '../carts/index.ts'
import { placeOrder } from '../checkout/index.ts'
import { goodCard, openTestBank, poorCard, type TestBank } from '../checkout/testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { trialBalance } from '../ledger/index.ts'
import { orderById } from '../orders/index.ts'
import { addCode, changePromotion, createPromotion, generateCodes, type PromotionInput } from './index.ts'

let bank: TestBank
let shop: SmallShop
let cup: string
let book: string
beforeAll(async () => {
  bank = await openTestBank()
  shop = await openSmallShop({ providers: { payments: { 'sandbox-bank': bank.client } } })
  cup = await shop.sell({ slug: 'cup', priceMinor: 20_00, stock: 1000 })
  book = await shop.sell({ slug: 'book', priceMinor: 10_00, product: { taxCategory: 'books', tags: ['paper'] } })
})
afterAll(async () => {
  await shop.close()
  await bank.close()
})
afterEach(async () => {
  await shop.ctx.database.run(sql`update promotions set status = 'paused'`)
  const { wrong } = await shop.ctx.database.one<{ wrong: number }>(sql`
    select count(*)::int as wrong from promotions p where uses < 0 or spent_minor < 0
      or (uses, spent_minor) <> (select count(*), coalesce(sum(amount_minor) filter (where currency = p.budget_currency), 0)
        from promotion_uses u where u.promotion_id = p.id and u.status <> 'released')`)
  expect(wrong).toBe(0)
})

const plain: PromotionInput = {
  title: 'Ten percent',
  translations: { de: { title: 'Zehn Prozent' } },
  method: 'code',
  status: 'active',
  rule: { gives: { kind: 'percent', tiers: [{ ratePpm: 100_000 }] } },
  priority: 0,
  combines: 'with-all',
  combinesWith: [],
  startsAt: null,
  endsAt: null,
  usesMax: null,
  usesPerCustomerMax: null,
  budgetCurrency: null,
  budgetMinor: null,
}

async function promote(code: string, more: Partial<PromotionInput> = {}): Promise<string> {
  const promotionId = await createPromotion(shop.ctx, { ...plain, ...more })
  if ((more.method ?? 'code') === 'code') await addCode(shop.ctx, { promotionId, code })
  return promotionId
}

async function cartWith(variantIds: string[], codes: string[] = [], email = 'kim@example.com') {
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  for (const variantId of variantIds) await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
  const address = { line1: '1 Long Road', postcode: '12345', city: 'Springfield' }
  await updateCart(shop.ctx, opens, { email, name: 'Kim Example', address })
  for (const code of codes) await enterCode(shop.ctx, { ...opens, code, address: cart.id })
  return opens
}

async function buy(opens: { cartId: string; token: string }, card = goodCard) {
  const { totals } = await readCart(shop.ctx, opens)
  return placeOrder(shop.ctx, {
    ...opens,
    provider: 'sandbox-bank',
    paymentToken: await bank.tokenFor(card),
    expectedTotalMinor: totals.totalMinor,
  })
}

const usesOf = (id: string) =>
  shop.ctx.database.one<{ uses: number; spentMinor: number }>(
    sql`select uses, spent_minor from promotions where id = ${id}`,
  )

test('what a code takes is shown in the cart, charged, written on the lines and booked net of it', async () => {
  await promote('SUMMER')
  await promote('POST', { title: 'Free delivery', rule: { gives: { kind: 'free-shipping' } } })
  const opens = await cartWith([cup, book], [' sum mer', 'post'])
  const view = cartView(await readCart(shop.ctx, opens))
  expect(view.discounts.map(({ title, code, amountMinor }) => [title, code, amountMinor])).toEqual([
    ['Ten percent', 'SUMMER', 3_00],
    ['Free delivery', 'POST', 4_90],
  ])
  expect(view.lines.map((line) => line.discountMinor)).toEqual([2_00, 1_00])
  expect(view.totals).toMatchObject({
    goodsMinor: 30_00,
    shippingMinor: 4_90,
    discountMinor: 7_90,
    shippingDiscountMinor: 4_90,
    shippingTaxMinor: 0,
    totalMinor: 27_00,
    taxLines: [
      { ratePpm: 190_000, taxMinor: 2_87 },
      { ratePpm: 70_000, taxMinor: 59 },
    ],
  })
  const before = await trialBalance(shop.ctx)
  const { order } = await buy(opens)
  expect(order.totalMinor).toBe(27_00)
  const written = await orderById(shop.ctx, order.id)
  expect(written.lines.map(({ discountMinor, totalMinor }) => [discountMinor, totalMinor])).toEqual([
    [2_00, 18_00],
    [1_00, 9_00],
  ])
  expect(
    written.discounts.map(({ title, code, orderLineId, amountMinor }) => [title, code, orderLineId, amountMinor]),
  ).toEqual([
    ['Ten percent', 'SUMMER', written.lines[0]?.id, 2_00],
    ['Ten percent', 'SUMMER', written.lines[1]?.id, 1_00],
    ['Free delivery', 'POST', null, 4_90],
  ])
  const after = await trialBalance(shop.ctx)
  const balance = (of: typeof after, name: string) => of.find(({ account }) => account === name)?.balanceMinor ?? 0
  const booked = (name: string) => balance(after, name) - balance(before, name)
  expect(
    ['assets:receivable:customers', 'revenue:goods', 'liabilities:tax:de', 'revenue:shipping'].map(booked),
  ).toEqual([27_00, -(27_00 - 3_46), -3_46, 0])
})

test('a code that gives nothing is refused in the same words, whatever the reason, and only so often', async () => {
  const ended = await promote('ENDED', { endsAt: new Date('2020-01-01') })
  await promote('PAUSED', { status: 'paused' })
  const [once = ''] = await generateCodes(shop.ctx, { promotionId: ended, count: 1 })
  await changePromotion(shop.ctx, { promotionId: ended, changes: { endsAt: null } })
  await buy(await cartWith([cup], [once]))
  await changePromotion(shop.ctx, { promotionId: ended, changes: { endsAt: new Date('2020-01-01') } })
  const opens = await cartWith([cup])
  const told = new Set<string>()
  for (const code of ['ENDED', 'PAUSED', once, 'NOSUCH', '💥', 'x'])
    await enterCode(shop.ctx, { ...opens, code, address: 'somewhere' }).catch((error) =>
      told.add(`${error.status} ${error.code} ${error.message}`),
    )
  expect([...told]).toEqual(['422 promotions.code-not-valid This code is not valid, or not any more.'])
  const guesses = Array.from({ length: 40 }, () =>
    enterCode(shop.ctx, { ...opens, code: 'NOSUCH', address: 'somewhere' }).catch((error) => error.status as number),
  )
  expect((await Promise.all(guesses)).filter((status) => status === 422).length).toBeLessThanOrEqual(15)
})

test('a code that asks for more is kept, says so, and applies as soon as it may', async () => {
  await promote('FIFTY', { rule: { gives: plain.rule.gives, needs: { valueMin: { EUR: 50_00 } } } })
  const opens = await cartWith([cup], ['FIFTY'])
  expect((await readCart(shop.ctx, opens)).codes).toEqual([
    { code: 'FIFTY', title: 'Ten percent', isApplied: false, because: 'not-enough' },
  ])
  await addToCart(shop.ctx, { ...opens, variantId: cup, quantity: 2 })
  const cart = await readCart(shop.ctx, opens)
  expect(cart.codes).toMatchObject([{ code: 'FIFTY', isApplied: true, because: null }])
  expect(cart.totals.discountMinor).toBe(6_00)
  expect((await removeCode(shop.ctx, { ...opens, code: 'FIFTY' })).totals.discountMinor).toBe(0)
})

test('of forty who use a code for the first seven at once, seven get it; nobody pays a surprise', async () => {
  const promotionId = await promote('FIRST7', { usesMax: 7 })
  const carts = []
  for (let count = 0; count < 40; count++) carts.push(await cartWith([cup], ['FIRST7']))
  const results = await Promise.allSettled(carts.map((opens) => buy(opens)))
  const placed = results.filter((result) => result.status === 'fulfilled')
  const told = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
  const discounted = placed.filter(({ value }) => value.order.totalMinor === 22_90)
  expect(discounted).toHaveLength(7)
  expect(told.every((code) => ['promotions.changed-meanwhile', 'checkout.total-changed'].includes(code))).toBe(true)
  expect(await usesOf(promotionId)).toMatchObject({ uses: 7 })
  const { codes, totals } = await readCart(shop.ctx, await cartWith([cup]))
  expect({ codes, off: totals.discountMinor }).toEqual({ codes: [], off: 0 })
})

test('a declined card gives its use back, and the next one may have it', async () => {
  const promotionId = await promote('ONLY1', { usesMax: 1, budgetCurrency: 'EUR', budgetMinor: 2_00 })
  const opens = await cartWith([cup], ['ONLY1'])
  await expect(buy(opens, poorCard)).rejects.toMatchObject({ code: 'payments.declined' })
  expect(await usesOf(promotionId)).toEqual({ uses: 0, spentMinor: 0 })
  await buy(opens)
  expect(await usesOf(promotionId)).toEqual({ uses: 1, spentMinor: 2_00 })
})

test('a budget is never overspent: the last order gets what is left', async () => {
  const promotionId = await promote('', { method: 'automatic', budgetCurrency: 'EUR', budgetMinor: 5_00 })
  const carts = []
  for (let count = 0; count < 12; count++) carts.push(await cartWith([cup]))
  const discounts: number[] = []
  // Whoever is told that it has run out looks again and buys at what is shown then.
  const insist = async (opens: { cartId: string; token: string }): Promise<void> => {
    const shown = (await readCart(shop.ctx, opens)).totals.discountMinor
    const placed = await buy(opens).catch((error) => {
      expect(['promotions.changed-meanwhile', 'checkout.total-changed']).toContain(error.code)
    })
    if (!placed) return insist(opens)
    discounts.push((await orderById(shop.ctx, placed.order.id)).discountMinor)
    expect(shown).toBeGreaterThanOrEqual(discounts.at(-1) as number)
  }
  await Promise.all(carts.map(insist))
  expect(discounts.toSorted((a, b) => b - a).slice(0, 4)).toEqual([2_00, 2_00, 1_00, 0])
  expect(await usesOf(promotionId)).toEqual({ uses: 3, spentMinor: 5_00 })
})

test('one use per customer is one use, in ten carts at once, and known beforehand in the next', async () => {
  const promotionId = await promote('ONCE', { usesPerCustomerMax: 1 })
  const carts = []
  for (let count = 0; count < 10; count++) carts.push(await cartWith([cup], ['ONCE'], 'Sam@Example.com'))
  const results = await Promise.allSettled(carts.map((opens) => buy(opens)))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  const next = await readCart(shop.ctx, await cartWith([cup], ['ONCE'], 'sam@example.com '))
  expect(next.codes).toMatchObject([{ isApplied: false, because: 'not-valid' }])
  expect((await readCart(shop.ctx, await cartWith([cup], ['ONCE'], 'pat@example.com'))).totals.discountMinor).toBe(2_00)
  expect(await usesOf(promotionId)).toMatchObject({ uses: 1 })
})

test('an order that is canceled gives its uses back once', async () => {
  const promotionId = await promote('', { method: 'automatic' })
  const { order } = await buy(await cartWith([cup]))
  const { listeners } = await import('./listeners.ts')
  const event = { id: 1, type: 'order.canceled', subject: order.id, payload: {}, actor: null, occurredAt: new Date() }
  for (let count = 0; count < 2; count++) for (const listener of listeners) await listener.run(shop.ctx, event)
  expect(await usesOf(promotionId)).toMatchObject({ uses: 0 })
})

test('a promotion edited between the look and the purchase never gives by its old rule', async () => {
  const promotionId = await promote('', { method: 'automatic' })
  const opens = await cartWith([cup])
  const shown = (await readCart(shop.ctx, opens)).totals.totalMinor
  // As another process would: this one still has the old rule in its memory.
  await shop.ctx.database.run(sql`update promotions set version = version + 1 where id = ${promotionId}`)
  const wish = { ...opens, provider: 'sandbox-bank', paymentToken: await bank.tokenFor(goodCard) }
  await expect(placeOrder(shop.ctx, { ...wish, expectedTotalMinor: shown })).rejects.toMatchObject({
    code: 'promotions.changed-meanwhile',
  })
  expect((await placeOrder(shop.ctx, { ...wish, expectedTotalMinor: shown })).order.totalMinor).toBe(shown)
})

test('a rule that does not add up is refused with a reason, by the database as well', async () => {
  const wrong = (gives: unknown) => promote('', { rule: { gives } as PromotionInput['rule'], method: 'automatic' })
  await expect(wrong({ kind: 'percent', tiers: [{ ratePpm: 50_000_000 }] })).rejects.toMatchObject({
    code: 'promotions.invalid-rule',
  })
  await expect(wrong({ kind: 'amount', tiers: [{ amounts: { EUR: 34.116425 } }] })).rejects.toMatchObject({
    status: 422,
  })
  await expect(wrong({ kind: 'percent', tiers: [] })).rejects.toMatchObject({ status: 422 })
  const mixed = { gives: { kind: 'percent', tiers: [{ ratePpm: 500_000, amounts: { EUR: 500_00 } }] } }
  await expect(promote('', { rule: mixed as PromotionInput['rule'] })).rejects.toMatchObject({
    constraint: 'a_fixed_amount_is_no_percentage',
  })
})

test('generated codes are of 80 bits, all different, and each is good once', async () => {
  const promotionId = await promote('OWN')
  const codes = await generateCodes(shop.ctx, { promotionId, count: 500, prefix: 'win' })
  expect(new Set(codes).size).toBe(500)
  expect(codes.every((code) => /^WIN(-[A-HJ-NP-Z2-9]{4}){4}$/.test(code))).toBe(true)
  await buy(await cartWith([cup], [codes[0] as string]))
  await expect(cartWith([cup], [codes[0] as string])).rejects.toMatchObject({ code: 'promotions.code-not-valid' })
  await expect(addCode(shop.ctx, { promotionId, code: 'own' })).rejects.toMatchObject({ code: 'promotions.code-taken' })
})
