import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import type { ShopProcess } from '../../bench/measuring/shop-process.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const perSecond = 200
const exitWithinMs = 10_000

export const test: ScorecardTest = {
  id: 'B15',
  promise: 'A server that is told to stop in the middle of the rush breaks no answer, and is gone within ten seconds.',
  async run(options) {
    const world = await openWorld({ name: 'b15', servers: 0 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

type Tally = { answered: number; broken: string[]; refused: number; faults: string[] }

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 2 : 50
  const chance = seededChance(seed)
  const total: Tally = { answered: 0, broken: [], refused: 0, faults: [] }
  const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: 1_000_000 })
  let slowestExitMs = 0
  let uncleanExits = 0
  let server: ShopProcess | undefined
  for (let round = 0; round < rounds; round++) {
    server = await world.addServer(server ? { port: server.port } : {})
    const load = startLoad(server.port, variantId)
    await wait(700 + chance.below(600))
    const began = performance.now()
    const code = await server.stop()
    slowestExitMs = Math.max(slowestExitMs, performance.now() - began)
    if (code !== 0) uncleanExits++
    const tally = await load.stop()
    total.answered += tally.answered
    total.refused += tally.refused
    total.broken.push(...tally.broken)
    total.faults.push(...tally.faults)
    say(
      `  round ${round + 1}: ${tally.answered} answered, ${tally.broken.length} broken, ${tally.refused} turned away at the closed door`,
    )
  }
  for (const line of new Set([...total.broken, ...total.faults])) say(`    ${line}`)
  return ran({
    kept:
      total.broken.length === 0 &&
      total.faults.length === 0 &&
      uncleanExits === 0 &&
      slowestExitMs <= exitWithinMs &&
      total.answered > rounds * 50,
    figures: {
      rounds,
      answered: total.answered,
      broken: total.broken.length,
      faults: total.faults.length,
      unclean_exits: uncleanExits,
      slowest_exit_ms: Math.round(slowestExitMs),
    },
    violations: await world.violations(),
  })
}

/** 200 requests a second: reads, new carts and goods put into them, over lines that are kept open as browsers keep them. */
function startLoad(port: number, variantId: string): { stop(): Promise<Tally> } {
  const tally: Tally = { answered: 0, broken: [], refused: 0, faults: [] }
  const agent = new Agent({ keepAlive: true, maxSockets: 40 })
  const under = new Set<Promise<void>>()
  let cart: { id: string; token: string } | undefined
  let count = 0
  const timer = setInterval(() => {
    count++
    const begun =
      count % 10 === 0
        ? send('POST', '/api/carts', {}, '{"country":"DE"}')
        : count % 10 === 5 && cart
          ? send('POST', `/api/carts/${cart.id}/items`, { 'x-cart-token': cart.token }, itemOf(variantId))
          : send('GET', '/api/products', {})
    under.add(begun)
    begun.finally(() => under.delete(begun))
  }, 1000 / perSecond)
  const send = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<void>((resolve) => {
      const type = body ? { 'content-type': 'application/json', 'content-length': String(body.length) } : {}
      const asking = request(
        { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...type } },
        (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
          answer.on('error', (error) => broken(`in the middle of an answer: ${error.message}`))
          answer.on('end', () => {
            tally.answered++
            if ((answer.statusCode ?? 0) >= 500) tally.faults.push(`${answer.statusCode} ${path}`)
            if (method === 'POST' && path === '/api/carts' && answer.statusCode === 201) {
              const made = JSON.parse(text) as { cart: { id: string }; token: string }
              cart = { id: made.cart.id, token: made.token }
            }
            resolve()
          })
        },
      )
      const broken = (what: string) => {
        tally.broken.push(`${method} ${path} ${what}`)
        resolve()
      }
      asking.on('error', (error: NodeJS.ErrnoException) => {
        // Nobody listens any more, or the line was closed before anything was asked on it: the browser goes elsewhere.
        if (error.code === 'ECONNREFUSED') {
          tally.refused++
          return resolve()
        }
        // A kept line that was closed in the same moment: every browser asks again by itself (RFC 9112, 9.3.1).
        if (asking.reusedSocket && method === 'GET' && error.code === 'ECONNRESET') {
          tally.refused++
          return resolve()
        }
        broken(error.message)
      })
      asking.end(body)
    })
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(under)
      agent.destroy()
      return tally
    },
  }
}

function itemOf(variantId: string): string {
  return JSON.stringify({ variantId, quantity: 1 })
}
