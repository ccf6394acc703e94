import type { Listener } from '../../platform/events.ts'
import { capturePayment, paymentsOfOrder } from '../payments/index.ts'
import { currentStore } from '../stores/index.ts'

/** Takes the money as soon as an order is placed, in a shop that wants it so. */
const captureOnPlacement: Listener = {
  name: 'capture-on-placement',
  on: ['order.placed'],
  async run(ctx, event) {
    const store = await currentStore(ctx)
    if (store.capture !== 'on-placement') return
    for (const payment of await paymentsOfOrder(ctx, event.subject)) {
      if (payment.status !== 'authorized' && payment.status !== 'captured') continue
      await capturePayment(ctx, {
        paymentId: payment.id,
        amountMinor: payment.authorizedMinor,
        reference: event.subject,
      })
    }
  },
}

export const listeners: readonly Listener[] = [captureOnPlacement]
