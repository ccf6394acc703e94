import { transaction } from '../../platform/context.ts'
import type { Listener } from '../../platform/events.ts'
import { releaseUses } from './reserve-uses.ts'

/** What promotions do when something happened. */
export const listeners: Listener[] = [
  {
    name: 'promotions.give-uses-back',
    on: ['order.canceled'],
    run: (ctx, event) => transaction(ctx, (tx) => releaseUses(tx, event.subject)),
  },
]
