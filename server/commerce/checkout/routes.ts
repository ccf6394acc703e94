import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { OrderSummaryView, orderAccess, orderKey, requireOrderKey } from '../orders/index.ts'
import type { Placement } from './conclude-payment.ts'
import { confirmPayment } from './confirm-payment.ts'
import { hearProvider } from './hear-provider.ts'
import { placeOrder } from './place-order.ts'
import { savedMethodRoutes } from './saved-method-routes.ts'

const Placed = Type.Object({
  order: OrderSummaryView,
  orderKey: Type.String({ description: 'Opens the order for its buyer.' }),
})
const ToBePaid = Type.Object({
  order: OrderSummaryView,
  orderKey: Type.String(),
  redirectUrl: Type.String({ description: 'Where the shopper pays, or proves to the bank of the card who is paying.' }),
  isChallenge: Type.Boolean({ description: 'True for such a proof (3-D Secure), which may be shown in a frame.' }),
})
const answers = { 200: Placed, 201: Placed, 202: ToBePaid, '4xx': Problem, '5xx': Problem }

export function routes(http: Http, ctx: Shop): void {
  http.post(
    '/api/carts/:cartId/complete',
    {
      schema: {
        operationId: 'placeOrder',
        tags: ['Checkout'],
        summary: 'Buy what is in the cart',
        description:
          '201 with a new order, 200 with the order this cart has become before, 202 with the page on which it is to be paid. ' +
          'Safe to repeat: a cart becomes one order, whoever asks and however often.',
        params: Type.Object({ cartId: Type.String({ maxLength: 60 }) }),
        headers: Type.Object({ 'x-cart-token': Type.String({ maxLength: 100, default: '' }) }),
        body: Type.Object(
          {
            paymentToken: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 100,
                description: "The provider's token for a card. Without it, the shopper pays on the provider's page.",
              }),
            ),
            saveCard: Type.Optional(
              Type.Boolean({ description: 'The customer agrees to have this card kept by its token.' }),
            ),
            paymentProvider: Type.Optional(Type.String({ maxLength: 40, default: 'sandbox-bank' })),
            returnUrl: Type.Optional(
              Type.String({
                maxLength: 1000,
                description: 'Where to return to from that page; {orderId} and {orderKey} are filled in.',
              }),
            ),
            expectedTotalMinor: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: 1e12,
                description: 'What the shopper was shown; another total is refused.',
              }),
            ),
            expectedDueMinor: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: 1e12,
                description: 'What the shopper was shown to be left to pay after gift cards; another sum is refused.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: answers,
      },
    },
    async (request, reply) => {
      const { paymentProvider: provider = 'sandbox-bank', ...wish } = request.body
      const of = { cartId: request.params.cartId, token: request.headers['x-cart-token'] }
      return answer(ctx, reply, await placeOrder(ctx, { ...of, provider, ...wish }))
    },
  )
  http.post(
    '/api/orders/:orderId/confirm-payment',
    {
      schema: {
        operationId: 'confirmPayment',
        tags: ['Checkout'],
        summary: 'Find out whether an order has been paid, on return from the payment page',
        ...orderAccess,
        response: answers,
      },
    },
    async (request, reply) => {
      const { orderId } = request.params
      await requireOrderKey(ctx, { orderId, key: request.headers['x-order-key'] ?? request.query.key ?? '' })
      return answer(ctx, reply, await confirmPayment(ctx, orderId))
    },
  )
  savedMethodRoutes(http, ctx)
  http.register(async (scope) => hearingRoute(scope, ctx))
}

/** A scope of its own, because a signature is over the bytes as they came. */
function hearingRoute(scope: Http, ctx: Shop): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.post(
    '/api/payments/:provider/webhooks',
    {
      // Counted by address, a provider with a lot to tell would be sent away.
      config: { rateLimit: false },
      schema: {
        operationId: 'hearProvider',
        tags: ['Checkout'],
        summary: 'What a payment provider tells by itself',
        description:
          'Signed as Standard Webhooks. Safe to repeat, in any order. 401 for what the provider did not sign in the last ' +
          'five minutes; kinds that are not known are heard and left alone.',
        params: Type.Object({ provider: Type.String({ maxLength: 40 }) }),
        response: { 200: Type.Object({ heard: Type.Boolean() }), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => {
      const { headers, body, params } = request
      await hearProvider(ctx, { provider: params.provider, headers, body: Buffer.isBuffer(body) ? body : Buffer.of() })
      return { heard: true }
    },
  )
}

function answer(ctx: Shop, reply: FastifyReply, placement: Placement) {
  const { order } = placement
  const shown = { order, orderKey: orderKey(ctx, order.id) }
  reply.header('cache-control', 'no-store')
  if (placement.kind === 'redirect') {
    const { redirectUrl, isChallenge } = placement
    return reply.code(202).send({ ...shown, redirectUrl, isChallenge })
  }
  return reply.code(placement.isNew ? 201 : 200).send(shown)
}
