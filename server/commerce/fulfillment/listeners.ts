import type { Listener } from '../../platform/events.ts'
import { captureDue } from './capture-due.ts'
import { sendGiftCards } from './send-gift-cards.ts'

export const listeners: readonly Listener[] = [
  { name: 'fulfillment.capture', on: ['order.shipped', 'order.ready-for-pickup'], run: captureDue },
  { name: 'fulfillment.gift-cards', on: ['order.gift-cards-sold'], run: sendGiftCards },
]
