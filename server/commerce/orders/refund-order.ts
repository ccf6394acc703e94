import { markedTransaction, type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { formatMoney } from '../../platform/money.ts'
import { sql } from '../../platform/sql.ts'
import { restockReturned } from '../inventory/index.ts'
import { postTransaction } from '../ledger/index.ts'
import type { Role } from '../staff/index.ts'
import { currentStore } from '../stores/index.ts'
import { errors } from './errors.ts'
import { makeRefund } from './finish-refund.ts'
import { type LockedOrder, lockOrder } from './lock-order.ts'
import { chargedLeft, countRefund, writeRefund } from './record-refund.ts'
import { type RefundAmounts, type RefundWish, refundAmounts } from './refund-amounts.ts'
import { type RefundView, refundById } from './refund-view.ts'
import { refundEntries } from './sale-entries.ts'
import type { OrderRow } from './tables.ts'

/** Who gives money back. */
export type Refunder = { id: string; role: Role }

type Wish = RefundWish & {
  orderId: string
  reason: string
  /** The goods are back: they go on the shelf that they left from. */
  restock?: boolean | undefined
  /** What the asker was shown; another sum is refused. */
  expectedAmountMinor?: number | undefined
  /** The same key for the same order is the same refund, however often it is sent. */
  requestKey?: string | undefined
  actor: Refunder
}

/**
 * Gives money back for units of lines, for delivery, or a free amount: never more than was paid for that line, for
 * delivery and for the order, and never more than was charged. It is written down and booked before any provider is
 * asked; while one is silent the refund stays `recorded`, and is finished by asking.
 */
export async function refundOrder(ctx: Shop, wish: Wish): Promise<RefundView> {
  const refundId = await markedTransaction(ctx, 'refund-order', (tx) => beginRefund(ctx, tx, wish))
  await makeRefund(ctx, refundId)
  const refund = await refundById(ctx, refundId)
  if (refund.status === 'failed') throw errors.refundRefused({ refundId })
  return refund
}

/** What a refund would come to, and to which payments it can go; nothing is changed. */
export async function quoteRefund(
  ctx: Shop,
  of: RefundWish & { orderId: string },
): Promise<RefundAmounts & { currency: string; chargedMinor: number }> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, of.orderId)
    const chargedMinor = await chargedLeft(tx, of.orderId)
    return { ...refundAmounts(order, of), currency: order.currency, chargedMinor }
  })
}

async function beginRefund(ctx: Shop, tx: Transaction, wish: Wish): Promise<string> {
  const order = await lockOrder(tx, wish.orderId)
  const known = wish.requestKey
    ? await tx.maybe<{ id: string }>(
        sql`select id from order_refunds where order_id = ${wish.orderId} and request_key = ${wish.requestKey}`,
      )
    : undefined
  if (known) return known.id
  if (order.status !== 'placed' && order.status !== 'completed') throw errors.notPlaced({ status: order.status })
  const amounts = refundAmounts(order, wish)
  if (amounts.amountMinor === 0) throw errors.nothingToRefund()
  const { expectedAmountMinor = amounts.amountMinor } = wish
  if (expectedAmountMinor !== amounts.amountMinor)
    throw errors.amountChanged({ amount: money(order, amounts.amountMinor), amountMinor: amounts.amountMinor })
  await refuseAboveLimit(ctx, { order, amounts, actor: wish.actor })
  const refundId = await writeRefund(ctx, tx, {
    ...amounts,
    orderId: order.id,
    kind: 'refund',
    currency: order.currency,
    reason: wish.reason,
    isRestocked: wish.restock === true,
    actor: wish.actor.id,
    requestKey: wish.requestKey,
  })
  await countRefund(tx, { orderId: order.id, amounts, sign: 1 })
  const entries = refundEntries(order, amounts)
  await postTransaction(ctx, tx, { kind: 'order-refunded', reference: refundId, entries })
  if (wish.restock) await restock(ctx, tx, { order, amounts, actor: wish.actor.id })
  return refundId
}

async function refuseAboveLimit(
  ctx: Shop,
  of: { order: LockedOrder; amounts: RefundAmounts; actor: Refunder },
): Promise<void> {
  if (of.actor.role === 'owner' || of.actor.role === 'manager') return
  const { supportRefundMaxMinor: limitMinor } = await currentStore(ctx)
  // All of an order's refunds together, or a limit would be no more than a matter of patience.
  if (limitMinor !== null && of.order.refundedMinor + of.amounts.amountMinor > limitMinor)
    throw errors.aboveLimit({ limit: money(of.order, limitMinor), limitMinor })
}

/** Units that had left come back; those that never left are still on the shelf. */
async function restock(
  ctx: Shop,
  tx: Transaction,
  of: { order: LockedOrder; amounts: RefundAmounts; actor: string },
): Promise<void> {
  const lines = of.amounts.lines.flatMap(({ orderLineId, quantity: asked }) => {
    const line = of.order.lines.find(({ id }) => id === orderLineId)
    const sentQuantity = line?.fulfilledQuantity ?? 0
    const quantity = Math.min(asked, sentQuantity - (line?.refundedQuantity ?? 0))
    return quantity > 0 ? [{ orderLineId, quantity, sentQuantity }] : []
  })
  await restockReturned(ctx, tx, { orderId: of.order.id, lines, actor: of.actor })
}

function money(order: Pick<OrderRow, 'currency'>, amountMinor: number): string {
  return formatMoney(amountMinor, order.currency, 'en')
}
