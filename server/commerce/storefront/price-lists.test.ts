import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startEventDispatcher } from '../../platform/event-dispatcher.ts'
import { settleEvents } from '../../platform/testing/settle-events.ts'
import { addToCart, createCart, enterCode, readCart, removeCode } from '../carts/index.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import {
  announceTurnedLists,
  createCustomerGroup,
  type PriceListInput,
  priceLists,
  priceSteps,
  saveListPrices,
  savePriceList,
} from '../pricing/index.ts'
import { productPage } from './product-page.ts'

let shop: SmallShop
let cup: string
beforeAll(async () => {
  shop = await openSmallShop()
  cup = await shop.sell({ slug: 'cup', priceMinor: 20_00 })
})
afterAll(() => shop.close())
beforeEach(async () => {
  for (const { id, code } of await priceLists(shop.ctx))
    if (code !== 'default') await shop.ctx.database.pool.query('delete from prices where price_list_id = $1', [id])
})

let lists = 0
async function list(more: Partial<PriceListInput>, prices: [quantityMin: number, amountMinor: number][]) {
  const priceListId = await savePriceList(shop.ctx, {
    list: {
      code: `list-${++lists}`,
      title: '',
      currency: 'EUR',
      marketId: null,
      customerGroupId: null,
      priority: 10,
      startsAt: null,
      endsAt: null,
      ...more,
    },
  })
  await saveListPrices(shop.ctx, {
    priceListId,
    prices: prices.map(([quantityMin, amountMinor]) => ({ variantId: cup, quantityMin, amountMinor })),
  })
  return priceListId
}

async function cartOf(quantity: number, code?: string) {
  const { cart, token } = await createCart(shop.ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(shop.ctx, { ...opens, variantId: cup, quantity })
  if (code) await enterCode(shop.ctx, { ...opens, code, address: cart.id })
  return opens
}
const unitPrice = async (quantity: number, code?: string) =>
  (await readCart(shop.ctx, await cartOf(quantity, code))).lines[0]?.unitPriceMinor
const shown = async () => {
  const { variants } = JSON.parse((await productPage(shop.ctx, 'cup', 'en')).body.toString())
  return [
    variants[0].priceMinor,
    ...variants[0].priceSteps.map((step: { quantityMin: number; amountMinor: number }) => [
      step.quantityMin,
      step.amountMinor,
    ]),
  ]
}

test('the more of it, the less each costs; the page says from how many on', async () => {
  await list({}, [
    [6, 18_00],
    [12, 15_00],
  ])
  expect(await Promise.all([1, 5, 6, 11, 12].map((quantity) => unitPrice(quantity)))).toEqual([
    20_00, 20_00, 18_00, 18_00, 15_00,
  ])
  expect(await shown()).toEqual([20_00, [6, 18_00], [12, 15_00]])
})

test('a group pays its own prices, from the moment its code is in the cart until it is taken out', async () => {
  const trade = await createCustomerGroup(shop.ctx, { title: 'Trade' })
  await list({ customerGroupId: trade.id }, [[1, 12_00]])
  expect([await unitPrice(1), await unitPrice(1, trade.entryCode.toLowerCase())]).toEqual([20_00, 12_00])
  const opens = await cartOf(1, trade.entryCode)
  const cart = await readCart(shop.ctx, opens)
  expect(cart.codes).toEqual([{ code: trade.entryCode, title: 'Trade', isApplied: true, because: null }])
  expect(cart.lines[0]?.quotedMinor).toBeNull()
  await removeCode(shop.ctx, { ...opens, code: trade.entryCode })
  expect((await readCart(shop.ctx, opens)).lines[0]?.unitPriceMinor).toBe(20_00)
})

test('which list decides is the same every time: priority, then group, then market, then code', async () => {
  const [market] = (await shop.ctx.database.pool.query('select id from markets')).rows as { id: string }[]
  await list({ code: 'b-all' }, [[1, 17_00]])
  await list({ code: 'a-all' }, [[1, 18_00]])
  expect(await unitPrice(1)).toBe(18_00)
  await list({ code: 'z-market', marketId: market?.id ?? null }, [[1, 19_00]])
  expect(await unitPrice(1)).toBe(19_00)
  await list({ code: 'z-first', priority: 11 }, [[1, 16_00]])
  expect(await unitPrice(1)).toBe(16_00)
})

test('a list counts from its first moment until its last, on the page as in the cart', async () => {
  const dispatcher = startEventDispatcher(shop.ctx, [])
  await shop.ctx.changes.start()
  const now = shop.clock.now().getTime()
  await list({ startsAt: new Date(now + 3_600_000), endsAt: new Date(now + 7_200_000) }, [[1, 9_00]])
  const look = async () => {
    await announceTurnedLists(shop.ctx)
    await settleEvents(shop.ctx, dispatcher)
    return unitPrice(1)
  }
  const page = async () => (await shown())[0]
  try {
    expect(await look()).toBe(20_00)
    expect(await page()).toBe(20_00)
    shop.clock.advance({ hours: 1 })
    expect(await look()).toBe(9_00)
    await vi.waitUntil(async () => (await page()) === 9_00)
    shop.clock.advance({ hours: 1 })
    expect(await look()).toBe(20_00)
    await vi.waitUntil(async () => (await page()) === 20_00)
  } finally {
    await dispatcher.stop()
  }
})

test('a unit price of 34.116425 is refused, and so is one below nothing; nothing of the same request is kept', async () => {
  const id = await list({}, [])
  for (const amountMinor of [34.116425, -1, Number.NaN])
    await expect(
      saveListPrices(shop.ctx, {
        priceListId: id,
        prices: [
          { variantId: cup, quantityMin: 1, amountMinor: 1 },
          { variantId: cup, quantityMin: 2, amountMinor },
        ],
      }),
    ).rejects.toMatchObject({ code: 'pricing.invalid-price', status: 422 })
  expect(await unitPrice(1)).toBe(20_00)
})

test('the steps on the page are the prices in the cart, for any lists and quantities', () => {
  const anyPrices = fc.uniqueArray(
    fc.record({
      priceListId: fc.constantFrom('a', 'b', 'c'),
      quantityMin: fc.integer({ min: 1, max: 12 }),
      amountMinor: fc.integer({ min: 0, max: 5 }),
    }),
    { selector: ({ priceListId, quantityMin }) => `${priceListId} ${quantityMin}`, maxLength: 12 },
  )
  fc.assert(
    fc.property(
      anyPrices,
      fc.shuffledSubarray(['a', 'b', 'c']),
      fc.integer({ min: 1, max: 15 }),
      (prices, order, wanted) => {
        // As the cart's statement sorts them: by list, then by the highest quantity that is reached.
        const [charged] = prices
          .filter(({ priceListId, quantityMin }) => order.includes(priceListId) && quantityMin <= wanted)
          .sort((a, b) => order.indexOf(a.priceListId) - order.indexOf(b.priceListId) || b.quantityMin - a.quantityMin)
        const step = priceSteps(prices, order).findLast(({ quantityMin }) => quantityMin <= wanted)
        expect(step?.amountMinor).toBe(charged?.amountMinor)
      },
    ),
  )
})
