import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShopWithOrders, type ShopWithOrders } from '../fulfillment/testing/shop-with-orders.ts'
import { readJournal } from '../ledger/testing/read-journal.ts'

let shop: ShopWithOrders
beforeAll(async () => {
  shop = await openShopWithOrders({ capture: 'on-placement' })
  const cup = await shop.sell({ slug: 'cup', priceMinor: 2380, stock: 50 })
  for (const day of [0, 1, 2]) {
    shop.clock.advance({ days: day === 0 ? 0 : 1 })
    for (let order = 0; order <= day; order++) await shop.buy({ lines: [{ variantId: cup, quantity: 1 + order }] })
    await shop.deliverEvents()
  }
})
afterAll(() => shop.close())

const receivable = '/api/admin/ledger/assets:receivable:customers'
type Entry = { amountMinor: number; balanceMinor: number; transactionId: string; against: string[] }

async function entriesOf(query: string): Promise<Entry[]> {
  const all: Entry[] = []
  for (let cursor = ''; ; ) {
    const { body } = await shop.ask('GET', `${receivable}?limit=2${query}${cursor}`)
    all.push(...body.items)
    if (body.next === null) return all
    cursor = `&cursor=${body.next}`
  }
}
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
async function file(url: string): Promise<{ status: number; type: string; name: string; text: string }> {
  const answer = await shop.http.inject({ url, headers: { cookie: await shop.signIn() } })
  const { 'content-type': type = '', 'content-disposition': name = '' } = answer.headers
  return { status: answer.statusCode, type: String(type), name: String(name), text: answer.body }
}

test('each line of an account says what it stood at, over pages, and ends with its balance', async () => {
  const entries = await entriesOf('')
  expect(entries).toHaveLength(12)
  const amounts = entries.map((entry) => entry.amountMinor)
  for (const [index, { balanceMinor }] of entries.entries()) expect(balanceMinor).toBe(sum(amounts.slice(index)))
  const { body } = await shop.ask('GET', '/api/admin/ledger')
  const account = body.accounts.find((one: { account: string }) => one.account === 'assets:receivable:customers')
  expect(account.balanceMinor).toBe(entries[0]?.balanceMinor)
  expect(entries.at(-1)?.against).toEqual(['liabilities:tax:de', 'revenue:goods', 'revenue:shipping'])
})

test('a period has its own lines, and goes on from the balance that it opened with', async () => {
  const all = await entriesOf('')
  const second = await entriesOf('&from=2026-03-03&until=2026-03-03')
  expect(second).toEqual(all.slice(6, 10))
  const { body } = await shop.ask('GET', '/api/admin/ledger?from=2026-03-03&until=2026-03-03')
  const account = body.accounts.find((one: { account: string }) => one.account === 'assets:receivable:customers')
  expect(account).toMatchObject({
    openingMinor: all[10]?.balanceMinor,
    debitMinor: sum(second.map((entry) => Math.max(0, entry.amountMinor))),
    creditMinor: sum(second.map((entry) => Math.max(0, -entry.amountMinor))),
    balanceMinor: second[0]?.balanceMinor,
  })
  expect((await shop.ask('GET', '/api/admin/ledger?from=2026-03-04&until=2026-03-03')).body.code).toBe(
    'back-office.no-period',
  )
})

test('the CSV of an account has the same lines, the oldest first, as plain decimals', async () => {
  const { status, type, name, text } = await file(`${receivable}/csv?from=2026-03-03`)
  expect([status, type]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(name).toBe('attachment; filename="assets-receivable-customers-from-2026-03-03.csv"')
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  const entries = (await entriesOf('&from=2026-03-03')).reverse()
  const minorOf = (figure = '') => Math.round(Number(figure || '0') * 100)
  expect(rows.map((row) => [minorOf(row.debit) - minorOf(row.credit), minorOf(row.balance)])).toEqual(
    entries.map((entry) => [entry.amountMinor, entry.balanceMinor]),
  )
  expect(rows[0]).toMatchObject({ date: '2026-03-03', movement: 'order-placed', order: '1002', currency: 'EUR' })
})

test('the journal is a file that holds every order and charge, and asserts the balances', async () => {
  const { status, name, text } = await file('/api/admin/ledger/journal')
  expect([status, name]).toEqual([200, 'attachment; filename="books.journal"'])
  const read = readJournal(text)
  expect(read.transactions.filter((one) => one.text.startsWith('order-placed'))).toHaveLength(6)
  expect(read.transactions.filter((one) => one.text.startsWith('payment-captured'))).toHaveLength(6)
})

test('balances are checked against entries, and books and files are for the owner alone', async () => {
  expect((await shop.ask('GET', '/api/admin/ledger/check')).body).toEqual({ wrong: [] })
  for (const url of ['/api/admin/ledger/check', '/api/admin/ledger/journal', `${receivable}/csv`, receivable])
    expect((await shop.ask('GET', url, { role: 'manager' })).status).toBe(403)
})
