import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import { deadDeliveries, reviveDelivery } from '../../platform/dead-deliveries.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { trialBalance } from '../ledger/index.ts'
import { merchants, ownerOnly, requireStaff } from '../staff/index.ts'
import { accountEntries } from './account-entries.ts'
import { errors } from './errors.ts'
import { BalanceView, DeadDeliveryView, EntryView, pageView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Back office']

/** The books, and what went wrong behind the counter. */
export function bookRoutes(http: Http, ctx: Shop): void {
  http.get(
    '/api/admin/ledger',
    {
      preHandler: requireStaff(ctx, ownerOnly),
      schema: {
        operationId: 'readTrialBalance',
        tags,
        summary: 'What every account stands at; the balances of a currency sum to zero',
        response: { 200: Type.Object({ accounts: Type.Array(BalanceView) }), ...failures },
      },
    },
    async () => ({ accounts: await trialBalance(ctx) }),
  )

  http.get(
    '/api/admin/ledger/:account',
    {
      preHandler: requireStaff(ctx, ownerOnly),
      schema: {
        operationId: 'listAccountEntries',
        tags,
        summary: 'What was booked on an account, the newest first',
        params: Type.Object({ account: Type.String({ maxLength: 100 }) }),
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ maxLength: 300 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: pageView(EntryView), ...failures },
      },
    },
    async (request) => {
      const { limit, ...rest } = request.query
      const page = await accountEntries(ctx, { account: request.params.account, limit: limit ?? 50, ...rest })
      return { ...page, items: page.items.map((entry) => ({ ...entry, occurredAt: entry.occurredAt.toISOString() })) }
    },
  )

  http.get(
    '/api/admin/dead-deliveries',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'listDeadDeliveries',
        tags,
        summary: 'News that a part of the shop could not take in, however often it was tried',
        response: { 200: Type.Object({ items: Type.Array(DeadDeliveryView) }), ...failures },
      },
    },
    async () => ({
      items: (await deadDeliveries(ctx)).map((dead) => ({ ...dead, occurredAt: dead.occurredAt.toISOString() })),
    }),
  )

  http.post(
    '/api/admin/dead-deliveries/retry',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'retryDeadDelivery',
        tags,
        summary: 'Try one of them again',
        body: Type.Object(
          { eventId: Type.Integer({ minimum: 1 }), listener: Type.String({ maxLength: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...failures },
      },
    },
    async (request) => {
      if (!(await reviveDelivery(ctx, request.body))) throw errors.deliveryNotFound()
      return { ok: true as const }
    },
  )
}
