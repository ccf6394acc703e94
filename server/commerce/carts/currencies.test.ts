import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOrder } from '../checkout/index.ts'
import { goodCard, openTestBank, type TestBank } from '../checkout/testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { trialBalance } from '../ledger/index.ts'
import { orderById } from '../orders/index.ts'
import { createPromotion } from '../promotions/index.ts'
import { addToCart, cartView, createCart, readCart, updateCart } from './index.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await openTestBank()
})
afterAll(() => bank.close())

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe.each([
  { currency: 'EUR', prices: [33_33, 9_99, 1], pricesIncludeTax: true },
  { currency: 'EUR', prices: [318_60, 9_99, 1], pricesIncludeTax: false },
  { currency: 'JPY', prices: [1_999, 333, 1], pricesIncludeTax: true },
  { currency: 'KWD', prices: [1_999, 34_116, 1], pricesIncludeTax: false },
])('in $currency, tax inside: $pricesIncludeTax', ({ currency, prices, pricesIncludeTax }) => {
  let shop: SmallShop
  beforeAll(async () => {
    shop = await openSmallShop({
      currency,
      pricesIncludeTax,
      providers: { payments: { 'sandbox-bank': bank.client } },
    })
  })
  afterAll(() => shop.close())

  test('line totals and order total agree to the last unit, in cart, order and books, with a third off', async () => {
    const { ctx } = shop
    await createPromotion(ctx, {
      title: 'A third off',
      translations: {},
      method: 'automatic',
      status: 'active',
      rule: { gives: { kind: 'percent', tiers: [{ ratePpm: 333_333 }] } },
      priority: 0,
      combines: 'with-all',
      combinesWith: [],
      startsAt: null,
      endsAt: null,
      usesMax: null,
      usesPerCustomerMax: null,
      budgetCurrency: null,
      budgetMinor: null,
    })
    const { cart, token } = await createCart(ctx, {})
    const opens = { cartId: cart.id, token }
    for (const [index, priceMinor] of prices.entries()) {
      const variantId = await shop.sell({ slug: `thing-${index}`, priceMinor })
      await addToCart(ctx, { ...opens, variantId, quantity: index + 2 })
    }
    const address = { line1: '1 Long Road', postcode: '12345', city: 'Springfield' }
    await updateCart(ctx, opens, { email: 'kim@example.com', name: 'Kim', address })
    const { totals, discounts } = cartView(await readCart(ctx, opens))
    expect(sum(discounts.map(({ amountMinor }) => amountMinor))).toBe(totals.discountMinor)

    const { order } = await placeOrder(ctx, {
      ...opens,
      provider: 'sandbox-bank',
      paymentToken: await bank.tokenFor(goodCard),
      expectedTotalMinor: totals.totalMinor,
    })
    const written = await orderById(ctx, order.id)
    const shipping = written.shippingMinor - written.shippingDiscountMinor
    const shippingTax = pricesIncludeTax ? 0 : written.shippingTaxMinor
    expect(written).toMatchObject({ currency, totalMinor: totals.totalMinor, discountMinor: totals.discountMinor })
    expect(sum(written.lines.map(({ totalMinor }) => totalMinor)) + shipping + shippingTax).toBe(written.totalMinor)
    expect(sum(written.discounts.map(({ amountMinor }) => amountMinor))).toBe(written.discountMinor)
    expect(sum(written.taxLines.map(({ taxMinor }) => taxMinor))).toBe(written.taxMinor)
    expect(written.payments.map(({ amountMinor }) => amountMinor)).toEqual([written.totalMinor])
    const books = await trialBalance(ctx)
    expect(new Set(books.map((account) => account.currency))).toEqual(new Set([currency]))
    expect(books.find(({ account }) => account === 'assets:receivable:customers')?.balanceMinor).toBe(
      written.totalMinor,
    )
    expect(sum(books.map(({ balanceMinor }) => balanceMinor))).toBe(0)
  })
})

test('a price of 318.60 with 20% tax on top is charged as 382.32', async () => {
  const shop = await openSmallShop({
    pricesIncludeTax: false,
    providers: { payments: { 'sandbox-bank': bank.client } },
  })
  try {
    await shop.ctx.database.pool.query('update tax_rates set rate_ppm = 200000')
    const variantId = await shop.sell({ slug: 'radio', priceMinor: 318_60, variant: { requiresShipping: false } })
    const { cart, token } = await createCart(shop.ctx, {})
    const opens = { cartId: cart.id, token }
    await addToCart(shop.ctx, { ...opens, variantId, quantity: 1 })
    await updateCart(shop.ctx, opens, { email: 'kim@example.com' })
    const wish = { ...opens, provider: 'sandbox-bank', paymentToken: await bank.tokenFor(goodCard) }
    const { order } = await placeOrder(shop.ctx, wish)
    expect(order.totalMinor).toBe(382_32)
  } finally {
    await shop.close()
  }
})
