import type { Shop } from '../../platform/context.ts'
import type { Listener, ShopEvent } from '../../platform/events.ts'
import { sendMessage } from './send-message.ts'
import type { MessageKind } from './tables.ts'

const kinds: Record<string, MessageKind> = {
  'order.placed': 'order-confirmation',
  'order.shipped': 'shipping-notice',
  'order.ready-for-pickup': 'pickup-notice',
  'gift-card.issued': 'gift-card',
}

async function tellCustomer(ctx: Shop, event: ShopEvent): Promise<void> {
  const kind = kinds[event.type] as MessageKind
  const about = kind === 'gift-card' ? event.payload.giftCardId : event.payload.fulfillmentId
  const reference = kind === 'order-confirmation' ? event.subject : String(about)
  await sendMessage(ctx, { kind, reference, orderId: event.subject })
}

export const listeners: readonly Listener[] = [
  { name: 'notifications.mail', on: Object.keys(kinds), run: tellCustomer },
]
