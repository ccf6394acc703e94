import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from './context.ts'
import type { Transaction } from './database.ts'
import { deliverDue } from './event-dispatcher.ts'
import { findBrokenSeals, sealHead } from './event-seals.ts'
import { emit } from './events.ts'
import { type Statement, sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop()
  // Some one by one, some in one batch, some handed out side by side: the chain has one order all the same.
  for (let batch = 0; batch < 4; batch++) {
    for (let count = 0; count <= batch; count++) await happen(`thing-${batch}-${count}`)
    await Promise.all([deliverDue(shop.ctx, []), deliverDue(shop.ctx, [])])
  }
  await deliverDue(shop.ctx, [])
})
afterAll(() => shop.close())

async function happen(subject: string): Promise<void> {
  await transaction(shop.ctx, (tx) =>
    emit(shop.ctx, tx, { type: 'thing.happened', subject, payload: { b: 1, a: ['x', null, 2.5] }, actor: 'customer' }),
  )
}

/** What is found after somebody with every right over the database has tampered; then it is undone. */
async function foundAfter(tamper: (tx: Transaction) => Promise<unknown>) {
  const undo = new Error('undo')
  let found: Awaited<ReturnType<typeof findBrokenSeals>> = []
  await shop.ctx.database
    .transaction(async (tx) => {
      await tx.run(sql`set local session_replication_role = replica`)
      await tamper(tx)
      found = await findBrokenSeals(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found
}

const ids = async () =>
  (await shop.ctx.database.rows<{ id: number }>(sql`select id from events order by id`)).map(({ id }) => id)

test('what was handed out is sealed, in its order, and nothing is found broken', async () => {
  expect(await findBrokenSeals(shop.ctx.database)).toEqual([])
  const seals = await shop.ctx.database.rows<{ position: number; eventId: number }>(
    sql`select position, event_id from event_seals order by position`,
  )
  expect(seals).toEqual((await ids()).map((eventId, index) => ({ position: index + 1, eventId })))
  expect((await sealHead(shop.ctx.database)).position).toBe(seals.length)
})

test('an edit of any field of any event is found', async () => {
  const edits: ((id: number) => Statement)[] = [
    (id) => sql`update events set payload = payload || '{"b": 2}' where id = ${id}`,
    (id) => sql`update events set type = 'thing.else' where id = ${id}`,
    (id) => sql`update events set subject = subject || '!' where id = ${id}`,
    (id) => sql`update events set actor = null where id = ${id}`,
    (id) => sql`update events set occurred_at = occurred_at + interval '1 microsecond' where id = ${id}`,
  ]
  for (const id of await ids())
    for (const edit of edits) expect(await foundAfter((tx) => tx.run(edit(id))), String(id)).not.toEqual([])
})

test('any event that is taken out is found, with its seal or without it, the last one too', async () => {
  for (const id of await ids()) {
    expect(await foundAfter((tx) => tx.run(sql`delete from events where id = ${id}`))).not.toEqual([])
    expect(await foundAfter((tx) => tx.run(sql`delete from event_seals where event_id = ${id}`))).not.toEqual([])
    const withSeal = async (tx: Transaction) => {
      await tx.run(sql`delete from event_seals where event_id = ${id}`)
      await tx.run(sql`delete from events where id = ${id}`)
    }
    expect(await foundAfter(withSeal), String(id)).not.toEqual([])
  }
})

test('two events that change places are found, whether their rows move or their seals', async () => {
  const all = await ids()
  for (const [index, id] of all.slice(1).entries()) {
    const before = all[index] as number
    const swapEvents = (tx: Transaction) =>
      tx.run(sql`
        update events e set type = o.type, subject = o.subject, payload = o.payload, occurred_at = o.occurred_at
        from events o where (e.id, o.id) in ((${id}::bigint, ${before}::bigint), (${before}::bigint, ${id}::bigint))`)
    const swapSeals = async (tx: Transaction) => {
      await tx.run(sql`update event_seals set event_id = -1 where event_id = ${id}`)
      await tx.run(sql`update event_seals set event_id = ${id} where event_id = ${before}`)
      await tx.run(sql`update event_seals set event_id = ${before} where event_id = -1`)
    }
    expect(await foundAfter(swapEvents), String(id)).not.toEqual([])
    expect(await foundAfter(swapSeals), String(id)).not.toEqual([])
  }
})

test('an event that is slipped in as if it had been handed out is found', async () => {
  const slip = sql`insert into events (type, subject, occurred_at, dispatched_at) values ('thing.happened', 'x', now(), now())`
  expect(await foundAfter((tx) => tx.run(slip))).toMatchObject([{ what: 'it was handed out and has no seal' }])
})

test('the database refuses to change or take out what happened, and its seals', async () => {
  for (const statement of [
    sql`update events set payload = '{}'`,
    sql`delete from events`,
    sql`update event_seals set hash = sha256('')`,
    sql`delete from event_seals`,
  ])
    await expect(shop.ctx.database.run(statement)).rejects.toThrow('append-only')
})
