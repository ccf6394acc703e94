import type { Job } from '../../platform/jobs.ts'
import { expireCards } from './expire-cards.ts'

/** Every night, cards whose last day is over are emptied. */
export const jobs: readonly Job[] = [
  { name: 'expire-gift-cards', cron: '41 2 * * *', run: async (ctx) => void (await expireCards(ctx)) },
]
