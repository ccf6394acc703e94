import { markedTransaction, type Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { PaymentCallRow, PaymentRow } from './tables.ts'

/** A call about to be made. */
export type Wish = {
  paymentId: string
  action: 'capture' | 'void' | 'refund'
  amountMinor: number
  /** Why: a shipment, a return. The same reason again is the same call, not a second one. */
  reference: string
  target: string
}

/** A payment under lock, with the calls made for it. */
export type LockedPayment = PaymentRow & { calls: PaymentCallRow[] }

/**
 * Locks a payment, lets `decide` say what to ask of the provider, and writes that down. Answers the ids of the calls,
 * known ones among them when the same was asked before.
 */
export async function recordCalls(
  ctx: Shop,
  paymentId: string,
  decide: (payment: LockedPayment) => Wish[],
): Promise<string[]> {
  return markedTransaction(ctx, 'record-calls', async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    const ids: string[] = []
    for (const wish of decide(payment)) ids.push(await writeCall(ctx, tx, wish))
    return ids
  })
}

/** Writes a call down, under the lock of its payment, and answers its id: the known one when it was asked before. */
export async function writeCall(ctx: Shop, tx: Transaction, wish: Wish): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`
    insert into payment_calls (id, payment_id, action, reference, target, amount_minor, status, created_at)
    values (${newId('paymentCall')}, ${wish.paymentId}, ${wish.action}, ${wish.reference}, ${wish.target},
      ${wish.amountMinor}, 'recorded', ${ctx.clock.now()})
    on conflict (payment_id, action, reference) do update set payment_id = excluded.payment_id
    returning id`)
  return id
}

/** Locks a payment until the transaction ends. */
export async function lockPayment(tx: Transaction, paymentId: string): Promise<LockedPayment> {
  const payment = await tx.maybe<PaymentRow>(sql`select * from payments where id = ${paymentId} for update`)
  if (!payment) throw errors.notFound()
  const calls = await tx.rows<PaymentCallRow>(sql`
    select * from payment_calls where payment_id = ${paymentId} order by created_at, id`)
  return { ...payment, calls }
}

/** The same for all payments of an order, by id, as everybody does who locks more than one. */
export async function lockPaymentsOfOrder(tx: Transaction, orderId: string): Promise<LockedPayment[]> {
  const payments = await tx.rows<PaymentRow>(
    sql`select * from payments where order_id = ${orderId} order by id for update`,
  )
  const calls = await tx.rows<PaymentCallRow>(sql`
    select * from payment_calls where payment_id = any(${payments.map(({ id }) => id)}::text[])
    order by created_at, id`)
  return payments.map((payment) => ({ ...payment, calls: calls.filter((call) => call.paymentId === payment.id) }))
}

/** What calls of this kind have moved or may still move: refused ones moved nothing. */
export function amountAsked(payment: LockedPayment, of: { action: Wish['action']; target?: string }): number {
  return payment.calls
    .filter((call) => call.action === of.action && (of.target === undefined || call.target === of.target))
    .filter((call) => call.status !== 'answered' || call.providerReference !== null)
    .reduce((sum, call) => sum + call.amountMinor, 0)
}
