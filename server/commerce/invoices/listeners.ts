import type { Shop } from '../../platform/context.ts'
import type { Listener, ShopEvent } from '../../platform/events.ts'
import { currentStore } from '../stores/index.ts'
import {
  creditForCanceled,
  creditForChange,
  creditForRefund,
  invoiceForOrder,
  invoiceForParcel,
} from './invoices-due.ts'

/** Issues what is due by what happened; heard twice, it is the same paper. */
async function issueDue(ctx: Shop, { type, subject: orderId, payload }: ShopEvent): Promise<void> {
  if (type === 'order.placed') {
    const { invoiceOn } = await currentStore(ctx)
    if (invoiceOn === 'placement') await invoiceForOrder(ctx, orderId)
  } else if (type === 'order.refunded') await creditForRefund(ctx, { orderId, refundId: String(payload.refundId) })
  else if (type === 'order.changed') await creditForChange(ctx, { orderId, change: payload })
  else if (type === 'order.canceled') await creditForCanceled(ctx, orderId)
  else await invoiceForParcel(ctx, { orderId, fulfillmentId: String(payload.fulfillmentId) })
}

export const listeners: readonly Listener[] = [
  {
    name: 'invoices.issue',
    on: [
      'order.placed',
      'order.shipped',
      'order.ready-for-pickup',
      'order.refunded',
      'order.changed',
      'order.canceled',
    ],
    run: issueDue,
  },
]
