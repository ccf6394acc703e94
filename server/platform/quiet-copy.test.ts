import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listeners } from '../app.ts'
import { shipOrder } from '../commerce/fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../commerce/fulfillment/testing/shop-with-orders.ts'
import { makeBackup } from './backup/make-backup.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { startEventDispatcher } from './event-dispatcher.ts'
import { confirmCopy, QuietCopyError, quietSince } from './quiet-copy.ts'
import { secretsFit } from './sealed-probe.ts'
import { sql } from './sql.ts'
import { emptyDatabase, type TestDatabase } from './testing/test-database.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: ShopWithOrders
let database: TestDatabase
let copy: TestShop
let orderId: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  const mug = await shop.sell({ slug: 'mug', priceMinor: 1500, stock: 20 })
  // Placed, and neither confirmed by mail nor charged when the backup is made.
  orderId = (await shop.buy({ lines: [{ variantId: mug, quantity: 1 }] })).id
  const file = join(inject('runFolder'), 'quiet', 'shop.tar.gz')
  await makeBackup(shop.ctx, { file, verify: false })
  database = await emptyDatabase()
  await restoreBackup({ databaseUrl: database.url, file, now: shop.ctx.clock.now() })
  const { providers } = shop.ctx
  copy = await openTestShop({ databaseUrl: database.url, providers, smtpUrl: shop.mailbox.smtpUrl, clock: shop.clock })
})
afterAll(async () => {
  await copy?.close()
  await database?.drop()
  await shop.close()
})

test('a restored copy writes to nobody and charges nobody, until it is confirmed; then it does what waited', async () => {
  expect(await quietSince(copy.ctx.database)).toEqual(shop.ctx.clock.now())
  await shipOrder(copy.ctx, { orderId, actor: 'system' })
  const dispatcher = startEventDispatcher(copy.ctx, listeners)
  const paid = sql`select captured_minor > 0 as charged from payments where order_id = ${orderId}`
  const deliveries = sql`select listener, status, attempts, last_error from event_deliveries order by event_id, listener`
  for (let round = 0; round < 14; round++) {
    await dispatcher.drain()
    copy.clock.advance({ hours: 2 })
  }
  expect(shop.mailbox.listMails()).toEqual([])
  expect(await copy.ctx.database.one(paid)).toEqual({ charged: false })
  const waiting = await copy.ctx.database.rows<{ listener: string; status: string; attempts: number }>(deliveries)
  const held = waiting.filter(({ status }) => status === 'waiting')
  expect(held.map(({ listener }) => listener)).toEqual(
    expect.arrayContaining(['notifications.mail', 'fulfillment.capture']),
  )
  // However long it lies there, nothing of it is given up on.
  expect(held.every(({ attempts }) => attempts === 0)).toBe(true)
  expect(waiting.some(({ status }) => status === 'dead')).toBe(false)

  expect(await confirmCopy(copy.ctx, 'command')).toBe(true)
  await dispatcher.drain()
  await dispatcher.stop()
  expect(shop.mailbox.listMails().length).toBe(2)
  expect(await copy.ctx.database.one(paid)).toEqual({ charged: true })
  expect(await confirmCopy(copy.ctx, 'command')).toBe(false)
})

test('whatever leaves the shop asks first, at the one place where it leaves', async () => {
  await copy.ctx.database.run(
    sql`insert into restorations (backup_made_at, restored_at) values (${copy.clock.now()}, ${copy.clock.now()})`,
  )
  const again = await openTestShop({ databaseUrl: database.url, smtpUrl: shop.mailbox.smtpUrl, clock: shop.clock })
  const mail = { to: 'a@example.com', from: 'b@example.com', subject: '', text: '', html: '', messageId: '<1@b>' }
  await expect(again.ctx.mailer.send(mail)).rejects.toThrow(QuietCopyError)
  await again.close()
})

test('a shop that was never restored is no copy', async () => {
  expect(await quietSince(shop.ctx.database)).toBeUndefined()
  expect(await confirmCopy(shop.ctx, 'command')).toBe(false)
})

test('a secret that does not open what was sealed is seen', async () => {
  expect(await secretsFit(shop.ctx.database, ['any secret fits a shop that sealed nothing yet'])).toBe(true)
})
