import type { Shop } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { PaymentRow } from './tables.ts'

/** A payment that has been written down, and the call that will be made for it. */
export type RecordedPayment = Pick<
  PaymentRow,
  'id' | 'orderId' | 'provider' | 'currency' | 'amountMinor' | 'sourceToken' | 'paymentPageId'
> & { callId: string; keep?: boolean }

/** What to ask for: a sum for an order, of a provider, for a card's token or (null) on the provider's own page. */
export type PaymentWish = {
  orderId: string
  provider: string
  currency: string
  amountMinor: number
  token: string | null
  /** The customer agrees to have the card kept. */
  keep?: boolean
}

/** Names a payment that is about to be written down, and its first call. */
export function newPayment({ token: sourceToken, ...wish }: PaymentWish): RecordedPayment {
  return { id: newId('payment'), callId: newId('paymentCall'), ...wish, sourceToken, paymentPageId: null }
}

/**
 * Writes down a payment and the first call for it, before anybody is called: `authorize` with the token that the
 * browser got for the card, or `open-page` where the shopper will pay on the provider's own page.
 * A part of a statement, to be run with others of the same transaction: `with ${part}, ...`.
 */
export function paymentRecorded(ctx: Shop, payment: RecordedPayment): Statement {
  const now = ctx.clock.now()
  const { id, orderId, amountMinor, sourceToken } = payment
  return sql`
    payment_recorded as (
      insert into payments (id, order_id, provider, status, currency, amount_minor, source_token, method, created_at, updated_at)
      values (${id}, ${orderId}, ${payment.provider}, 'recorded', ${payment.currency}, ${amountMinor}, ${sourceToken},
        ${payment.keep ? { keep: true } : {}}, ${now}, ${now})
    ), call_recorded as (
      insert into payment_calls (id, payment_id, action, reference, amount_minor, status, created_at)
      values (${payment.callId}, ${id}, ${sourceToken === null ? 'open-page' : 'authorize'}, ${orderId}, ${amountMinor},
        'recorded', ${now})
    )`
}

/** A payment whose outcome may not be known yet. */
export type PendingPayment = RecordedPayment & Pick<PaymentRow, 'status' | 'createdAt'>

/** The payment that an order waits for, with the call made for it. */
export async function pendingPayment(ctx: Shop, orderId: string): Promise<PendingPayment | undefined> {
  return ctx.database.maybe<PendingPayment>(sql`
    select p.id, p.order_id, p.provider, p.currency, p.amount_minor, p.source_token, p.payment_page_id, p.status,
      p.created_at, c.id as call_id
    from payments p join payment_calls c on c.payment_id = p.id and c.action in ('authorize', 'open-page')
    where p.order_id = ${orderId} order by p.created_at desc, p.id desc limit 1`)
}

/** An order's payments, the oldest first. */
export async function paymentsOfOrder(ctx: Shop, orderId: string): Promise<PaymentRow[]> {
  return ctx.database.rows<PaymentRow>(sql`select * from payments where order_id = ${orderId} order by created_at, id`)
}
