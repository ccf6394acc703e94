import type { Listener } from '../../platform/events.ts'
import { finishRefund } from './finish-refund.ts'
import { settleChange } from './settle-change.ts'

/** The provider answered late, or after a crash: what was waiting for it is finished. */
const refundAnswered: Listener = {
  name: 'orders.finish-refund',
  on: ['payment.refunded', 'payment.refund-refused'],
  async run(ctx, event) {
    const [refundId = ''] = String(event.payload.reference).split('#')
    await finishRefund(ctx, refundId)
  },
}

/** An order was changed, or money of a changed one was taken late: its money is brought in line. */
const changeSettled: Listener = {
  name: 'orders.settle-change',
  on: ['order.changed', 'order.canceled', 'payment.captured'],
  run: (ctx, event) => settleChange(ctx, event.subject),
}

export const listeners: readonly Listener[] = [refundAnswered, changeSettled]
