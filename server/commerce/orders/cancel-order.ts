import { markedTransaction, type Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { releaseReservations } from '../inventory/index.ts'
import { postTransaction } from '../ledger/index.ts'
import { errors } from './errors.ts'
import { type LockedOrder, lockOrder, refuseOutdated } from './lock-order.ts'
import { type Reduction, unitsToCancel } from './reduced-order.ts'
import { refundEntries, saleEntries } from './sale-entries.ts'
import { settleChange } from './settle-change.ts'
import type { OrderRefundRow } from './tables.ts'
import { takeOut } from './take-out.ts'

type Wish = {
  orderId: string
  /** All that has not left, unless it says what. */
  lines?: readonly Reduction[] | undefined
  reason: string
  /** Which state of the order was shown; another one is refused. */
  revision?: number | undefined
  actor: string
}

/**
 * Cancels an order, or units of it that have not left: gives its stock back, sets reserved money free, gives back what
 * was charged, and takes the sale out of the books. When something has left, the rest is taken out and the order stands.
 * A canceled order keeps its lines as they were bought.
 */
export async function cancelOrder(ctx: Shop, wish: Wish): Promise<void> {
  await markedTransaction(ctx, 'cancel-order', async (tx) => {
    const order = await lockOrder(tx, wish.orderId)
    if (order.status === 'canceled') return
    if (order.status !== 'placed') throw errors.notPlaced({ status: order.status })
    refuseOutdated(order, wish.revision)
    const open = order.lines.filter((line) => unitsToCancel(line) > 0)
    const reductions = wish.lines ?? open.map((line) => ({ orderLineId: line.id, quantity: unitsToCancel(line) }))
    if (reductions.length === 0) throw errors.nothingToCancel()
    if (isAllOf(order, reductions)) return cancelWhole(ctx, tx, { order, wish })
    await takeOut(ctx, tx, { order, reductions, reason: wish.reason, actor: wish.actor })
  })
  await settleChange(ctx, wish.orderId)
}

/** True when nothing would be left of an order of which nothing has gone. */
function isAllOf(order: LockedOrder, reductions: readonly Reduction[]): boolean {
  return (
    order.fulfillmentStatus === 'unfulfilled' &&
    order.lines.every((line) => {
      const out = reductions.filter(({ orderLineId }) => orderLineId === line.id)
      return line.quantity - line.refundedQuantity <= out.reduce((sum, { quantity }) => sum + quantity, 0)
    })
  )
}

async function cancelWhole(ctx: Shop, tx: Transaction, of: { order: LockedOrder; wish: Wish }): Promise<void> {
  const { order, wish } = of
  const giftCard = order.lines.find((line) => line.isGiftCard)
  if (giftCard) throw errors.giftCardLine({ title: giftCard.title })
  await tx.run(sql`
    update orders set status = 'canceled', canceled_at = ${ctx.clock.now()}, revision = revision + 1
    where id = ${order.id}`)
  await releaseReservations(ctx, tx, order.id)
  const refunds = await tx.rows<OrderRefundRow>(sql`
    select * from order_refunds where order_id = ${order.id} and kind = 'refund' and status <> 'failed'`)
  const booked = [...saleEntries(order), ...refunds.flatMap((refund) => refundEntries(order, refund))]
  await postTransaction(ctx, tx, {
    kind: 'order-canceled',
    reference: order.id,
    entries: booked.map((entry) => ({ ...entry, amountMinor: 0 - entry.amountMinor })),
  })
  const { currency, totalMinor } = order
  await emit(ctx, tx, {
    type: 'order.canceled',
    subject: order.id,
    payload: { currency, totalMinor, reason: wish.reason },
    actor: wish.actor,
  })
}
