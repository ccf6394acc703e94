import type { Listener } from '../../platform/events.ts'
import { finishRefund } from './finish-refund.ts'

/** The provider answered late, or after a crash: what was waiting for it is finished. */
const refundAnswered: Listener = {
  name: 'orders.finish-refund',
  on: ['payment.refunded', 'payment.refund-refused'],
  async run(ctx, event) {
    const [refundId = ''] = String(event.payload.reference).split('#')
    await finishRefund(ctx, refundId)
  },
}

export const listeners: readonly Listener[] = [refundAnswered]
