import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import type { ShopEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { WebhookEndpointRow } from './tables.ts'
import { testEvent, webhookBody } from './webhook-events.ts'

const keptSeconds = 30 * 24 * 3600

/** Writes down who is to be told of an event. Nothing is sent here; heard twice, it is written once. */
export async function queueDeliveries(ctx: Shop, event: ShopEvent): Promise<void> {
  const endpoints = await ctx.database.rows<Pick<WebhookEndpointRow, 'id'>>(sql`
    select id from webhook_endpoints where status <> 'gone' and event_types && ${[event.type, '*']}::text[]`)
  if (endpoints.length === 0) return
  const now = ctx.clock.now()
  await ctx.database.run(sql`
    insert into webhook_deliveries (id, endpoint_id, event_id, type, body, next_attempt_at, created_at)
    select id, endpoint_id, ${event.id}, ${event.type}, ${webhookBody(event)}, ${now}, ${now}
    from unnest(${endpoints.map(() => newId('webhookMessage'))}::text[], ${endpoints.map(({ id }) => id)}::text[])
      as d(id, endpoint_id)
    on conflict (endpoint_id, event_id) do nothing`)
}

/** Sends an endpoint something that did not happen, so that its owner sees it arrive. Answers the delivery's id. */
export async function sendTest(ctx: Shop, endpointId: string): Promise<{ deliveryId: string }> {
  const now = ctx.clock.now()
  const deliveryId = newId('webhookMessage')
  const body = webhookBody({ type: testEvent, subject: endpointId, payload: {}, occurredAt: now })
  const queued = await ctx.database.run(sql`
    insert into webhook_deliveries (id, endpoint_id, type, body, next_attempt_at, created_at)
    select ${deliveryId}, id, ${testEvent}, ${body}, ${now}, ${now} from webhook_endpoints where id = ${endpointId}`)
  if (queued === 0) throw errors.notFound()
  return { deliveryId }
}

/** Sends a delivery again now, under its own id, whatever became of it: the receiver knows it by that. */
export async function resendDelivery(ctx: Shop, deliveryId: string): Promise<void> {
  const again = await ctx.database.run(sql`
    update webhook_deliveries set status = 'waiting', finished_at = null, attempts = 0, next_attempt_at = ${ctx.clock.now()}
    where id = ${deliveryId}`)
  if (again === 0) throw errors.deliveryNotFound()
}

/** Forgets what was delivered or given up on a month ago. */
export async function forgetOldDeliveries(ctx: Shop): Promise<void> {
  await ctx.database.run(sql`
    delete from webhook_deliveries where status <> 'waiting' and finished_at < ${secondsLater(ctx.clock.now(), -keptSeconds)}`)
}
