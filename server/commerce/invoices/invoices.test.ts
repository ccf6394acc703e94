import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { shipOrder } from '../fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { cancelOrder, orderById, orderKey, refundOrder } from '../orders/index.ts'
import { changeOrderSettings } from '../stores/index.ts'
import { drawInvoice, type InvoiceContent, invoicesOf, readInvoice } from './index.ts'

let shop: ShopWithOrders
let early: ShopWithOrders
let lamp: string
beforeAll(async () => {
  ;[shop, early] = await Promise.all([openShopWithOrders(), openShopWithOrders({ capture: 'on-placement' })])
  const settings = { invoiceOn: 'placement', supportRefundMaxMinor: null, taxNumber: 'DE 123 456 789' } as const
  await changeOrderSettings(early.ctx, { settings, actor: 'staff_owner' })
  lamp = await shop.sell({ slug: 'lamp', priceMinor: 3333, stock: 500 })
})
afterAll(() => Promise.all([shop.close(), early.close()]))

const owner = { id: 'staff_owner', role: 'owner' as const }
const actor = 'staff_owner'
const reason = 'Came back'

async function papersOf(of: ShopWithOrders, orderId: string): Promise<(InvoiceContent & { id: string })[]> {
  const papers = await invoicesOf(of.ctx, orderId)
  return Promise.all(
    papers.map(async ({ id }) => ({ id, ...(await readInvoice(of.ctx, { invoiceId: id, orderId })).content })),
  )
}

const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)

/** Whatever stands on a paper adds up: its lines, its taxes, its total. */
function expectSums(paper: InvoiceContent) {
  expect(sum(paper.taxes.map((tax) => tax.netMinor + tax.taxMinor))).toBe(paper.totalMinor)
  expect(paper.netMinor + paper.taxMinor).toBe(paper.totalMinor)
  const lines = sum(paper.lines.map((line) => line.amountMinor)) + (paper.shipping?.amountMinor ?? 0)
  expect(lines).toBe(paper.pricesIncludeTax ? paper.totalMinor : paper.netMinor)
}

test('each parcel has its invoice, delivery with the first, and together they are what the order cost, tax included', async () => {
  const order = await shop.buy({ lines: [{ variantId: lamp, quantity: 2 }] })
  const orderLineId = order.lines[0]?.id as string
  await shipOrder(shop.ctx, { orderId: order.id, lines: [{ orderLineId, quantity: 1 }], actor })
  await shipOrder(shop.ctx, { orderId: order.id, actor })
  await shop.deliverEvents()
  await shop.deliverEvents()
  const papers = await papersOf(shop, order.id)
  expect(papers.map(({ kind, totalMinor }) => [kind, totalMinor])).toEqual([
    ['invoice', 3333 + 490],
    ['invoice', 3333],
  ])
  for (const paper of papers) expectSums(paper)
  expect(sum(papers.map((paper) => paper.totalMinor))).toBe(order.totalMinor)
  expect(sum(papers.map((paper) => paper.taxMinor))).toBe(order.taxMinor)
})

test('what is given back is credited line by line, and all credit notes come to what was invoiced', async () => {
  const order = await shop.buy({ lines: [{ variantId: lamp, quantity: 3 }] })
  const orderLineId = order.lines[0]?.id as string
  await shipOrder(shop.ctx, { orderId: order.id, actor })
  await shop.deliverEvents()
  const give = (wish: object) => refundOrder(shop.ctx, { orderId: order.id, reason, actor: owner, ...wish })
  await give({ lines: [{ orderLineId, quantity: 1 }] })
  await give({ amountMinor: 5_00 })
  const rest = (await orderById(shop.ctx, order.id)).totalMinor - 3333 - 500
  await give({ amountMinor: rest })
  await shop.deliverEvents()
  const [invoice, ...credits] = await papersOf(shop, order.id)
  expect(credits.map(({ kind, totalMinor }) => [kind, totalMinor])).toEqual([
    ['credit-note', 3333],
    ['credit-note', 500],
    ['credit-note', rest],
  ])
  for (const paper of credits) expectSums(paper)
  expect(credits[0]?.refersTo).toEqual([invoice?.number])
  expect(sum(credits.map((paper) => paper.totalMinor))).toBe(invoice?.totalMinor)
  expect(sum(credits.map((paper) => paper.taxMinor))).toBe(invoice?.taxMinor)
})

test('in a shop that invoices at once, what is taken out or canceled is credited', async () => {
  const cup = await early.sell({ slug: 'cup', priceMinor: 1000, stock: 9 })
  const order = await early.buy({ lines: [{ variantId: cup, quantity: 3 }] })
  await early.deliverEvents()
  const lines = [{ orderLineId: order.lines[0]?.id as string, quantity: 1 }]
  await cancelOrder(early.ctx, { orderId: order.id, lines, reason, actor })
  await early.deliverEvents()
  await cancelOrder(early.ctx, { orderId: order.id, reason, actor })
  await early.deliverEvents()
  const papers = await papersOf(early, order.id)
  expect(papers.map(({ kind, totalMinor }) => [kind, totalMinor])).toEqual([
    ['invoice', 3490],
    ['credit-note', 1000],
    ['credit-note', 2490],
  ])
  for (const paper of papers) expectSums(paper)
  expect(sum(papers.map(({ kind, taxMinor }) => (kind === 'invoice' ? taxMinor : -taxMinor)))).toBe(0)
})

test('numbers run without a gap or a repeat, however many papers are issued at once and however often', {
  timeout: 120_000,
}, async () => {
  const orders = []
  for (let count = 0; count < 6; count++) orders.push(await shop.buy({ lines: [{ variantId: lamp, quantity: 1 }] }))
  await Promise.all(orders.map(({ id: orderId }) => shipOrder(shop.ctx, { orderId, actor })))
  const { creditForRefund, invoiceForParcel } = await import('./index.ts')
  const parcels = await shop.ctx.database.rows<{ id: string; orderId: string }>(
    sql`select id, order_id from fulfillments where order_id = any(${orders.map(({ id }) => id)})`,
  )
  await Promise.all(
    [...parcels, ...parcels].map(({ id: fulfillmentId, orderId }) =>
      invoiceForParcel(shop.ctx, { orderId, fulfillmentId }),
    ),
  )
  await shop.deliverEvents()
  const refunds = await Promise.all(
    orders.map(({ id: orderId }) => refundOrder(shop.ctx, { orderId, amountMinor: 100, reason, actor: owner })),
  )
  await Promise.all(refunds.map(({ id: refundId, orderId }) => creditForRefund(shop.ctx, { orderId, refundId })))
  await shop.deliverEvents()
  for (const kind of ['invoice', 'credit-note']) {
    const rows = await shop.ctx.database.rows<{ number: number }>(
      sql`select number from invoices where kind = ${kind} order by number`,
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  }
})

test('a paper is never changed: the database refuses it, and the same PDF is drawn again', async () => {
  const { database } = shop.ctx
  await expect(database.run(sql`update invoices set total_minor = 1`)).rejects.toThrow('append-only')
  await expect(database.run(sql`delete from invoices`)).rejects.toThrow('append-only')
  const { id } = await database.one<{ id: string }>(sql`select id from invoices order by id limit 1`)
  const { content, issuedAt } = await readInvoice(shop.ctx, { invoiceId: id })
  const [first, second] = [await drawInvoice(content, issuedAt), await drawInvoice(content, issuedAt)]
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  expect(first.equals(second)).toBe(true)
  expect(JSON.stringify(await database.one(sql`select * from invoices where id = ${id}`))).not.toContain('Ann Winter')
})

test('a customer opens the papers of their order and no others; staff open all', async () => {
  const order = await shop.buy({ lines: [{ variantId: lamp, quantity: 1 }], locale: 'de' })
  const other = await shop.buy({ lines: [{ variantId: lamp, quantity: 1 }] })
  await shipOrder(shop.ctx, { orderId: order.id, actor })
  await shop.deliverEvents()
  const key = orderKey(shop.ctx, order.id)
  const list = await shop.http.inject(`/api/orders/${order.id}/invoices?key=${key}`)
  const [paper] = list.json().items
  expect(paper).toMatchObject({ kind: 'invoice', totalMinor: order.totalMinor })
  const pdf = await shop.http.inject(`/api/orders/${order.id}/invoices/${paper.id}?key=${key}`)
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(pdf.headers['content-disposition']).toContain(paper.name)
  const foreign = `/api/orders/${other.id}/invoices/${paper.id}?key=${orderKey(shop.ctx, other.id)}`
  expect((await shop.http.inject(foreign)).statusCode).toBe(404)
  expect((await shop.http.inject(`/api/orders/${order.id}/invoices/${paper.id}?key=x`)).statusCode).toBe(404)
  const cookie = await shop.signIn('support')
  const forStaff = await shop.http.inject({ url: `/api/admin/invoices/${paper.id}`, headers: { cookie } })
  expect(forStaff.rawPayload.equals(pdf.rawPayload)).toBe(true)
  expect((await shop.ask('GET', `/api/admin/orders/${order.id}/invoices`)).body.items).toHaveLength(1)
})

test.each([
  ['JPY', 318, true],
  ['JPY', 999, false],
  ['KWD', 31_860, true],
  ['KWD', 1_999, false],
])(
  'in %s, at %i and tax inside %s, a paper adds up to the last unit',
  async (currency, priceMinor, pricesIncludeTax) => {
    const far = await openShopWithOrders({ currency, pricesIncludeTax })
    const thing = await far.sell({ slug: 'thing', priceMinor, stock: 9 })
    const book = await far.sell({ slug: 'book', priceMinor: 777, stock: 9, product: { taxCategory: 'books' } })
    const order = await far.buy({
      lines: [
        { variantId: thing, quantity: 3 },
        { variantId: book, quantity: 1 },
      ],
    })
    await shipOrder(far.ctx, { orderId: order.id, actor })
    await far.deliverEvents()
    const [paper] = await papersOf(far, order.id)
    if (!paper) throw new Error('no invoice')
    expectSums(paper)
    expect(paper).toMatchObject({ currency, totalMinor: order.totalMinor, taxMinor: order.taxMinor })
    expect(paper.taxes.map(({ ratePpm, taxMinor }) => ({ ratePpm, taxMinor }))).toEqual(
      order.taxLines.map(({ ratePpm, taxMinor }) => ({ ratePpm, taxMinor })),
    )
    expect((await drawInvoice(paper, far.clock.now())).length).toBeGreaterThan(5000)
    await far.close()
  },
)
