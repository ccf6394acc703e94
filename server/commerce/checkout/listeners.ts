import type { Listener } from '../../platform/events.ts'
import { orderSummary } from '../orders/index.ts'
import { captureOrderMoney } from '../payments/index.ts'
import { currentStore } from '../stores/index.ts'

/** Takes the money as soon as an order is placed, in a shop that wants it so. */
const captureOnPlacement: Listener = {
  name: 'capture-on-placement',
  on: ['order.placed'],
  async run(ctx, event) {
    const store = await currentStore(ctx)
    if (store.capture !== 'on-placement') return
    const order = await orderSummary(ctx.database, event.subject)
    if (!order) return
    await captureOrderMoney(ctx, { orderId: order.id, amountMinor: order.totalMinor, reference: order.id })
  },
}

export const listeners: readonly Listener[] = [captureOnPlacement]
