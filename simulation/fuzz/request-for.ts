import type { Chance } from '../../bench/measuring/seeded-random.ts'
import type { Asked } from '../access/ask.ts'
import type { ApiOperation, Schema } from './api-operations.ts'
import { sampleSchema } from './sample-schema.ts'

/** A request that the contract allows, about things that are there more often than not. */
export function requestFor(
  operation: ApiOperation,
  of: { things: Readonly<Record<string, string>>; headers: Record<string, string>; chance: Chance },
): Asked {
  const { things, chance } = of
  const one = (name: string, schema: Schema) =>
    things[name] !== undefined && chance.below(5) > 0 ? things[name] : sampleSchema(schema, { chance })
  const path = operation.parameters
    .filter((each) => each.in === 'path')
    .reduce((made, { name, schema }) => made.replace(`{${name}}`, encoded(one(name, schema)) || 'x'), operation.path)
  const query = operation.parameters
    .filter((each) => each.in === 'query' && (each.required || chance.below(2) === 0))
    .map(({ name, schema }) => `${name}=${encoded(one(name, schema))}`)
  const body = operation.body ? filled(sampleSchema(operation.body, { chance }), things, chance) : undefined
  return {
    method: operation.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers: chance.below(6) === 0 ? { ...of.headers, 'idempotency-key': `k${chance.below(50)}` } : of.headers,
    ...(body === undefined ? {} : { body }),
  }
}

function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed())
}

/** Things of this shop in the place of made-up ids, wherever their name stands. */
function filled(value: unknown, things: Readonly<Record<string, string>>, chance: Chance): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, things, chance))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && things[name] !== undefined && chance.below(5) > 0
        ? things[name]
        : filled(inner, things, chance),
    ]),
  )
}
