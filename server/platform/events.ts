import type { Shop } from './context.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

/** Something that happened, as it is kept for ever. */
export type ShopEvent = {
  id: number
  type: string
  subject: string
  payload: Record<string, unknown>
  actor: string | null
  occurredAt: Date
}

/** What wants to hear of events, at least once each, in order per subject. Its name is kept with each delivery. */
export type Listener = {
  name: string
  on: readonly string[]
  run(ctx: Shop, event: ShopEvent): Promise<void>
}

/** An event about to be written. `actor` is a staff id, "customer" or "system". */
export type NewEvent = { type: string; subject: string; payload?: Record<string, unknown>; actor?: string }

/** Writes events in the transaction that makes them true. They are handed out after it commits, never without it. */
export async function emit(ctx: Shop, tx: Transaction, ...events: NewEvent[]): Promise<void> {
  await tx.run(sql`
    insert into events (type, subject, payload, actor, occurred_at)
    select type, subject, payload, actor, ${ctx.clock.now()}
    from unnest(
      ${events.map((event) => event.type)}::text[],
      ${events.map((event) => event.subject)}::text[],
      ${events.map((event) => JSON.stringify(event.payload ?? {}))}::jsonb[],
      ${events.map((event) => event.actor ?? 'system')}::text[]
    ) with ordinality as e(type, subject, payload, actor, position)
    order by position`)
  tx.afterCommit(() => nudge(ctx.database))
}

const waiting = new WeakMap<object, () => void>()

/** Wakes the dispatcher of this process, so that an event does not wait for the next look. */
function nudge(database: object): void {
  waiting.get(database)?.()
}

/** What the dispatcher calls to be woken. */
export function onNudge(database: object, wake: () => void): void {
  waiting.set(database, wake)
}
