import { markedTransaction, type Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { ExpectedError, OutageError } from '../../platform/errors.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { postTransaction } from '../ledger/index.ts'
import { makeCalls } from '../payments/index.ts'
import { countRefund } from './record-refund.ts'
import { refundEntries } from './sale-entries.ts'
import type { OrderRefundLineRow, OrderRefundRow, OrderRow } from './tables.ts'

/**
 * Asks the providers for a refund that is written down, each for its share (cards first, as payments spread it), and finishes it by their answers. A silent
 * one leaves it as it is: its call is repeated under the same key until it answers.
 */
export async function makeRefund(ctx: Shop, refundId: string): Promise<void> {
  const calls = await ctx.database.rows<{ id: string }>(sql`
    select c.id from order_refunds r
    join payments p on p.order_id = r.order_id join payment_calls c on c.payment_id = p.id
    where r.id = ${refundId} and c.action = 'refund' and starts_with(c.reference, ${`${refundId}#`}) order by c.id`)
  await makeCalls(
    ctx,
    calls.map((call) => call.id),
  ).catch((error: unknown) => {
    const isAnswer = error instanceof ExpectedError && error.code === 'payments.refused'
    if (!isAnswer && !(error instanceof OutageError)) throw error
  })
  await finishRefund(ctx, refundId)
}

/**
 * Ends a refund once every call for it has been answered; nothing happens before that, or a second time. When none of
 * it was given back, it is counted and booked as if it had not been.
 */
export async function finishRefund(ctx: Shop, refundId: string): Promise<void> {
  await markedTransaction(ctx, 'finish-refund', async (tx) => {
    const known = await tx.maybe<{ orderId: string }>(sql`select order_id from order_refunds where id = ${refundId}`)
    if (!known) return
    const order = await tx.one<Pick<OrderRow, 'id' | 'number' | 'country' | 'currency'>>(
      sql`select id, number, country, currency from orders where id = ${known.orderId} for update`,
    )
    const refund = await tx.maybe<OrderRefundRow>(
      sql`select * from order_refunds where id = ${refundId} and status = 'recorded'`,
    )
    if (!refund) return
    const calls = await tx.one<{ open: number; refusedMinor: number }>(sql`
      select count(*) filter (where c.status <> 'answered') as open,
        coalesce(sum(c.amount_minor) filter (where c.status = 'answered' and c.provider_reference is null), 0)::bigint as refused_minor
      from payments p join payment_calls c on c.payment_id = p.id
      where p.order_id = ${order.id} and c.action = 'refund' and starts_with(c.reference, ${`${refundId}#`})`)
    if (calls.open > 0) return
    const hasFailed = calls.refusedMinor === refund.amountMinor
    await tx.run(sql`
      update order_refunds set status = ${hasFailed ? 'failed' : 'refunded'}, refused_minor = ${calls.refusedMinor},
        finished_at = ${ctx.clock.now()}
      where id = ${refundId}`)
    if (hasFailed && refund.kind === 'refund') await takeBack(ctx, tx, { order, refund })
    const { amountMinor, currency, reason, kind } = refund
    await emit(ctx, tx, {
      type: hasFailed ? 'order.refund-failed' : 'order.refunded',
      subject: order.id,
      payload: { refundId, kind, amountMinor, currency, refusedMinor: calls.refusedMinor, reason },
      actor: refund.actor,
    })
  })
}

async function takeBack(
  ctx: Shop,
  tx: Transaction,
  of: { order: Pick<OrderRow, 'id' | 'country' | 'currency'>; refund: OrderRefundRow },
): Promise<void> {
  const { order, refund } = of
  const lines = await tx.rows<OrderRefundLineRow>(sql`select * from order_refund_lines where refund_id = ${refund.id}`)
  await countRefund(tx, { orderId: order.id, amounts: { ...refund, lines }, sign: -1 })
  const entries = refundEntries(order, refund).map((entry) => ({ ...entry, amountMinor: 0 - entry.amountMinor }))
  await postTransaction(ctx, tx, { kind: 'order-refund-failed', reference: refund.id, entries })
}
