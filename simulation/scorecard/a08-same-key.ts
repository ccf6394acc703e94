import { setTimeout as wait } from 'node:timers/promises'
import type { ShopProcess } from '../../bench/measuring/shop-process.ts'
import { openShopper } from '../../bench/measuring/shopper.ts'
import { type Answered, type Asked, askOverHttp } from '../access/ask.ts'
import { type PeopledShop, peopleShop } from '../access/people.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const atOnce = 50

export const test: ScorecardTest = {
  id: 'A08',
  promise: 'A request sent fifty times under one key has one effect, and its answer to the byte, also after a restart.',
  async run(options) {
    const world = await openWorld({ name: 'a08', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

/** A request that creates or pays, another body for it, and the rows that it makes. */
type Deed = { name: string; asked: Asked; otherBody: unknown; table: string }

async function play(world: World, { seed, say }: RunOptions) {
  let server = world.servers[0] as ShopProcess
  const { port } = server
  const ask = askOverHttp(port, 30_000)
  const variantId = await putOnSale(world.ctx, { slug: `lamp-${seed}`, priceMinor: 4900, stock: 100_000 })
  const cardToken = () => tokenOf(port)
  const shop = await peopleShop({ ctx: world.ctx, ask, variantId, cardToken })
  const deeds = await deedsOf(shop, cardToken)
  const wrong: string[] = []
  const seen = { answers: 0, inFlight: 0, replayed: 0 }
  const first = new Map<Deed, Answered>()
  for (const deed of deeds) {
    const before = await count(world, deed.table)
    const answers = await Promise.all(Array.from({ length: atOnce }, () => ask(keyed(deed))))
    const last = await ask(keyed(deed))
    const made = (await count(world, deed.table)) - before
    if (made !== 1) wrong.push(`${deed.name}: ${made} effects`)
    wrong.push(...oddAmong(deed, answers, last, seen))
    first.set(deed, last)
    const other = await ask({ ...keyed(deed), body: deed.otherBody })
    if (other.status !== 422) wrong.push(`${deed.name}: another body got ${other.status}`)
    say(`  ${deed.name}: ${made} effect of ${atOnce + 2} requests`)
  }
  await server.stop()
  server = await world.addServer({ port })
  for (const [deed, before] of first) {
    const again = await ask(keyed(deed))
    if (again.text !== before.text || again.headers['idempotent-replayed'] !== 'true')
      wrong.push(`${deed.name}: not the same after a restart: ${again.status} ${again.text.slice(0, 200)}`)
  }
  await server.stop()
  server = await world.addServer({ port, env: { CLOCK_AHEAD_HOURS: '25' } })
  for (const deed of deeds.filter(({ name }) => name === 'a new cart')) {
    const again = await ask(keyed(deed))
    if (again.headers['idempotent-replayed'] || again.text === first.get(deed)?.text)
      wrong.push(`${deed.name}: the key was still known after 25 hours`)
  }
  await server.stop()
  await world.addServer({ port })
  const resumed = await bankFallsSilent(world, shop, cardToken)
  wrong.push(...resumed)
  for (const line of wrong) say(`    ${line}`)
  return ran({
    kept: wrong.length === 0 && seen.inFlight > 0 && seen.replayed > 0,
    figures: { deeds: deeds.length, ...seen, wrong: wrong.length },
    violations: await world.violations(),
  })
}

/** Over a line of its own: servers come and go here. */
async function tokenOf(port: number): Promise<string> {
  const shopper = await openShopper(port)
  const body = { number: '4242424242424242', expiry: '12/40', cvc: '123' }
  const answer = await shopper.call('POST', '/sandbox-bank/v1/tokens', { body })
  shopper.close()
  return answer.body.token as string
}

async function deedsOf(shop: PeopledShop, cardToken: () => Promise<string>): Promise<Deed[]> {
  const mine = await shop.newBelongings()
  const sent = await shop.newBelongings()
  const owner = shop.headersOf('owner')
  const path = (what: string) => `/api/admin/orders/${sent.orderId}/${what}`
  return [
    {
      name: 'a new cart',
      asked: { method: 'POST', path: '/api/carts', body: { country: 'DE' } },
      otherBody: {},
      table: 'carts',
    },
    {
      name: 'an order',
      asked: {
        method: 'POST',
        path: `/api/carts/${mine.cartId}/complete`,
        headers: { 'x-cart-token': mine.cartToken },
        body: { paymentToken: await cardToken() },
      },
      otherBody: { paymentToken: 'tok_other' },
      table: 'orders',
    },
    {
      name: 'a parcel',
      asked: { method: 'POST', path: path('fulfillments'), headers: owner, body: {} },
      otherBody: { carrier: 'other' },
      table: 'fulfillments',
    },
  ]
}

function keyed({ asked, name }: Deed): Asked {
  return { ...asked, headers: { ...asked.headers, 'idempotency-key': `key-of-${name.replaceAll(' ', '-')}` } }
}

/** Of fifty at once one is worked on; the rest are told so and when to come back, or are given its very answer. */
function oddAmong(
  deed: Deed,
  answers: Answered[],
  last: Answered,
  seen: { answers: number; inFlight: number; replayed: number },
): string[] {
  const odd: string[] = []
  for (const answer of answers) {
    seen.answers++
    if (answer.status === 409) {
      seen.inFlight++
      if (!answer.headers['retry-after']) odd.push(`${deed.name}: 409 without Retry-After`)
    } else if (answer.text !== last.text)
      odd.push(`${deed.name}: another answer: ${answer.status} ${answer.text.slice(0, 200)}`)
    if (answer.headers['idempotent-replayed']) seen.replayed++
  }
  if (answers.filter(({ status, headers }) => status < 300 && !headers['idempotent-replayed']).length !== 1)
    odd.push(`${deed.name}: not exactly one was worked on`)
  if (last.headers['idempotent-replayed'] !== 'true') odd.push(`${deed.name}: the last was not replayed`)
  return odd
}

async function count(world: World, table: string): Promise<number> {
  const { rows } = await world.ctx.database.pool.query(`select count(*)::int as rows from ${table}`)
  return rows[0].rows as number
}

/** The bank does not answer, so neither can the shop; the same key is taken up again once the bank is back. */
async function bankFallsSilent(world: World, shop: PeopledShop, cardToken: () => Promise<string>): Promise<string[]> {
  const mine = await shop.newBelongings()
  const paymentToken = await cardToken()
  const headers = { 'x-cart-token': mine.cartToken, 'idempotency-key': 'while-the-bank-is-silent' }
  const asked: Asked = { method: 'POST', path: `/api/carts/${mine.cartId}/complete`, headers, body: { paymentToken } }
  const bankPid = world.bankProcess.pid as number
  process.kill(bankPid, 'SIGSTOP')
  const silent = await shop.ask(asked)
  process.kill(bankPid, 'SIGCONT')
  const odd = silent.status === 503 ? [] : [`with a silent bank the answer was ${silent.status} ${silent.text}`]
  for (let tries = 0; tries < 100; tries++) {
    const again = await shop.ask(asked)
    if (again.status === 200 || again.status === 201) return odd
    await wait(200)
  }
  return [...odd, 'what the bank interrupted was never taken up again']
}
