import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { type ProviderMessage, providerOf } from './payment-provider.ts'
import type { PendingPayment } from './record-payment.ts'

/** A message of a provider, with the payment that it is about, if it is about one of ours. */
export type HeardMessage = {
  provider: string
  message: ProviderMessage
  /** Heard before, or telling only what we have done ourselves and know to be done. */
  isNothingNew: boolean
  payment: PendingPayment | undefined
}

/** Reads a webhook; `payments.not-signed` for whatever the provider did not sign a moment ago. */
export async function readMessage(
  ctx: Shop,
  of: { provider: string; headers: Record<string, string | string[] | undefined>; body: Buffer },
): Promise<HeardMessage> {
  const { provider, headers, body } = of
  // Nobody can sign in the name of a provider that the shop does not have.
  if (!Object.hasOwn(ctx.providers.payments ?? {}, provider)) throw errors.notSigned()
  const message = await providerOf(ctx, provider).readWebhook({ headers, body, now: ctx.clock.now() })
  if (!message) throw errors.notSigned()
  return { provider, message, ...(await known(ctx, provider, message)) }
}

const keptDays = 30

/** Notes that a message has been heard and acted on, so that hearing it again costs nothing. */
export async function noteMessage(ctx: Shop, { provider, message, payment }: HeardMessage): Promise<void> {
  await ctx.database.run(sql`
    insert into payment_webhooks (provider, id, type, payment_id, received_at)
    values (${provider}, ${message.id}, ${message.type.slice(0, 100)}, ${payment?.id ?? null}, ${ctx.clock.now()})
    on conflict do nothing`)
}

/** Forgets messages that nobody sends again. */
export async function forgetOldMessages(ctx: Shop): Promise<void> {
  const before = secondsLater(ctx.clock.now(), -keptDays * 24 * 3600)
  await ctx.database.run(sql`delete from payment_webhooks where received_at < ${before}`)
}

async function known(
  ctx: Shop,
  provider: string,
  message: ProviderMessage,
): Promise<Pick<HeardMessage, 'isNothingNew' | 'payment'>> {
  const { id, key, authorizationId, movementId } = message
  const row = await ctx.database.one<{ isHeard: boolean; isOurs: boolean; payment: string | null }>(sql`
    select exists (select from payment_webhooks where provider = ${provider} and id = ${id}) as is_heard,
      exists (select from payment_calls where provider_reference = ${movementId ?? ''} and status = 'answered') as is_ours,
      coalesce(
        (select payment_id from payment_calls where id = split_part(${key ?? ''}, '/', 1)),
        (select payment_id from payment_calls where provider_reference = ${authorizationId ?? ''} limit 1)
      ) as payment`)
  const isNothingNew = row.isHeard || row.isOurs
  if (row.payment === null || isNothingNew) return { isNothingNew, payment: undefined }
  const payment = await ctx.database.maybe<PendingPayment>(sql`
    select p.id, p.order_id, p.provider, p.currency, p.amount_minor, p.source_token, p.payment_page_id, p.status,
      p.created_at, c.id as call_id
    from payments p join payment_calls c on c.payment_id = p.id and c.action in ('authorize', 'open-page')
    where p.id = ${row.payment} and p.provider = ${provider}`)
  return { isNothingNew, payment }
}
