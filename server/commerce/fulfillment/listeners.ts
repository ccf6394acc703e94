import type { Listener } from '../../platform/events.ts'
import { captureDue } from './capture-due.ts'

export const listeners: readonly Listener[] = [
  { name: 'fulfillment.capture', on: ['order.shipped', 'order.ready-for-pickup'], run: captureDue },
]
