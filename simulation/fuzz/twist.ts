import type { Chance } from '../../bench/measuring/seeded-random.ts'
import type { Asked } from '../access/ask.ts'

/** The ways in which a good request is made odd. `valid` leaves it as the contract allows it. */
export const twists = [
  'valid',
  'boundary',
  'type-flipped',
  'extra key',
  'missing key',
  'unicode',
  'huge number',
  'content type',
  'broken body',
  'address',
  'header',
] as const
export type Twist = (typeof twists)[number]

const oddTexts = [
  '\u0000',
  'a\u0000b',
  '\u202eevil',
  '\ud800',
  'x\udfff',
  '😀'.repeat(40),
  '𝒳',
  'e\u0301'.repeat(30),
  '\ufeff',
  '\u2028',
  "'; drop table orders; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../../etc/passwd',
  '',
  ' ',
  'a'.repeat(10_000),
]
const hugeNumbers = [
  '1e308',
  '1e400',
  '-1e400',
  '9007199254740993',
  '-9223372036854775809',
  '1e-320',
  '2147483648',
  '-0',
]
const edges = [-1, 0, 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 0.5, -0.5]
const others = [null, true, 0, -1, '1', '', [], {}, [[]], { a: 1 }, [null], 'true']
const types = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/problem+json',
]
const brokenBodies = [
  '{',
  '[1,',
  '{"a":1}}',
  'null',
  '""',
  '[]',
  '1',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '\u0000',
  '{"a":"\\ud800"}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  '{"a":1,"a":2}',
]
const oddParts = [
  '%00',
  '%ff',
  '%F0%9F%98%80',
  '..%2f..%2f',
  '%2e%2e',
  '%20',
  'null',
  'undefined',
  '-1',
  "'",
  '%27%20or%201%3D1',
  'a'.repeat(290),
  'a'.repeat(2000),
  'order_00000000000000000000000000',
  '%E2%80%AE',
  '%25',
  '__proto__',
]

/** The same request, twisted: never so far that it is no HTTP any more. */
export function twisted(asked: Asked, twist: Twist, chance: Chance): Asked {
  const body = asked.body === undefined ? undefined : structuredClone(asked.body)
  if (twist === 'content type')
    return {
      ...asked,
      headers: { ...asked.headers, 'content-type': chance.pick(types) },
      body: JSON.stringify(body ?? {}),
    }
  if (twist === 'broken body') return { ...asked, body: chance.pick(brokenBodies) }
  if (twist === 'address') return { ...asked, path: twistedPath(asked.path, chance) }
  if (twist === 'header') return { ...asked, headers: { ...asked.headers, ...oddHeader(chance) } }
  if (body === undefined || typeof body !== 'object' || body === null)
    return { ...asked, path: twistedPath(asked.path, chance) }
  if (twist === 'huge number') return { ...asked, body: withHugeNumber(body, chance) }
  return { ...asked, body: twistedBody(body as Record<string, unknown>, twist, chance) }
}

function twistedBody(body: Record<string, unknown>, twist: Twist, chance: Chance): unknown {
  const place = chance.pick(placesIn(body, []))
  if (twist === 'extra key')
    return { ...body, [chance.pick(['extra', '__proto__x', 'id', 'role', 'toString', ''])]: chance.pick(others) }
  const key = place.at(-1)
  if (key === undefined) return twist === 'type-flipped' ? chance.pick(others) : body
  const holder = place
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, body)
  if (twist === 'missing key') delete holder[key]
  else if (twist === 'type-flipped') holder[key] = chance.pick(others)
  else if (twist === 'unicode')
    holder[key] = typeof holder[key] === 'string' || chance.below(3) === 0 ? chance.pick(oddTexts) : holder[key]
  else if (twist === 'boundary')
    holder[key] =
      typeof holder[key] === 'number'
        ? chance.pick(edges)
        : typeof holder[key] === 'string'
          ? (holder[key] as string).padEnd(chance.pick([61, 121, 255, 256, 1001]), 'x')
          : holder[key]
  return body
}

/** Where something stands in a body: the keys that lead to it, the body itself with none. */
function placesIn(value: unknown, path: string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

/** Numbers beyond what JSON can be written from: they are put into the text itself. */
function withHugeNumber(body: object, chance: Chance): string {
  const text = JSON.stringify(body)
  const huge = chance.pick(hugeNumbers)
  return /:\d/.test(text)
    ? text.replace(/:-?\d+(\.\d+)?/, `:${huge}`)
    : text.replace(/\}$/, `${text === '{}' ? '' : ','}"extra":${huge}}`)
}

function twistedPath(path: string, chance: Chance): string {
  const [address = '', query] = path.split('?')
  const parts = address.split('/')
  const places = parts.flatMap((part, index) => (/^[a-z]+_[0-9a-z]{20,}$|%|^\d+$/.test(part) ? [index] : []))
  if (places.length > 0 && chance.below(4) > 0) parts[chance.pick(places)] = chance.pick(oddParts)
  else {
    const name = chance.pick(['limit', 'cursor', 'q', 'page', 'status', 'key', 'sort', 'from', 'to', 'x'])
    return `${address}?${query ? `${query}&` : ''}${name}=${chance.pick(oddParts)}&${name}=${chance.pick(oddParts)}`
  }
  return `${parts.join('/')}${query ? `?${query}` : ''}`
}

function oddHeader(chance: Chance): Record<string, string> {
  return chance.pick<Record<string, string>>([
    { 'idempotency-key': 'a'.repeat(201) },
    { 'idempotency-key': '\u00e9' },
    { 'x-cart-token': 'x'.repeat(101) },
    { 'x-cart-token': '\u00ff' },
    { 'x-order-key': '\u0001'.replace('\u0001', '~') },
    { accept: 'text/html' },
    { 'accept-language': `${'de,'.repeat(500)}x` },
    { cookie: 'barrow.session_token=%00; a=b', 'sec-fetch-site': 'same-origin' },
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { 'x-forwarded-for': '1.2.3.4, 5.6.7.8' },
    { 'if-none-match': '*' },
    { 'content-encoding': 'gzip' },
  ])
}
