import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { descendantsOf } from '../../bench/measuring/resident-memory.ts'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import { type ShopProcess, startShop } from '../../bench/measuring/shop-process.ts'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { temporaryFolder } from '../../bench/measuring/temporary-folder.ts'
import { runningDatabaseUrl } from '../../server/platform/embedded-postgres.ts'
import { type Ask, askOverHttp } from '../access/ask.ts'
import { buyUntilAnswered, type Ended } from '../faults/persistent-shopper.ts'
import { checkInvariants } from './check-invariants.ts'
import { compareWithBank } from './compare-with-bank.ts'
import { openBank, openOffice, secret } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale, setUpSmallStore } from './small-store.ts'

const backWithinMs = 10_000
const perSecond = 15

export const test: ScorecardTest = {
  id: 'B02',
  promise: 'A shop whose database is killed says so, comes back by itself within ten seconds, and has lost no order.',
  async run(options) {
    const closing: (() => Promise<unknown>)[] = []
    try {
      return await play(await open(closing), options)
    } finally {
      for (const close of closing.reverse()) await close()
    }
  },
}

type House = Awaited<ReturnType<typeof open>>

/** One server that keeps a database of its own, as whoever types `npm start` has it; the bank stands beside it. */
async function open(closing: (() => Promise<unknown>)[]) {
  const folder = await temporaryFolder('b02')
  closing.push(() => folder.remove())
  const { bankProcess, bank } = await openBank(folder.path, closing)
  const dataFolder = join(folder.path, 'server')
  const server = await startShop({
    dataFolder,
    args: ['--empty'],
    env: { BARROW_SECRET: secret, SANDBOX_BANK_URL: bankProcess.baseUrl, LOG_LEVEL: 'warn' },
  })
  closing.push(() => server.stop())
  const databaseUrl = (await runningDatabaseUrl(dataFolder)) as string
  const ctx = await openOffice(folder.path, databaseUrl, closing)
  await setUpSmallStore(ctx, { capture: 'on-placement' })
  return { server, bank, ctx, databaseUrl }
}

async function play(house: House, { seed, isShort, say }: RunOptions) {
  const kills = isShort ? 2 : 5
  const checkouts = isShort ? 80 : 400
  const chance = seededChance(seed)
  const { server, ctx } = house
  const variantId = await putOnSale(ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: checkouts })
  const carts = await readyCarts(
    server.port,
    Array.from({ length: checkouts }, () => [{ variantId, quantity: 1 }]),
  )
  const ask = askOverHttp(server.port, 20_000)
  const bought = Promise.all(
    carts.map(async (cart, index) => {
      await wait((index / perSecond) * 1000)
      return buyUntilAnswered(() => ask, cart, 120_000)
    }),
  )
  const backAfterMs: number[] = []
  const odd: string[] = []
  for (let count = 0; count < kills; count++) {
    await wait(1000 + chance.below(1500))
    const killed = killDatabase(server)
    const probe = { path: `/api/carts/${carts[0]?.cartId}`, headers: { 'x-cart-token': carts[0]?.token ?? '' } }
    backAfterMs.push(await untilBack(ask, probe, odd))
    say(`  killed ${killed} processes of the database; back after ${Math.round(backAfterMs.at(-1) as number)} ms`)
  }
  const ended = await bought
  const lost = await lostOrders(house, ended)
  odd.push(...ended.flatMap((each) => each.odd))
  for (const line of new Set(odd)) say(`    ${line}`)
  const orders = new Set(ended.map(({ answer }) => answer.body?.order?.id)).size
  const slowest = Math.max(...backAfterMs)
  return ran({
    kept: orders === checkouts && lost === 0 && odd.length === 0 && slowest <= backWithinMs,
    figures: {
      kills,
      checkouts,
      orders,
      acknowledged_orders_lost: lost,
      odd_answers: odd.length,
      slowest_back_ms: Math.round(slowest),
      asked_again: ended.reduce((sum, { tries }) => sum + tries - 1, 0),
    },
    violations: [
      ...(await checkInvariants(house.databaseUrl)),
      ...(await compareWithBank(house.databaseUrl, house.bank)),
    ],
  })
}

/** Kills the whole group at once, sessions and writers included, as the machine's memory running out would. */
function killDatabase(server: ShopProcess): number {
  const main = server.postgresPid()
  if (main === undefined) throw new Error('the server has no database of its own')
  const pids = [main, ...descendantsOf(main)]
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // A session that ended by itself in the meantime.
    }
  return pids.length
}

/** Milliseconds until a page that needs the database is answered again. Until then: 503, and when to come back. */
async function untilBack(ask: Ask, probe: { path: string; headers: Record<string, string> }, odd: string[]) {
  const began = performance.now()
  for (;;) {
    const answer = await ask({ method: 'GET', ...probe })
    if (answer.status === 200) return performance.now() - began
    if (answer.status !== 503) odd.push(`${answer.status} while the database was down: ${answer.text.slice(0, 200)}`)
    else if (!answer.headers['retry-after']) odd.push('503 without Retry-After')
    if (performance.now() - began > 60_000) return performance.now() - began
    await wait(25)
  }
}

async function lostOrders(house: House, ended: Ended[]): Promise<number> {
  const acknowledged = ended.filter(({ answer }) => [200, 201].includes(answer.status))
  const { rows } = await house.ctx.database.pool.query<{ id: string }>(
    `select id from orders where status in ('placed', 'completed')`,
  )
  const standing = new Set(rows.map(({ id }) => id))
  return acknowledged.filter(({ answer }) => !standing.has(answer.body.order.id)).length
}
