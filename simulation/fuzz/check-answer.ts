import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Answered } from '../access/ask.ts'
import type { ApiOperation, OpenApi, Schema } from './api-operations.ts'

/** Says what is wrong with an answer; undefined when it is one that the contract declares. */
export type AnswerCheck = (operation: ApiOperation, answer: Answered) => string | undefined

const traces = /\n\s+at .+:\d+:\d+|node_modules\/|\/server\/[a-z/-]+\.ts|\bat async \b|syntax error at or near/

/** Makes the check for one contract. */
export function answerCheck(contract: OpenApi): AnswerCheck {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true })
  formats.default(ajv)
  const known = new Map<Schema, ValidateFunction>()
  const shared = contract.components?.schemas ?? {}
  return (operation, answer) => {
    if (answer.status === 0) return `no answer: ${answer.text}`
    if (answer.status >= 500) return `${answer.status}: ${answer.text.slice(0, 300)}`
    if (traces.test(answer.text)) return `shows its insides: ${answer.text.slice(0, 300)}`
    const status = [String(answer.status), `${String(answer.status)[0]}XX`].find((each) => operation.answers.has(each))
    if (status === undefined) return `${answer.status} is not declared`
    const schema = operation.answers.get(status)
    if (!schema) return undefined
    if (answer.body === undefined) return `${answer.status} is no JSON: ${answer.text.slice(0, 200)}`
    let validate = known.get(schema)
    if (!validate) known.set(schema, (validate = ajv.compile(inlined(schema, shared) as object)))
    if (validate(answer.body)) return undefined
    return `${answer.status} is not as declared: ${ajv.errorsText(validate.errors)}`
  }
}

/** The schema with what it refers to written out. */
function inlined(schema: unknown, shared: Record<string, Schema>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => inlined(each, shared))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref } = schema as Schema
  if ($ref) return inlined(shared[$ref.split('/').at(-1) as string] ?? {}, shared)
  const entries = Object.entries(schema).filter(([name]) => name !== '$id')
  return Object.fromEntries(entries.map(([name, inner]) => [name, inlined(inner, shared)]))
}
