import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { changeContact } from './change-contact.ts'
import { changeShipping } from './change-shipping.ts'
import { noteOrder } from './note-order.ts'
import { orderById } from './order-view.ts'
import { OrderSchema, shownOrder } from './views.ts'

const params = Type.Object({ orderId: Type.String({ maxLength: 60 }) })
const revision = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: 1e6,
    description: 'Which state of the order was shown; another one is refused.',
  }),
)
const plain = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const filled = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const answers = { 200: OrderSchema, '4xx': Problem, '5xx': Problem }

/** What staff change of an order before it has left. */
export function changeRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, orderDesk)

  http.post(
    '/api/admin/orders/:orderId/cancel',
    {
      preHandler,
      schema: {
        operationId: 'cancelOrder',
        tags: ['Orders'],
        summary: 'Cancel an order, or units of it that have not left',
        description:
          'Stock is given back, reserved money set free, charged money given back. Without `lines`, all that has not left.',
        params,
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
            reason: Type.String({ minLength: 1, maxLength: 500, description: 'For the shop’s own books.' }),
            revision,
          },
          { additionalProperties: false },
        ),
        response: answers,
      },
    },
    async (request) => {
      const { orderId } = request.params
      await cancelOrder(ctx, { orderId, ...request.body, actor: staffMember(request).id })
      return shownOrder(await orderById(ctx, orderId))
    },
  )

  http.patch(
    '/api/admin/orders/:orderId',
    {
      preHandler,
      schema: {
        operationId: 'changeOrder',
        tags: ['Orders'],
        summary: 'Change whom an order is for, where it goes and how, while nothing of it has left',
        params,
        body: Type.Object(
          {
            email: Type.Optional(Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' })),
            name: Type.Optional(filled(200)),
            phone: Type.Optional(plain(50)),
            address: Type.Optional(
              Type.Object(
                {
                  line1: Type.Optional(filled(200)),
                  line2: Type.Optional(plain(200)),
                  postcode: Type.Optional(filled(20)),
                  city: Type.Optional(filled(100)),
                  region: Type.Optional(plain(100)),
                  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
                },
                { additionalProperties: false },
              ),
            ),
            shippingMethodId: Type.Optional(Type.String({ maxLength: 60 })),
            revision,
          },
          { additionalProperties: false },
        ),
        response: answers,
      },
    },
    async (request) => {
      const { orderId } = request.params
      const { shippingMethodId, revision: shown, ...contact } = request.body
      const actor = staffMember(request).id
      if (Object.keys(contact).length > 0) await changeContact(ctx, { orderId, contact, revision: shown, actor })
      if (shippingMethodId !== undefined) await changeShipping(ctx, { orderId, shippingMethodId, actor })
      return shownOrder(await orderById(ctx, orderId))
    },
  )

  http.post(
    '/api/admin/orders/:orderId/notes',
    {
      preHandler,
      schema: {
        operationId: 'noteOrder',
        tags: ['Orders'],
        summary: 'Write a note into the timeline; customers do not see it',
        params,
        body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 2000 }) }, { additionalProperties: false }),
        response: answers,
      },
    },
    async (request) => {
      const { orderId } = request.params
      await noteOrder(ctx, { orderId, ...request.body, actor: staffMember(request).id })
      return shownOrder(await orderById(ctx, orderId))
    },
  )
}
