import { seededChance } from '../../bench/measuring/seeded-random.ts'
import { openShopper } from '../../bench/measuring/shopper.ts'
import { type Ask, askOverHttp } from '../access/ask.ts'
import { type PeopledShop, peopleShop } from '../access/people.ts'
import { type ApiOperation, apiOperations, type OpenApi } from '../fuzz/api-operations.ts'
import { answerCheck } from '../fuzz/check-answer.ts'
import { requestFor } from '../fuzz/request-for.ts'
import { type Twist, twisted, twists } from '../fuzz/twist.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const hangMs = 2000
const atOnce = 6
/** Ends the sessions that all other requests are made with. */
const leftOut = new Set(['signOut'])

export const test: ScorecardTest = {
  id: 'E01',
  promise: 'Ten thousand odd requests get no fault, no silence and no answer that the contract does not declare.',
  async run(options) {
    const world = await openWorld({ name: 'e01', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const requests = isShort ? 600 : 10_000
  const port = world.servers[0]?.port as number
  const ask = askOverHttp(port, 10_000)
  const contract = (await ask({ method: 'GET', path: '/openapi.json' })).body as OpenApi
  const operations = apiOperations(contract).filter(({ operationId }) => !leftOut.has(operationId))
  const shop = await prepare(world, port, ask)
  const chance = seededChance(seed)
  const check = answerCheck(contract)
  const wrong = new Map<string, string>()
  const statuses = new Map<string, number>()
  const seen = { asked: 0, hangs: 0, slowestMs: 0 }
  const askOne = async () => {
    const operation = operations[seen.asked % operations.length] as ApiOperation
    const twist = twists[Math.floor(seen.asked / operations.length) % twists.length] as Twist
    seen.asked++
    const headers = shop.headersOf(personFor(operation, chance.below(10)))
    const asked = twisted(requestFor(operation, { things: shop.things, headers, chance }), twist, chance)
    let answer = await ask(asked)
    // On a busy machine one slow answer says nothing; what hangs, hangs again.
    if (answer.ms > hangMs) answer = await ask(asked)
    if (answer.ms > hangMs) {
      seen.hangs++
      say(
        `    ${operation.operationId} hung for ${Math.round(answer.ms)} ms: ${answer.status} ${JSON.stringify(asked).slice(0, 300)}`,
      )
    }
    seen.slowestMs = Math.max(seen.slowestMs, answer.ms)
    const kind = `${String(answer.status)[0]}xx`
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
    const trouble = check(operation, answer)
    if (trouble)
      wrong.set(
        `${operation.operationId} ${trouble.slice(0, 90)}`,
        `${operation.operationId} (${twist}): ${trouble}\n      ${JSON.stringify(asked).slice(0, 500)}`,
      )
  }
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (seen.asked < requests) await askOne()
    }),
  )
  for (const line of [...wrong.values()].slice(0, 40)) say(`    ${line}`)
  return ran({
    kept: wrong.size === 0 && seen.hangs === 0 && (statuses.get('2xx') ?? 0) > requests / 20,
    figures: {
      requests: seen.asked,
      operations: operations.length,
      ...Object.fromEntries([...statuses].sort()),
      kinds_of_wrong_answers: wrong.size,
      hangs: seen.hangs,
      slowest_ms: Math.round(seen.slowestMs),
    },
    violations: await world.violations(),
  })
}

/** Most come as somebody who is let in, so that what is behind the door is tried as well. */
function personFor({ path }: ApiOperation, drawn: number) {
  if (drawn === 0) return 'anon'
  if (path.startsWith('/api/admin')) return drawn < 3 ? 'support' : 'owner'
  return drawn === 1 ? 'foreign' : 'own'
}

async function prepare(world: World, port: number, ask: Ask): Promise<PeopledShop> {
  const variantId = await putOnSale(world.ctx, { slug: 'lamp', priceMinor: 4900, stock: 1_000_000 })
  const shopper = await openShopper(port)
  const cardToken = async () => {
    const body = { number: '4242424242424242', expiry: '12/40', cvc: '123' }
    return (await shopper.call('POST', '/sandbox-bank/v1/tokens', { body })).body.token as string
  }
  return peopleShop({ ctx: world.ctx, ask, variantId, cardToken })
}
