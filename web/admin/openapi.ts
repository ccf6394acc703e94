/** Reads the shop's OpenAPI document for its manual. */

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: Schema | boolean
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema?: Schema
}
type Content = { content?: Record<string, { schema?: Schema }>; description?: string }

export type Operation = {
  id: string
  method: string
  path: string
  tag: string
  summary: string
  description?: string
  parameters: Parameter[]
  body?: Schema
  answers: { status: string; schema?: Schema }[]
}

export type ApiDocument = {
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, RawOperation>>
  components?: { schemas?: Record<string, Schema> }
}

type RawOperation = {
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: Content
  responses?: Record<string, Content>
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** The shop's own description of its API. */
export async function apiDocument(locals: App.Locals): Promise<ApiDocument> {
  const answer = await locals.fetch(new Request('http://shop/openapi.json'))
  if (!answer.ok) throw new Error(`The API answered ${answer.status} when asked to describe itself`)
  return (await answer.json()) as ApiDocument
}

/** All operations, in the order of the document. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method]
      return raw?.operationId ? [operation(path, method, raw, raw.operationId)] : []
    }),
  )
}

function operation(path: string, method: string, raw: RawOperation, id: string): Operation {
  const schemaOf = (content: Content | undefined) => Object.values(content?.content ?? {})[0]?.schema
  const body = schemaOf(raw.requestBody)
  return {
    id,
    method: method.toUpperCase(),
    path,
    tag: raw.tags?.[0] ?? 'Other',
    summary: raw.summary ?? id,
    ...(raw.description ? { description: raw.description } : {}),
    parameters: raw.parameters ?? [],
    ...(body ? { body } : {}),
    answers: Object.entries(raw.responses ?? {}).map(([status, content]) => {
      const schema = schemaOf(content)
      return { status, ...(schema ? { schema } : {}) }
    }),
  }
}

/** Follows a reference to what it names. */
export function resolved(document: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  const found = name === undefined ? undefined : document.components?.schemas?.[name]
  return found ? { ...found, ...(schema.description ? { description: schema.description } : {}) } : schema
}

/** One field of a body or an answer, with how deep it lies. */
export type FieldRow = { name: string; depth: number; type: string; isRequired: boolean; words: string }

const depthMax = 3

/** The fields of a schema as rows of a table, nested ones after the one that holds them. */
export function fieldRows(document: ApiDocument, schema: Schema, depth = 0): FieldRow[] {
  const whole = merged(document, schema)
  if (whole.items && !whole.properties) return fieldRows(document, whole.items, depth)
  return Object.entries(whole.properties ?? {}).flatMap(([name, raw]) => {
    const field = merged(document, raw)
    const inner = innerOf(document, field)
    const row = {
      name,
      depth,
      type: typeWords(document, raw),
      isRequired: whole.required?.includes(name) ?? false,
      words: [field.description, boundsOf(field)].filter(Boolean).join(' '),
    }
    return [row, ...(inner && depth < depthMax ? fieldRows(document, inner, depth + 1) : [])]
  })
}

function innerOf(document: ApiDocument, field: Schema): Schema | undefined {
  if (field.properties) return field
  if (field.items) {
    const item = merged(document, field.items)
    return item.properties ? item : undefined
  }
  return field.anyOf?.map((one) => merged(document, one)).find((one) => one.properties)
}

function merged(document: ApiDocument, schema: Schema): Schema {
  const own = resolved(document, schema)
  if (!own.allOf) return own
  const parts = own.allOf.map((part) => merged(document, part))
  return {
    ...own,
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  }
}

/** A type as people say it: "text", "whole number or null", "list of objects". */
export function typeWords(document: ApiDocument, raw: Schema): string {
  const schema = merged(document, raw)
  const variants = schema.enum ?? schema.anyOf?.map((one) => one.const).filter((value) => value !== undefined) ?? []
  if (variants.length > 0) return variants.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => typeWords(document, one)))].join(' or ')
  const types = [schema.type ?? (schema.properties ? 'object' : 'anything')].flat()
  return types
    .map((type) =>
      type === 'array' ? `list of ${plural(typeWords(document, schema.items ?? {}))}` : (plainTypes[type] ?? type),
    )
    .join(' or ')
}

const plainTypes: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
}

function plural(type: string): string {
  return type === 'text' ? 'texts' : type === 'whole number' ? 'whole numbers' : type === 'object' ? 'objects' : type
}

function boundsOf(schema: Schema): string {
  const { minimum, maximum, maxLength } = schema
  const parts = [
    minimum !== undefined && maximum !== undefined && maximum < 1e9 && `${minimum} to ${maximum.toLocaleString('en')}.`,
    maxLength !== undefined && maxLength < 1000 && `At most ${maxLength} characters.`,
    schema.default !== undefined && schema.default !== '' && `Otherwise ${String(schema.default)}.`,
  ]
  return parts.filter(Boolean).join(' ')
}
