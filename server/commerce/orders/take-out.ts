import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { releaseLines } from '../inventory/index.ts'
import { postTransaction } from '../ledger/index.ts'
import type { LockedOrder } from './lock-order.ts'
import { type OrderAmounts, type ReducedLine, type Reduction, reducedOrder } from './reduced-order.ts'
import { saleEntries } from './sale-entries.ts'

/**
 * Takes units out of an order that stands, under its lock: it costs less by exactly what they cost, their stock is free
 * again, and the books are put right. When all that is left of it has gone before, it has been sent.
 */
export async function takeOut(
  ctx: Shop,
  tx: Transaction,
  of: { order: LockedOrder; reductions: readonly Reduction[]; reason: string; actor: string },
): Promise<void> {
  const { order } = of
  const { lines, amounts } = reducedOrder(order, of.reductions)
  await writeReduced(tx, { orderId: order.id, lines, amounts })
  await releaseLines(ctx, tx, {
    orderId: order.id,
    lines: lines.map(({ id: orderLineId, takenOut: quantity, unsentQuantity }) => ({
      orderLineId,
      quantity,
      unsentQuantity,
    })),
  })
  await bookChange(ctx, tx, { order, amounts })
  await emit(ctx, tx, {
    type: 'order.changed',
    subject: order.id,
    payload: {
      change: 'taken-out',
      lines: lines.map(({ id, title, takenOut, quantity, takenOutMinor, takenOutTaxMinor }) => ({
        orderLineId: id,
        title,
        takenOut,
        quantity,
        amountMinor: takenOutMinor,
        taxMinor: takenOutTaxMinor,
      })),
      currency: order.currency,
      totalBeforeMinor: order.totalMinor,
      totalMinor: amounts.totalMinor,
      reason: of.reason,
      revision: order.revision + 1,
    },
    actor: of.actor,
  })
}

/** Books what an order costs now against what was booked for it. */
export async function bookChange(
  ctx: Shop,
  tx: Transaction,
  of: { order: LockedOrder; amounts: OrderAmounts },
): Promise<void> {
  const after = saleEntries({ ...of.order, ...of.amounts })
  const before = saleEntries(of.order).map((entry) => ({ ...entry, amountMinor: 0 - entry.amountMinor }))
  const reference = `${of.order.id}#${of.order.revision + 1}`
  await postTransaction(ctx, tx, { kind: 'order-changed', reference, entries: [...after, ...before] })
}

async function writeReduced(
  tx: Transaction,
  of: { orderId: string; lines: readonly ReducedLine[]; amounts: OrderAmounts },
): Promise<void> {
  const { lines, amounts } = of
  await tx.run(sql`
    with changed as (
      update order_lines line set quantity = c.quantity, canceled_quantity = c.canceled_quantity,
        subtotal_minor = c.subtotal_minor, discount_minor = c.discount_minor, tax_minor = c.tax_minor,
        total_minor = c.total_minor
      from unnest(${lines.map((line) => line.id)}::text[], ${lines.map((line) => line.quantity)}::int[],
        ${lines.map((line) => line.canceledQuantity)}::int[], ${lines.map((line) => line.subtotalMinor)}::bigint[],
        ${lines.map((line) => line.discountMinor)}::bigint[], ${lines.map((line) => line.taxMinor)}::bigint[],
        ${lines.map((line) => line.totalMinor)}::bigint[])
        as c(id, quantity, canceled_quantity, subtotal_minor, discount_minor, tax_minor, total_minor)
      where line.id = c.id and line.order_id = ${of.orderId}
      returning line.id, c.quantity - line.fulfilled_quantity as unsent
    )
    update orders set goods_minor = ${amounts.goodsMinor}, discount_minor = ${amounts.discountMinor},
      tax_minor = ${amounts.taxMinor}, total_minor = ${amounts.totalMinor},
      tax_lines = ${JSON.stringify(amounts.taxLines)}, revision = revision + 1,
      fulfillment_status = case
        when fulfillment_status = 'partly-shipped' and not exists (
          select from order_lines line left join changed on changed.id = line.id
          where line.order_id = ${of.orderId} and coalesce(changed.unsent, line.quantity - line.fulfilled_quantity) > 0
        ) then 'shipped' else fulfillment_status end
    where id = ${of.orderId}`)
}
