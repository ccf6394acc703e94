import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'

/** Waits until every event has been handed out and done; throws when that takes longer than `secondsMax`. */
export async function untilDelivered(databaseUrl: string, secondsMax: number): Promise<void> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    for (const until = performance.now() + secondsMax * 1000; performance.now() < until; await wait(50)) {
      const { rows } = await client.query(
        `select from events where dispatched_at is null union all select from event_deliveries where status = 'waiting' limit 1`,
      )
      if (rows.length === 0) return
    }
    const { rows } = await client.query(
      `select (select count(*) from events where dispatched_at is null) as events,
         (select json_agg(w) from (select listener, count(*) as count, max(last_error) as error from event_deliveries
            where status = 'waiting' group by 1) w) as deliveries`,
    )
    throw new Error(`what follows is not done after ${secondsMax} s: ${JSON.stringify(rows[0])}`)
  } finally {
    await client.end()
  }
}
