import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { transaction } from './context.ts'
import { brokenConstraintOf, openDatabase, sqlStateOf } from './database.ts'
import { sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
  await shop.ctx.database.run(sql`create table purses (name text primary key, coins integer not null)`)
})
beforeEach(async () => {
  await shop.ctx.database.run(sql`delete from purses`)
  await shop.ctx.database.run(sql`insert into purses values ('ann', 10), ('bob', 10)`)
})
afterAll(() => shop.close())

const coinsOf = async (name: string) =>
  (await shop.ctx.database.one<{ coins: number }>(sql`select coins from purses where name = ${name}`)).coins
const take = (name: string) => sql`update purses set coins = coins - 1 where name = ${name}`
const give = (name: string) => sql`update purses set coins = coins + 1 where name = ${name}`

/** Lets each of two transactions go on only when both have come this far, the first time each comes by. */
function meetingPoint() {
  let arrived = 0
  let open = () => {}
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  return async () => {
    arrived++
    if (arrived === 2) open()
    await both
  }
}

test('two transactions that block each other both come through, and each is counted once', async () => {
  const meet = meetingPoint()
  let attempts = 0
  const move = (from: string, to: string) =>
    transaction(shop.ctx, async (tx) => {
      attempts++
      await tx.run(take(from))
      await meet()
      await tx.run(give(to))
    })
  await Promise.all([move('ann', 'bob'), move('bob', 'ann')])
  // One is sent back at least once; on a busy machine they may meet again.
  expect(attempts).toBeGreaterThanOrEqual(3)
  expect([await coinsOf('ann'), await coinsOf('bob')]).toEqual([10, 10])
})

test('a transaction can look something up while all other connections wait for what it has locked', async () => {
  const narrow = openDatabase({ url: shop.ctx.database.url, connectionsMax: 2 })
  let locked = () => {}
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve
  })
  const first = narrow.transaction(async (tx) => {
    await tx.run(take('ann'))
    locked()
    const others = sql`select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'`
    let waiting = 0
    while (waiting < 1) waiting = (await shop.ctx.database.one<{ waiting: number }>(others)).waiting
    return narrow.one<{ coins: number }>(sql`select coins from purses where name = 'bob'`)
  })
  await isLocked
  const rest = [1, 2, 3].map(() => narrow.transaction((tx) => tx.run(take('ann'))))
  expect(await first).toEqual({ coins: 10 })
  await Promise.all(rest)
  expect(await coinsOf('ann')).toBe(6)
  await narrow.close()
})

test('a transaction that another one overtook is done again on what is true now', async () => {
  const meet = meetingPoint()
  const buy = () =>
    transaction(shop.ctx, async (tx) => {
      await tx.run(sql`set transaction isolation level serializable`)
      const { coins } = await tx.one<{ coins: number }>(sql`select coins from purses where name = 'ann'`)
      await meet()
      await tx.run(sql`update purses set coins = ${coins - 1} where name = 'ann'`)
    })
  await Promise.all([buy(), buy()])
  expect(await coinsOf('ann')).toBe(8)
})

test('a transaction that can never succeed is given up after four tries', async () => {
  let attempts = 0
  const hopeless = transaction(shop.ctx, async (tx) => {
    attempts++
    await tx.run(sql`do $$ begin raise exception using errcode = 'serialization_failure'; end $$`)
  })
  await expect(hopeless).rejects.toMatchObject({ code: '40001' })
  expect(attempts).toBe(4)
})

test('an error undoes all of its transaction, and is not tried again', async () => {
  let attempts = 0
  const failing = transaction(shop.ctx, async (tx) => {
    attempts++
    await tx.run(take('ann'))
    throw new Error('the shopper changed their mind')
  })
  await expect(failing).rejects.toThrow('the shopper changed their mind')
  expect(await coinsOf('ann')).toBe(10)
  expect(attempts).toBe(1)
})

test('what follows a commit runs once it is committed, and never after a rollback', async () => {
  const ran: string[] = []
  await transaction(shop.ctx, async (tx) => {
    tx.afterCommit(() => ran.push('committed'))
    await tx.run(take('ann'))
    expect(ran).toEqual([])
  })
  const undone = transaction(shop.ctx, async (tx) => {
    tx.afterCommit(() => ran.push('rolled back'))
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  expect(ran).toEqual(['committed'])
})

test('a connection that breaks in the middle of a transaction fails that one alone, and is used no more', async () => {
  const cut = transaction(shop.ctx, async (tx) => {
    await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`)
  })
  await expect(cut).rejects.toThrow()
  for (let again = 0; again < 12; again++) expect(await coinsOf('ann')).toBe(10)
})

test('columns are read in camelCase, whole numbers as numbers, dates as they are written, moments as moments', async () => {
  const row = await shop.ctx.database.one(sql`
    select 9007199254740991::bigint as amount_minor, '2026-03-29'::date as deliver_from,
      '2026-03-02T10:00:00Z'::timestamptz as placed_at, '\\x00ff'::bytea as token_hash, null as line_2`)
  expect(row).toEqual({
    amountMinor: 9007199254740991,
    deliverFrom: '2026-03-29',
    placedAt: new Date('2026-03-02T10:00:00Z'),
    tokenHash: Buffer.from([0, 255]),
    line2: null,
  })
})

test('a number too large to be exact is an error, not an almost right amount', async () => {
  await expect(shop.ctx.database.one(sql`select 9007199254740993::bigint as amount`)).rejects.toThrow(RangeError)
})

test('a row that must be there and is not is an error; one that may be missing is undefined', async () => {
  const nobody = sql`select coins from purses where name = 'nobody'`
  await expect(shop.ctx.database.one(nobody)).rejects.toThrow('no row for')
  expect(await shop.ctx.database.maybe(nobody)).toBeUndefined()
  expect(await shop.ctx.database.rows(nobody)).toEqual([])
})

test('it answers how many rows were touched', async () => {
  expect(await shop.ctx.database.run(sql`update purses set coins = 0`)).toBe(2)
})

test('the constraint that refused a write is known by name', async () => {
  const twice = shop.ctx.database.run(sql`insert into purses values ('ann', 1)`)
  const error = await twice.catch((refusal: unknown) => refusal)
  expect(brokenConstraintOf(error)).toBe('purses_pkey')
  expect(sqlStateOf(error)).toBe('23505')
  expect([sqlStateOf(new Error('x')), brokenConstraintOf(undefined)]).toEqual([undefined, undefined])
})

test('every statement sent is heard of, so that round trips can be counted', async () => {
  const heard: string[] = []
  shop.ctx.database.onStatement = (text) => heard.push(text)
  await transaction(shop.ctx, (tx) => tx.run(take('ann')))
  shop.ctx.database.onStatement = undefined
  expect(heard).toEqual(['begin', take('').text, 'commit'])
})
