import { markedTransaction, type Shop } from '../../platform/context.ts'
import { ExpectedError, OutageError } from '../../platform/errors.ts'
import { sql } from '../../platform/sql.ts'
import { voidOrderMoney } from '../payments/index.ts'
import { makeRefund } from './finish-refund.ts'
import { lockOrder } from './lock-order.ts'
import { chargedLeft, writeRefund } from './record-refund.ts'

/**
 * Brings the money of a canceled or changed order in line with what it costs now: gives back what was charged above
 * that, and sets free what is reserved and will not be charged any more. Said again, after a crash or when a charge
 * came in late, it does what is still to be done and nothing twice.
 */
export async function settleChange(ctx: Shop, orderId: string): Promise<void> {
  const isDone = await markedTransaction(ctx, 'settle-change', async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.status !== 'canceled' && order.revision === 0) return false
    const owedMinor = order.status === 'canceled' ? 0 : order.totalMinor - order.refundedMinor
    const overMinor = (await chargedLeft(tx, orderId)) - owedMinor
    if (overMinor > 0)
      await writeRefund(ctx, tx, {
        orderId,
        kind: 'cancellation',
        currency: order.currency,
        amountMinor: overMinor,
        taxMinor: 0,
        shippingMinor: 0,
        shippingTaxMinor: 0,
        lines: [],
        reason: '',
        isRestocked: false,
        actor: 'system',
        requestKey: undefined,
      })
    const { capturedMinor } = await tx.one<{ capturedMinor: number }>(
      sql`select coalesce(sum(captured_minor), 0)::bigint as captured_minor from payments where order_id = ${orderId}`,
    )
    return order.status === 'canceled' || capturedMinor >= order.totalMinor
  })
  const open = await ctx.database.rows<{ id: string }>(
    sql`select id from order_refunds where order_id = ${orderId} and status = 'recorded' order by created_at, id`,
  )
  for (const { id } of open) await makeRefund(ctx, id)
  if (isDone)
    await voidOrderMoney(ctx, { orderId, reference: `${orderId}#rest` }).catch((error: unknown) => {
      // A silent bank is asked again by the sweeper; where a charge came first, word of it leads here again.
      const isAnswer = error instanceof ExpectedError && error.code === 'payments.refused'
      if (!isAnswer && !(error instanceof OutageError)) throw error
    })
}
