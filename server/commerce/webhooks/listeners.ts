import type { Listener } from '../../platform/events.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { webhookEvents } from './webhook-events.ts'

export const listeners: readonly Listener[] = [{ name: 'webhooks.queue', on: webhookEvents, run: queueDeliveries }]
