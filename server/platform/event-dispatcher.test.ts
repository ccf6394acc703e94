import { afterEach, beforeEach, expect, test } from 'vitest'
import { transaction } from './context.ts'
import { type EventDispatcher, startEventDispatcher } from './event-dispatcher.ts'
import { emit, type Listener, type ShopEvent } from './events.ts'
import { sql } from './sql.ts'
import { settleEvents } from './testing/settle-events.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
const dispatchers: EventDispatcher[] = []
beforeEach(async () => {
  shop = await openTestShop()
})
afterEach(async () => {
  for (const dispatcher of dispatchers.splice(0)) await dispatcher.stop()
  await shop.close()
})

function start(listeners: Listener[], on = shop): EventDispatcher {
  const dispatcher = startEventDispatcher(on.ctx, listeners)
  dispatchers.push(dispatcher)
  return dispatcher
}

function listenerThatNotes(name: string, run: (event: ShopEvent) => void | Promise<void>): Listener {
  return { name, on: ['order.placed'], run: async (_ctx, event) => run(event) }
}

const place = (subject: string, number = 1) =>
  transaction(shop.ctx, (tx) => emit(shop.ctx, tx, { type: 'order.placed', subject, payload: { number } }))

const deliveries = () =>
  shop.ctx.database.rows<{ status: string; attempts: number; lastError: string | null }>(
    sql`select status, attempts, last_error from event_deliveries order by event_id`,
  )

test('an event reaches each of its listeners, and no other', async () => {
  const heard: string[] = []
  const dispatcher = start([
    listenerThatNotes('mail', (event) => void heard.push(`mail ${event.subject}`)),
    listenerThatNotes('stock', (event) => void heard.push(`stock ${event.subject}`)),
    { name: 'returns', on: ['order.returned'], run: async () => void heard.push('returns') },
  ])
  await place('order_1')
  await settleEvents(shop.ctx, dispatcher)
  expect(heard.sort()).toEqual(['mail order_1', 'stock order_1'])
})

test('a listener gets the whole event: what, about whom, by whom and when', async () => {
  const heard: ShopEvent[] = []
  const dispatcher = start([listenerThatNotes('mail', (event) => void heard.push(event))])
  await transaction(shop.ctx, (tx) =>
    emit(shop.ctx, tx, { type: 'order.placed', subject: 'order_1', payload: { total: 1990 }, actor: 'customer' }),
  )
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toMatchObject([
    {
      type: 'order.placed',
      subject: 'order_1',
      payload: { total: 1990 },
      actor: 'customer',
      occurredAt: shop.clock.now(),
    },
  ])
})

test('an event of a transaction that was undone is never heard of', async () => {
  const heard: string[] = []
  const dispatcher = start([listenerThatNotes('mail', (event) => void heard.push(event.subject))])
  const undone = transaction(shop.ctx, async (tx) => {
    await emit(shop.ctx, tx, { type: 'order.placed', subject: 'undone' })
    throw new Error('the card was declined')
  })
  await expect(undone).rejects.toThrow('declined')
  await place('kept')
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toEqual(['kept'])
})

test('events about one order arrive in the order in which they happened', async () => {
  const heard = new Map<string, unknown[]>()
  const dispatcher = start([
    listenerThatNotes('mail', async (event) => {
      // The first of each order takes longest, so that a later one would overtake it if it could.
      await new Promise((resolve) => setTimeout(resolve, event.payload.number === 1 ? 30 : 0))
      heard.set(event.subject, [...(heard.get(event.subject) ?? []), event.payload.number])
    }),
  ])
  for (let number = 1; number <= 5; number++) for (const order of ['a', 'b', 'c']) await place(order, number)
  await settleEvents(shop.ctx, dispatcher)
  expect([...heard.values()]).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
  ])
})

test('a listener that fails is tried again, and only then hears what came after', async () => {
  const heard: unknown[] = []
  let failures = 2
  const dispatcher = start([
    listenerThatNotes('mail', (event) => {
      if (event.payload.number === 1 && failures-- > 0) throw new Error('the mail server is away')
      heard.push(event.payload.number)
    }),
  ])
  await place('a', 1)
  await place('a', 2)
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toEqual([])
  expect((await deliveries())[0]).toMatchObject({ status: 'waiting', lastError: 'Error: the mail server is away' })
  shop.clock.advance({ seconds: 2 })
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toEqual([])
  shop.clock.advance({ seconds: 4 })
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toEqual([1, 2])
})

test('after twelve failures an event is put aside for a person to see, and those behind it go on', async () => {
  const heard: unknown[] = []
  const dispatcher = start([
    listenerThatNotes('mail', (event) => {
      if (event.payload.number === 1) throw new Error('no such address')
      heard.push(event.payload.number)
    }),
  ])
  await place('a', 1)
  await place('a', 2)
  for (let tries = 0; tries < 12; tries++) {
    await settleEvents(shop.ctx, dispatcher)
    shop.clock.advance({ hours: 1 })
  }
  await settleEvents(shop.ctx, dispatcher)
  expect(await deliveries()).toMatchObject([
    { status: 'dead', attempts: 12, lastError: 'Error: no such address' },
    { status: 'done', attempts: 1 },
  ])
  expect(heard).toEqual([2])
})

test('two processes share the work: each event is delivered once, in order per subject', async () => {
  const second = await openTestShop({ databaseUrl: shop.ctx.database.url, clock: shop.clock })
  const heard: string[] = []
  const note = async (event: ShopEvent) => {
    await new Promise((resolve) => setTimeout(resolve, Number(event.payload.number) % 3))
    heard.push(`${event.subject} ${event.payload.number}`)
  }
  const here = start([listenerThatNotes('mail', note)])
  const there = start([listenerThatNotes('mail', note)], second)
  const expected: string[] = []
  for (let number = 1; number <= 20; number++)
    for (let order = 1; order <= 10; order++) {
      expected.push(`order_${order} ${number}`)
      await place(`order_${order}`, number)
    }
  await Promise.all([settleEvents(shop.ctx, here), settleEvents(second.ctx, there)])
  await here.stop()
  await there.stop()
  expect([...heard].sort()).toEqual([...expected].sort())
  for (let order = 1; order <= 10; order++) {
    const numbers = heard.filter((line) => line.startsWith(`order_${order} `)).map((line) => Number(line.split(' ')[1]))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  }
  await second.close()
})

test('a drain waits for what was begun before it', async () => {
  const heard: string[] = []
  let begun = () => {}
  const beginning = new Promise<void>((resolve) => {
    begun = resolve
  })
  const dispatcher = start([
    listenerThatNotes('mail', async (event) => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 100))
      heard.push(event.subject)
    }),
  ])
  await place('order_1')
  await beginning
  await dispatcher.drain()
  expect(heard).toEqual(['order_1'])
})

test('a drain goes on past those that fail', async () => {
  const heard: string[] = []
  const dispatcher = start([
    listenerThatNotes('mail', (event) => {
      if (event.subject.startsWith('bad')) throw new Error('no such address')
      heard.push(event.subject)
    }),
  ])
  const bad = Array.from({ length: 20 }, (_, number) => ({ type: 'order.placed', subject: `bad_${number}` }))
  await transaction(shop.ctx, (tx) => emit(shop.ctx, tx, ...bad, { type: 'order.placed', subject: 'good' }))
  await dispatcher.drain()
  expect(heard).toEqual(['good'])
})

test('work that a process took and never finished is done by another after a minute', async () => {
  await place('a')
  await shop.ctx.database.run(sql`
    insert into event_deliveries (event_id, listener, subject, attempts, next_attempt_at)
    select id, 'mail', subject, 1, ${new Date(shop.clock.now().getTime() + 60_000)} from events`)
  await shop.ctx.database.run(sql`update events set dispatched_at = ${shop.clock.now()}`)
  const heard: string[] = []
  const dispatcher = start([listenerThatNotes('mail', (event) => void heard.push(event.subject))])
  expect(await dispatcher.drain()).toBe(0)
  shop.clock.advance({ seconds: 60 })
  await settleEvents(shop.ctx, dispatcher)
  expect(heard).toEqual(['a'])
})

test('events are handed out although nobody asks: the transaction that wrote them wakes the dispatcher', async () => {
  const heard = new Promise<string>((resolve) => {
    start([listenerThatNotes('mail', (event) => resolve(event.subject))])
  })
  await place('order_7')
  expect(await heard).toBe('order_7')
})
