import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { ExpectedError } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { formatMoney } from '../../platform/money.ts'
import { sql } from '../../platform/sql.ts'
import { recordOrderRefund } from '../payments/index.ts'
import { errors } from './errors.ts'
import type { RefundAmounts } from './refund-amounts.ts'
import type { OrderRefundRow } from './tables.ts'

/** A refund about to be written down. */
export type NewRefund = RefundAmounts &
  Pick<OrderRefundRow, 'orderId' | 'kind' | 'currency' | 'reason' | 'isRestocked' | 'actor'> & {
    requestKey: string | undefined
  }

/**
 * Writes a refund down with the calls that will be made for it, in the caller's transaction, under the lock of its
 * order; answers its id. The money goes back to the payments that it came from. More than has been charged and not
 * given back is refused.
 */
export async function writeRefund(ctx: Shop, tx: Transaction, refund: NewRefund): Promise<string> {
  const id = newId('orderRefund')
  const { lines } = refund
  await tx.run(sql`
    with refund as (
      insert into order_refunds (id, order_id, kind, status, currency, amount_minor, tax_minor, shipping_minor,
        shipping_tax_minor, reason, is_restocked, actor, request_key, created_at)
      values (${id}, ${refund.orderId}, ${refund.kind}, 'recorded', ${refund.currency}, ${refund.amountMinor},
        ${refund.taxMinor}, ${refund.shippingMinor}, ${refund.shippingTaxMinor}, ${refund.reason}, ${refund.isRestocked},
        ${refund.actor}, ${refund.requestKey ?? null}, ${ctx.clock.now()})
    )
    insert into order_refund_lines (refund_id, order_line_id, quantity, amount_minor, tax_minor)
    select ${id}, * from unnest(${lines.map((line) => line.orderLineId)}::text[],
        ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.amountMinor)}::bigint[],
        ${lines.map((line) => line.taxMinor)}::bigint[])`)
  const { orderId, amountMinor } = refund
  await recordOrderRefund(ctx, tx, { orderId, amountMinor, reference: id }).catch((error: unknown) => {
    throw notChargedOr(error, refund)
  })
  return id
}

/** Counts a refund of what was bought as given back, or (sign -1) as not given back after all. */
export async function countRefund(
  tx: Transaction,
  of: { orderId: string; amounts: RefundAmounts; sign: 1 | -1 },
): Promise<void> {
  const { amounts, sign } = of
  await tx.run(sql`
    with lines as (
      update order_lines line set refunded_quantity = line.refunded_quantity + part.quantity,
        refunded_minor = line.refunded_minor + part.amount_minor,
        refunded_tax_minor = line.refunded_tax_minor + part.tax_minor
      from unnest(${amounts.lines.map((part) => part.orderLineId)}::text[],
        ${amounts.lines.map((part) => sign * part.quantity)}::int[],
        ${amounts.lines.map((part) => sign * part.amountMinor)}::bigint[],
        ${amounts.lines.map((part) => sign * part.taxMinor)}::bigint[]) as part(id, quantity, amount_minor, tax_minor)
      where line.id = part.id and line.order_id = ${of.orderId}
    )
    update orders set refunded_minor = refunded_minor + ${sign * amounts.amountMinor}::bigint,
      refunded_shipping_minor = refunded_shipping_minor + ${sign * amounts.shippingMinor}::bigint,
      refunded_shipping_tax_minor = refunded_shipping_tax_minor + ${sign * amounts.shippingTaxMinor}::bigint
    where id = ${of.orderId}`)
}

/** What of an order has been charged and not asked back, over all its payments. */
export async function chargedLeft(from: Queryable, orderId: string): Promise<number> {
  const { leftMinor } = await from.one<{ leftMinor: number }>(sql`
    select coalesce(sum(p.captured_minor - (
      select coalesce(sum(c.amount_minor), 0) from payment_calls c
      where c.payment_id = p.id and c.action = 'refund' and (c.status <> 'answered' or c.provider_reference is not null)
    )), 0)::bigint as left_minor
    from payments p where p.order_id = ${orderId} and p.status = 'captured'`)
  return leftMinor
}

/** Only what has been charged can be given back. */
function notChargedOr(error: unknown, refund: NewRefund): unknown {
  if (!(error instanceof ExpectedError) || error.code !== 'payments.too-much') return error
  const leftMinor = Number(error.details.leftMinor)
  return errors.notCharged({ left: formatMoney(leftMinor, refund.currency, 'en'), leftMinor })
}
