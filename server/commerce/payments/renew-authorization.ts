import { secondsLater } from '../../platform/clock.ts'
import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { OutageError } from '../../platform/errors.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { type ProviderAnswer, type ProviderAuthorization, providerOf } from './payment-provider.ts'
import { lockPayment } from './record-call.ts'
import { savedToken } from './saved-methods.ts'
import type { PaymentRow } from './tables.ts'

const batchMax = 100

/**
 * Reserved money that can no longer be taken is asked for again with the card that its customer agreed to have kept;
 * without one, or when its bank says no, the payment has lapsed, and that needs a person. Answers how many were looked at.
 */
export async function renewAuthorizations(ctx: Shop): Promise<number> {
  const due = await ctx.database.rows<{ id: string }>(sql`
    select p.id from payments p
    where p.status in ('authorized', 'captured') and p.captured_minor < p.authorized_minor and p.lapsed_at is null
      and p.authorization_expires_at <= ${ctx.clock.now()}
      and not exists (select from payment_calls c
        where c.payment_id = p.id and c.action = 'void' and c.provider_reference is not null)
    order by p.authorization_expires_at limit ${batchMax}`)
  for (const { id } of due)
    await renew(ctx, id).catch((error: unknown) =>
      ctx.log.warn({ err: error, payment: id }, 'an authorisation waits to be renewed'),
    )
  return due.length
}

type Renewal = { callId: string; payment: PaymentRow; token: string; amountMinor: number }

async function renew(ctx: Shop, paymentId: string): Promise<void> {
  const renewal = await transaction(ctx, (tx) => begin(ctx, tx, paymentId))
  if (!renewal) return
  const { callId: key, payment, token, amountMinor } = renewal
  const { currency, orderId: reference } = payment
  const provider = providerOf(ctx, payment.provider)
  const answer = await provider.authorize({ token, amountMinor, currency, reference, key, initiator: 'shop' })
  if (answer.kind === 'unknown') throw new OutageError(`the provider did not answer the renewal ${key}`)
  await transaction(ctx, (tx) => settle(ctx, tx, { renewal, answer }))
}

/** Writes the call down before it is made. Nobody is asked where no card was kept: then the payment lapses here. */
async function begin(ctx: Shop, tx: Transaction, paymentId: string): Promise<Renewal | undefined> {
  const payment = await lockPayment(tx, paymentId)
  const amountMinor = payment.authorizedMinor - payment.capturedMinor
  const expiresAt = payment.authorizationExpiresAt
  if (payment.lapsedAt || amountMinor <= 0 || !expiresAt || expiresAt > ctx.clock.now()) return undefined
  const token = await savedToken(ctx, tx, paymentId)
  if (token === undefined) {
    await lapse(ctx, tx, { payment, reason: 'no-saved-card' })
    return undefined
  }
  const { id: callId } = await tx.one<{ id: string }>(sql`
    insert into payment_calls (id, payment_id, action, reference, target, amount_minor, status, created_at)
    values (${newId('paymentCall')}, ${paymentId}, 'reauthorize', ${payment.providerReference}, ${payment.providerReference},
      ${amountMinor}, 'recorded', ${ctx.clock.now()})
    on conflict (payment_id, action, reference) do update set payment_id = excluded.payment_id
    returning id`)
  return { callId, payment, token, amountMinor }
}

type Answered = Exclude<ProviderAnswer<ProviderAuthorization>, { kind: 'unknown' }>

async function settle(ctx: Shop, tx: Transaction, of: { renewal: Renewal; answer: Answered }): Promise<void> {
  const { renewal, answer } = of
  const { callId, amountMinor } = renewal
  const payment = await lockPayment(tx, renewal.payment.id)
  const isAuthorized = answer.kind === 'answered' && answer.status === 'authorized'
  const now = ctx.clock.now()
  const isFirst = await tx.run(sql`
    update payment_calls set status = 'answered', answered_at = ${now},
      provider_reference = ${isAuthorized ? answer.id : null},
      answer = ${{ ...answer, kind: isAuthorized ? 'authorized' : 'declined' }}
    where id = ${callId} and status <> 'answered'`)
  if (isFirst === 0) return
  if (!isAuthorized) {
    const reason = answer.kind === 'refused' ? answer.code : (answer.declineCode ?? answer.status)
    return lapse(ctx, tx, { payment, reason })
  }
  await tx.run(sql`
    update payments set provider_reference = ${answer.id}, authorization_expires_at = ${answer.expiresAt}::timestamptz,
      updated_at = ${now} where id = ${payment.id}`)
  const payload = { paymentId: payment.id, amountMinor, currency: payment.currency }
  await emit(ctx, tx, { type: 'payment.reauthorized', subject: payment.orderId, payload })
}

async function lapse(ctx: Shop, tx: Transaction, of: { payment: PaymentRow; reason: string }): Promise<void> {
  const { id: paymentId, orderId, currency, authorizedMinor, capturedMinor } = of.payment
  const now = ctx.clock.now()
  await tx.run(sql`update payments set lapsed_at = ${now}, updated_at = ${now} where id = ${paymentId}`)
  const payload = { paymentId, amountMinor: authorizedMinor - capturedMinor, currency, reason: of.reason }
  await emit(ctx, tx, { type: 'payment.lapsed', subject: orderId, payload })
}

/** What needs a person about payments: reservations that have lapsed or soon will, and disputes to be answered. */
export type PaymentTrouble = { lapsedPayments: number; expiringPayments: number; openDisputes: number }

const soonSeconds = 24 * 3600

/** Counts it, for orders that stand. */
export function paymentTrouble(ctx: Shop): Promise<PaymentTrouble> {
  const now = ctx.clock.now()
  const soon = secondsLater(now, soonSeconds)
  return ctx.database.one<PaymentTrouble>(sql`
    select count(*) filter (where lapsed_at is not null)::int as lapsed_payments,
      count(*) filter (where lapsed_at is null and authorization_expires_at <= ${soon}
        and not exists (select from saved_payment_methods s where s.payment_id = p.id))::int as expiring_payments,
      (select count(*)::int from payment_disputes where status = 'open') as open_disputes
    from payments p where status in ('authorized', 'captured') and captured_minor < authorized_minor
      and authorization_expires_at <= ${soon}
      and not exists (select from payment_calls c
        where c.payment_id = p.id and c.action = 'void' and c.provider_reference is not null)`)
}
