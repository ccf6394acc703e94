import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { changeRoutes } from './change-routes.ts'
import { orderByKey } from './order-view.ts'
import { refundRoutes } from './refund-routes.ts'
import { OrderSchema, shownOrder } from './views.ts'

/** How whoever ordered as a guest proves it: the key in a header, or in the link of a mail. */
export const orderAccess = {
  params: Type.Object({ orderId: Type.String({ maxLength: 60 }) }),
  headers: Type.Object({ 'x-order-key': Type.Optional(Type.String({ maxLength: 100 })) }),
  querystring: Type.Object({ key: Type.Optional(Type.String({ maxLength: 100 })) }),
}

export function routes(http: Http, ctx: Shop): void {
  http.get(
    '/api/orders/:orderId',
    {
      schema: {
        operationId: 'readOrder',
        tags: ['Orders'],
        summary: 'An order with its timeline',
        description: 'Opened by the key that came with the order, as header x-order-key or as ?key=.',
        ...orderAccess,
        response: { 200: OrderSchema, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const key = request.headers['x-order-key'] ?? request.query.key ?? ''
      return shownOrder(await orderByKey(ctx, { orderId: request.params.orderId, key }))
    },
  )

  refundRoutes(http, ctx)
  changeRoutes(http, ctx)
}
