import { type Static, type TSchema, Type } from 'typebox'

const nullable = <T extends TSchema & { type: string }>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })
const oneOf = <const T extends string>(words: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...words] })
const closed = { additionalProperties: false }
const Words = Type.Array(Type.String({ maxLength: 120 }), { maxItems: 500 })
const Count = Type.Integer({ minimum: 1, maximum: 1_000_000 })

export const Id = Type.String({ maxLength: 60 })
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const Amounts = Type.Record(Currency, Type.Integer({ minimum: 1, maximum: 1e12 }), {
  ...closed,
  description: 'Minor units by currency.',
})
const Rate = Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Parts per million: 15 % is 150000.' })
const Goods = Type.Object(
  {
    productIds: Type.Optional(Words),
    categoryIds: Type.Optional(Words),
    tags: Type.Optional(Words),
    exceptProductIds: Type.Optional(Words),
    exceptCategoryIds: Type.Optional(Words),
    exceptTags: Type.Optional(Words),
    exceptReduced: Type.Optional(Type.Boolean()),
  },
  { ...closed, description: 'All goods that match one of the lists, or everything; less the exceptions.' },
)
const tier = { fromQuantity: Type.Optional(Count), fromValue: Type.Optional(Amounts) }
const Tiers = <T extends TSchema>(schema: T) => Type.Array(schema, { minItems: 1, maxItems: 20 })

const Benefit = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('percent'),
      tiers: Tiers(Type.Object({ ...tier, ratePpm: Rate }, closed)),
      goods: Type.Optional(Goods),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('amount'),
      tiers: Tiers(Type.Object({ ...tier, amounts: Amounts }, closed)),
      goods: Type.Optional(Goods),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('free-shipping'), upTo: Type.Optional(Amounts) }, closed),
  Type.Object(
    {
      kind: Type.Literal('buy-x-get-y'),
      buy: Type.Object({ quantity: Count, goods: Type.Optional(Goods) }, closed),
      get: Type.Object({ quantity: Count, goods: Type.Optional(Goods), ratePpm: Rate }, closed),
      timesMax: Type.Optional(Count),
    },
    closed,
  ),
])
const Needs = Type.Object(
  {
    valueMin: Type.Optional(Amounts),
    quantityMin: Type.Optional(Count),
    goods: Type.Optional(Goods),
    countries: Type.Optional(Words),
    marketIds: Type.Optional(Words),
    customerGroupIds: Type.Optional(Words),
  },
  closed,
)

export const RuleSchema = Type.Object({ gives: Benefit, needs: Type.Optional(Needs) }, closed)

const fields = {
  title: Type.String({ minLength: 1, maxLength: 120, description: 'What shoppers read.' }),
  translations: Type.Record(
    Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
    Type.Object({ title: Type.Optional(Type.String({ maxLength: 120 })) }, closed),
    closed,
  ),
  method: oneOf(['automatic', 'code']),
  status: oneOf(['active', 'paused']),
  rule: RuleSchema,
  priority: Type.Integer({ minimum: -1000, maximum: 1000 }),
  combines: oneOf(['with-all', 'with-none', 'with-listed']),
  combinesWith: Type.Array(Id, { maxItems: 100 }),
  startsAt: nullable(Type.String({ format: 'date-time' })),
  endsAt: nullable(Type.String({ format: 'date-time' })),
  usesMax: nullable(Count),
  usesPerCustomerMax: nullable(Count),
  budgetCurrency: nullable(Currency),
  budgetMinor: nullable(Type.Integer({ minimum: 1, maximum: 1e12 })),
}

export const NewPromotionBody = Type.Object(
  { ...Type.Partial(Type.Object(fields)).properties, title: fields.title, method: fields.method, rule: fields.rule },
  closed,
)
export const PromotionChangesBody = Type.Object(Type.Partial(Type.Object(fields)).properties, closed)

export const PromotionView = Type.Object({
  id: Type.String(),
  ...fields,
  rule: Type.Unknown({ description: 'As it was written; see the body of createPromotion.' }),
  uses: Type.Integer(),
  spentMinor: Type.Integer({ description: 'Of its budget, in the budget’s currency.' }),
  codeCount: Type.Integer(),
  createdAt: Type.String(),
})

export const CodeView = Type.Object({
  code: Type.String(),
  usesMax: nullable(Type.Integer()),
  uses: Type.Integer(),
})

export const UseView = Type.Object({
  orderId: Type.String(),
  code: nullable(Type.String()),
  currency: Type.String(),
  amountMinor: Type.Integer(),
  status: oneOf(['reserved', 'used', 'released']),
  createdAt: Type.String(),
})
