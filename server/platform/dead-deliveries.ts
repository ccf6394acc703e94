import type { Shop } from './context.ts'
import { sql } from './sql.ts'

/** News that a listener could not take in, however often it was tried. */
export type DeadDelivery = {
  eventId: number
  listener: string
  type: string
  subject: string
  attempts: number
  lastError: string | null
  occurredAt: Date
}

/** What was given up on, the newest first, a hundred at most. */
export async function deadDeliveries(ctx: Shop): Promise<DeadDelivery[]> {
  return ctx.database.rows<DeadDelivery>(sql`
    select d.event_id, d.listener, e.type, d.subject, d.attempts, d.last_error, e.occurred_at
    from event_deliveries d join events e on e.id = d.event_id
    where d.status = 'dead' order by d.event_id desc limit 100`)
}

/** Puts a delivery back in the queue, as if it had never been tried. Answers false when it was not given up on. */
export async function reviveDelivery(ctx: Shop, of: { eventId: number; listener: string }): Promise<boolean> {
  const revived = await ctx.database.run(sql`
    update event_deliveries set status = 'waiting', attempts = 0, next_attempt_at = ${ctx.clock.now()}
    where event_id = ${of.eventId} and listener = ${of.listener} and status = 'dead'`)
  return revived > 0
}
