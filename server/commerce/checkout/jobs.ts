import type { Job } from '../../platform/jobs.ts'
import { forgetOldMessages, renewAuthorizations } from '../payments/index.ts'
import { sweepOrders } from './sweep-orders.ts'

/** Orders that were left open are brought to an end, reserved money is kept from lapsing, old messages are forgotten. */
export const jobs: readonly Job[] = [
  { name: 'sweep-orders', cron: '* * * * *', run: sweepOrders },
  { name: 'renew-authorizations', cron: '*/5 * * * *', run: async (ctx) => void (await renewAuthorizations(ctx)) },
  { name: 'forget-old-provider-messages', cron: '47 3 * * *', run: forgetOldMessages },
]
