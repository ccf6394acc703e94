import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../sql.ts'
import { openingTime, openTestShop, type TestShop } from './test-shop.ts'

let one: TestShop
let other: TestShop
beforeAll(async () => {
  one = await openTestShop()
  other = await openTestShop()
})
afterAll(async () => {
  await one.close()
  await other.close()
})

test('what one test shop writes, another does not see', async () => {
  await one.ctx.database.run(sql`insert into ledger_accounts (code, kind) values ('assets:till', 'asset')`)
  const count = sql`select count(*) as accounts from ledger_accounts where code = 'assets:till'`
  expect(await one.ctx.database.one(count)).toEqual({ accounts: 1 })
  expect(await other.ctx.database.one(count)).toEqual({ accounts: 0 })
})

test('a test shop lives on a clock that moves when told', () => {
  expect(one.ctx.clock.now()).toEqual(new Date(openingTime))
  one.clock.advance({ months: 14 })
  expect(one.ctx.clock.now()).toEqual(new Date('2027-05-02T10:00:00Z'))
  expect(other.ctx.clock.now()).toEqual(new Date(openingTime))
})

test('a closed test shop leaves no database behind', async () => {
  const third = await openTestShop()
  const name = new URL(third.ctx.database.url).pathname.slice(1)
  const found = sql`select count(*) as databases from pg_database where datname = ${name}`
  expect(await one.ctx.database.one(found)).toEqual({ databases: 1 })
  await third.close()
  expect(await one.ctx.database.one(found)).toEqual({ databases: 0 })
})
