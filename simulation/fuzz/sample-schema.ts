import type { Chance } from '../../bench/measuring/seeded-random.ts'
import type { Schema } from './api-operations.ts'
import { samplePattern } from './sample-pattern.ts'

/** How a value is made: by chance, or the least that the schema asks for. */
export type Sampling = { chance: Chance; isLeast?: boolean }

const depthMax = 6
const words = ['juniper', 'Über', 'two words', 'o’clock', '茶', 'a-b', '42', 'naïve', "O'Neil", '']

/** A value that the schema allows. */
export function sampleSchema(schema: Schema, how: Sampling, depth = 0): unknown {
  const { chance, isLeast } = how
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return isLeast ? schema.enum[0] : chance.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return sampleSchema(isLeast ? (choices[0] as Schema) : chance.pick(choices), how, depth)
  const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat()
  const type = isLeast ? types[0] : chance.pick(types)
  if (type === 'null') return null
  if (type === 'boolean') return isLeast ? true : chance.below(2) === 1
  if (type === 'integer') return sampleNumber(schema, how, Math.floor)
  if (type === 'number') return sampleNumber(schema, how, (value) => Math.round(value * 100) / 100)
  if (type === 'array') return sampleArray(schema, how, depth)
  if (type === 'object') return sampleObject(schema, how, depth)
  return sampleText(schema, how)
}

function sampleNumber(schema: Schema, { chance, isLeast }: Sampling, round: (value: number) => number): number {
  const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
  const max = Math.max(min, schema.maximum ?? min + 1_000_000)
  if (isLeast) return min
  // The edges are where rules break, so they come up often.
  const drawn = chance.below(5)
  if (drawn === 0) return min
  if (drawn === 1) return max
  return Math.min(max, min + round(chance.next() * Math.min(max - min + 1, drawn === 2 ? 10 : 100_000)))
}

function sampleArray(schema: Schema, how: Sampling, depth: number): unknown[] {
  const min = schema.minItems ?? 0
  const max = Math.min(schema.maxItems ?? min + 3, min + 3)
  const length = how.isLeast || depth > depthMax ? min : min + how.chance.below(max - min + 1)
  return Array.from({ length }, () => sampleSchema(schema.items ?? {}, how, depth + 1))
}

function sampleObject(schema: Schema, how: Sampling, depth: number): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const isWanted = schema.required?.includes(name) || (!how.isLeast && depth < depthMax && how.chance.below(3) > 0)
    if (isWanted) made[name] = sampleSchema(inner, how, depth + 1)
  }
  return made
}

function sampleText(schema: Schema, { chance, isLeast }: Sampling): string {
  const { minLength = 0, maxLength = 60 } = schema
  if (schema.pattern) return withLength(samplePattern(schema.pattern, chance), schema)
  if (schema.format === 'email') return `${chance.below(1e6)}@example.com`
  if (schema.format === 'date') return '2026-03-02'
  if (schema.format === 'date-time') return '2026-03-02T10:00:00Z'
  if (schema.format === 'uri') return 'https://example.com/'
  if (schema.format === 'uuid') return '00000000-0000-4000-8000-000000000000'
  if (isLeast) return 'a'.repeat(Math.max(1, minLength)).slice(0, Math.max(minLength, maxLength))
  if (chance.below(8) === 0) return 'm'.repeat(maxLength)
  const text = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(words)).join(' ')
  return withLength(text.padEnd(minLength, 'x'), schema)
}

function withLength(text: string, { maxLength }: Schema): string {
  return maxLength === undefined ? text : [...text].slice(0, maxLength).join('')
}
