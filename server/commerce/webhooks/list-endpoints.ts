import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { WebhookAttemptRow, WebhookDeliveryRow, WebhookEndpointRow } from './tables.ts'

const deliveriesMax = 50

/** Every endpoint, without its secret. */
export async function listEndpoints(ctx: Shop) {
  type Row = Omit<WebhookEndpointRow, 'secretSealed' | 'oldSecretSealed'> & { waiting: number }
  const rows = await ctx.database.rows<Row>(sql`
    select id, url, description, event_types, status, failures, resting_until, created_at,
      (select count(*) from webhook_deliveries d where d.endpoint_id = e.id and d.status = 'waiting') as waiting
    from webhook_endpoints e order by created_at, id`)
  return rows.map((row) => ({
    ...row,
    restingUntil: row.restingUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

/** What an endpoint was told, the newest first, with every try. */
export async function listDeliveries(ctx: Shop, of: { endpointId: string; status?: WebhookDeliveryRow['status'] }) {
  const known = await ctx.database.maybe(sql`select from webhook_endpoints where id = ${of.endpointId}`)
  if (!known) throw errors.notFound()
  const deliveries = await ctx.database.rows<WebhookDeliveryRow>(sql`
    select * from webhook_deliveries
    where endpoint_id = ${of.endpointId} and (${of.status ?? null}::text is null or status = ${of.status ?? null})
    order by created_at desc, id desc limit ${deliveriesMax}`)
  const attempts = await ctx.database.rows<WebhookAttemptRow>(sql`
    select * from webhook_attempts where delivery_id = any(${deliveries.map(({ id }) => id)}) order by id`)
  return deliveries.map(({ id, type, status, attempts: tries, body, createdAt, nextAttemptAt }) => ({
    id,
    type,
    status,
    attempts: tries,
    body,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: status === 'waiting' ? nextAttemptAt.toISOString() : null,
    log: attempts
      .filter(({ deliveryId }) => deliveryId === id)
      .map((attempt) => ({
        attemptedAt: attempt.attemptedAt.toISOString(),
        status: attempt.status,
        problem: attempt.problem,
        tookMs: attempt.tookMs,
      })),
  }))
}
