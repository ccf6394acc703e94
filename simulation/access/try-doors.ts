import { seededChance } from '../../bench/measuring/seeded-random.ts'
import type { KnownRoute } from '../../server/platform/http.ts'
import { type ApiOperation, apiOperations, type OpenApi, type Schema } from '../fuzz/api-operations.ts'
import { sampleSchema } from '../fuzz/sample-schema.ts'
import type { Asked } from './ask.ts'
import { type PeopledShop, type Person, people } from './people.ts'

/** What a door says: `in`, or the status with which it sends away. */
export type Verdict = 'in' | '401' | '403' | '404'

/** One route, and what each person was told at it. */
export type Tried = { route: string; verdicts: readonly Verdict[]; faults: readonly string[] }

const keys = ['x-cart-token', 'x-order-key', 'key']
const aside = 'zzz_00000000000000000000000000'

/** Everyone tries every door of the API, with a request that the contract allows. Sign-out comes last. */
export async function tryDoors(
  shop: PeopledShop,
  of: { routes: readonly KnownRoute[]; contract: OpenApi },
): Promise<Tried[]> {
  const operations = new Map(apiOperations(of.contract).map((each) => [`${each.method} ${routeOf(each.path)}`, each]))
  const tried: Tried[] = []
  for (const route of [...of.routes].sort((a, b) => turnOf(a) - turnOf(b))) {
    const name = `${route.method} ${route.url}`
    const operation = operations.get(name)
    const verdicts: Verdict[] = []
    const faults: string[] = []
    for (const person of people) {
      const asked = await requestOf(shop, { route, operation, person })
      const answer = await shop.ask({ ...asked, from: shop.addressOf(person) })
      if (answer.status === 0 || answer.status === 500) faults.push(`${person}: ${answer.status} ${answer.text}`)
      verdicts.push(verdictOf(answer.status, isMadeUp(route, shop)))
    }
    tried.push({ route: name, verdicts, faults })
  }
  return tried
}

/** Guests first, then staff who read, then staff who change things; who signs out is out. */
function turnOf({ method, url }: KnownRoute): number {
  if (url.endsWith('/sign-out')) return 9
  const isAdmin = url.startsWith('/api/admin') ? 2 : 0
  return isAdmin + (method === 'GET' ? 0 : 1)
}

/** The contract writes `{orderId}` where the router writes `:orderId`. */
export function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

async function requestOf(
  shop: PeopledShop,
  of: { route: KnownRoute; operation: ApiOperation | undefined; person: Person },
): Promise<Asked> {
  const { route, operation, person } = of
  const asksForKey = operation?.parameters.some(({ name }) => keys.includes(name)) ?? false
  const isUsedUp = person === 'own' && asksForKey && route.method !== 'GET'
  const belongings = isUsedUp ? await shop.newBelongings() : undefined
  const things: Record<string, string> = { ...shop.things, ...belongings }
  const headers = belongings
    ? { 'x-cart-token': belongings.cartToken, 'x-order-key': belongings.orderKey }
    : shop.headersOf(person)
  const path = route.url.replace(/:(\w+)|\*/g, (_, name = '*') => encodeURIComponent(things[name] ?? aside))
  const query = (operation?.parameters ?? [])
    .filter((each) => each.in === 'query' && each.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(known(schema, name, things)))}`)
  const body = operation?.body ? known(operation.body, '', things) : undefined
  return {
    method: route.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers,
    ...(body === undefined ? {} : { body }),
  }
}

/** The least that the schema asks for, with the things of this shop where it asks for one by name. */
function known(schema: Schema, name: string, things: Record<string, string>): unknown {
  if (things[name] !== undefined && schema.type === 'string') return things[name]
  if (schema.type !== 'object') return sampleSchema(schema, { chance: seededChance(1), isLeast: true })
  const wanted = Object.entries(schema.properties ?? {}).filter(([inner]) => schema.required?.includes(inner))
  return Object.fromEntries(wanted.map(([inner, each]) => [inner, known(each, inner, things)]))
}

/** Whether the address names nothing that this shop has: then "not found" is an answer like any other. */
function isMadeUp({ url }: KnownRoute, shop: PeopledShop): boolean {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return names.length === 0 || names.some((name) => !shop.things[name])
}

function verdictOf(status: number, isMadeUpThing: boolean): Verdict {
  if (status === 404 && isMadeUpThing) return 'in'
  return status === 401 || status === 403 || status === 404 ? (String(status) as Verdict) : 'in'
}
