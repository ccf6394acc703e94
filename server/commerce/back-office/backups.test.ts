import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'

let shop: ShopWithOrders
beforeAll(async () => {
  shop = await openShopWithOrders()
})
afterAll(() => shop.close())

test('the owner has a backup made, and sees that it was proven', async () => {
  const begun = await shop.ask('POST', '/api/admin/backups')
  expect(begun.status).toBe(202)
  let list = await shop.ask('GET', '/api/admin/backups')
  for (let tries = 0; list.body.items[0].status === 'running' && tries < 600; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    list = await shop.ask('GET', '/api/admin/backups')
  }
  expect(list.body).toMatchObject({ isScheduled: false, everyMinutes: 60, kept: 24 })
  expect(list.body.items).toMatchObject([{ id: begun.body.id, status: 'done', verifiedAt: expect.any(String) }])
})

test('a restored copy says so to all who work in it, and is confirmed by the owner alone', async () => {
  expect((await shop.ask('POST', '/api/admin/restored-copy/confirm')).body.code).toBe('back-office.no-copy')
  await shop.ctx.database.run(
    sql`insert into restorations (backup_made_at, restored_at) values ('2026-03-01T08:00:00Z', ${shop.ctx.clock.now()})`,
  )
  for (const role of ['owner', 'cashier'] as const)
    expect((await shop.ask('GET', '/api/admin/shop', { role })).body.copyOf).toBe('2026-03-01T08:00:00.000Z')
  expect((await shop.ask('POST', '/api/admin/restored-copy/confirm', { role: 'manager' })).status).toBe(403)
  expect((await shop.ask('POST', '/api/admin/restored-copy/confirm')).status).toBe(200)
  expect((await shop.ask('GET', '/api/admin/shop')).body.copyOf).toBeNull()
})
