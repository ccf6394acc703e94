import type { Job } from '../../platform/jobs.ts'
import { forgetOldDeliveries } from './queue-deliveries.ts'

/** Every night, old deliveries are forgotten. */
export const jobs: readonly Job[] = [{ name: 'forget-old-webhooks', cron: '41 3 * * *', run: forgetOldDeliveries }]
