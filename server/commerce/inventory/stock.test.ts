import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import {
  availabilities,
  fulfillReservations,
  itemNeeds,
  receiveStock,
  releaseReservations,
  reservationsCommitted,
  reserveStock,
  type StockWish,
  setStock,
  takeItems,
} from './index.ts'

let shop: SmallShop
beforeAll(async () => {
  shop = await openSmallShop()
})
afterAll(() => shop.close())

const heldUntil = new Date('2026-03-02T10:15:00Z')
const why = { reason: 'counted', actor: 'system' } as const
const wishOf = (variantId: string, quantity: number): StockWish => ({
  orderLineId: newId('orderLine'),
  variantId,
  quantity,
  title: variantId,
})

async function reserve(lines: StockWish[], locationId?: string): Promise<string> {
  const orderId = newId('order')
  await transaction(shop.ctx, (tx) => reserveStock(shop.ctx, tx, { orderId, lines, heldUntil, locationId }))
  return orderId
}
async function available(variantId: string) {
  const locationIds = [shop.warehouseId, shop.storeId]
  return (await availabilities(shop.ctx.database, { variantIds: [variantId], locationIds }))[0]?.available
}
async function news(variantId: string) {
  return shop.ctx.database.rows<{ left: number }>(sql`
    select (payload ->> 'available')::int as left from events
    where type = 'stock.availability-changed' and payload ->> 'variantId' = ${variantId} order by id`)
}
/** Makes a set that takes pieces of another variant's item. */
async function sellSetOf(variantId: string, slug: string, pieces: number): Promise<string> {
  const set = await shop.sell({ slug, priceMinor: 1, variant: { trackInventory: true } })
  await shop.ctx.database.run(sql`
    insert into variant_inventory_items (variant_id, inventory_item_id, quantity)
    select ${set}, inventory_item_id, ${pieces}::int from variant_inventory_items where variant_id = ${variantId}`)
  return set
}

test('two lines of one order that share an item are checked together', async () => {
  const cup = await shop.sell({ slug: 'cup', priceMinor: 1, stock: 3 })
  const pair = await sellSetOf(cup, 'pair', 2)
  expect(await available(pair)).toBe(1)
  await expect(reserve([wishOf(cup, 2), wishOf(pair, 1)])).rejects.toMatchObject({
    code: 'inventory.out-of-stock',
    details: { variantIds: [pair], left: ['0'] },
  })
  expect(await available(cup)).toBe(3)
  await reserve([wishOf(cup, 1), wishOf(pair, 1)])
  expect(await available(cup)).toBe(0)
})

test('fifty orders of 2 + 2 that share three pieces never get more than three', async () => {
  const plate = await shop.sell({ slug: 'plate', priceMinor: 1, stock: 3 })
  const alias = await sellSetOf(plate, 'plate-alias', 1)
  const wish = () => reserve([wishOf(plate, 1), wishOf(alias, 1)])
  const results = await Promise.allSettled(Array.from({ length: 50 }, wish))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(await available(plate)).toBe(1)
})

test('what is held can be given back once; giving it back twice changes nothing', async () => {
  const bowl = await shop.sell({ slug: 'bowl', priceMinor: 1, stock: 4 })
  const orderId = await reserve([wishOf(bowl, 3)])
  for (let times = 0; times < 2; times++)
    await transaction(shop.ctx, (tx) => releaseReservations(shop.ctx, tx, orderId))
  expect(await available(bowl)).toBe(4)
})

test('a pick-up takes from its own store alone', async () => {
  const mug = await shop.sell({ slug: 'mug', priceMinor: 1, stock: 9, stockInStore: 1 })
  await expect(reserve([wishOf(mug, 2)], shop.storeId)).rejects.toMatchObject({ details: { left: ['1'] } })
  await reserve([wishOf(mug, 1)], shop.storeId)
  await expect(reserve([wishOf(mug, 1)], shop.storeId)).rejects.toMatchObject({ details: { left: ['0'] } })
})

test('what is not counted can always be had; what is counted but lies nowhere cannot', async () => {
  const download = await shop.sell({ slug: 'download', priceMinor: 1 })
  const ghost = await shop.sell({ slug: 'ghost', priceMinor: 1, variant: { trackInventory: true } })
  const preorder = await shop.sell({ slug: 'preorder', priceMinor: 1, stock: 1, variant: { backorder: true } })
  await reserve([wishOf(download, 99), wishOf(preorder, 50)])
  await expect(reserve([wishOf(ghost, 1)])).rejects.toMatchObject({ code: 'inventory.out-of-stock' })
  expect(await available(download)).toBeNull()
  expect(await available(ghost)).toBe(0)
})

test('pages hear of stock when shoppers would see another number, and only then', async () => {
  const vase = await shop.sell({ slug: 'vase', priceMinor: 1, stock: 10 })
  const before = (await news(vase)).length
  await reserve([wishOf(vase, 2)])
  expect(await news(vase)).toHaveLength(before)
  const orderId = await reserve([wishOf(vase, 4)])
  await reserve([wishOf(vase, 4)])
  await transaction(shop.ctx, (tx) => releaseReservations(shop.ctx, tx, orderId))
  expect((await news(vase)).slice(before).map((event) => event.left)).toEqual([4, 0, 4])
})

test('what is sent leaves the shelf and the promise as a movement, in parts as it goes', async () => {
  const lamp = await shop.sell({ slug: 'lamp', priceMinor: 1, stock: 2, stockInStore: 2 })
  const wish = wishOf(lamp, 3)
  const orderId = await reserve([wish])
  await transaction(shop.ctx, (tx) => tx.run(sql`with ${reservationsCommitted(orderId)} select`))
  const send = (quantity: number, unsentQuantity: number) =>
    transaction(shop.ctx, (tx) =>
      fulfillReservations(shop.ctx, tx, {
        orderId,
        actor: 'staff_x',
        lines: [{ orderLineId: wish.orderLineId, quantity, unsentQuantity }],
      }),
    )
  await send(1, 3)
  await expect(send(3, 2)).rejects.toMatchObject({ code: 'inventory.not-reserved' })
  await send(2, 2)
  const { moved, onHand, reserved } = await shop.ctx.database.one<Record<string, number>>(sql`
    select (select sum(quantity)::int from stock_movements where reference = ${orderId} and reason = 'sold') as moved,
      sum(on_hand)::int as on_hand, sum(reserved)::int as reserved
    from stock_levels join variant_inventory_items using (inventory_item_id) where variant_id = ${lamp}`)
  expect({ moved, onHand, reserved }).toEqual({ moved: -3, onHand: 1, reserved: 0 })
})

test('a count becomes a movement of the difference; the same count again is none', async () => {
  const rug = await shop.sell({ slug: 'rug', priceMinor: 1, stock: 5 })
  const count = (quantity: number) =>
    setStock(shop.ctx, [{ variantId: rug, locationId: shop.warehouseId, quantity }], why)
  expect(await count(5)).toBe(0)
  expect(await count(8)).toBe(1)
  await receiveStock(shop.ctx, [{ variantId: rug, locationId: shop.warehouseId, quantity: 2 }], {
    ...why,
    reason: 'received',
  })
  await reserve([wishOf(rug, 4)])
  await expect(count(3)).rejects.toMatchObject({ code: 'inventory.reserved', details: { reserved: 4 } })
  await expect(count(-1)).rejects.toMatchObject({ code: 'inventory.invalid-quantity' })
  const { sum } = await shop.ctx.database.one<{ sum: number }>(sql`
    select sum(stock_movements.quantity)::int as sum from stock_movements join variant_inventory_items using (inventory_item_id)
    where variant_id = ${rug}`)
  expect(sum).toBe(10)
})

test('the database refuses to promise more than lies there, whatever the code says', async () => {
  const tray = await shop.sell({ slug: 'tray', priceMinor: 1, stock: 1 })
  const oversell = sql`
    update stock_levels set reserved = on_hand + 1
    where inventory_item_id = (select inventory_item_id from variant_inventory_items where variant_id = ${tray})`
  await expect(shop.ctx.database.run(oversell)).rejects.toThrow('stock_is_never_promised_twice')
})

test('the database refuses any change of what lies somewhere that is no movement', async () => {
  const jug = await shop.sell({ slug: 'jug', priceMinor: 1, stock: 4 })
  const { database } = shop.ctx
  const { itemId } = await database.one<{ itemId: string }>(
    sql`select inventory_item_id as item_id from variant_inventory_items where variant_id = ${jug}`,
  )
  const drift = sql`update stock_levels set on_hand = on_hand + 1 where inventory_item_id = ${itemId}`
  await expect(database.run(drift)).rejects.toThrow('write a movement')
  await expect(database.run(sql`update stock_movements set quantity = 9`)).rejects.toThrow('append-only')
  await expect(database.run(sql`delete from stock_movements`)).rejects.toThrow('append-only')
  const appear = sql`insert into stock_levels (inventory_item_id, location_id, on_hand) values ('item_y', 'loc_y', 1)`
  await expect(database.run(appear)).rejects.toThrow('write a movement')
  const move = (quantity: number) => sql`
    insert into stock_movements (inventory_item_id, location_id, quantity, reason, occurred_at)
    select ${itemId}, ${shop.warehouseId}, ${quantity}::int, 'corrected', now() from generate_series(1, 3)`
  await database.run(move(2))
  expect(await available(jug)).toBe(10)
  await expect(database.run(move(-4))).rejects.toThrow('stock_is_never_promised_twice')
})

test('a set takes what it is made of: its scarcest part says how many there are, and it has no stock of its own', async () => {
  const cup = await shop.sell({ slug: 'set-cup', priceMinor: 1, stock: 7 })
  const plate = await shop.sell({ slug: 'set-plate', priceMinor: 1, stock: 2, stockInStore: 1 })
  const set = await shop.sell({ slug: 'set', priceMinor: 1 })
  const [cups, plates] = await Promise.all([cup, plate].map(itemOf))
  const items = [
    { inventoryItemId: cups as string, quantity: 2 },
    { inventoryItemId: plates as string, quantity: 1 },
  ]
  expect(await available(set)).toBeNull()
  await takeItems(shop.ctx, { variantId: set, items, actor: 'staff_x' })
  expect(await available(set)).toBe(3)
  await reserve([wishOf(set, 2), wishOf(cup, 3)])
  expect([await available(set), await available(cup), await available(plate)]).toEqual([0, 0, 1])
  const count = [{ variantId: set, locationId: shop.warehouseId, quantity: 4 }]
  await expect(setStock(shop.ctx, count, why)).rejects.toMatchObject({ code: 'inventory.is-set' })
  const parts = (await itemNeeds(shop.ctx.database, [set])).get(set)
  expect(parts?.map(({ title, quantity, free }) => ({ title, quantity, free }))).toEqual([
    { title: 'The set-cup', quantity: 2, free: 0 },
    { title: 'The set-plate', quantity: 1, free: 1 },
  ])
  const take = (inventoryItemId: string, quantity: number) =>
    takeItems(shop.ctx, { variantId: set, items: [{ inventoryItemId, quantity }], actor: 'staff_x' })
  await take(plates as string, 1)
  expect(await available(set)).toBe(1)
  await expect(take('item_x', 1)).rejects.toMatchObject({ code: 'inventory.unknown-part' })
  await expect(take(cups as string, 0)).rejects.toMatchObject({ code: 'inventory.invalid-quantity' })
})

async function itemOf(variantId: string): Promise<string> {
  const row = await shop.ctx.database.one<{ id: string }>(
    sql`select inventory_item_id as id from variant_inventory_items where variant_id = ${variantId}`,
  )
  return row.id
}
