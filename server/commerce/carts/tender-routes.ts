import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { countGuess, type ValueProof } from '../gift-cards/index.ts'
import { cartView } from './cart-view.ts'
import { addTender, removeTender } from './change-tenders.ts'
import { CartSchema } from './views.ts'

const Id = Type.String({ maxLength: 60 })
const answers = { 200: CartSchema, '4xx': Problem, '5xx': Problem }
const headers = Type.Object({ 'x-cart-token': Type.String({ maxLength: 100, default: '' }) })

/** Paying with gift cards and store credit. */
export function tenderRoutes(http: Http, ctx: Shop): void {
  http.post(
    '/api/carts/:cartId/tenders',
    {
      schema: {
        operationId: 'addTender',
        tags: ['Cart'],
        summary: 'Pay with a gift card, or with store credit',
        description:
          'By the code of the card, or by id and key of the credit as they are in the link that its owner was mailed. ' +
          'Nothing is taken before the cart is bought. A code that is wrong and one that is used up get the same answer.',
        params: Type.Object({ cartId: Id }),
        headers,
        body: Type.Object(
          {
            code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
            storeCreditId: Type.Optional(Id),
            key: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
        response: answers,
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await countGuess(ctx, request.ip)
      const { code, storeCreditId, key = '' } = request.body
      const proof: ValueProof = storeCreditId === undefined ? { code: code ?? '' } : { storeCreditId, key }
      const of = { cartId: request.params.cartId, token: request.headers['x-cart-token'] }
      return cartView(await addTender(ctx, { ...of, proof }))
    },
  )
  http.delete(
    '/api/carts/:cartId/tenders/:tenderId',
    {
      schema: {
        operationId: 'removeTender',
        tags: ['Cart'],
        summary: 'Do not pay with this gift card or store credit after all',
        params: Type.Object({ cartId: Id, tenderId: Id }),
        headers,
        response: answers,
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return cartView(await removeTender(ctx, { ...request.params, token: request.headers['x-cart-token'] }))
    },
  )
}
