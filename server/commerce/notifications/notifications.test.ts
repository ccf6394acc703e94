import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { shipOrder } from '../fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { cancelOrder, orderKey, refundOrder } from '../orders/index.ts'
import { sendMessage } from './index.ts'

let shop: ShopWithOrders
let cup: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  cup = await shop.sell({
    slug: 'cup',
    priceMinor: 1990,
    stock: 100,
    product: { title: 'Cup <Harbour> & "Salt"', translations: { de: { title: 'Tasse Hafen' } } },
  })
})
afterAll(() => shop.close())

async function mailsTo(address: string) {
  const found = shop.mailbox.listMails().filter((mail) => mail.recipients.includes(address))
  return Promise.all(found.map(async (mail) => ({ ...mail, ...(await shop.mailbox.readMail(mail.id)) })))
}

test('a placed order is confirmed: what, how much, where to, when, and the way to the order', async () => {
  const email = 'bea@example.com'
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 2 }], contact: { email, name: 'Bea Example' } })
  await shop.deliverEvents()
  const [mail, ...more] = await mailsTo(email)
  expect(more).toEqual([])
  expect(mail?.from).toEqual({ name: 'Small shop', address: 'shop@example.com' })
  expect(mail?.subject).toBe(`Order ${order.number}: thank you`)
  const address = `http://localhost/orders/${order.id}?key=${orderKey(shop.ctx, order.id)}`
  for (const body of [mail?.text ?? '', mail?.html ?? '']) {
    expect(body).toContain('Bea Example')
    expect(body).toContain('Lindenweg 4')
    expect(body).toContain('€39.80')
    expect(body).toContain('€44.70')
    expect(body).toContain('19% VAT')
    expect(body).toContain('to Thu 5 March')
    expect(body).toContain('help@example.com')
    expect(body).toContain(address)
  }
  expect(mail?.text).toContain('2 × Cup <Harbour> & "Salt"')
  expect(mail?.html).toContain('Cup &lt;Harbour&gt; &amp; &quot;Salt&quot;')
  const opened = await shop.http.inject(`/api${new URL(address).pathname}${new URL(address).search}`)
  expect(opened.json()).toMatchObject({ id: order.id, number: order.number })
})

test('however often the news comes, the mail goes out once', async () => {
  const email = 'once@example.com'
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], contact: { email } })
  const message = { kind: 'order-confirmation' as const, reference: order.id, orderId: order.id }
  await shop.deliverEvents()
  await sendMessage(shop.ctx, message)
  await sendMessage(shop.ctx, message)
  expect(await mailsTo(email)).toHaveLength(1)
})

test('in German where the order was German', async () => {
  const email = 'jana@example.com'
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], contact: { email }, locale: 'de' })
  await shipOrder(shop.ctx, { orderId: order.id, carrier: 'Nordpost', trackingNumber: 'NP7', actor: 'system' })
  await shop.deliverEvents()
  const [shipped, confirmed] = await mailsTo(email)
  expect(confirmed?.subject).toBe(`Bestellung ${order.number}: vielen Dank`)
  expect(confirmed?.html).toContain('<html lang="de"')
  expect(confirmed?.text).toContain('Tasse Hafen')
  expect(confirmed?.text).toContain('24,80')
  expect(confirmed?.text).toContain(`/de/orders/${order.id}?key=`)
  expect(shipped?.subject).toBe(`Bestellung ${order.number} ist unterwegs`)
  expect(shipped?.text).toContain('Nordpost')
  expect(shipped?.text).toContain('NP7')
})

test('each parcel is told of, with what is still to come', async () => {
  const email = 'parts@example.com'
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 3 }], contact: { email } })
  const orderLineId = order.lines[0]?.id as string
  await shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }], actor: 'system' })
  await shipOrder(shop.ctx, { orderId: order.id, actor: 'system' })
  await shop.deliverEvents()
  const mails = await mailsTo(email)
  const part = mails.find((mail) => mail.subject === `A part of order ${order.number} is on its way`)
  expect(part?.text).toContain('Still to come: 2 × Cup')
  const rest = mails.find((mail) => mail.subject === `Order ${order.number} is on its way`)
  expect(rest?.text).toContain('- 2 × Cup')
  expect(rest?.text).not.toContain('Still to come')
  expect(mails).toHaveLength(3)
})

test('who picks up is told where and when it is ready', async () => {
  const email = 'pickup@example.com'
  const bowl = await shop.sell({ slug: 'bowl', priceMinor: 2500, stockInStore: 4 })
  const order = await shop.buy({ lines: [{ variantId: bowl, quantity: 1 }], contact: { email }, shipping: 'pickup' })
  await shipOrder(shop.ctx, { orderId: order.id, actor: 'system' })
  await shop.deliverEvents()
  const ready = (await mailsTo(email)).find((mail) => mail.subject === `Order ${order.number} is ready for you`)
  expect(ready?.text).toContain('To collect at:\nStore')
})

test('a name cannot smuggle a header or another receiver into a mail', async () => {
  const email = 'mallory@example.com'
  const name = 'Mallory\r\nBcc: victim@example.com\r\nSubject: Free money'
  await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], contact: { email, name } })
  await shop.deliverEvents()
  const [mail] = await mailsTo(email)
  expect(mail?.recipients).toEqual([email])
  expect(mail?.subject).toMatch(/^Order \d+: thank you$/)
  expect(await mailsTo('victim@example.com')).toEqual([])
})

test('an address that would be read as two is not written to, and staff see why', async () => {
  const order = await shop.buy({ lines: [{ variantId: cup, quantity: 1 }] })
  // The checkout refuses such an address; an order that came another way may still have one.
  const sealed = shop.ctx.vault.seal({ ...order.contact, email: 'a,victim@example.com' }, 'order')
  await shop.deliverEvents()
  await shop.ctx.database.run(sql`update orders set contact_sealed = ${sealed} where id = ${order.id}`)
  await sendMessage(shop.ctx, { kind: 'order-confirmation', reference: 'another way', orderId: order.id })
  expect(await mailsTo('victim@example.com')).toEqual([])
  const { body } = await shop.ask('GET', `/api/admin/messages?orderId=${order.id}&status=failed`)
  expect(body.items).toMatchObject([{ status: 'failed', lastError: expect.stringContaining('cannot be written to') }])
})

test('while the mail server is away, mail waits, is seen to wait, and goes out later', async () => {
  const away = await openShopWithOrders({ smtpUrl: 'smtp://127.0.0.1:9' })
  const variantId = await away.sell({ slug: 'cup', priceMinor: 1000, stock: 5 })
  const order = await away.buy({ lines: [{ variantId, quantity: 1 }] })
  await away.deliverEvents()
  const listed = await away.ask('GET', '/api/admin/messages?status=failed')
  expect(listed.body.items).toMatchObject([{ orderId: order.id, kind: 'order-confirmation', attempts: 1 }])
  expect(listed.body.items[0].lastError).toContain('ECONNREFUSED')
  const again = await away.ask('POST', `/api/admin/messages/${listed.body.items[0].id}/send`)
  expect(again.status).toBe(503)
  away.clock.advance({ seconds: 10 })
  await away.deliverEvents()
  const waiting = await away.ask('GET', `/api/admin/messages?orderId=${order.id}`)
  expect(waiting.body.items[0].attempts).toBe(3)
  await away.close()
})

test('messages are for staff alone, and one that is not there is said so', async () => {
  expect((await shop.http.inject('/api/admin/messages')).statusCode).toBe(401)
  expect((await shop.ask('GET', '/api/admin/messages', { role: 'cashier' })).status).toBe(403)
  expect((await shop.ask('POST', '/api/admin/messages/msg_x/send')).body.code).toBe('notifications.not-found')
})

test('the demo mailbox shows mails as pages that can run nothing and reach nothing', async () => {
  await shop.buy({ lines: [{ variantId: cup, quantity: 1 }], contact: { email: 'demo@example.com' } })
  await shop.deliverEvents()
  const [first] = (await shop.http.inject('/api/demo/mails')).json().items
  expect(first.recipients).toEqual(['demo@example.com'])
  expect((await shop.http.inject(`/api/demo/mails/${first.id}`)).json()).toMatchObject({
    subject: first.subject,
    hasHtml: true,
  })
  const page = await shop.http.inject(`/api/demo/mails/${first.id}/html`)
  expect(page.headers['content-type']).toContain('text/html')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('script-src')
  expect((await shop.http.inject('/api/demo/mails/00000000000001-0000')).json().code).toBe(
    'notifications.mail-not-found',
  )
})

test('a refund, a change and a cancellation are each told once, in the language of the order, with the paper that goes with it', async () => {
  const mug = await shop.sell({ slug: 'told-mug', priceMinor: 1000, stock: 20 })
  const order = await shop.buy({ lines: [{ variantId: mug, quantity: 3 }], locale: 'de' })
  const orderLineId = order.lines[0]?.id as string
  const by = { orderId: order.id, reason: 'Grund', actor: 'staff_x' }
  await cancelOrder(shop.ctx, { ...by, lines: [{ orderLineId, quantity: 1 }] })
  await shipOrder(shop.ctx, { orderId: order.id, actor: 'staff_x' })
  await shop.deliverEvents()
  await refundOrder(shop.ctx, { ...by, lines: [{ orderLineId, quantity: 1 }], actor: { id: 'staff_x', role: 'owner' } })
  await shop.deliverEvents()
  const other = await shop.buy({ lines: [{ variantId: mug, quantity: 1 }] })
  await cancelOrder(shop.ctx, { orderId: other.id, reason: 'Reason', actor: 'staff_x' })
  await shop.deliverEvents()
  const mails = await Promise.all(shop.mailbox.listMails().map(({ id }) => shop.mailbox.readMail(id)))
  const named = (part: string) => mails.filter((mail) => mail?.subject.includes(part))
  const [changed] = named(`Bestellung ${order.number} wurde geändert`)
  expect(changed?.text).toContain('Herausgenommen: 1 × The told-mug')
  const [shipped] = named(`Bestellung ${order.number} ist unterwegs`)
  expect(shipped?.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/^invoice-INV-\d+\.pdf$/)])
  const refunds = named(`Bestellung ${order.number}: 10,00`)
  expect(refunds).toHaveLength(1)
  expect(refunds[0]?.text).toContain('Visa 4242')
  expect(refunds[0]?.text).not.toContain('Grund')
  expect(refunds[0]?.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/^credit-note-CN-\d+\.pdf$/)])
  const [canceled] = named(`Order ${other.number} is canceled`)
  expect(canceled?.text).toContain('What was reserved on Visa 4242 is set free.')
})
