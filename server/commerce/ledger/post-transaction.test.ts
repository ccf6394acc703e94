import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { openTestShop, type TestShop } from '../../platform/testing/test-shop.ts'
import { type LedgerPosting, postTransaction, trialBalance } from './index.ts'

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
  expect(balances).toEqual([
    { account: 'assets:receivable:customers', kind: 'asset', currency: 'EUR', balanceMinor: 1190 },
    { account: 'liabilities:tax:de', kind: 'liability', currency: 'EUR', balanceMinor: -190 },
    { account: 'revenue:goods', kind: 'revenue', currency: 'EUR', balanceMinor: -1000 },
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
