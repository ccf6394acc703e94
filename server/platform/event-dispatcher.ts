import { performance } from 'node:perf_hooks'
import { secondsLater } from './clock.ts'
import type { Shop } from './context.ts'
import { sealEvents, sealedContent } from './event-seals.ts'
import { type Listener, onNudge, type ShopEvent } from './events.ts'
import { QuietCopyError } from './quiet-copy.ts'
import { sql } from './sql.ts'

/** Hands events to their listeners, in this process and beside others that do the same. */
export type EventDispatcher = {
  /** Delivers all that is due now and answers how many deliveries succeeded: for tests, and for a clean stop. */
  drain(): Promise<number>
  stop(): Promise<void>
}

const attemptsMax = 12
const leaseSeconds = 60
const lookEveryMs = 250
const batch = 200

/** Starts the dispatcher. Several processes may run one: a delivery is leased to one of them at a time. */
export function startEventDispatcher(ctx: Shop, listeners: readonly Listener[]): EventDispatcher {
  let stopping = false
  let wake = () => {}
  onNudge(ctx.database, () => wake())
  // One step at a time in a process, so that a drain also waits for what the loop has begun.
  let before: Promise<unknown> = Promise.resolve()
  const step = () => {
    const now = before.then(() => takeStep(ctx, listeners))
    before = now.catch(() => {})
    return now
  }
  const loop = (async () => {
    while (!stopping) {
      try {
        if (!(await step()).idle) {
          await giveWay()
          continue
        }
      } catch (error) {
        ctx.log.warn({ err: error }, 'events wait: the database does not answer')
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEveryMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    drain: () => untilIdle(step),
    async stop() {
      stopping = true
      wake()
      await loop
    },
  }
}

/** Delivers all that is due now, as a dispatcher does, without starting one. Answers how many deliveries succeeded. */
export async function deliverDue(ctx: Shop, listeners: readonly Listener[]): Promise<number> {
  return untilIdle(() => takeStep(ctx, listeners))
}

type Step = { idle: boolean; done: number }

async function takeStep(ctx: Shop, listeners: readonly Listener[]): Promise<Step> {
  const moved = await fanOut(ctx, listeners)
  const { tried, done } = await deliverSome(ctx, listeners)
  return { idle: moved + tried === 0, done }
}

async function untilIdle(step: () => Promise<Step>): Promise<number> {
  for (let total = 0; ; ) {
    const { idle, done } = await step()
    total += done
    if (idle) return total
  }
}

/** Shoppers first: while the process is busy answering, background work pauses between steps. */
async function giveWay(): Promise<void> {
  const before = performance.eventLoopUtilization()
  await new Promise((resolve) => setTimeout(resolve, 10))
  if (performance.eventLoopUtilization(before).utilization > 0.7)
    await new Promise((resolve) => setTimeout(resolve, 150))
}

async function fanOut(ctx: Shop, listeners: readonly Listener[]): Promise<number> {
  const pairs = listeners.flatMap((listener) => listener.on.map((type) => ({ type, name: listener.name })))
  return ctx.database.transaction(async (tx) => {
    // One process at a time: two would write deliveries of one subject out of order.
    const { free } = await tx.one<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(7226102) as free`)
    if (!free) return 0
    const events = await tx.rows<{ id: number; content: string }>(sql`
      with batch as materialized (
        select id, type, subject from events where dispatched_at is null order by id limit ${batch} for update
      ), deliveries as (
        insert into event_deliveries (event_id, listener, subject, next_attempt_at)
        select batch.id, pair.name, batch.subject, ${ctx.clock.now()}
        from batch join unnest(${pairs.map((pair) => pair.type)}::text[], ${pairs.map((pair) => pair.name)}::text[])
          as pair(type, name) on pair.type = batch.type
        on conflict do nothing
      )
      update events e set dispatched_at = ${ctx.clock.now()} from batch where e.id = batch.id
      returning e.id, ${sealedContent} as content`)
    if (events.length === 0) return 0
    events.sort((one, other) => one.id - other.id)
    await sealEvents(tx, events)
    await ctx.changes.announce(
      tx,
      events.map((event) => event.id),
    )
    return events.length
  })
}

type Due = ShopEvent & { listener: string; attempts: number }

async function deliverSome(ctx: Shop, listeners: readonly Listener[]): Promise<{ tried: number; done: number }> {
  const now = ctx.clock.now()
  // The lease is written before the work: a process that dies in the middle leaves it to the next one, after a minute.
  const due = await ctx.database.rows<Due>(sql`
    with due as materialized (
      select event_id, listener from event_deliveries d
      where status = 'waiting' and next_attempt_at <= ${now}
        and listener = any(${listeners.map((listener) => listener.name)})
        and not exists (
          select from event_deliveries earlier
          where earlier.listener = d.listener and earlier.subject = d.subject
            and earlier.status = 'waiting' and earlier.event_id < d.event_id
        )
      order by event_id limit 8 for update skip locked
    )
    update event_deliveries d
    set attempts = attempts + 1, next_attempt_at = ${secondsLater(now, leaseSeconds)}
    from due, events e
    where d.event_id = due.event_id and d.listener = due.listener and e.id = d.event_id
    returning e.id, e.type, e.subject, e.payload, e.actor, e.occurred_at, d.listener, d.attempts`)
  const done = await Promise.all(due.map((delivery) => deliver(ctx, listeners, delivery)))
  return { tried: due.length, done: done.filter(Boolean).length }
}

async function deliver(ctx: Shop, listeners: readonly Listener[], due: Due): Promise<boolean> {
  const listener = listeners.find((candidate) => candidate.name === due.listener) as Listener
  try {
    await listener.run(ctx, due)
    await ctx.database.run(sql`
      update event_deliveries set status = 'done', done_at = ${ctx.clock.now()}, last_error = null
      where event_id = ${due.id} and listener = ${due.listener}`)
    return true
  } catch (error) {
    if (error instanceof QuietCopyError) return putOff(ctx, due)
    const dead = due.attempts >= attemptsMax
    ctx.log[dead ? 'error' : 'warn']({ err: error, event: due.id, listener: due.listener }, 'a listener failed')
    await ctx.database.run(sql`
      update event_deliveries
      set status = ${dead ? 'dead' : 'waiting'}, last_error = ${String(error).slice(0, 1000)},
          next_attempt_at = ${secondsLater(ctx.clock.now(), pauseSeconds(due.attempts))}
      where event_id = ${due.id} and listener = ${due.listener}`)
    return false
  }
}

/** What would leave a restored copy waits until the copy is confirmed, and no try is counted. */
async function putOff(ctx: Shop, due: Due): Promise<false> {
  await ctx.database.run(sql`
    update event_deliveries set attempts = attempts - 1, last_error = 'waits until this copy is confirmed',
      next_attempt_at = ${secondsLater(ctx.clock.now(), leaseSeconds)}
    where event_id = ${due.id} and listener = ${due.listener}`)
  return false
}

/** 2, 4, 8 ... seconds, an hour at most. */
function pauseSeconds(attempts: number): number {
  return Math.min(2 ** attempts, 3600)
}
