import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { bankHolds } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const completes = 100

export const test: ScorecardTest = {
  id: 'A03',
  promise: 'A cart that is completed a hundred times at once becomes one order, and all hundred answers name it.',
  async run(options) {
    const world = await openWorld({ name: 'a03', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 2 : 20
  const totals = { answers: 0, answersNamingIt: 0, faults: 0, wrongRounds: 0 }
  const orders = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed + round}`, priceMinor: 12_900, stock: 5 })
    const [cart] = await readyCarts(world.servers[0]?.port as number, [[{ variantId, quantity: 1 }]])
    if (!cart) throw new Error('no cart')
    const shoppers = await Promise.all(
      Array.from({ length: completes }, (_, index) =>
        openShopper(world.servers[index % world.servers.length]?.port as number),
      ),
    )
    const answers = await Promise.all(shoppers.map((shopper) => shopper.complete(cart)))
    for (const shopper of shoppers) shopper.close()
    const named = new Set(answers.map((answer) => answer.body?.order?.id as string | undefined))
    const [orderId] = named
    const naming = answers.filter((answer) => [200, 201].includes(answer.status) && answer.body?.order?.id).length
    const holds = (await bankHolds(world.bank)).filter((hold) => hold.reference === orderId && !hold.isVoided).length
    const isRight = named.size === 1 && naming === completes && holds === 1
    totals.answers += answers.length
    totals.answersNamingIt += naming
    totals.faults += answers.filter((answer) => answer.status >= 500).length
    if (!isRight) totals.wrongRounds++
    if (orderId) orders.add(orderId)
    say(
      `  seed ${seed + round}: ${naming} of ${answers.length} answers name ${named.size} order; ${holds} hold at the bank`,
    )
    for (const odd of answers.filter((answer) => ![200, 201].includes(answer.status)).slice(0, 3))
      say(`    ${odd.status} ${odd.text.slice(0, 200)}`)
  }
  return ran({
    kept: totals.wrongRounds === 0 && totals.faults === 0 && orders.size === rounds,
    figures: { rounds, orders: orders.size, ...totals },
    violations: await world.violations(),
  })
}
