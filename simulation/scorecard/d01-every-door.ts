import { openShopper } from '../../bench/measuring/shopper.ts'
import { buildApp } from '../../server/app.ts'
import { routesOf } from '../../server/platform/http.ts'
import { askOverHttp } from '../access/ask.ts'
import { people, peopleShop } from '../access/people.ts'
import { disagreements, readMatrix } from '../access/read-matrix.ts'
import { routeOf, tryDoors } from '../access/try-doors.ts'
import { apiOperations, type OpenApi } from '../fuzz/api-operations.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

export const test: ScorecardTest = {
  id: 'D01',
  promise: 'Every person is let in, or sent away, at every route as the checked-in table says.',
  async run(options) {
    const world = await openWorld({ name: 'd01', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { say }: RunOptions) {
  const port = world.servers[0]?.port as number
  const ask = askOverHttp(port, 20_000)
  const contract = (await ask({ method: 'GET', path: '/openapi.json' })).body as OpenApi
  const routes = await routesOfServer(world, contract)
  const variantId = await putOnSale(world.ctx, { slug: 'lamp', priceMinor: 4900, stock: 1_000_000 })
  const shopper = await openShopper(port)
  const body = { number: '4242424242424242', expiry: '12/40', cvc: '123' }
  const cardToken = async () => (await shopper.call('POST', '/sandbox-bank/v1/tokens', { body })).body.token as string
  const shop = await peopleShop({ ctx: world.ctx, ask, variantId, cardToken })
  const tried = await tryDoors(shop, { routes, contract })
  shopper.close()
  const wrong = disagreements(tried)
  for (const line of wrong) say(line)
  return ran({
    kept: wrong.length === 0,
    figures: {
      routes: tried.length,
      people: people.length,
      cells: tried.length * people.length,
      sent_away: tried.flatMap(({ verdicts }) => verdicts).filter((verdict) => verdict !== 'in').length,
      disagreements: wrong.length,
    },
    violations: await world.violations(),
  })
}

/** The router's own list, and what a server that is being tried out has beside it. */
async function routesOfServer(world: World, contract: OpenApi) {
  const http = await buildApp(world.ctx)
  await http.ready()
  const known = [...routesOf(http)]
  await http.close()
  const has = (method: string, url: string) => known.some((route) => route.method === method && route.url === url)
  for (const { method, path } of apiOperations(contract))
    if (!has(method, routeOf(path))) known.push({ method, url: routeOf(path), isHidden: false })
  for (const row of readMatrix().keys()) {
    const [method = '', url = ''] = row.split(' ')
    if (url.startsWith('/api/demo/') && !has(method, url)) known.push({ method, url, isHidden: true })
  }
  return known
}
