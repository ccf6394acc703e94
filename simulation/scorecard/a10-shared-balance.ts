import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { isSpentRight, spendGiftCard, spendStoreCredit } from './spend-at-once.ts'
import { isUsedRight, useCodeAtOnce } from './use-code-at-once.ts'

export const test: ScorecardTest = {
  id: 'A10',
  promise:
    '400 who buy at once with a gift card, store credit or a code for the first hundred get what there is, and no more.',
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
  const code = await useCodeAtOnce(world, isShort ? { buyers: 60, first: 15 } : { buyers: 400, first: 100 })
  say(`  code: ${code.discounted} of ${code.buyers} got it, ${code.toldItRanOut} were told that it ran out`)
  return ran({
    kept: isSpentRight(giftCard) && isSpentRight(storeCredit) && isUsedRight(code),
    figures: {
      buyers: giftCard.buyers + storeCredit.buyers + code.buyers,
      giftCardSpentMinor: giftCard.spentMinor,
      giftCardLeftMinor: giftCard.leftMinor,
      storeCreditSpentMinor: storeCredit.spentMinor,
      storeCreditLeftMinor: storeCredit.leftMinor,
      codeFirst: code.first,
      codeUsed: code.discounted,
      codeToldItRanOut: code.toldItRanOut,
      otherDiscounts: code.otherDiscounts,
      paidWrong: giftCard.offMinor + storeCredit.offMinor,
      faults: giftCard.faults + storeCredit.faults + code.faults,
    },
    violations: await world.violations(),
  })
}
