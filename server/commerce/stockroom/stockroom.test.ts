import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { reserveStock } from '../inventory/index.ts'
import {
  adjustStock,
  applyCount,
  discardCount,
  enterCount,
  receiveGoods,
  receiveTransfer,
  recount,
  reviewCount,
  sendTransfer,
  startCount,
} from './index.ts'

let shop: SmallShop
beforeAll(async () => {
  shop = await openSmallShop()
})
afterAll(() => shop.close())

const actor = 'staff_x'

/** Puts something on sale and answers its item. */
async function stock(slug: string, pieces: { stock?: number; stockInStore?: number } = { stock: 0 }): Promise<string> {
  const variantId = await shop.sell({ slug, priceMinor: 1000, ...pieces })
  const row = await shop.ctx.database.one<{ id: string }>(
    sql`select inventory_item_id as id from variant_inventory_items where variant_id = ${variantId}`,
  )
  return row.id
}
async function promise(inventoryItemId: string, quantity: number): Promise<void> {
  const need = await shop.ctx.database.one<{ variantId: string }>(
    sql`select variant_id from variant_inventory_items where inventory_item_id = ${inventoryItemId}`,
  )
  const line = { orderLineId: newId('orderLine'), variantId: need.variantId, quantity, title: 'it' }
  const heldUntil = new Date('2026-03-02T10:15:00Z')
  await transaction(shop.ctx, (tx) =>
    reserveStock(shop.ctx, tx, { orderId: newId('order'), lines: [line], heldUntil, locationId: shop.warehouseId }),
  )
}
async function lies(inventoryItemId: string): Promise<{ warehouse: number; store: number; moved: number }> {
  const at = (locationId: string) => sql`coalesce((select on_hand from stock_levels
    where inventory_item_id = ${inventoryItemId} and location_id = ${locationId}), 0)`
  return shop.ctx.database.one(sql`
    select ${at(shop.warehouseId)} as warehouse, ${at(shop.storeId)} as store,
      (select coalesce(sum(quantity), 0)::int from stock_movements where inventory_item_id = ${inventoryItemId}) as moved`)
}
async function movements(inventoryItemId: string) {
  return shop.ctx.database.rows<{
    quantity: number
    reason: string
    reference: string
    actor: string
    note: string
  }>(sql`
    select quantity, reason, reference, actor, note from stock_movements
    where inventory_item_id = ${inventoryItemId} order by id`)
}

test('goods that came in lie on the shelf, and the movement says who took them in and on which paper', async () => {
  const cup = await stock('cup')
  const lines = [{ inventoryItemId: cup, quantity: 12 }]
  const id = await receiveGoods(shop.ctx, { locationId: shop.warehouseId, lines, actor, note: 'Delivery 77' })
  expect(await lies(cup)).toEqual({ warehouse: 12, store: 0, moved: 12 })
  expect(await movements(cup)).toEqual([
    { quantity: 12, reason: 'received', reference: id, actor, note: 'Delivery 77' },
  ])
})

test('a form that is sent twice at once takes goods in once', async () => {
  const bowl = await stock('bowl')
  const lines = [{ inventoryItemId: bowl, quantity: 3 }]
  const receive = () => receiveGoods(shop.ctx, { locationId: shop.storeId, lines, actor, requestKey: 'form-1' })
  const ids = await Promise.all([receive(), receive(), receive()])
  expect(new Set(ids).size).toBe(1)
  expect((await lies(bowl)).store).toBe(3)
})

test('what broke, was lost or taken is less, what was found is more, and a reason cannot lead the other way', async () => {
  const vase = await stock('vase', { stock: 10 })
  const adjust = (reason: 'damaged' | 'found' | 'corrected', quantity: number) =>
    adjustStock(shop.ctx, {
      locationId: shop.warehouseId,
      reason,
      lines: [{ inventoryItemId: vase, quantity }],
      actor,
    })
  await adjust('damaged', -2)
  await adjust('found', 1)
  await adjust('corrected', -4)
  await expect(adjust('damaged', 2)).rejects.toMatchObject({ code: 'stockroom.wrong-direction' })
  await expect(adjust('found', 0)).rejects.toMatchObject({ code: 'stockroom.invalid-quantity' })
  expect((await lies(vase)).warehouse).toBe(5)
})

test('never fewer are left than are promised to orders', async () => {
  const lamp = await stock('lamp', { stock: 5 })
  await promise(lamp, 3)
  const lines = [{ inventoryItemId: lamp, quantity: 3 }]
  const takeAway = { lines: [{ inventoryItemId: lamp, quantity: -3 }], locationId: shop.warehouseId, actor }
  const refusal = { code: 'inventory.too-few', details: { free: ['2'] } }
  await expect(adjustStock(shop.ctx, { ...takeAway, reason: 'lost' })).rejects.toMatchObject(refusal)
  const transfer = { locationId: shop.warehouseId, toLocationId: shop.storeId, lines, actor }
  await expect(sendTransfer(shop.ctx, transfer)).rejects.toMatchObject(refusal)
  expect((await lies(lamp)).warehouse).toBe(5)
  expect(await shop.ctx.database.rows(sql`select id from stock_documents where reason = 'lost'`)).toEqual([])
})

test('a transfer is on its way until it is received, and receiving it twice is once', async () => {
  const tray = await stock('tray', { stock: 8 })
  const wish = { locationId: shop.warehouseId, toLocationId: shop.storeId, actor }
  const documentId = await sendTransfer(shop.ctx, { ...wish, lines: [{ inventoryItemId: tray, quantity: 5 }] })
  expect(await lies(tray)).toEqual({ warehouse: 3, store: 0, moved: 3 })
  await Promise.all([1, 2, 3].map(() => receiveTransfer(shop.ctx, { documentId, actor })))
  expect(await lies(tray)).toEqual({ warehouse: 3, store: 5, moved: 8 })
})

test('what did not arrive is written down as lost where it was meant to go', async () => {
  const rug = await stock('rug', { stock: 8 })
  const wish = { locationId: shop.warehouseId, toLocationId: shop.storeId, actor }
  const documentId = await sendTransfer(shop.ctx, { ...wish, lines: [{ inventoryItemId: rug, quantity: 5 }] })
  const arrived = (quantity: number) => [{ inventoryItemId: rug, quantity }]
  await expect(receiveTransfer(shop.ctx, { documentId, lines: arrived(6), actor })).rejects.toMatchObject({
    code: 'stockroom.not-sent',
  })
  await receiveTransfer(shop.ctx, { documentId, lines: arrived(4), actor })
  expect(await lies(rug)).toEqual({ warehouse: 3, store: 4, moved: 7 })
  expect((await movements(rug)).slice(-2)).toMatchObject([
    { quantity: 5, reason: 'transferred' },
    { quantity: -1, reason: 'lost' },
  ])
})

test('a transfer at once leaves nothing on its way, and leads somewhere else', async () => {
  const pot = await stock('pot', { stock: 2 })
  const lines = [{ inventoryItemId: pot, quantity: 2 }]
  const wish = { locationId: shop.warehouseId, lines, isAtOnce: true, actor }
  await sendTransfer(shop.ctx, { ...wish, toLocationId: shop.storeId })
  expect(await lies(pot)).toEqual({ warehouse: 0, store: 2, moved: 2 })
  await expect(sendTransfer(shop.ctx, { ...wish, toLocationId: shop.warehouseId })).rejects.toMatchObject({
    code: 'stockroom.same-place',
  })
})

test('a count is applied against what lay there when it was counted, whatever was received since', async () => {
  const mug = await stock('mug', { stock: 10 })
  const documentId = await startCount(shop.ctx, { locationId: shop.warehouseId, of: [mug], actor })
  await enterCount(shop.ctx, { documentId, lines: [{ inventoryItemId: mug, quantity: 8 }], actor })
  const lines = [{ inventoryItemId: mug, quantity: 20 }]
  await receiveGoods(shop.ctx, { locationId: shop.warehouseId, lines, actor })
  await expect(applyCount(shop.ctx, { documentId, actor })).rejects.toMatchObject({ code: 'stockroom.not-reviewed' })
  await reviewCount(shop.ctx, { documentId, actor })
  await Promise.all([1, 2].map(() => applyCount(shop.ctx, { documentId, actor })))
  expect((await lies(mug)).warehouse).toBe(28)
  expect((await movements(mug)).at(-1)).toMatchObject({ quantity: -2, reason: 'counted', reference: documentId })
})

test('a count can be opened again or put away, what was not counted stays, and a promise is kept', async () => {
  const clock = await stock('clock', { stock: 6 })
  const sieve = await stock('sieve', { stock: 4 })
  await promise(clock, 5)
  const documentId = await startCount(shop.ctx, { locationId: shop.warehouseId, of: [clock, sieve], actor })
  const count = (quantity: number) =>
    enterCount(shop.ctx, { documentId, lines: [{ inventoryItemId: clock, quantity }], actor })
  await count(4)
  await reviewCount(shop.ctx, { documentId, actor })
  await expect(count(5)).rejects.toMatchObject({ code: 'stockroom.not-open' })
  await expect(applyCount(shop.ctx, { documentId, actor })).rejects.toMatchObject({ code: 'inventory.too-few' })
  await recount(shop.ctx, { documentId, actor })
  await count(5)
  await reviewCount(shop.ctx, { documentId, actor })
  await applyCount(shop.ctx, { documentId, actor })
  expect([(await lies(clock)).warehouse, (await lies(sieve)).warehouse]).toEqual([5, 4])
  const other = await startCount(shop.ctx, { locationId: shop.warehouseId, of: 'everything', actor })
  await discardCount(shop.ctx, { documentId: other, actor })
  await expect(discardCount(shop.ctx, { documentId, actor })).rejects.toMatchObject({ code: 'stockroom.not-open' })
})

test('whatever is done in the stockroom, no piece appears or goes missing without a movement that says why', async () => {
  const item = await stock('thing', { stock: 20 })
  const { ctx, warehouseId, storeId } = shop
  const place = fc.constantFrom(warehouseId, storeId)
  const quantity = fc.integer({ min: 1, max: 9 })
  const deed = fc.oneof(
    fc.record({ do: fc.constant('receive' as const), at: place, quantity }),
    fc.record({ do: fc.constant('lose' as const), at: place, quantity }),
    fc.record({ do: fc.constant('send' as const), at: place, quantity, arrives: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ do: fc.constant('count' as const), at: place, quantity }),
  )
  const runs = fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
    const began = await lies(item)
    const model = new Map([
      [warehouseId, began.warehouse],
      [storeId, began.store],
    ])
    const add = (at: string, pieces: number) => model.set(at, (model.get(at) ?? 0) + pieces)
    for (const each of deeds) {
      const lines = [{ inventoryItemId: item, quantity: each.quantity }]
      const left = model.get(each.at) ?? 0
      if (each.do === 'receive') {
        await receiveGoods(ctx, { locationId: each.at, lines, actor })
        add(each.at, each.quantity)
      } else if (each.do === 'count') {
        const documentId = await startCount(ctx, { locationId: each.at, of: 'nothing', actor })
        await enterCount(ctx, { documentId, lines, actor })
        await reviewCount(ctx, { documentId, actor })
        await applyCount(ctx, { documentId, actor })
        model.set(each.at, each.quantity)
      } else if (each.do === 'lose') {
        const less = [{ inventoryItemId: item, quantity: -each.quantity }]
        const done = adjustStock(ctx, { locationId: each.at, reason: 'lost', lines: less, actor })
        if (left < each.quantity) await expect(done).rejects.toMatchObject({ code: 'inventory.too-few' })
        else add(each.at, -each.quantity)
        await done.catch(() => {})
      } else {
        const toLocationId = each.at === warehouseId ? storeId : warehouseId
        const sent = sendTransfer(ctx, { locationId: each.at, toLocationId, lines, actor })
        if (left < each.quantity) {
          await expect(sent).rejects.toMatchObject({ code: 'inventory.too-few' })
          continue
        }
        const arrives = Math.min(each.arrives, each.quantity)
        const arrived = [{ inventoryItemId: item, quantity: arrives }]
        await receiveTransfer(ctx, { documentId: await sent, lines: arrived, actor })
        add(each.at, -each.quantity)
        add(toLocationId, arrives)
      }
    }
    const [warehouse = 0, store = 0] = model.values()
    expect(await lies(item)).toEqual({ warehouse, store, moved: warehouse + store })
  })
  await fc.assert(runs, { numRuns: 40 })
})

test('what is not there is said so', async () => {
  const lines = [{ inventoryItemId: 'item_x', quantity: 1 }]
  const at = { locationId: shop.warehouseId, actor }
  await expect(receiveGoods(shop.ctx, { ...at, lines })).rejects.toMatchObject({ code: 'inventory.item-not-found' })
  await expect(receiveGoods(shop.ctx, { ...at, lines: [] })).rejects.toMatchObject({ code: 'stockroom.nothing' })
  await expect(receiveGoods(shop.ctx, { ...at, lines, locationId: 'loc_x' })).rejects.toMatchObject({
    code: 'stockroom.location-not-found',
  })
  await expect(receiveTransfer(shop.ctx, { documentId: 'sdoc_x', actor })).rejects.toMatchObject({
    code: 'stockroom.not-found',
  })
})
