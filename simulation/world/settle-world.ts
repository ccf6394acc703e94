import { listeners } from '../../server/app.ts'
import { sweepOrders } from '../../server/commerce/checkout/index.ts'
import { deliverDue } from '../../server/platform/event-dispatcher.ts'
import { sql } from '../../server/platform/sql.ts'
import type { Violation } from '../scorecard/check-invariants.ts'
import { anyProcess, begin, type Play } from './play.ts'

const roundsMax = 90

/**
 * Lets a world come to rest: nothing fails any more, nobody new comes, the minute's jobs run. Answers what was said and
 * is not so, what failed as nothing may, and what will not come to rest.
 */
export async function settleWorld(play: Play): Promise<Violation[]> {
  const { scheduler, clock, bank } = play.stage
  bank.trouble = 0
  while (await scheduler.step());
  for (let round = 0; ; round++) {
    const open = await unsettled(play)
    if (open.length === 0) break
    if (round === roundsMax) return [{ id: 'rest', rule: 'A world comes to rest.', rows: open }, ...(await told(play))]
    clock.moveTo(clock.now().getTime() + (round === 1 ? 16 * 60_000 : 61_000))
    const at = anyProcess(play)
    begin(play, at, 'settles', async () => {
      await sweepOrders(at.ctx)
      await deliverDue(at.ctx, listeners)
      return 'done'
    })
    while (await scheduler.step());
  }
  return told(play)
}

async function unsettled(play: Play): Promise<Record<string, unknown>[]> {
  return play.eyes.rows(sql`
    select 'event' as what, type as detail from events where dispatched_at is null
    union all
    select 'delivery', listener || ': ' || coalesce(last_error, '') from event_deliveries where status = 'waiting'
    union all
    select 'order', 'awaiting-payment' from orders where status = 'awaiting-payment'
    union all
    select 'payment call', action || ' ' || status from payment_calls where status <> 'answered'
    union all
    select 'refund', status from order_refunds where status = 'recorded'
    limit 20`)
}

async function told(play: Play): Promise<Violation[]> {
  const violations: Violation[] = []
  if (play.faults.length > 0) {
    const rows = play.faults.slice(0, 3).map((fault) => ({ fault }))
    violations.push({ id: 'faults', rule: 'Nothing fails but in words, or because something outside is silent.', rows })
  }
  const lost = await play.eyes.rows<{ orderId: string; status: string }>(sql`
    select told.order_id, coalesce(o.status, 'gone') as status, o.total_minor
    from unnest(${play.told.map(({ orderId }) => orderId)}::text[], ${play.told.map(({ totalMinor }) => totalMinor)}::bigint[])
      as told(order_id, total_minor)
    left join orders o on o.id = told.order_id
    where o.id is null or o.status not in ('placed', 'completed', 'canceled')
      or (o.revision = 0 and o.total_minor <> told.total_minor)`)
  if (lost.length > 0)
    violations.push({
      id: 'told',
      rule: 'An order that a shopper was told of stands, at the sum they were told.',
      rows: lost,
    })
  return violations
}
