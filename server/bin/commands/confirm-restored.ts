import { confirmCopy } from '../../platform/quiet-copy.ts'
import type { Command } from '../main.ts'
import { withShop } from '../open-for-command.ts'

export const command: Command = {
  summary: 'says that a restored copy is the shop now',
  help: `Usage: npx barrow confirm-restored

A restored copy sends no mail, calls no payment provider and sends no webhook. This ends that: what waited is sent, and
cards are charged again. Be sure that the shop it was copied from is closed, or customers are written to twice.`,
  async run() {
    const isConfirmed = await withShop((ctx) => confirmCopy(ctx, 'command'))
    console.log(
      isConfirmed ? 'This is the shop now: what waited is sent.' : 'This is no restored copy; nothing to confirm.',
    )
    return 0
  },
}
