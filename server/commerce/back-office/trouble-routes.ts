import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import { deadDeliveries, reviveDelivery } from '../../platform/dead-deliveries.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { merchants, requireStaff } from '../staff/index.ts'
import { errors } from './errors.ts'
import { DeadDeliveryView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Back office']

/** What went wrong behind the counter. */
export function troubleRoutes(http: Http, ctx: Shop): void {
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
