import { expect, test } from 'vitest'
import { countOrders, stepsOf } from './statement-orders.ts'

const tables = ['carts', 'orders', 'stock_levels', 'stock_movements', 'ledger_entries', 'ledger_balances']

test('a statement that meets nothing of the other goes with the next that does', () => {
  const mine = ['select 1 from carts', 'update stock_levels set reserved = 1', 'select 2 from carts', 'commit']
  const theirs = ['select on_hand from stock_levels for update', 'update orders set status = 1', 'commit']
  expect([...stepsOf(mine, theirs, tables)]).toEqual([0, 2])
  expect([...stepsOf(theirs, mine, tables)]).toEqual([0, 1])
})

test('what a trigger writes is written too, and two that only read meet nothing', () => {
  const move = ['insert into stock_movements (id) values (1)', 'commit']
  const look = ['select on_hand from stock_levels', 'select id from carts', 'commit']
  expect([...stepsOf(look, move, tables)]).toEqual([0, 1])
  expect([...stepsOf(look, look, tables)]).toEqual([0])
})

test('there are as many orders as ways to choose', () => {
  expect([countOrders(2, 2), countOrders(7, 4), countOrders(0, 5)]).toEqual([6, 330, 1])
})
