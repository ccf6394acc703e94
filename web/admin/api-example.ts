import { type ApiDocument, type Operation, resolved, type Schema } from './openapi.ts'

const known: Record<string, unknown> = {
  email: 'ann@example.com',
  password: 'juniper-and-salt',
  name: 'Ann Winter',
  phone: '+49 40 123456',
  line1: 'Lindenweg 4',
  postcode: '20099',
  city: 'Hamburg',
  country: 'DE',
  locale: 'en',
  currency: 'EUR',
  quantity: 1,
  carrier: 'Nordpost',
  trackingNumber: 'NP123456789',
  variantId: 'var_01j…',
  orderLineId: 'oline_01j…',
  locationId: 'loc_01j…',
  shippingMethodId: 'ship_01j…',
  paymentToken: 'tok_…',
  slug: 'harbour-mug',
}

const left = new Set(['note', 'line2', 'region', 'rememberMe', 'paymentProvider', 'returnUrl', 'phone'])

/** A request that a program could make, as a line for a shell. */
export function curlOf(document: ApiDocument, operation: Operation, origin: string): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => exampleId(name))
  const query = operation.parameters.filter(({ in: place, required }) => place === 'query' && required)
  const search = query.map(({ name }) => `${name}=${String(known[name] ?? name)}`).join('&')
  const isStaff = operation.path.startsWith('/api/admin/')
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header')
  const lines = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} '${origin}${path}${search ? `?${search}` : ''}'`,
    ...headers.map(({ name }) => `-H '${name}: ${headerExample(name)}'`),
    ...(isStaff ? ['-b cookies.txt'] : []),
    ...(isStaff && operation.method !== 'GET' ? [`-H 'origin: ${origin}'`] : []),
    ...(operation.id === 'signIn' ? ['-c cookies.txt'] : []),
    ...(operation.body
      ? [
          "-H 'content-type: application/json'",
          `-d '${JSON.stringify(exampleOf(document, operation.body), null, 2).replaceAll('\n', '\n  ')}'`,
        ]
      : []),
  ]
  return lines.join(' \\\n  ')
}

function exampleId(name: string): string {
  const prefixes: Record<string, string> = {
    cartId: 'cart_01j…',
    lineId: 'cline_01j…',
    orderId: 'order_01j…',
    productId: 'prod_01j…',
    variantId: 'var_01j…',
    fulfillmentId: 'ful_01j…',
    messageId: 'msg_01j…',
    account: 'revenue:goods',
    slug: 'harbour-mug',
  }
  return prefixes[name] ?? name
}

function headerExample(name: string): string {
  if (name.toLowerCase() === 'idempotency-key') return 'any-text-of-yours'
  return name.toLowerCase().includes('cart') ? 'the token you were given' : 'the key you were given'
}

/** A value that fits a schema, with the fields a first try would send. */
export function exampleOf(document: ApiDocument, raw: Schema, name = ''): unknown {
  const schema = resolved(document, raw)
  if (known[name] !== undefined && !schema.properties && !schema.items) return known[name]
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return exampleOf(document, schema.anyOf[0] ?? {}, name)
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([field]) => !left.has(field))
        .map(([field, inner]) => [field, exampleOf(document, inner, field)]),
    )
  const type = [schema.type].flat()[0]
  if (type === 'array') return [exampleOf(document, schema.items ?? {}, name)]
  if (type === 'integer' || type === 'number') return name.endsWith('Minor') ? 1990 : 1
  if (type === 'boolean') return true
  return name || 'text'
}
