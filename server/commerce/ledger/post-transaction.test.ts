import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { openTestShop, type TestShop } from '../../platform/testing/test-shop.ts'
import { type LedgerPosting, postTransaction, trialBalance, wrongBalances } from './index.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop.close())

const sale: LedgerPosting = {
  kind: 'order-placed',
  reference: 'order_1',
  entries: [
    { account: 'assets:receivable:customers', currency: 'EUR', amountMinor: 1190 },
    { account: 'revenue:goods', currency: 'EUR', amountMinor: -1000 },
    { account: 'revenue:shipping', currency: 'EUR', amountMinor: 0 },
    { account: 'liabilities:tax:de', currency: 'EUR', amountMinor: -190 },
  ],
}
const post = (posting: LedgerPosting) => transaction(shop.ctx, (tx) => postTransaction(shop.ctx, tx, posting))

test('a movement that is reported twice is booked once, and the books balance', async () => {
  await post(sale)
  await post(sale)
  const balances = await trialBalance(shop.ctx)
  const booked = { currency: 'EUR', openingMinor: 0, debitMinor: 0, creditMinor: 0 }
  expect(balances).toEqual([
    { ...booked, account: 'assets:receivable:customers', kind: 'asset', debitMinor: 1190, balanceMinor: 1190 },
    { ...booked, account: 'liabilities:tax:de', kind: 'liability', creditMinor: 190, balanceMinor: -190 },
    { ...booked, account: 'revenue:goods', kind: 'revenue', creditMinor: 1000, balanceMinor: -1000 },
  ])
})

test('entries that do not balance are refused before they reach the books', async () => {
  const entries = [{ account: 'revenue:goods', currency: 'EUR', amountMinor: -1 }]
  await expect(post({ kind: 'order-placed', reference: 'order_2', entries })).rejects.toThrow('off by -1 EUR')
})

test('the database itself refuses unbalanced entries, and any change to what is booked', async () => {
  const { database } = shop.ctx
  const unbalanced = sql`
    with t as (insert into ledger_transactions values ('ltx_x', 'test', 'x', now()) returning id)
    insert into ledger_entries select id, 1, 'revenue:goods', 'EUR', 5 from t`
  await expect(database.run(unbalanced)).rejects.toThrow('must sum to zero')
  await expect(database.run(sql`update ledger_entries set amount_minor = 1`)).rejects.toThrow('append-only')
  await expect(database.run(sql`delete from ledger_transactions`)).rejects.toThrow('append-only')
})

test('what is booked is closed: no pair of entries can be added later, and no half that a next statement completes', async () => {
  const { database } = shop.ctx
  const id = (await database.one<{ id: string }>(sql`select id from ledger_transactions limit 1`)).id
  const add = (line: number, amountMinor: number) => sql`insert into ledger_entries
    values (${id}, ${line}, 'revenue:goods', 'EUR', ${amountMinor})`
  const pair = sql`insert into ledger_entries
    select ${id}, 90 + n, 'revenue:goods', 'EUR', 5 * n from (values (1), (-1)) as t(n)`
  await expect(database.run(pair)).rejects.toThrow('is closed')
  const halves = database.transaction(async (tx) => {
    await tx.run(sql`insert into ledger_transactions values ('ltx_y', 'test', 'y', now())`)
    await tx.run(add(91, 5))
    await tx.run(add(92, -5))
  })
  await expect(halves).rejects.toThrow('must sum to zero')
})

test('a transaction that books nothing does not come to be', async () => {
  const empty = sql`insert into ledger_transactions values ('ltx_z', 'test', 'z', now())`
  await expect(shop.ctx.database.run(empty)).rejects.toThrow('has entries')
})

test('balances are kept by the database, are those of the entries, and cannot be written by hand', async () => {
  const { database } = shop.ctx
  const orders = Array.from({ length: 40 }, (_, index) => ({ ...sale, reference: `order_many_${index}` }))
  await Promise.all(orders.map(post))
  expect(await wrongBalances(shop.ctx)).toEqual([])
  const now = await trialBalance(shop.ctx)
  expect(now).toEqual(await trialBalance(shop.ctx, { until: new Date('2030-01-01T00:00:00Z') }))
  await expect(database.run(sql`update ledger_balances set debit_minor = 0`)).rejects.toThrow('book a transaction')
  await expect(database.run(sql`delete from ledger_balances`)).rejects.toThrow('book a transaction')
  await expect(database.run(sql`truncate ledger_balances`)).rejects.toThrow('book a transaction')
  await expect(database.run(sql`truncate ledger_entries`)).rejects.toThrow('append-only')
})

test('a period opens with what was booked before it, and its balances and openings sum to zero', async () => {
  shop.clock.advance({ hours: 24 })
  const from = shop.ctx.clock.now()
  await post({ ...sale, reference: 'order_later' })
  const of = await trialBalance(shop.ctx, { from })
  expect(of.find(({ account }) => account === 'revenue:goods')).toMatchObject({ debitMinor: 0, creditMinor: 1000 })
  const sum = (amount: (balance: (typeof of)[number]) => number) => of.reduce((total, one) => total + amount(one), 0)
  expect([sum((one) => one.openingMinor), sum((one) => one.balanceMinor)]).toEqual([0, 0])
  for (const one of of) expect(one.openingMinor + one.debitMinor - one.creditMinor).toBe(one.balanceMinor)
})
