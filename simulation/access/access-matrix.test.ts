import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { openTestBank, type TestBank } from '../../server/commerce/checkout/testing/pay-at-bank.ts'
import { openSmallShop, type SmallShop } from '../../server/commerce/checkout/testing/small-shop.ts'
import { type Http, routesOf } from '../../server/platform/http.ts'
import { startSandboxMailbox } from '../../server/providers/sandbox-mailbox/sandbox-mailbox.ts'
import { apiOperations, type OpenApi } from '../fuzz/api-operations.ts'
import { askInProcess } from './ask.ts'
import { type PeopledShop, people, peopleShop } from './people.ts'
import { disagreements, readMatrix } from './read-matrix.ts'
import { routeOf, type Tried, tryDoors } from './try-doors.ts'

let bank: TestBank
let mailbox: Awaited<ReturnType<typeof startSandboxMailbox>>
let small: SmallShop
let http: Http
let shop: PeopledShop
let contract: OpenApi
let tried: Tried[]

beforeAll(async () => {
  bank = await openTestBank()
  mailbox = await startSandboxMailbox({ folder: join(inject('runFolder'), 'access-mailbox') })
  small = await openSmallShop({
    providers: { payments: { 'sandbox-bank': bank.client }, sandboxMailbox: mailbox },
    smtpUrl: mailbox.smtpUrl,
  })
  http = await buildApp(small.ctx)
  await http.ready()
  contract = http.swagger() as unknown as OpenApi
  const variantId = await small.sell({ slug: 'lamp', priceMinor: 4900, stock: 10_000 })
  const ask = askInProcess(http)
  shop = await peopleShop({ ctx: small.ctx, ask, variantId, cardToken: () => bank.tokenFor('4242424242424242') })
  tried = await tryDoors(shop, { routes: routesOf(http), contract })
})
afterAll(async () => {
  await http.close()
  await small.close()
  await mailbox.stop()
  await bank.close()
})

test('the contract names every route of the router that is not hidden, and no other', () => {
  const routes = routesOf(http)
  expect(routes.length).toBeGreaterThan(35)
  const described = apiOperations(contract).map(({ method, path }) => `${method} ${routeOf(path)}`)
  const open = routes.filter(({ isHidden }) => !isHidden).map(({ method, url }) => `${method} ${url}`)
  expect(described.sort()).toEqual(open.sort())
})

test('every person is let in, or sent away, at every route as the table says', () => {
  expect(tried.length).toBe(routesOf(http).length)
  expect(disagreements(tried).join('\n\n')).toBe('')
})

test('the table is not written in vain: every row has a cell for each person, and some rows send some away', () => {
  const rows = [...readMatrix().values()].map((row) => row.split(' '))
  expect(rows.filter((row) => row.length !== people.length)).toEqual([])
  expect(rows.filter((row) => row.includes('401') && row.includes('in')).length).toBeGreaterThan(10)
  expect(rows.filter((row) => row.includes('404') && row.includes('in')).length).toBeGreaterThan(5)
})

test('who is shut out is let in nowhere that asks who is there', () => {
  const anon = people.indexOf('anon')
  const suspended = people.indexOf('suspended')
  for (const { route, verdicts } of tried) expect([route, verdicts[suspended]]).toEqual([route, verdicts[anon]])
})

test('HEAD opens no door that GET keeps shut', async () => {
  for (const { route, verdicts } of tried.filter(
    (each) => each.route.startsWith('GET ') && each.verdicts[0] !== 'in',
  )) {
    const path = route.slice(4).replace(/:(\w+)/g, (_, name) => shop.things[name] ?? 'x')
    const { status } = await shop.ask({ method: 'HEAD', path })
    expect([route, String(status)]).toEqual([route, verdicts[0]])
  }
})
