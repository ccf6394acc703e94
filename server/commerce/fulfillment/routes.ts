import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { deliverFulfillment } from './deliver-fulfillment.ts'
import type { Fulfillment } from './fulfillment-view.ts'
import { shipOrder } from './ship-order.ts'

export const FulfillmentView = Type.Object({
  id: Type.String(),
  orderId: Type.String(),
  status: oneOf(['shipped', 'ready-for-pickup', 'delivered']),
  carrier: nullable(Type.String()),
  trackingNumber: nullable(Type.String()),
  trackingUrl: nullable(Type.String()),
  shippedAt: Type.String(),
  deliveredAt: nullable(Type.String()),
  lines: Type.Array(Type.Object({ orderLineId: Type.String(), quantity: Type.Integer() })),
})

const plain = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })

export function routes(http: Http, ctx: Shop): void {
  http.post(
    '/api/admin/orders/:orderId/fulfillments',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'shipOrder',
        tags: ['Fulfillment'],
        summary: 'Send an order, or a part of it; a pick-up order is laid ready',
        description: 'Everything that is left goes, unless `lines` says what. The customer is told by mail.',
        params: Type.Object({ orderId: Type.String({ maxLength: 60 }) }),
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 200,
              description: 'The same key for the same order is the same parcel.',
            }),
          ),
        }),
        body: Type.Object(
          {
            lines: Type.Optional(
              Type.Array(
                Type.Object(
                  {
                    orderLineId: Type.String({ maxLength: 60 }),
                    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
                  },
                  { additionalProperties: false },
                ),
                { minItems: 1, maxItems: 1000 },
              ),
            ),
            carrier: Type.Optional(plain(100)),
            trackingNumber: Type.Optional(plain(100)),
          },
          { additionalProperties: false },
        ),
        response: { 201: FulfillmentView, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const requestKey = request.headers['idempotency-key']
      const { orderId } = request.params
      const parcel = await shipOrder(ctx, {
        orderId,
        ...request.body,
        ...(requestKey === undefined ? {} : { requestKey }),
        actor: staffMember(request).id,
      })
      return reply.code(201).send(shown(parcel))
    },
  )

  http.post(
    '/api/admin/fulfillments/:fulfillmentId/deliver',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'deliverFulfillment',
        tags: ['Fulfillment'],
        summary: 'A parcel has arrived, or a bag was picked up',
        params: Type.Object({ fulfillmentId: Type.String({ maxLength: 60 }) }),
        response: { 200: FulfillmentView, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { fulfillmentId } = request.params
      return shown(await deliverFulfillment(ctx, { fulfillmentId, actor: staffMember(request).id }))
    },
  )
}

function shown(parcel: Fulfillment) {
  return {
    ...parcel,
    shippedAt: parcel.shippedAt.toISOString(),
    deliveredAt: parcel.deliveredAt?.toISOString() ?? null,
  }
}
