import type { Job } from '../../platform/jobs.ts'
import { sweepOrders } from './sweep-orders.ts'

/** Every minute, orders that were left open are brought to an end. */
export const jobs: readonly Job[] = [{ name: 'sweep-orders', cron: '* * * * *', run: sweepOrders }]
