import type { ShopEvent } from '../../platform/events.ts'

/** What may be listened to: what happens to orders, their money, and what is for sale. */
export const webhookEvents = [
  'order.placed',
  'order.declined',
  'order.changed',
  'order.canceled',
  'order.refunded',
  'order.shipped',
  'order.ready-for-pickup',
  'order.delivered',
  'payment.captured',
  'payment.voided',
  'payment.refunded',
  'product.changed',
  'price.changed',
  'stock.availability-changed',
] as const

export const testEvent = 'webhook.test'

// The shape of `data` may gain fields; what is there keeps its meaning, or the version goes up.
const version = 1

/**
 * What is sent: who acted inside the shop is nobody's business outside of it; what else the event holds has no personal
 * data in it. A receiver that wants more asks the API.
 */
export function webhookBody(event: Pick<ShopEvent, 'type' | 'subject' | 'payload' | 'occurredAt'>): string {
  const { type, subject, payload, occurredAt } = event
  return JSON.stringify({ type, version, timestamp: occurredAt.toISOString(), data: { subject, ...payload } })
}
