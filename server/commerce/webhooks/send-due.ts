import { secondsLater } from '../../platform/clock.ts'
import { type Shop, transaction } from '../../platform/context.ts'
import { quietSince } from '../../platform/quiet-copy.ts'
import { sql } from '../../platform/sql.ts'
import { callEndpoint } from './call-endpoint.ts'
import { nextAttemptAfter, restAfter } from './retry-schedule.ts'
import { signWebhook } from './sign-webhook.ts'
import type { WebhookDeliveryRow, WebhookEndpointRow } from './tables.ts'

const leaseSeconds = 60
const atOnceEach = 4

/** Endpoints that have something to hear now, and are not being left alone. */
export async function endpointsWithDue(ctx: Shop): Promise<string[]> {
  // A restored copy tells nobody anything.
  if ((await quietSince(ctx.database)) !== undefined) return []
  const now = ctx.clock.now()
  const found = await ctx.database.rows<{ id: string }>(sql`
    select id from webhook_endpoints e
    where status = 'active' and (resting_until is null or resting_until <= ${now})
      and exists (select from webhook_deliveries d
        where d.endpoint_id = e.id and d.status = 'waiting' and d.next_attempt_at <= ${now})`)
  return found.map(({ id }) => id)
}

/**
 * Sends what is due to one endpoint, the oldest first, a few at a time; to one that has failed often, a single delivery
 * that tries whether it is back. Answers how many were tried. Two processes never send the same one at the same time.
 */
export async function sendDue(ctx: Shop, endpointId: string): Promise<number> {
  const now = ctx.clock.now()
  const taken = await transaction(ctx, async (tx) => {
    const endpoint = await tx.maybe<WebhookEndpointRow>(sql`
      select * from webhook_endpoints where id = ${endpointId} and status = 'active'
        and (resting_until is null or resting_until <= ${now}) for update`)
    if (!endpoint) return undefined
    const isProbe = endpoint.restingUntil !== null
    const deliveries = await tx.rows<WebhookDeliveryRow>(sql`
      with due as materialized (
        select id from webhook_deliveries
        where endpoint_id = ${endpointId} and status = 'waiting' and next_attempt_at <= ${now}
        order by created_at, id limit ${isProbe ? 1 : atOnceEach} for update skip locked
      )
      update webhook_deliveries d set attempts = attempts + 1, next_attempt_at = ${secondsLater(now, leaseSeconds)}
      from due where d.id = due.id returning d.*`)
    // One tries for all: until it is known what came of it, nobody else calls.
    if (isProbe && deliveries.length > 0)
      await tx.run(sql`
        update webhook_endpoints set resting_until = ${secondsLater(now, leaseSeconds)} where id = ${endpointId}`)
    return { endpoint, deliveries }
  })
  if (!taken) return 0
  await Promise.all(taken.deliveries.map((delivery) => sendOne(ctx, taken.endpoint, delivery)))
  return taken.deliveries.length
}

async function sendOne(ctx: Shop, endpoint: WebhookEndpointRow, delivery: WebhookDeliveryRow): Promise<void> {
  const at = ctx.clock.now()
  const { id, body } = delivery
  const headers = signWebhook({ id, body, at, secrets: secretsOf(ctx, endpoint, at) })
  const answer = await callEndpoint(ctx, { url: endpoint.url, body, headers })
  const now = ctx.clock.now()
  const tookMs = Math.max(0, now.getTime() - at.getTime())
  await transaction(ctx, async (tx) => {
    // Endpoint first, then delivery: the order in which they are taken.
    const { failures, restingUntil } = await tx.one<WebhookEndpointRow>(
      sql`select * from webhook_endpoints where id = ${endpoint.id} for update`,
    )
    await tx.run(sql`
      insert into webhook_attempts (delivery_id, attempted_at, status, problem, took_ms)
      values (${id}, ${at}, ${answer.status}, ${answer.problem}, ${tookMs})`)
    if (answer.problem === null) {
      await tx.run(
        sql`update webhook_deliveries set status = 'delivered', finished_at = ${now} where id = ${id} and status = 'waiting'`,
      )
      if (failures === 0) return
      await tx.run(sql`update webhook_endpoints set failures = 0, resting_until = null where id = ${endpoint.id}`)
      // It is back: what waited for its next try need not wait any longer.
      if (restingUntil !== null)
        await tx.run(sql`
          update webhook_deliveries set next_attempt_at = ${now} where endpoint_id = ${endpoint.id}
            and status = 'waiting' and next_attempt_at > ${secondsLater(now, leaseSeconds)}`)
      return
    }
    const next = answer.status === 410 ? undefined : nextAttemptAfter(delivery.attempts, now)
    await tx.run(sql`
      update webhook_deliveries set next_attempt_at = ${next ?? now}, status = ${next ? 'waiting' : 'failed'},
        finished_at = ${next ? null : now}
      where id = ${id} and status = 'waiting'`)
    await tx.run(sql`
      update webhook_endpoints set failures = failures + 1, resting_until = ${restAfter(failures + 1, now)},
        status = case when ${answer.status === 410} then 'gone' else status end
      where id = ${endpoint.id}`)
  })
}

function secretsOf(ctx: Shop, endpoint: WebhookEndpointRow, now: Date): string[] {
  const sealed = [endpoint.secretSealed]
  if (endpoint.oldSecretSealed && endpoint.oldSecretUntil && endpoint.oldSecretUntil > now)
    sealed.push(endpoint.oldSecretSealed)
  return sealed.map((each) => ctx.vault.open<string>(each, endpoint.id))
}
