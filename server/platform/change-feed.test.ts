import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from './change-feed.ts'
import { transaction } from './context.ts'
import { type EventDispatcher, startEventDispatcher } from './event-dispatcher.ts'
import { emit } from './events.ts'
import { sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let writer: TestShop
let reader: TestShop
let dispatcher: EventDispatcher
beforeEach(async () => {
  writer = await openTestShop()
  reader = await openTestShop({ databaseUrl: writer.ctx.database.url })
  dispatcher = startEventDispatcher(writer.ctx, [])
  await reader.ctx.changes.start()
})
afterEach(async () => {
  await dispatcher.stop()
  await reader.close()
  await writer.close()
})

const change = (type: string, subject: string) =>
  transaction(writer.ctx, (tx) => emit(writer.ctx, tx, { type, subject, payload: { by: 'ann' } }))

/** Collects what is heard, and lets a test wait for it. */
function listen(types: string[]) {
  const heard: (Change | 'lost')[] = []
  let look = () => {}
  reader.ctx.changes.on(types, (what) => {
    heard.push(what)
    look()
  })
  const until = (enough: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => enough() && resolve()
      look()
    })
  return { heard, until }
}

test('what one process changes, another one hears of', async () => {
  const { heard, until } = listen(['product.changed'])
  await change('product.changed', 'prod_1')
  await until(() => heard.length === 1)
  expect(heard).toEqual([{ type: 'product.changed', subject: 'prod_1', payload: { by: 'ann' } }])
})

test('only what was asked for is heard, in the order in which it happened', async () => {
  const { heard, until } = listen(['product.changed', 'price.changed'])
  await change('product.changed', 'prod_1')
  await change('order.placed', 'order_1')
  await change('price.changed', 'prod_2')
  await until(() => heard.length === 2)
  expect(heard).toMatchObject([{ subject: 'prod_1' }, { subject: 'prod_2' }])
})

test('after the line was cut, those who listen are told that they may have missed something, and hear again', async () => {
  const { heard, until } = listen(['product.changed'])
  await writer.ctx.database.run(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'barrow changes' and datname = current_database()`,
  )
  await until(() => heard.includes('lost'))
  await change('product.changed', 'prod_3')
  await until(() => heard.length === 2)
  expect(heard).toMatchObject(['lost', { subject: 'prod_3' }])
})
