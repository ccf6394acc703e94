import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { orderAccess, requireOrderKey } from '../orders/index.ts'
import { forgetMethod, savedMethodsOfOrder } from '../payments/index.ts'

const SavedMethodView = Type.Object({
  id: Type.String(),
  provider: Type.String(),
  brand: Type.String(),
  last4: Type.String(),
  expMonth: Type.Integer(),
  expYear: Type.Integer(),
  createdAt: Type.String(),
})

/** The cards that were kept with an order, for whoever holds its key. */
export function savedMethodRoutes(http: Http, ctx: Shop): void {
  const failures = { '4xx': Problem, '5xx': Problem }
  http.get(
    '/api/orders/:orderId/payment-methods',
    {
      schema: {
        operationId: 'listSavedMethods',
        tags: ['Checkout'],
        summary: 'The cards that were kept with an order',
        ...orderAccess,
        response: { 200: Type.Object({ items: Type.Array(SavedMethodView) }), ...failures },
      },
    },
    async (request, reply) => {
      const { orderId } = request.params
      await requireOrderKey(ctx, { orderId, key: request.headers['x-order-key'] ?? request.query.key ?? '' })
      reply.header('cache-control', 'no-store')
      const saved = await savedMethodsOfOrder(ctx, orderId)
      return { items: saved.map((method) => ({ ...method, createdAt: method.createdAt.toISOString() })) }
    },
  )
  http.delete(
    '/api/orders/:orderId/payment-methods/:methodId',
    {
      schema: {
        operationId: 'forgetSavedMethod',
        tags: ['Checkout'],
        summary: 'Forget a card that was kept with an order',
        ...orderAccess,
        params: Type.Object({ orderId: Type.String({ maxLength: 60 }), methodId: Type.String({ maxLength: 60 }) }),
        response: { 200: Type.Object({ forgotten: Type.Boolean() }), ...failures },
      },
    },
    async (request, reply) => {
      const { orderId, methodId } = request.params
      await requireOrderKey(ctx, { orderId, key: request.headers['x-order-key'] ?? request.query.key ?? '' })
      reply.header('cache-control', 'no-store')
      await forgetMethod(ctx, { orderId, methodId })
      return { forgotten: true }
    },
  )
}
