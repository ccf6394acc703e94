import { secondsLater } from '../../platform/clock.ts'
import { type Shop, transaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { checkAddress } from './check-address.ts'
import { errors } from './errors.ts'
import { newWebhookSecret } from './sign-webhook.ts'
import type { WebhookEndpointRow } from './tables.ts'

const endpointsMax = 20
const bothSignSeconds = 24 * 3600

/** What may be said about an endpoint. */
export type EndpointWish = { url: string; description: string; eventTypes: string[] }

/** Adds an endpoint; answers its secret, which is shown this once and kept sealed. */
export async function addEndpoint(ctx: Shop, wish: EndpointWish): Promise<{ id: string; secret: string }> {
  const url = checkAddress(ctx, wish.url).href
  const id = newId('webhook')
  const secret = newWebhookSecret()
  const now = ctx.clock.now()
  const added = await ctx.database.run(sql`
    insert into webhook_endpoints (id, url, description, event_types, secret_sealed, created_at, updated_at)
    select ${id}, ${url}, ${wish.description}, ${[...new Set(wish.eventTypes)]}::text[], ${ctx.vault.seal(secret, id)},
      ${now}, ${now}
    where (select count(*) from webhook_endpoints) < ${endpointsMax}`)
  if (added === 0) throw errors.tooMany({ max: endpointsMax })
  return { id, secret }
}

/** Changes an endpoint. Going on after a pause, or after it was gone, begins with a clean record. */
export async function changeEndpoint(
  ctx: Shop,
  id: string,
  wish: Partial<EndpointWish> & { isPaused?: boolean },
): Promise<void> {
  const url = wish.url === undefined ? null : checkAddress(ctx, wish.url).href
  const status = wish.isPaused === undefined ? null : wish.isPaused ? 'paused' : 'active'
  const changed = await ctx.database.run(sql`
    update webhook_endpoints set url = coalesce(${url}, url), description = coalesce(${wish.description ?? null}, description),
      event_types = coalesce(${wish.eventTypes ?? null}::text[], event_types), status = coalesce(${status}, status),
      failures = case when ${status === 'active' || url !== null} then 0 else failures end,
      resting_until = case when ${status === 'active' || url !== null} then null else resting_until end,
      updated_at = ${ctx.clock.now()}
    where id = ${id}`)
  if (changed === 0) throw errors.notFound()
}

/** Removes an endpoint, with what it was told. */
export async function removeEndpoint(ctx: Shop, id: string): Promise<void> {
  if ((await ctx.database.run(sql`delete from webhook_endpoints where id = ${id}`)) === 0) throw errors.notFound()
}

/** Gives an endpoint a new secret; for a day the old one signs too, so that a receiver can change without a gap. */
export async function rotateSecret(ctx: Shop, id: string): Promise<{ secret: string }> {
  return transaction(ctx, async (tx) => {
    const endpoint = await tx.maybe<WebhookEndpointRow>(
      sql`select * from webhook_endpoints where id = ${id} for update`,
    )
    if (!endpoint) throw errors.notFound()
    const secret = newWebhookSecret()
    const now = ctx.clock.now()
    await tx.run(sql`
      update webhook_endpoints set secret_sealed = ${ctx.vault.seal(secret, id)}, updated_at = ${now},
        old_secret_sealed = ${endpoint.secretSealed}, old_secret_until = ${secondsLater(now, bothSignSeconds)}
      where id = ${id}`)
    return { secret }
  })
}
