/** A JSON Schema as the contract writes it. */
export type Schema = {
  type?: string | string[]
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  patternProperties?: Readonly<Record<string, Schema>>
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  default?: unknown
  $ref?: string
}

export type Parameter = { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema }

/** One thing that the API does, as its contract describes it. */
export type ApiOperation = {
  method: string
  /** As the contract writes it: `/api/orders/{orderId}`. */
  path: string
  operationId: string
  parameters: readonly Parameter[]
  body: Schema | undefined
  isBodyRequired: boolean
  /** The schema of each answer: by status (`200`), or by its first digit (`4XX`). */
  answers: ReadonlyMap<string, Schema | undefined>
}

type Described = {
  operationId?: string
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }>; required?: boolean }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
}

/** The contract as `/openapi.json` answers it. */
export type OpenApi = {
  paths: Record<string, Record<string, Described>>
  components?: { schemas?: Record<string, Schema> }
}

/** Every operation in the contract, by path and method. */
export function apiOperations(contract: OpenApi): ApiOperation[] {
  return Object.entries(contract.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => readOne(path, method, described)),
    )
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
}

function readOne(path: string, method: string, described: Described): ApiOperation {
  const schemaOf = (content: Record<string, { schema?: Schema }> | undefined) => content?.['application/json']?.schema
  return {
    method: method.toUpperCase(),
    path,
    operationId: described.operationId ?? `${method} ${path}`,
    parameters: described.parameters ?? [],
    body: schemaOf(described.requestBody?.content),
    isBodyRequired: described.requestBody?.required === true,
    answers: new Map(
      Object.entries(described.responses ?? {}).map(([status, { content }]) => [
        status.toUpperCase(),
        schemaOf(content),
      ]),
    ),
  }
}
