import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { quoteRefund, refundOrder } from './refund-order.ts'
import { RefundSchema, shownRefund } from './views.ts'

const params = Type.Object({ orderId: Type.String({ maxLength: 60 }) })
const amountMinor = Type.Integer({ minimum: 1, maximum: 1e12 })
const wish = {
  lines: Type.Optional(
    Type.Array(
      Type.Object(
        { orderLineId: Type.String({ maxLength: 60 }), quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
        { additionalProperties: false },
      ),
      { maxItems: 1000, description: 'Units give back exactly what was paid for them.' },
    ),
  ),
  shippingMinor: Type.Optional(amountMinor),
  amountMinor: Type.Optional({
    ...amountMinor,
    description: 'A free amount: it makes every line and delivery cheaper by its share.',
  }),
}

const Quote = Type.Object({
  currency: Type.String(),
  amountMinor: Type.Integer(),
  taxMinor: Type.Integer(),
  shippingMinor: Type.Integer(),
  shippingTaxMinor: Type.Integer(),
  chargedMinor: Type.Integer({ description: 'What has been charged and not given back: no refund is above that.' }),
  lines: RefundSchema.properties.lines,
})

/** Money back to a buyer. */
export function refundRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, orderDesk)

  http.post(
    '/api/admin/orders/:orderId/refund-quote',
    {
      preHandler,
      schema: {
        operationId: 'quoteRefund',
        tags: ['Orders'],
        summary: 'What a refund would come to; changes nothing',
        params,
        body: Type.Object(wish, { additionalProperties: false }),
        response: { 200: Quote, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => quoteRefund(ctx, { orderId: request.params.orderId, ...request.body }),
  )

  http.post(
    '/api/admin/orders/:orderId/refunds',
    {
      preHandler,
      schema: {
        operationId: 'refundOrder',
        tags: ['Orders'],
        summary: 'Give money back: units of lines, delivery, or a free amount',
        description:
          '201 when it has been given back, 202 while a provider does not answer: it is finished by asking. ' +
          'Never more than was paid for a line, for delivery and for the order. Support may give back up to a limit.',
        params,
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 200,
              description: 'The same key for the same order is the same refund.',
            }),
          ),
        }),
        body: Type.Object(
          {
            ...wish,
            reason: Type.String({ minLength: 1, maxLength: 500, description: 'For the shop’s own books.' }),
            restock: Type.Optional(Type.Boolean({ description: 'The goods are back and go on the shelf.' })),
            expectedAmountMinor: Type.Optional({
              ...amountMinor,
              description: 'What was shown; another sum is refused.',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 201: RefundSchema, 202: RefundSchema, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const { id, role } = staffMember(request)
      const refund = await refundOrder(ctx, {
        orderId: request.params.orderId,
        ...request.body,
        requestKey: request.headers['idempotency-key'],
        actor: { id, role },
      })
      return reply.code(refund.status === 'recorded' ? 202 : 201).send(shownRefund(refund))
    },
  )
}
