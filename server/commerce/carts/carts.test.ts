import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { saveProducts } from '../catalog/index.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { savePrices } from '../pricing/index.ts'
import { addToCart } from './add-to-cart.ts'
import { cartView } from './cart-view.ts'
import { removeLine, setQuantity } from './change-line.ts'
import { createCart } from './create-cart.ts'
import { readCart } from './price-cart.ts'
import { updateCart } from './update-cart.ts'

let shop: SmallShop
let cup: string
let book: string
beforeAll(async () => {
  shop = await openSmallShop()
  cup = await shop.sell({ slug: 'cup', priceMinor: 24_00, compareAtMinor: 30_00, stock: 3, stockInStore: 2 })
  book = await shop.sell({ slug: 'book', priceMinor: 10_00, product: { taxCategory: 'books' } })
})
afterAll(() => shop.close())

async function newCart() {
  const { cart, token } = await createCart(shop.ctx, {})
  return { cartId: cart.id, token }
}

test('what is put in the cart twice is one line with both quantities, and the total says what is to be paid', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 1 })
  await addToCart(shop.ctx, { ...cart, variantId: book, quantity: 1 })
  const content = await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 1 })
  expect(content).toMatchObject({
    itemCount: 3,
    goodsMinor: 58_00,
    lines: [{ variantId: cup, quantity: 2 }, { variantId: book }],
  })
  const view = cartView(await readCart(shop.ctx, cart))
  expect(view.lines.map((line) => [line.title, line.quantity, line.subtotalMinor])).toEqual([
    ['The cup', 2, 48_00],
    ['The book', 1, 10_00],
  ])
  expect(view.totals).toMatchObject({ goodsMinor: 58_00, shippingMinor: 4_90, totalMinor: 62_90, savedMinor: 12_00 })
  expect(view.totals.taxLines).toEqual([
    { name: 'VAT', ratePpm: 190_000, taxMinor: 766 + 78 },
    { name: 'VAT', ratePpm: 70_000, taxMinor: 65 },
  ])
  expect(view.shipping).toMatchObject({ code: 'standard', isChosen: false, deliverFrom: '2026-03-03' })
})

test('adding to the cart takes one round trip', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 1 })
  let statements = 0
  shop.ctx.database.onStatement = () => statements++
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 1 })
  shop.ctx.database.onStatement = undefined
  expect(statements).toBe(1)
})

test('nobody gets more than there is, and is told how many there are', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 4 })
  await expect(addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 2 })).rejects.toMatchObject({
    code: 'carts.out-of-stock',
    details: { available: 5 },
  })
  await expect(addToCart(shop.ctx, { ...cart, variantId: book, quantity: 100 })).rejects.toMatchObject({
    code: 'carts.too-many',
  })
  const gone = await shop.sell({ slug: 'gone', priceMinor: 1, stock: 0 })
  await expect(addToCart(shop.ctx, { ...cart, variantId: gone, quantity: 1 })).rejects.toMatchObject({
    code: 'carts.sold-out',
  })
  await expect(addToCart(shop.ctx, { ...cart, variantId: 'var_x', quantity: 1 })).rejects.toMatchObject({
    code: 'carts.variant-not-found',
  })
})

test('ten taps at once on the last room in a cart never overfill it', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: book, quantity: 90 })
  const taps = Array.from({ length: 10 }, () => addToCart(shop.ctx, { ...cart, variantId: book, quantity: 2 }))
  const results = await Promise.allSettled(taps)
  const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason.code)
  expect(new Set(refused)).toEqual(new Set(['carts.too-many']))
  expect((await readCart(shop.ctx, cart)).lines[0]?.quantity).toBe(98)
})

test('a cart opens with its own secret only', async () => {
  const cart = await newCart()
  const other = await newCart()
  const wrong = { cartId: cart.cartId, token: other.token }
  const notFound = { code: 'carts.not-found' }
  await expect(readCart(shop.ctx, wrong)).rejects.toMatchObject(notFound)
  await expect(addToCart(shop.ctx, { ...wrong, variantId: cup, quantity: 1 })).rejects.toMatchObject(notFound)
  await expect(updateCart(shop.ctx, wrong, { name: 'Mallory' })).rejects.toMatchObject(notFound)
  const stored = await shop.ctx.database.one<{ found: boolean }>(
    sql`select exists (select from carts where carts::text like ${`%${cart.token}%`}) as found`,
  )
  expect(stored.found).toBe(false)
})

test('a line can be raised, lowered and taken out; a line of another cart cannot', async () => {
  const cart = await newCart()
  const { lines } = await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 2 })
  const line = { ...cart, lineId: lines[0]?.id as string }
  expect((await setQuantity(shop.ctx, { ...line, quantity: 5 })).lines[0]?.quantity).toBe(5)
  await expect(setQuantity(shop.ctx, { ...line, quantity: 6 })).rejects.toMatchObject({ code: 'carts.out-of-stock' })
  expect((await setQuantity(shop.ctx, { ...line, quantity: 1 })).lines[0]?.quantity).toBe(1)
  const other = { ...(await newCart()), lineId: line.lineId }
  await expect(removeLine(shop.ctx, other)).rejects.toMatchObject({ code: 'carts.line-not-found' })
  expect((await removeLine(shop.ctx, line)).lines).toEqual([])
  await expect(removeLine(shop.ctx, line)).rejects.toMatchObject({ code: 'carts.line-not-found' })
})

test('what the shopper tells us is kept sealed, one field at a time', async () => {
  const cart = await newCart()
  await updateCart(shop.ctx, cart, { email: 'kim@example.com', address: { line1: '1 Long Road', city: 'Springfield' } })
  const priced = await updateCart(shop.ctx, cart, { name: 'Kim Example', address: { postcode: '12345', city: '' } })
  expect(priced.contact).toEqual({
    email: 'kim@example.com',
    name: 'Kim Example',
    address: { line1: '1 Long Road', postcode: '12345', city: undefined },
  })
  const { clear } = await shop.ctx.database.one<{ clear: boolean }>(
    sql`select position('kim@example.com'::bytea in contact_sealed) > 0 as clear from carts where id = ${cart.cartId}`,
  )
  expect(clear).toBe(false)
  for (const email of ['nobody', 'a,b@example.com', 'a@example.com;b@example.com', '<a@example.com>'])
    await expect(updateCart(shop.ctx, cart, { email })).rejects.toMatchObject({ code: 'carts.invalid-email' })
})

test('the way of delivery that the shopper chose is what the total counts; one not offered is refused', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 1 })
  const { shippingOptions } = await readCart(shop.ctx, cart)
  const express = shippingOptions.find((option) => option.code === 'express')
  const priced = await updateCart(shop.ctx, cart, { shippingMethodId: express?.id })
  expect(cartView(priced)).toMatchObject({
    shipping: { code: 'express', isChosen: true },
    totals: { totalMinor: 24_00 + 12_90 },
  })
  await expect(updateCart(shop.ctx, cart, { shippingMethodId: 'ship_x' })).rejects.toMatchObject({
    code: 'carts.shipping-not-offered',
  })
  await expect(updateCart(shop.ctx, cart, { country: 'JP' })).rejects.toMatchObject({
    code: 'carts.country-not-served',
  })
})

test('with a pick-up chosen, only what lies in that store counts as there', async () => {
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: cup, quantity: 3 })
  const { shippingOptions } = await readCart(shop.ctx, cart)
  const pickup = shippingOptions.find((option) => option.kind === 'pickup')
  const view = cartView(await updateCart(shop.ctx, cart, { shippingMethodId: pickup?.id }))
  expect(view.lines[0]).toMatchObject({ availability: 'low', left: 2, problems: ['not-enough'] })
  expect(view.totals.shippingMinor).toBe(0)
})

test('a price that changed since is said, never slipped in; goods no longer sold are out of the total', async () => {
  const lamp = await shop.sell({ slug: 'lamp', priceMinor: 80_00 })
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: lamp, quantity: 1 })
  await transaction(shop.ctx, (tx) =>
    savePrices(shop.ctx, tx, { currency: 'EUR', prices: [{ variantId: lamp, amountMinor: 85_00 }] }),
  )
  const raised = cartView(await readCart(shop.ctx, cart))
  expect(raised.lines[0]).toMatchObject({ unitPriceMinor: 85_00, quotedMinor: 80_00, problems: ['price-changed'] })
  await transaction(shop.ctx, (tx) =>
    saveProducts(shop.ctx, tx, [{ slug: 'lamp', title: 'Lamp', status: 'archived', variants: [{ optionValues: [] }] }]),
  )
  const gone = cartView(await readCart(shop.ctx, cart))
  expect(gone.lines[0]).toMatchObject({ availability: 'sold-out', problems: ['no-longer-sold'] })
  expect(gone.totals.totalMinor).toBe(0)
})

test('goods that nobody has to carry need no delivery', async () => {
  const file = await shop.sell({ slug: 'pattern', priceMinor: 5_00, variant: { requiresShipping: false } })
  const cart = await newCart()
  await addToCart(shop.ctx, { ...cart, variantId: file, quantity: 1 })
  const view = cartView(await readCart(shop.ctx, cart))
  expect(view).toMatchObject({
    requiresShipping: false,
    shipping: null,
    totals: { totalMinor: 5_00, shippingMinor: 0 },
  })
})
