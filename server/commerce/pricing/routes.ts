import { type Static, type TSchema, Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { merchants, requireStaff, staffMember } from '../staff/index.ts'
import { createCustomerGroup, customerGroups } from './customer-groups.ts'
import { listedPrices } from './listed-prices.ts'
import { priceLists } from './price-lists.ts'
import { saveListPrices } from './save-list-prices.ts'
import { savePriceList } from './save-price-list.ts'

const nullable = <T extends TSchema & { type: string }>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })
const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Prices']
const Id = Type.String({ maxLength: 60 })
const Moment = Type.String({ format: 'date-time' })
const Amount = Type.Integer({ minimum: 0, maximum: 1e12, description: 'Whole minor units: 34.116425 is no price.' })

const ListFields = {
  code: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
  title: Type.String({ maxLength: 120 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  marketId: nullable(Type.String({ maxLength: 60, description: 'Null: for every market of this currency.' })),
  customerGroupId: nullable(Type.String({ maxLength: 60, description: 'Null: for everybody.' })),
  priority: Type.Integer({ minimum: -1000, maximum: 1000, description: 'The higher is asked first.' }),
  startsAt: nullable(Moment),
  endsAt: nullable(Moment),
}
const ListBody = Type.Object(ListFields, { additionalProperties: false })
const ListView = Type.Object({ id: Type.String(), ...ListFields })
const PriceView = Type.Object({
  variantId: Type.String(),
  productTitle: Type.String(),
  variantTitle: Type.String(),
  sku: nullable(Type.String()),
  quantityMin: Type.Integer(),
  amountMinor: Type.Integer(),
  compareAtMinor: nullable(Type.Integer()),
})
const GroupView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  entryCode: Type.String({ description: 'Whoever enters it in a cart belongs to the group.' }),
})
const done = Type.Object({ ok: Type.Literal(true) })

export function routes(http: Http, ctx: Shop): void {
  listRoutes(http, ctx)
  groupRoutes(http, ctx)
}

function listRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  const ofList = Type.Object({ priceListId: Id })
  http.get(
    '/api/admin/price-lists',
    {
      preHandler,
      schema: {
        operationId: 'listPriceLists',
        tags,
        summary: 'Price lists, the one that is asked first at the front',
        response: { 200: Type.Object({ items: Type.Array(ListView) }), ...failures },
      },
    },
    async () => ({ items: (await priceLists(ctx)).map(shown) }),
  )
  http.post(
    '/api/admin/price-lists',
    {
      preHandler,
      schema: {
        operationId: 'createPriceList',
        tags,
        summary: 'Make a price list for a market, a group of customers or a time',
        body: ListBody,
        response: { 201: Type.Object({ id: Type.String() }), ...failures },
      },
    },
    async (request, reply) => {
      const id = await savePriceList(ctx, { list: listOf(request.body), actor: staffMember(request).id })
      return reply.code(201).send({ id })
    },
  )
  http.put(
    '/api/admin/price-lists/:priceListId',
    {
      preHandler,
      schema: {
        operationId: 'changePriceList',
        tags,
        summary: 'Change for whom and when a price list counts',
        params: ofList,
        body: ListBody,
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const { priceListId } = request.params
      await savePriceList(ctx, { priceListId, list: listOf(request.body), actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
  http.get(
    '/api/admin/price-lists/:priceListId/prices',
    {
      preHandler,
      schema: {
        operationId: 'readListPrices',
        tags,
        summary: 'Prices of a list, by product, at most 500 at a time',
        params: ofList,
        querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: { 200: Type.Object({ items: Type.Array(PriceView) }), ...failures },
      },
    },
    async (request) => ({ items: await listedPrices(ctx, { ...request.params, ...request.query }) }),
  )
  http.put(
    '/api/admin/price-lists/:priceListId/prices',
    {
      preHandler,
      schema: {
        operationId: 'saveListPrices',
        tags,
        summary: 'Set prices in a list, from a quantity on; null takes one out of it',
        params: ofList,
        body: Type.Object(
          {
            prices: Type.Array(
              Type.Object(
                {
                  variantId: Id,
                  quantityMin: Type.Integer({ minimum: 1, maximum: 99 }),
                  amountMinor: nullable(Amount),
                  compareAtMinor: Type.Optional(nullable(Amount)),
                },
                { additionalProperties: false },
              ),
              { minItems: 1, maxItems: 500 },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      await saveListPrices(ctx, { ...request.params, ...request.body, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
}

function groupRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  http.get(
    '/api/admin/customer-groups',
    {
      preHandler,
      schema: {
        operationId: 'listCustomerGroups',
        tags,
        summary: 'Groups of customers, with the codes that let someone in',
        response: { 200: Type.Object({ items: Type.Array(GroupView) }), ...failures },
      },
    },
    async () => ({ items: await customerGroups(ctx) }),
  )
  http.post(
    '/api/admin/customer-groups',
    {
      preHandler,
      schema: {
        operationId: 'createCustomerGroup',
        tags,
        summary: 'Make a group of customers who are offered other prices or promotions',
        body: Type.Object({ title: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false }),
        response: { 201: GroupView, ...failures },
      },
    },
    async (request, reply) => reply.code(201).send(await createCustomerGroup(ctx, request.body)),
  )
}

function listOf({ startsAt, endsAt, ...rest }: Static<typeof ListBody>) {
  return { ...rest, startsAt: startsAt ? new Date(startsAt) : null, endsAt: endsAt ? new Date(endsAt) : null }
}

function shown({ startsAt, endsAt, ...rest }: Awaited<ReturnType<typeof priceLists>>[number]) {
  return { ...rest, startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null }
}
