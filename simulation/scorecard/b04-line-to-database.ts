import { setTimeout as wait } from 'node:timers/promises'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { type Ask, type Asked, askOverHttp } from '../access/ask.ts'
import { buyUntilAnswered, type Ended } from '../faults/persistent-shopper.ts'
import { addressOf, openTcpProxy, type TcpProxy, throughProxy } from '../faults/tcp-proxy.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const requestMsMax = 10_000
const perSecond = 10
const atOnce = 30

export const test: ScorecardTest = {
  id: 'B04',
  promise: 'However the line to the database fails, nobody waits longer than ten seconds, and no order is doubled.',
  async run(options) {
    let proxy: TcpProxy | undefined
    const world = await openWorld({ name: 'b04', servers: 0 })
    try {
      proxy = await openTcpProxy({ to: addressOf(world.databaseUrl), seed: options.seed })
      const url = throughProxy(world.databaseUrl, proxy)
      await world.addServer({ env: { DATABASE_URL: url } })
      return await play(world, proxy, options)
    } finally {
      proxy?.set({})
      await world.close()
      await proxy?.close()
    }
  },
}

type Trouble = { what: string; forMs: number; begin(proxy: TcpProxy): void }

const troubles: Trouble[] = [
  { what: 'cut', forMs: 1000, begin: (proxy) => void proxy.cut() },
  { what: 'black hole of 5 s', forMs: 5000, begin: (proxy) => proxy.set({ isBlackHole: true }) },
  { what: 'answers 200 ms later', forMs: 4000, begin: (proxy) => proxy.set({ latencyMs: 200 }) },
  { what: 'one in a hundred reset', forMs: 3000, begin: (proxy) => proxy.set({ resetChance: 0.01 }) },
  { what: 'half-open', forMs: 2000, begin: (proxy) => void proxy.halfOpen() },
  { what: 'refused', forMs: 2000, begin: refuse },
]

function refuse(proxy: TcpProxy): void {
  proxy.cut()
  proxy.set({ isRefusing: true })
}

async function play(world: World, proxy: TcpProxy, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 1 : 5
  const port = world.servers[0]?.port as number
  const checkouts = (isShort ? 15 : 20) * rounds * perSecond
  const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: checkouts })
  const carts = await readyCarts(
    port,
    Array.from({ length: checkouts }, () => [{ variantId, quantity: 1 }]),
  )
  const seen = watch(askOverHttp(port, 30_000))
  const bought = Promise.all(
    carts.map(async (cart, index) => {
      await wait((index / perSecond) * 1000)
      return buyUntilAnswered(() => seen.ask, cart, 120_000)
    }),
  )
  for (let round = 0; round < rounds; round++)
    for (const trouble of troubles) {
      const before = { ...proxy.count }
      trouble.begin(proxy)
      await wait(trouble.forMs)
      proxy.set({})
      say(
        `  ${trouble.what}: slowest so far ${Math.round(seen.slowestMs())} ms, resets ${proxy.count.resets - before.resets}`,
      )
      await wait(500)
    }
  const ended = await bought
  const first = carts[0] as (typeof carts)[number]
  const refilled = await readAtOnce(seen.ask, {
    method: 'GET',
    path: `/api/carts/${first.cartId}`,
    headers: { 'x-cart-token': first.token },
  })
  const odd = ended.flatMap((each) => each.odd)
  for (const line of new Set(odd)) say(`    ${line}`)
  const orders = new Set(ended.map(({ answer }: Ended) => answer.body?.order?.id)).size
  return ran({
    kept: orders === checkouts && odd.length === 0 && seen.slowestMs() <= requestMsMax && refilled === atOnce,
    figures: {
      checkouts,
      orders,
      slowest_request_ms: Math.round(seen.slowestMs()),
      asked_again: ended.reduce((sum, { tries }) => sum + tries - 1, 0),
      odd_answers: odd.length,
      answered_at_once_after: `${refilled} of ${atOnce}`,
    },
    violations: await world.violations(),
  })
}

function watch(ask: Ask): { ask: Ask; slowestMs(): number } {
  let slowestMs = 0
  return {
    slowestMs: () => slowestMs,
    async ask(asked) {
      const answer = await ask(asked)
      slowestMs = Math.max(slowestMs, answer.ms)
      return answer
    },
  }
}

/** More readers than the pool has connections: all are answered when it has filled again. */
async function readAtOnce(ask: Ask, asked: Asked): Promise<number> {
  const answers = await Promise.all(Array.from({ length: atOnce }, () => ask(asked)))
  return answers.filter(({ status }) => status === 200).length
}
