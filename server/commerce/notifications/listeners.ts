import type { Shop } from '../../platform/context.ts'
import type { Listener, ShopEvent } from '../../platform/events.ts'
import { sendMessage } from './send-message.ts'
import type { MessageKind } from './tables.ts'

const kinds: Record<string, MessageKind> = {
  'order.placed': 'order-confirmation',
  'order.shipped': 'shipping-notice',
  'order.ready-for-pickup': 'pickup-notice',
  'gift-card.issued': 'gift-card',
  'order.refunded': 'refund-notice',
  'order.canceled': 'cancellation-notice',
  'order.changed': 'change-notice',
}

async function tellCustomer(ctx: Shop, event: ShopEvent): Promise<void> {
  const kind = kinds[event.type] as MessageKind
  const { giftCardId, fulfillmentId, refundId, revision } = event.payload
  const abouts: Partial<Record<MessageKind, unknown>> = {
    'order-confirmation': event.subject,
    'cancellation-notice': event.subject,
    'change-notice': `${event.subject}#${revision}`,
    'gift-card': giftCardId,
    'refund-notice': refundId,
  }
  const reference = String(abouts[kind] ?? fulfillmentId)
  await sendMessage(ctx, { kind, reference, orderId: event.subject })
}

export const listeners: readonly Listener[] = [
  { name: 'notifications.mail', on: Object.keys(kinds), run: tellCustomer },
]
