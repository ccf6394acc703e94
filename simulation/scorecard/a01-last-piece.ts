import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../bench/measuring/quantiles.ts'
import { openRawConnection } from '../../bench/measuring/raw-connection.ts'
import { type Chance, seededChance } from '../../bench/measuring/seeded-random.ts'
import { completeRequest, type ReadyCart, readyCarts } from '../../bench/measuring/shopper.ts'
import { bankHolds } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const buyersEach = 500
const voidedWithinMs = 5000

type Buyer = { cart: ReadyCart; server: number; afterMs: number }
type Told = { status: number; code: string; orderId: string; ms: number }

export const test: ScorecardTest = {
  id: 'A01',
  promise: 'Of 500 buyers who pay for the last piece in the same second, one gets it; nobody else is charged.',
  async run(options) {
    const world = await openWorld({ name: 'a01', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 2 : 20
  const totals = { orders: 0, soldOut: 0, otherAnswers: 0, faults: 0, chargesLeft: 0, wrongRounds: 0 }
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const chance = seededChance(seed + round)
    const told = await buyersArrive(world, await prepare(world, `piece-${seed + round}`, chance))
    const placed = told.filter((answer) => answer.status === 201)
    const soldOut = told.filter((answer) => answer.status === 409 && answer.code === 'inventory.out-of-stock')
    const faults = told.filter((answer) => answer.status >= 500 || answer.status === 0)
    const left = await chargesLeft(
      world,
      placed.map((answer) => answer.orderId),
    )
    totals.orders += placed.length
    totals.soldOut += soldOut.length
    totals.faults += faults.length
    totals.otherAnswers += told.length - placed.length - soldOut.length - faults.length
    totals.chargesLeft += left
    if (placed.length !== 1 || soldOut.length !== buyersEach - 1 || left > 0) totals.wrongRounds++
    took.push(...told.map((answer) => answer.ms))
    say(
      `  seed ${seed + round}: ${placed.length} order, ${soldOut.length} told it is sold out, ${faults.length} faults, ${left} charges left`,
    )
    for (const odd of told.filter((answer) => ![201, 409].includes(answer.status)).slice(0, 3))
      say(`    ${odd.status} ${odd.code}`)
  }
  took.sort((a, b) => a - b)
  return ran({
    kept: totals.wrongRounds === 0 && totals.faults === 0,
    figures: {
      rounds,
      buyers: rounds * buyersEach,
      ...totals,
      answer_p50_ms: Math.round(quantile(took, 0.5)),
      answer_p95_ms: Math.round(quantile(took, 0.95)),
    },
    violations: await world.violations(),
  })
}

/** Each buyer has a cart with the one piece in it, an address and a card; half of them shop at each server. */
async function prepare(world: World, slug: string, chance: Chance): Promise<Buyer[]> {
  const variantId = await putOnSale(world.ctx, { slug, priceMinor: 4900, stock: 1 })
  const wishes = Array.from({ length: buyersEach / world.servers.length }, () => [{ variantId, quantity: 1 }])
  const carts = await Promise.all(world.servers.map(({ port }) => readyCarts(port, wishes, 8)))
  return carts.flat().map((cart) => ({ cart, server: chance.below(world.servers.length), afterMs: chance.below(1000) }))
}

/** They all pay within one second, each on a connection that was open before. */
async function buyersArrive(world: World, buyers: Buyer[]): Promise<Told[]> {
  const ready: { buyer: Buyer; port: number; connection: Awaited<ReturnType<typeof openRawConnection>> }[] = []
  for (const buyer of buyers) {
    const port = world.servers[buyer.server]?.port as number
    ready.push({ buyer, port, connection: await openRawConnection(port) })
  }
  return Promise.all(
    ready.map(async ({ buyer, port, connection }) => {
      await wait(buyer.afterMs)
      const began = performance.now()
      try {
        const { status, body } = await connection.send(completeRequest(port, buyer.cart), true)
        const told = JSON.parse(body?.toString() ?? '{}') as { code?: string; order?: { id: string } }
        return { status, code: told.code ?? '', orderId: told.order?.id ?? '', ms: performance.now() - began }
      } catch (error) {
        return { status: 0, code: String(error), orderId: '', ms: performance.now() - began }
      } finally {
        connection.close()
      }
    }),
  )
}

/** Holds of money that the bank has for no order that was placed, five seconds at most after the last answer. */
async function chargesLeft(world: World, placed: string[]): Promise<number> {
  const { rows } = await world.ctx.database.pool.query<{ id: string }>(
    `select id from orders where status in ('placed', 'completed')`,
  )
  const standing = new Set([...placed, ...rows.map((row) => row.id)])
  for (let waitedMs = 0; ; waitedMs += 100) {
    const holds = (await bankHolds(world.bank)).filter((hold) => !hold.isVoided)
    const left = holds.filter((hold) => !standing.has(hold.reference))
    const doubled = holds.length - new Set(holds.map((hold) => hold.reference)).size
    if (left.length + doubled === 0 || waitedMs >= voidedWithinMs) return left.length + doubled
    await wait(100)
  }
}
