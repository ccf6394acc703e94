import { type Static, Type } from 'typebox'
import { secondsLater } from '../../platform/clock.ts'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { merchants, requireStaff, staffMember } from '../staff/index.ts'
import { addCode, generateCodes } from './add-codes.ts'
import { previewPromotion } from './preview-promotion.ts'
import { codesOf, type PromotionDetail, promotionById, promotionList, usesOf } from './read-promotions.ts'
import { changePromotion, createPromotion } from './save-promotion.ts'
import {
  CodeView,
  Currency,
  Id,
  NewPromotionBody,
  PromotionChangesBody,
  PromotionView,
  RuleSchema,
  UseView,
} from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Promotions']
const ofPromotion = Type.Object({ promotionId: Id })
const done = Type.Object({ ok: Type.Literal(true) })
const codesMax = 1000
const daysShown = 60

export function routes(http: Http, ctx: Shop): void {
  promotionRoutes(http, ctx)
  codeRoutes(http, ctx)
  lookRoutes(http, ctx)
}

function promotionRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  http.get(
    '/api/admin/promotions',
    {
      preHandler,
      schema: {
        operationId: 'listPromotions',
        tags,
        summary: 'Promotions, those that are switched on first',
        response: { 200: Type.Object({ items: Type.Array(PromotionView) }), ...failures },
      },
    },
    async () => ({ items: (await promotionList(ctx)).map(shown) }),
  )
  http.get(
    '/api/admin/promotions/:promotionId',
    {
      preHandler,
      schema: {
        operationId: 'readPromotion',
        tags,
        summary: 'One promotion, with how far it has been used',
        params: ofPromotion,
        response: { 200: PromotionView, ...failures },
      },
    },
    async (request) => shown(await promotionById(ctx, request.params.promotionId)),
  )
  http.post(
    '/api/admin/promotions',
    {
      preHandler,
      schema: {
        operationId: 'createPromotion',
        tags,
        summary: 'Make a promotion; it counts from now on, or from when it says',
        body: NewPromotionBody,
        response: { 201: Type.Object({ id: Type.String() }), ...failures },
      },
    },
    async (request, reply) => {
      const input = { ...plain, ...changesOf(request.body) } as Parameters<typeof createPromotion>[1]
      return reply.code(201).send({ id: await createPromotion(ctx, input, staffMember(request).id) })
    },
  )
  http.patch(
    '/api/admin/promotions/:promotionId',
    {
      preHandler,
      schema: {
        operationId: 'changePromotion',
        tags,
        summary: 'Change or pause a promotion; no order is placed by the old rule after that',
        params: ofPromotion,
        body: PromotionChangesBody,
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const { promotionId } = request.params
      await changePromotion(ctx, { promotionId, changes: changesOf(request.body), actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
}

function codeRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  http.get(
    '/api/admin/promotions/:promotionId/codes',
    {
      preHandler,
      schema: {
        operationId: 'listCodes',
        tags,
        summary: 'The codes of a promotion, the first thousand',
        params: ofPromotion,
        response: { 200: Type.Object({ items: Type.Array(CodeView) }), ...failures },
      },
    },
    async (request) => {
      const { promotionId } = request.params
      await promotionById(ctx, promotionId)
      return { items: await codesOf(ctx, { promotionId, limit: codesMax }) }
    },
  )
  http.post(
    '/api/admin/promotions/:promotionId/codes',
    {
      preHandler,
      schema: {
        operationId: 'addCodes',
        tags,
        summary: 'Add a code of your own, or have many made that nobody guesses',
        params: ofPromotion,
        body: Type.Object(
          {
            code: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
            count: Type.Optional(Type.Integer({ minimum: 1, maximum: codesMax })),
            prefix: Type.Optional(Type.String({ maxLength: 12 })),
            usesMax: Type.Optional(
              Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1, maximum: 1_000_000 }),
            ),
          },
          { additionalProperties: false, description: 'Either `code`, or `count` with an optional `prefix`.' },
        ),
        response: { 201: Type.Object({ codes: Type.Array(Type.String()) }), ...failures },
      },
    },
    async (request, reply) => {
      const { code, count = 1, prefix = '', ...rest } = request.body
      const of = { ...request.params, ...rest, actor: staffMember(request).id }
      const codes =
        code === undefined ? await generateCodes(ctx, { ...of, count, prefix }) : [await addCode(ctx, { ...of, code })]
      return reply.code(201).send({ codes })
    },
  )
}

function lookRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  http.get(
    '/api/admin/promotions/:promotionId/uses',
    {
      preHandler,
      schema: {
        operationId: 'readPromotionUses',
        tags,
        summary: 'The latest uses of a promotion, and what it gave by day',
        params: ofPromotion,
        response: {
          200: Type.Object({
            uses: Type.Array(UseView),
            days: Type.Array(
              Type.Object({
                day: Type.String(),
                currency: Currency,
                uses: Type.Integer(),
                amountMinor: Type.Integer(),
              }),
            ),
          }),
          ...failures,
        },
      },
    },
    async (request) => {
      const { promotionId } = request.params
      await promotionById(ctx, promotionId)
      const since = secondsLater(ctx.clock.now(), -daysShown * 86_400)
      const { uses, days } = await usesOf(ctx, { promotionId, since, limit: 100 })
      return { days, uses: uses.map((use) => ({ ...use, createdAt: use.createdAt.toISOString() })) }
    },
  )
  http.post(
    '/api/admin/promotions/preview',
    {
      preHandler,
      schema: {
        operationId: 'previewPromotion',
        tags,
        summary: 'What a cart would cost with a promotion, before anybody else sees it',
        body: Type.Object(
          {
            rule: RuleSchema,
            lines: Type.Array(
              Type.Object(
                {
                  variantId: Id,
                  quantity: Type.Integer({ minimum: 1, maximum: 99 }),
                  unitPriceMinor: Type.Integer({ minimum: 0, maximum: 1e12 }),
                  isReduced: Type.Optional(Type.Boolean()),
                },
                { additionalProperties: false },
              ),
              { minItems: 1, maxItems: 20 },
            ),
            shippingMinor: Type.Integer({ minimum: 0, maximum: 1e9, default: 0 }),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            currency: Currency,
            goodsMinor: Type.Integer(),
            shippingMinor: Type.Integer(),
            discountMinor: Type.Integer(),
            shippingDiscountMinor: Type.Integer(),
            lines: Type.Array(
              Type.Object({
                variantId: Type.String(),
                title: Type.String(),
                quantity: Type.Integer(),
                amountMinor: Type.Integer(),
                discountMinor: Type.Integer(),
              }),
            ),
            because: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
          }),
          ...failures,
        },
      },
    },
    async (request) => previewPromotion(ctx, request.body),
  )
}

/** What a promotion is unless something else is said. */
const plain = {
  translations: {},
  status: 'active' as const,
  priority: 0,
  combines: 'with-all' as const,
  combinesWith: [],
  startsAt: null,
  endsAt: null,
  usesMax: null,
  usesPerCustomerMax: null,
  budgetCurrency: null,
  budgetMinor: null,
}

function changesOf({ startsAt, endsAt, ...rest }: Static<typeof PromotionChangesBody>) {
  const moment = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...rest,
    ...(startsAt === undefined ? {} : { startsAt: moment(startsAt) }),
    ...(endsAt === undefined ? {} : { endsAt: moment(endsAt) }),
  }
}

function shown({ startsAt, endsAt, createdAt, updatedAt: _, version: __, ...rest }: PromotionDetail) {
  return {
    ...rest,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
