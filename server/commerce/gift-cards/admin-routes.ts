import { Type } from 'typebox'
import { type Shop, transaction } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import { Problem } from '../../platform/problem.ts'
import { merchants, orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { changeBalance, setDisabled } from './change-balance.ts'
import { creditCustomer } from './credit-customer.ts'
import { issueCard } from './issue-card.ts'
import { listValues, valueDetail } from './list-values.ts'
import { shownDetail, shownRow, ValueDetailView, ValueRowView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Gift cards']
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const Amount = Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'In minor units.' })
const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$' })
const Email = Type.String({ format: 'email', maxLength: 254 })
const Name = Type.String({ maxLength: 120, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const params = Type.Object({ accountId: Type.String({ maxLength: 60 }) })
const closed = { additionalProperties: false }

/** Gift cards and store credit as staff see them, and what they may do to them. */
export function adminRoutes(http: Http, ctx: Shop): void {
  http.addHook('onSend', async (request, reply, payload) => {
    if (request.url.startsWith('/api/admin/stored-value')) reply.header('cache-control', 'no-store')
    return payload
  })

  http.get(
    '/api/admin/stored-value',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'listStoredValue',
        tags,
        summary: 'Gift cards, or store credit, page by page, the newest first',
        querystring: Type.Object({
          kind: Type.Optional(
            Type.Unsafe<'gift-card' | 'store-credit'>({ type: 'string', enum: ['gift-card', 'store-credit'] }),
          ),
          q: Type.Optional(
            Type.String({ maxLength: 320, description: 'The last four of a code, or a whole address.' }),
          ),
          cursor: Type.Optional(Type.String({ maxLength: 60 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(ValueRowView),
            next: Type.Union([Type.String(), Type.Null()]),
          }),
          ...failures,
        },
      },
    },
    async (request) => {
      const { kind = 'gift-card', limit = 25, ...rest } = request.query
      const page = await listValues(ctx, { kind, limit, ...rest })
      return { items: page.items.map(shownRow), next: page.next }
    },
  )

  http.get(
    '/api/admin/stored-value/:accountId',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'readStoredValue',
        tags,
        summary: 'One gift card or store credit with all its entries',
        params,
        response: { 200: ValueDetailView, ...failures },
      },
    },
    async (request) => shownDetail(await valueDetail(ctx, request.params.accountId)),
  )

  http.post(
    '/api/admin/stored-value/gift-cards',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'issueGiftCard',
        tags,
        summary: 'Issue a gift card; its code is in this answer and nowhere else',
        body: Type.Object(
          {
            currency: Currency,
            amountMinor: Amount,
            reason: Reason,
            expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
            email: Type.Optional(Email),
            name: Type.Optional(Name),
          },
          closed,
        ),
        response: { 201: Type.Object({ id: Type.String(), code: Type.String() }), ...failures },
      },
    },
    async (request, reply) => {
      const { expiresAt, email, name, ...card } = request.body
      const holder = { ...(email ? { email } : {}), ...(name ? { name } : {}) }
      const issued = await transaction(ctx, (tx) =>
        issueCard(ctx, tx, {
          ...card,
          kind: 'issued',
          holder,
          expiresAt: expiresAt ? new Date(expiresAt) : null,
          actor: staffMember(request).id,
        }),
      )
      return reply.code(201).send(issued as NonNullable<typeof issued>)
    },
  )

  http.post(
    '/api/admin/stored-value/store-credit',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'giveStoreCredit',
        tags,
        summary: 'Give a customer store credit',
        body: Type.Object({ email: Email, currency: Currency, amountMinor: Amount, reason: Reason }, closed),
        response: { 201: ValueDetailView, ...failures },
      },
    },
    async (request, reply) => {
      const of = { ...request.body, kind: 'issued' as const, reference: newId('ledgerTransaction') }
      const { accountId } = await transaction(ctx, (tx) =>
        creditCustomer(ctx, tx, { ...of, actor: staffMember(request).id }),
      )
      return reply.code(201).send(shownDetail(await valueDetail(ctx, accountId)))
    },
  )

  http.post(
    '/api/admin/stored-value/:accountId/balance',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'changeStoredValue',
        tags,
        summary: 'Top up, or take away what is free',
        params,
        body: Type.Object(
          {
            amountMinor: Type.Integer({
              minimum: -1_000_000_000,
              maximum: 1_000_000_000,
              not: { const: 0 },
              description: 'Negative to take away.',
            }),
            reason: Reason,
          },
          closed,
        ),
        response: { 200: ValueDetailView, ...failures },
      },
    },
    async (request) => {
      const { accountId } = request.params
      await changeBalance(ctx, { accountId, ...request.body, actor: staffMember(request).id })
      return shownDetail(await valueDetail(ctx, accountId))
    },
  )

  http.put(
    '/api/admin/stored-value/:accountId/disabled',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'setStoredValueDisabled',
        tags,
        summary: 'Lock a gift card or store credit, or open it again',
        params,
        body: Type.Object({ disabled: Type.Boolean() }, closed),
        response: { 200: ValueDetailView, ...failures },
      },
    },
    async (request) => {
      const { accountId } = request.params
      await setDisabled(ctx, { accountId, disabled: request.body.disabled })
      return shownDetail(await valueDetail(ctx, accountId))
    },
  )
}
