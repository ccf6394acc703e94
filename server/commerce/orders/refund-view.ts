import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { RefundPart } from './refund-amounts.ts'
import type { OrderRefundRow } from './tables.ts'

/** A refund with what it is for and where it goes. */
export type RefundView = Omit<OrderRefundRow, 'requestKey' | 'orderId'> & {
  orderId: string
  lines: RefundPart[]
  payments: { paymentId: string; amountMinor: number }[]
}

/** A refund by its id; `orders.refund-not-found` when there is none. */
export async function refundById(ctx: Shop, refundId: string): Promise<RefundView> {
  const [refund] = await read(ctx, sql`r.id = ${refundId}`)
  if (!refund) throw errors.refundNotFound()
  return refund
}

/** The refunds of an order, the first one first. */
export async function refundsOf(ctx: Shop, orderId: string): Promise<RefundView[]> {
  return read(ctx, sql`r.order_id = ${orderId}`)
}

function read(ctx: Shop, which: Statement): Promise<RefundView[]> {
  return ctx.database.rows<RefundView>(sql`
    select r.id, r.order_id, r.kind, r.status, r.currency, r.amount_minor, r.tax_minor, r.shipping_minor,
      r.shipping_tax_minor, r.refused_minor, r.reason, r.is_restocked, r.actor, r.created_at, r.finished_at,
      (select coalesce(jsonb_agg(jsonb_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity,
          'amountMinor', l.amount_minor, 'taxMinor', l.tax_minor) order by line.position), '[]'::jsonb)
        from order_refund_lines l join order_lines line on line.id = l.order_line_id where l.refund_id = r.id) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('paymentId', c.payment_id, 'amountMinor', c.amount_minor)
          order by c.id), '[]'::jsonb)
        from payments p join payment_calls c on c.payment_id = p.id
        where p.order_id = r.order_id and c.action = 'refund' and starts_with(c.reference, r.id || '#')) as payments
    from order_refunds r where ${which} order by r.created_at, r.id`)
}
