import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { trialBalance } from '../ledger/index.ts'
import { orderById } from '../orders/index.ts'
import { openShopWithOrders, type ShopWithOrders } from './testing/shop-with-orders.ts'

let shop: ShopWithOrders
let giftCard: string
let cup: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  giftCard = await shop.sell({
    slug: 'gift-card',
    priceMinor: 50_00,
    product: { isGiftCard: true },
    variant: { requiresShipping: false, taxable: false, trackInventory: false },
  })
  cup = await shop.sell({ slug: 'cup', priceMinor: 20_00, stock: 20 })
})
afterAll(() => shop.close())

async function mailsTo(address: string, subject: RegExp) {
  const found = shop.mailbox
    .listMails()
    .filter((mail) => mail.recipients.includes(address) && subject.test(mail.subject))
  return Promise.all(found.map((mail) => shop.mailbox.readMail(mail.id)))
}

const codeIn = (text = '') => /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(text)?.[0]

async function balances() {
  const all = await trialBalance(shop.ctx)
  return Object.fromEntries(all.map(({ account, balanceMinor }) => [account, balanceMinor]))
}

test('gift cards are charged and mailed at once, each with a code of its own that pays, and the goods wait for their parcel', async () => {
  const email = 'buyer@example.com'
  const lines = [
    { variantId: giftCard, quantity: 2 },
    { variantId: cup, quantity: 1 },
  ]
  const { id } = await shop.buy({ lines, contact: { email } })
  expect(await balances()).toMatchObject({ 'liabilities:gift-cards-to-issue': -100_00 })
  await shop.deliverEvents()

  const order = await orderById(shop.ctx, id)
  expect(order.fulfillmentStatus).toBe('partly-shipped')
  expect(order.payments.map((payment) => payment.capturedMinor)).toEqual([100_00])
  const mails = await mailsTo(email, /gift card of €50\.00/)
  const codes = mails.map((mail) => codeIn(mail?.text))
  expect(new Set(codes).size).toBe(2)
  expect(mails[0]?.html).toContain(codes[0])
  expect(mails[0]?.text).toContain('Good until 31 December 2029')
  expect(await balances()).toMatchObject({ 'liabilities:gift-cards': -100_00, 'liabilities:gift-cards-to-issue': 0 })

  const check = await shop.ask('POST', '/api/gift-cards/check', { body: { code: codes[0] as string } })
  expect(check.body).toMatchObject({ currency: 'EUR', availableMinor: 50_00, kind: 'gift-card' })
  const kept = await shop.ctx.database.rows<{ codeSealed: Buffer | null }>(
    sql`select code_sealed from stored_value_accounts`,
  )
  expect(kept.map((row) => row.codeSealed)).toEqual([null, null])
})

test('told twice, each piece is still one card', async () => {
  const { id } = await shop.buy({
    lines: [{ variantId: giftCard, quantity: 1 }],
    contact: { email: 'twice@example.com' },
  })
  await shop.deliverEvents()
  await shop.ctx.database.run(sql`
    update event_deliveries set status = 'waiting', next_attempt_at = ${shop.ctx.clock.now()}
    where listener = 'fulfillment.gift-cards'`)
  await shop.deliverEvents()
  const order = await orderById(shop.ctx, id)
  expect(order).toMatchObject({ fulfillmentStatus: 'delivered', taxMinor: 0 })
  expect(order.payments[0]).toMatchObject({ status: 'captured', capturedMinor: 50_00 })
  expect(await mailsTo('twice@example.com', /gift card/)).toHaveLength(1)
})

test('a present goes to whoever it is for, with the words that came with it', async () => {
  const giftRecipient = { email: 'friend@example.com', name: 'Fay', message: 'Happy birthday <3' }
  const contact = { email: 'giver@example.com', name: 'Gil Giver', giftRecipient }
  await shop.buy({ lines: [{ variantId: giftCard, quantity: 1 }], contact })
  await shop.deliverEvents()
  const [mail] = await mailsTo('friend@example.com', /gift card/)
  expect(mail?.text).toContain('A present from Gil Giver.')
  expect(mail?.html).toContain('Happy birthday &lt;3')
  expect(await mailsTo('giver@example.com', /gift card/)).toEqual([])
})

test('staff issue, find, top up and lock cards with a reason; the code is told once, and support only looks on', async () => {
  const body = { currency: 'EUR', amountMinor: 25_00, reason: 'Late parcel', name: 'Kim' }
  const path = '/api/admin/stored-value'
  expect((await shop.ask('POST', `${path}/gift-cards`, { body, role: 'support' })).status).toBe(403)
  const issued = await shop.ask('POST', `${path}/gift-cards`, { body })
  expect(issued.status).toBe(201)
  const { id, code } = issued.body
  const listed = await shop.ask('GET', `${path}?q=${code.slice(-4).toLowerCase()}`, { role: 'support' })
  expect(listed.body.items).toMatchObject([{ id, balanceMinor: 25_00, holder: { name: 'Kim' } }])
  expect(JSON.stringify(listed.body)).not.toContain(code)
  const change = (amountMinor: number) =>
    shop.ask('POST', `${path}/${id}/balance`, { body: { amountMinor, reason: 'Once more' } })
  expect((await change(5_00)).body).toMatchObject({ balanceMinor: 30_00 })
  expect((await change(-30_01)).body).toMatchObject({ code: 'gift-cards.more-than-left' })
  expect((await change(0)).status).toBe(400)
  await shop.http.inject({
    method: 'PUT',
    url: `${path}/${id}/disabled`,
    headers: { cookie: await shop.signIn('owner'), origin: 'http://localhost' },
    payload: { disabled: true },
  })
  const check = await shop.ask('POST', '/api/gift-cards/check', { body: { code } })
  expect(check).toMatchObject({ status: 422, body: { code: 'gift-cards.not-usable' } })
  const { body: detail } = await shop.ask('GET', `${path}/${id}`)
  expect(detail.entries.map((entry: { kind: string; reason: string }) => [entry.kind, entry.reason])).toEqual([
    ['topped-up', 'Once more'],
    ['issued', 'Late parcel'],
  ])
})

test('thirty guesses in a minute, and then nobody at this address is told anything, right or wrong', async () => {
  const { body } = await shop.ask('POST', '/api/admin/stored-value/gift-cards', {
    body: { currency: 'EUR', amountMinor: 1_00, reason: 'a test' },
  })
  const guess = (code: string) =>
    shop.http.inject({ method: 'POST', url: '/api/gift-cards/check', payload: { code }, remoteAddress: '10.0.0.9' })
  const wrong = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(`0000-0000-0000-0000-${1000 + n}`)))
  expect(wrong.filter((answer) => answer.statusCode === 422)).toHaveLength(30)
  expect(wrong.filter((answer) => answer.statusCode === 429)).toHaveLength(10)
  expect((await guess(body.code)).statusCode).toBe(429)
  shop.clock.advance({ minutes: 1 })
  expect((await guess(body.code)).statusCode).toBe(200)
})
