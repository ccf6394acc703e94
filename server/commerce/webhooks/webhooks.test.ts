import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { endpointsWithDue, sendDue } from './index.ts'
import { isSignedBy, startWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts'

let shop: ShopWithOrders
let receiver: WebhookReceiver
let mug: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  receiver = await startWebhookReceiver()
  mug = await shop.sell({ slug: 'mug', priceMinor: 1500, stock: 100 })
})
afterAll(async () => {
  await receiver.stop()
  await shop.close()
})
beforeEach(async () => {
  await shop.ctx.database.run(sql`delete from webhook_endpoints`)
  receiver.heard.length = 0
  receiver.answer = { status: 204 }
})

const add = async (eventTypes: string[] = ['order.placed']) => {
  const { status, body } = await shop.ask('POST', '/api/admin/webhooks', { body: { url: receiver.url, eventTypes } })
  expect(status).toBe(201)
  return body as { id: string; secret: string }
}
const buy = async () => {
  const order = await shop.buy({ lines: [{ variantId: mug, quantity: 1 }] })
  await shop.deliverEvents()
  return order
}
/** Sends what is due now; answers how many deliveries were tried. */
const sendAll = async () => {
  let tried = 0
  for (const id of await endpointsWithDue(shop.ctx))
    for (let some = 1; some > 0; tried += some) some = await sendDue(shop.ctx, id)
  return tried
}
const deliveriesOf = async (id: string) => (await shop.ask('GET', `/api/admin/webhooks/${id}/deliveries`)).body.items

test('a program is told what it asked for, signed as Standard Webhooks says, and nothing else', async () => {
  const { id, secret } = await add()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]{43,}$/)
  const order = await buy()
  expect(await sendAll()).toBe(1)
  const [told, ...more] = receiver.heard
  expect(more).toEqual([])
  expect(told?.body).toMatchObject({ type: 'order.placed', version: 1, data: { subject: order.id } })
  expect(told?.timestamp).toBe(Math.floor(shop.ctx.clock.now().getTime() / 1000))
  expect(told && isSignedBy(secret, told)).toBe(true)
  expect(told && isSignedBy(`whsec_${Buffer.alloc(32).toString('base64')}`, told)).toBe(false)
  for (const personal of ['Ann', 'ann@example.com', 'Lindenweg', 'staff_']) expect(told?.raw).not.toContain(personal)
  expect(await deliveriesOf(id)).toMatchObject([
    { id: told?.id, status: 'delivered', attempts: 1, log: [{ status: 204 }] },
  ])
})

test('the secret is shown once, and lies sealed', async () => {
  const { id, secret } = await add()
  const list = await shop.ask('GET', '/api/admin/webhooks')
  expect(JSON.stringify(list.body)).not.toContain(secret.slice(10, 30))
  const row = await shop.ctx.database.one<{ all: string }>(
    sql`select e::text as all from webhook_endpoints e where id = ${id}`,
  )
  expect(row.all).not.toContain(secret.slice(10, 30))
})

test('while a secret is changed both sign, and after a day only the new one', async () => {
  const { id, secret: old } = await add()
  const { secret } = (await shop.ask('POST', `/api/admin/webhooks/${id}/secret`)).body
  await buy()
  await sendAll()
  shop.clock.advance({ hours: 25 })
  await buy()
  await sendAll()
  const [first, second] = receiver.heard
  expect([first, second].map((heard) => heard && isSignedBy(secret, heard))).toEqual([true, true])
  expect([first, second].map((heard) => heard && isSignedBy(old, heard))).toEqual([true, false])
})

test('what does not arrive is tried under the same id, less and less often, for three days, and then given up', async () => {
  const { id } = await add()
  receiver.answer = { status: 500 }
  await buy()
  const began = shop.ctx.clock.now().getTime()
  const triedAt: number[] = []
  for (let minutes = 0; minutes < 6 * 24 * 60; minutes += 5) {
    if ((await sendAll()) > 0) triedAt.push((shop.ctx.clock.now().getTime() - began) / 3_600_000)
    shop.clock.advance({ minutes: 5 })
  }
  expect(new Set(receiver.heard.map((heard) => heard.id)).size).toBe(1)
  expect(receiver.heard.length).toBe(triedAt.length)
  expect(triedAt.length).toBe(10)
  const pauses = triedAt.slice(1).map((at, index) => at - (triedAt[index] as number))
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  expect(triedAt.at(-1)).toBeGreaterThan(70)
  expect(triedAt.at(-1)).toBeLessThan(76)
  const [delivery] = await deliveriesOf(id)
  expect(delivery).toMatchObject({ status: 'failed', attempts: 10 })
  expect(delivery.log.every((attempt: { problem: string }) => attempt.problem === 'it answered 500')).toBe(true)
})

test('an endpoint that fails often is left alone, one delivery tries whether it is back, and then all that waited goes out', async () => {
  await add()
  receiver.answer = { status: 503 }
  for (let orders = 0; orders < 8; orders++) await buy()
  await sendAll()
  const before = receiver.heard.length
  expect(before).toBeLessThanOrEqual(8)
  expect(await sendAll()).toBe(0)
  shop.clock.advance({ minutes: 20 })
  await sendAll()
  expect(receiver.heard.length).toBe(before + 1)
  receiver.answer = { status: 204 }
  shop.clock.advance({ minutes: 20 })
  await sendAll()
  expect(new Set(receiver.heard.map((heard) => heard.id)).size).toBe(8)
  const open = sql`select count(*) as open from webhook_deliveries where status <> 'delivered'`
  expect(await shop.ctx.database.one(open)).toEqual({ open: 0 })
})

test('who answers that it is gone is not called again until somebody says so', async () => {
  const { id } = await add()
  receiver.answer = { status: 410 }
  await buy()
  await sendAll()
  await buy()
  shop.clock.advance({ hours: 5 })
  expect(await sendAll()).toBe(0)
  expect((await shop.ask('GET', '/api/admin/webhooks')).body.items[0].status).toBe('gone')
  receiver.answer = { status: 204 }
  await shop.ask('PATCH', `/api/admin/webhooks/${id}`, { body: { isPaused: false } })
  const [delivery] = await deliveriesOf(id)
  expect((await shop.ask('POST', `/api/admin/webhook-deliveries/${delivery.id}/send`)).status).toBe(202)
  expect(await sendAll()).toBe(1)
  expect(receiver.heard.map((heard) => heard.id)).toEqual([delivery.id, delivery.id])
})

test('a paused endpoint is told later what happened meanwhile', async () => {
  const { id } = await add()
  await shop.ask('PATCH', `/api/admin/webhooks/${id}`, { body: { isPaused: true } })
  await buy()
  expect(await sendAll()).toBe(0)
  await shop.ask('PATCH', `/api/admin/webhooks/${id}`, { body: { isPaused: false } })
  expect(await sendAll()).toBe(1)
})

test('news that is heard twice is told once, also by two processes', async () => {
  await add()
  await buy()
  const [endpoint] = (await endpointsWithDue(shop.ctx)) as [string]
  receiver.answer = { status: 204, afterMs: 100 }
  await Promise.all([sendDue(shop.ctx, endpoint), sendDue(shop.ctx, endpoint), sendDue(shop.ctx, endpoint)])
  expect(receiver.heard.length).toBe(1)
})

test('a test can be sent, and says that it is one', async () => {
  const { id } = await add()
  await shop.ask('POST', `/api/admin/webhooks/${id}/test`)
  await sendAll()
  expect(receiver.heard[0]?.body.type).toBe('webhook.test')
})

test('an address inside a private network is refused; the own machine is called only while a shop is tried out', async () => {
  const refused = [
    'http://example.com/hook',
    'https://10.0.0.1/hook',
    'https://192.168.1.5/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[fd00::1]/hook',
    'https://user:password@example.com/',
    'https://127.0.0.1/',
    'ftp://example.com/',
    'nonsense',
  ]
  for (const url of refused) {
    const { body } = await shop.ask('POST', '/api/admin/webhooks', { body: { url, eventTypes: ['order.placed'] } })
    expect([url, body.code]).toEqual([url, 'webhooks.bad-address'])
  }
  const unknown = await shop.ask('POST', '/api/admin/webhooks', { body: { url: receiver.url, eventTypes: ['x.y'] } })
  expect(unknown.status).toBe(400)
})

test('only the owner sees webhooks; what is not there is not found', async () => {
  expect((await shop.ask('GET', '/api/admin/webhooks', { role: 'manager' })).status).toBe(403)
  const nowhere = '/api/admin/webhooks/webhook_01h455vb4pex5vsknk084sn02q'
  expect((await shop.ask('PATCH', nowhere, { body: { isPaused: true } })).body.code).toBe('webhooks.not-found')
  expect((await shop.ask('POST', `${nowhere}/test`)).body.code).toBe('webhooks.not-found')
  expect((await shop.ask('POST', '/api/admin/webhook-deliveries/nothing/send')).body.code).toBe(
    'webhooks.delivery-not-found',
  )
})

test('a restored copy tells nobody anything', async () => {
  const { id } = await add()
  await shop.ask('POST', `/api/admin/webhooks/${id}/test`)
  const copy = { ...shop.ctx, database: Object.create(shop.ctx.database) }
  await shop.ctx.database.run(
    sql`insert into restorations (backup_made_at, restored_at) values (${shop.clock.now()}, ${shop.clock.now()})`,
  )
  expect(await endpointsWithDue(copy)).toEqual([])
  await shop.ctx.database.run(sql`update restorations set confirmed_at = restored_at, confirmed_by = 'test'`)
  expect(await endpointsWithDue(copy)).toEqual([id])
})
