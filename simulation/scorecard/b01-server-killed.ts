import { setTimeout as wait } from 'node:timers/promises'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import type { ShopProcess } from '../../bench/measuring/shop-process.ts'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { askOverHttp } from '../access/ask.ts'
import { buyUntilAnswered, type Ended } from '../faults/persistent-shopper.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const perSecond = 50
const endsWithinMs = 120_000

export const test: ScorecardTest = {
  id: 'B01',
  promise: 'A server that is killed again and again while people buy loses no order, doubles none, and keeps no money.',
  async run(options) {
    // Money is taken as soon as an order stands, so that captures are interrupted as well.
    const world = await openWorld({ name: 'b01', servers: 1, capture: 'on-placement' })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const checkouts = isShort ? 120 : 1000
  const killsMin = isShort ? 3 : 10
  const chance = seededChance(seed)
  let server = world.servers[0] as ShopProcess
  const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: checkouts })
  const carts = await readyCarts(
    server.port,
    Array.from({ length: checkouts }, () => [{ variantId, quantity: 1 }]),
  )
  const ask = askOverHttp(server.port, 20_000)
  let isUp = true
  let left = checkouts
  const bought = Promise.all(
    carts.map(async (cart, index) => {
      await wait((index / perSecond) * 1000)
      const ended = await buyUntilAnswered(() => ask, cart, endsWithinMs)
      left--
      return ended
    }),
  )
  let kills = 0
  let slowestStartMs = 0
  while (kills < killsMin || (left > 0 && kills < 10 * killsMin)) {
    await wait(1000 + chance.below(1500))
    await server.kill()
    kills++
    isUp = false
    const began = performance.now()
    server = await world.addServer({ port: server.port })
    isUp = true
    slowestStartMs = Math.max(slowestStartMs, performance.now() - began)
    say(`  killed ${kills} times, ${left} of ${checkouts} still buying`)
  }
  const ended = await bought
  return ran({ ...summed(ended, { kills, isUp }), violations: await world.violations() })

  function summed(all: Ended[], more: { kills: number; isUp: boolean }) {
    const placed = all.filter(({ answer }) => [200, 201].includes(answer.status))
    const orders = new Set(placed.map(({ answer }) => answer.body.order.id as string))
    const odd = all.flatMap((each) => each.odd)
    for (const line of new Set([
      ...odd,
      ...all.filter((each) => !placed.includes(each)).map((each) => each.answer.text),
    ]))
      say(`    ${line}`)
    return {
      kept: orders.size === checkouts && odd.length === 0 && more.kills >= killsMin && more.isUp,
      figures: {
        checkouts,
        kills: more.kills,
        orders: orders.size,
        asked_again: all.reduce((sum, { tries }) => sum + tries - 1, 0),
        odd_answers: odd.length,
        slowest_start_ms: Math.round(slowestStartMs),
      },
    }
  }
}
