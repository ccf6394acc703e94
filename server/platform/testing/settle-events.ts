import { secondsLater } from '../clock.ts'
import type { Shop } from '../context.ts'
import type { EventDispatcher } from '../event-dispatcher.ts'
import { sql } from '../sql.ts'

/**
 * Waits until nothing that is due is left to deliver, what other dispatchers are busy with included. Throws after ten
 * seconds, naming what is stuck.
 */
export async function settleEvents(ctx: Shop, dispatcher: EventDispatcher): Promise<void> {
  let waiting: { listener: string; lastError: string | null }[] = []
  for (let tries = 0; tries < 500; tries++) {
    await dispatcher.drain()
    // Under way is what is leased for exactly a minute: after a failure the pause is a power of two, never that.
    waiting = await ctx.database.rows(sql`
      select 'not handed out' as listener, null as last_error from events where dispatched_at is null
      union all
      select listener, last_error from event_deliveries d
      where status = 'waiting'
        and (next_attempt_at <= ${ctx.clock.now()} or next_attempt_at = ${secondsLater(ctx.clock.now(), 60)})
        and not exists (
          select from event_deliveries earlier
          where earlier.listener = d.listener and earlier.subject = d.subject
            and earlier.status = 'waiting' and earlier.event_id < d.event_id
        )`)
    if (waiting.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`events are stuck: ${JSON.stringify(waiting.slice(0, 5))}`)
}
