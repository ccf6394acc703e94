import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOf, sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
})
afterAll(() => shop.close())

test('every value becomes a parameter', () => {
  expect(sql`select ${1} + ${2}`).toMatchObject({ text: 'select $1 + $2', values: [1, 2] })
})

test('a statement inside another brings its values along, in their places', () => {
  const inner = sql`price between ${10} and ${20}`
  expect(sql`where id = ${'a'} and ${inner} and sku = ${'b'}`).toMatchObject({
    text: 'where id = $1 and price between $2 and $3 and sku = $4',
    values: ['a', 10, 20, 'b'],
  })
})

test('more than nine parameters are numbered right when woven in', () => {
  const many = sql`${1}, ${2}, ${3}, ${4}, ${5}, ${6}, ${7}, ${8}, ${9}, ${10}, ${11}`
  const woven = sql`${0}, ${many}`
  expect(woven.text).toBe('$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12')
  expect(woven.values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('conditions are joined with and; none at all lets everything through', async () => {
  const all = async (...conditions: Parameters<typeof allOf>[0]) =>
    (await shop.ctx.database.one<{ met: boolean }>(sql`select ${allOf(conditions)} as met`)).met
  expect(await all()).toBe(true)
  expect(await all(sql`1 = 1`, sql`${'a'}::text = 'a'`)).toBe(true)
  expect(await all(sql`1 = 1`, sql`${'a'}::text = 'b'`)).toBe(false)
})

test('the same text has the same name, so that it is prepared once; another text has another', () => {
  const byId = (id: string) => sql`select from products where id = ${id}`
  expect(byId('a').name).toBe(byId('b').name)
  expect(byId('a').name).not.toBe(sql`select from variants where id = ${'a'}`.name)
})

test('text from outside never becomes SQL', async () => {
  const hostile = "x'; drop table orders; --"
  expect(await shop.ctx.database.one(sql`select ${hostile}::text as said`)).toEqual({ said: hostile })
  expect(await shop.ctx.database.one(sql`select count(*) as orders from orders`)).toEqual({ orders: 0 })
})
