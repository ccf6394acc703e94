import { quantile } from '../../bench/measuring/quantiles.ts'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import { openShopper } from '../../bench/measuring/shopper.ts'
import { type Answered, type Asked, askOverHttp } from '../access/ask.ts'
import { type Belongings, type PeopledShop, peopleShop } from '../access/people.ts'
import { type ApiOperation, apiOperations, type OpenApi } from '../fuzz/api-operations.ts'
import { sampleSchema } from '../fuzz/sample-schema.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const keys = ['x-cart-token', 'x-order-key', 'key']

export const test: ScorecardTest = {
  id: 'D02',
  promise: "Another guest's ids open nothing: they are answered as ids that do not exist, word for word.",
  async run(options) {
    const world = await openWorld({ name: 'd02', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { isShort, say }: RunOptions) {
  const times = isShort ? 9 : 41
  const port = world.servers[0]?.port as number
  const ask = askOverHttp(port, 20_000)
  const contract = (await ask({ method: 'GET', path: '/openapi.json' })).body as OpenApi
  const variantId = await putOnSale(world.ctx, { slug: 'lamp', priceMinor: 4900, stock: 1_000_000 })
  const shopper = await openShopper(port)
  const body = { number: '4242424242424242', expiry: '12/40', cvc: '123' }
  const cardToken = async () => (await shopper.call('POST', '/sandbox-bank/v1/tokens', { body })).body.token as string
  const shop = await peopleShop({ ctx: world.ctx, ask, variantId, cardToken })
  const mine = await shop.newBelongings()
  const theirs = await shop.newBelongings()
  const wrong: string[] = []
  const differences: number[] = []
  let tried = 0
  const guarded = apiOperations(contract).filter(({ parameters }) => parameters.some(({ name }) => keys.includes(name)))
  for (const operation of guarded)
    for (const name of idsOf(operation)) {
      if (!(name in theirs)) continue
      tried++
      const foreign = await askOften(
        shop,
        requestWith(operation, mine, { [name]: theirs[name as keyof Belongings] }, shop),
        times,
      )
      const missing = await askOften(
        shop,
        requestWith(operation, mine, { [name]: madeUp(theirs[name as keyof Belongings]) }, shop),
        times,
      )
      differences.push(Math.abs(foreign.medianMs - missing.medianMs))
      const [a, b] = [told(foreign.answer, theirs), told(missing.answer, theirs)]
      if (foreign.answer.status !== 404)
        wrong.push(`${operation.operationId} ${name}: ${foreign.answer.status} ${foreign.answer.text.slice(0, 200)}`)
      else if (a !== b)
        wrong.push(
          `${operation.operationId} ${name}: not the words for one that does not exist:\n      ${a}\n      ${b}`,
        )
      else if (leaks(foreign.answer, theirs, name))
        wrong.push(`${operation.operationId} ${name}: leaks ${foreign.answer.text}`)
    }
  shopper.close()
  for (const line of wrong) say(`    ${line}`)
  differences.sort((a, b) => a - b)
  return ran({
    kept: wrong.length === 0 && tried >= 8,
    figures: {
      operations: guarded.length,
      ids_tried: tried,
      wrong: wrong.length,
      // Told, not judged: on a busy machine it is the machine's.
      time_difference_p50_ms: Math.round(quantile(differences, 0.5) * 100) / 100,
      time_difference_max_ms: Math.round((differences.at(-1) ?? 0) * 100) / 100,
    },
    violations: await world.violations(),
  })
}

function idsOf(operation: ApiOperation): string[] {
  return operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name)
}

/** With one's own keys and ids, but for one id. */
function requestWith(
  operation: ApiOperation,
  mine: Belongings,
  other: Record<string, string>,
  shop: PeopledShop,
): Asked {
  const things: Record<string, string> = { ...shop.things, ...mine, ...other }
  const chance = seededChance(1)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(things[name] ?? 'x'))
  const sampled = operation.body ? sampleSchema(operation.body, { chance, isLeast: true }) : undefined
  const body =
    sampled && typeof sampled === 'object'
      ? { ...sampled, ...('variantId' in sampled ? { variantId: shop.things.variantId } : {}) }
      : sampled
  const headers = { 'x-cart-token': mine.cartToken, 'x-order-key': mine.orderKey }
  return { method: operation.method, path, headers, ...(body === undefined ? {} : { body }) }
}

async function askOften(
  shop: PeopledShop,
  asked: Asked,
  times: number,
): Promise<{ answer: Answered; medianMs: number }> {
  const tookMs: number[] = []
  let answer = await shop.ask(asked)
  for (let time = 0; time < times; time++) {
    answer = await shop.ask(asked)
    tookMs.push(answer.ms)
  }
  return {
    answer,
    medianMs: quantile(
      tookMs.sort((a, b) => a - b),
      0.5,
    ),
  }
}

/** The same id with its last letters turned: one that could exist and does not. */
function madeUp(id: string): string {
  return `${id.slice(0, -4)}${[...id.slice(-4)].reverse().join('')}`.replace(id, `${id.slice(0, -1)}0`)
}

/** What was said, without what differs from answer to answer. */
function told(answer: Answered, theirs: Belongings): string {
  const text = Object.values(theirs).reduce(
    (all, id) => all.replaceAll(id, 'ID').replaceAll(madeUp(id), 'ID'),
    answer.text,
  )
  return text.replace(/"requestId":"[^"]*"/, '')
}

function leaks(answer: Answered, theirs: Belongings, asked: string): boolean {
  return Object.entries(theirs).some(([name, value]) => name !== asked && answer.text.includes(value))
}
