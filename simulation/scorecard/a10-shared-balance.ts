import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { isSpentRight, spendGiftCard, spendStoreCredit } from './spend-at-once.ts'

export const test: ScorecardTest = {
  id: 'A10',
  promise: 'Of a gift card and of store credit, 400 who buy at once spend what is on it, and no cent more.',
  async run(options) {
    const world = await openWorld({ name: 'a10', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { isShort, say }: RunOptions) {
  const buyers = isShort ? 40 : 400
  const giftCard = await spendGiftCard(world, buyers)
  const storeCredit = await spendStoreCredit(world, buyers)
  for (const [name, { orders, paidOrders, spentMinor, leftMinor }] of Object.entries({ giftCard, storeCredit }))
    say(`  ${name}: ${orders} of ${buyers} bought, ${paidOrders} with it, ${spentMinor} spent, ${leftMinor} left`)
  return ran({
    kept: isSpentRight(giftCard) && isSpentRight(storeCredit),
    figures: {
      buyers: giftCard.buyers + storeCredit.buyers,
      giftCardSpentMinor: giftCard.spentMinor,
      giftCardLeftMinor: giftCard.leftMinor,
      storeCreditSpentMinor: storeCredit.spentMinor,
      storeCreditLeftMinor: storeCredit.leftMinor,
      paidWrong: giftCard.offMinor + storeCredit.offMinor,
      faults: giftCard.faults + storeCredit.faults,
    },
    violations: await world.violations(),
  })
}
