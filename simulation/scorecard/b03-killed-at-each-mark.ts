import { setTimeout as wait } from 'node:timers/promises'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import type { ShopProcess } from '../../bench/measuring/shop-process.ts'
import { openShopper } from '../../bench/measuring/shopper.ts'
import { addStaffMember } from '../../server/commerce/staff/index.ts'
import { failpoints } from '../../server/platform/failpoint.ts'
import { type Ask, type Asked, askOverHttp } from '../access/ask.ts'
import { askUntilAnswered } from '../faults/persistent-shopper.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const hitWithinMs = 45_000
const endsWithinMs = 150_000
const password = 'juniper-and-salt'

export const test: ScorecardTest = {
  id: 'B03',
  promise:
    'Killed at any mark of checkout, capture, cancellation and refund, the shop finishes what it had begun, once.',
  async run(options) {
    const world = await openWorld({ name: 'b03', servers: 0 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

type Tally = { stories: number; unfinished: string[]; odd: string[] }

/** Server after server is killed at its mark, while people go on buying, sending and giving back as if nothing were. */
async function play(world: World, { seed, isShort, say }: RunOptions) {
  const marks = isShort ? someOf(failpoints, 5, seed) : failpoints
  const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: 1_000_000 })
  await addStaffMember(world.ctx, { name: 'Owner', email: 'owner@example.com', password, role: 'owner' })
  const tally: Tally = { stories: 0, unfinished: [], odd: [] }
  const notHit: string[] = []
  let port: number | undefined
  const telling = new Set<Promise<void>>()
  for (const mark of marks) {
    const server = await startedToCrash(world, port, mark)
    port = server?.port ?? port
    const ended = server && (await killedAt(server, telling, () => tellStory({ port: server.port, variantId, tally })))
    const isHit = server === undefined || ended === 'SIGKILL'
    if (!isHit) notHit.push(mark)
    say(`  ${mark}: ${isHit ? 'killed' : 'NOT HIT'}`)
    if (!isHit) await server.kill()
  }
  await world.addServer(port ? { port } : {})
  await Promise.all(telling)
  for (const line of new Set([...tally.unfinished, ...tally.odd])) say(`    ${line}`)
  return ran({
    kept: notHit.length === 0 && tally.unfinished.length === 0 && tally.odd.length === 0,
    figures: {
      marks: marks.length,
      not_hit: notHit.join(' ') || 'none',
      stories: tally.stories,
      unfinished: tally.unfinished.length,
      odd_answers: tally.odd.length,
    },
    violations: await world.violations(),
  })
}

/** Undefined when it was killed at its mark before it could say that it is open: people ask on all the time. */
async function startedToCrash(world: World, port: number | undefined, mark: string): Promise<ShopProcess | undefined> {
  try {
    return await world.addServer({ ...(port ? { port } : {}), env: { FAILPOINT: mark } })
  } catch (error) {
    if ((error as { signal?: string }).signal === 'SIGKILL') return undefined
    throw error
  }
}

/** Lets stories begin, one a second, until the server has been killed. Those under way are told to their end later. */
async function killedAt(server: ShopProcess, telling: Set<Promise<void>>, tell: () => Promise<void>) {
  const until = performance.now() + hitWithinMs
  let ended: NodeJS.Signals | null | undefined
  server.ended.then((signal) => {
    ended = signal
  })
  while (ended === undefined && performance.now() < until) {
    telling.add(tell())
    await Promise.race([server.ended, wait(2000)])
  }
  return ended
}

/** Two people buy, one with the wrong card, one pays on the bank's page; one order is sent and given back, one canceled. */
async function tellStory(of: { port: number; variantId: string; tally: Tally }): Promise<void> {
  const { tally } = of
  const ask = askOverHttp(of.port, 20_000)
  const name = `${++tally.stories}`
  const step = async (asked: Asked, wanted: number[], key: string) => {
    const ended = await askUntilAnswered(() => ask, asked, { key: `${key}-${name}`, msMax: endsWithinMs })
    tally.odd.push(...ended.odd)
    if (!wanted.includes(ended.answer.status))
      tally.unfinished.push(`${key}: ${ended.answer.status} ${ended.answer.text.slice(0, 200)}`)
    return ended.answer.body
  }
  const buy = async (key: string, card: string | undefined, wanted: number[]) => {
    const cart = await patiently(() => readyCart(of.port, of.variantId, card ?? '4242424242424242'))
    const headers = { 'x-cart-token': cart.token }
    const body = card ? { paymentToken: cart.paymentToken } : {}
    return step({ method: 'POST', path: `/api/carts/${cart.cartId}/complete`, headers, body }, wanted, key)
  }
  await buy('declined', '4000000000000002', [402])
  await buy('page', undefined, [202])
  const staff = { cookie: await patiently(() => signIn(ask)), 'sec-fetch-site': 'same-origin' }
  const about = (order: string, what: string) => ({ path: `/api/admin/orders/${order}/${what}`, headers: staff })
  const canceled = (await buy('buy-to-cancel', '4242424242424242', [200, 201]))?.order
  const reason = 'changed my mind'
  if (canceled) await step({ method: 'POST', ...about(canceled.id, 'cancel'), body: { reason } }, [200], 'cancel')
  const kept = (await buy('buy', '4242424242424242', [200, 201]))?.order
  if (!kept) return
  await step({ method: 'POST', ...about(kept.id, 'fulfillments'), body: {} }, [201], 'ship')
  await untilCharged(ask, kept.id, staff)
  await step(
    { method: 'POST', ...about(kept.id, 'refunds'), body: { reason, amountMinor: 1000 } },
    [201, 202],
    'refund',
  )
}

async function readyCart(port: number, variantId: string, card: string) {
  const shopper = await openShopper(port)
  try {
    return await shopper.readyCart([{ variantId, quantity: 1 }], card)
  } finally {
    shopper.close()
  }
}

async function signIn(ask: Ask): Promise<string> {
  const body = { email: 'owner@example.com', password }
  const answer = await ask({ method: 'POST', path: '/api/auth/sign-in/email', body, from: nextAddress() })
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return [answer.headers['set-cookie'] as string | string[]]
    .flat()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

let addresses = 0
/** Sign-ins are limited by address, and every member of staff of these stories has a desk of their own. */
function nextAddress(): string {
  addresses++
  return `127.0.${1 + Math.floor(addresses / 200)}.${1 + (addresses % 200)}`
}

/** The parcel's money is taken by whoever hears of it; after a crash, by the next one. */
async function untilCharged(ask: Ask, orderId: string, headers: Record<string, string>): Promise<void> {
  for (const until = performance.now() + endsWithinMs; performance.now() < until; await wait(300)) {
    const { body } = await ask({ method: 'GET', path: `/api/admin/orders/${orderId}`, headers })
    if (body?.payments?.some((payment: { status: string }) => payment.status === 'captured')) return
  }
}

/** Preparations are made again from the start until they succeed. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + endsWithinMs; ; await wait(300)) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > until) throw error
    }
  }
}

function someOf<T>(all: readonly T[], count: number, seed: number): T[] {
  const chance = seededChance(seed)
  const left = [...all]
  return Array.from({ length: count }, () => left.splice(chance.below(left.length), 1)[0] as T)
}
