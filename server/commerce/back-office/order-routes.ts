import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { quietSince } from '../../platform/quiet-copy.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { shownOrder } from '../orders/index.ts'
import { storeTimeZone } from '../shipping/index.ts'
import { everyone, orderDesk, requireStaff } from '../staff/index.ts'
import { currentStore, marketFor } from '../stores/index.ts'
import { orderDetail } from './order-detail.ts'
import { countToShip, orderFilters, orderList } from './order-list.ts'
import { summary } from './summary.ts'
import { OrderDetailView, OrderRowView, pageView, SummaryView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }

/** What staff see of orders. */
export function orderRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, orderDesk)

  http.get(
    '/api/admin/shop',
    {
      preHandler: requireStaff(ctx, everyone),
      schema: {
        operationId: 'readShopForStaff',
        tags: ['Back office'],
        summary: 'What the back office shows around its pages',
        response: {
          200: Type.Object({
            name: Type.String(),
            currency: Type.String(),
            timeZone: Type.String({ description: 'In which its days begin, as IANA names it.' }),
            hasSandboxMailbox: Type.Boolean(),
            copyOf: nullable(
              Type.String({ description: 'Set in a restored copy that is not confirmed: when its backup was made.' }),
            ),
          }),
          ...failures,
        },
      },
    },
    async () => {
      const [store, { currency }] = await Promise.all([currentStore(ctx), marketFor(ctx)])
      const hasSandboxMailbox = ctx.providers.sandboxMailbox !== undefined
      const copyOf = (await quietSince(ctx.database))?.toISOString() ?? null
      return { name: store.name, currency, timeZone: storeTimeZone(store.address.country), hasSandboxMailbox, copyOf }
    },
  )

  http.get(
    '/api/admin/summary',
    {
      preHandler,
      schema: {
        operationId: 'readSummary',
        tags: ['Back office'],
        summary: 'Today at a glance: sales, what to ship, what runs low, what needs a person',
        response: { 200: SummaryView, ...failures },
      },
    },
    async () => {
      const { oldestToShipAt, ...rest } = await summary(ctx)
      return { ...rest, oldestToShipAt: oldestToShipAt?.toISOString() ?? null }
    },
  )

  http.get(
    '/api/admin/orders',
    {
      preHandler,
      schema: {
        operationId: 'listOrders',
        tags: ['Back office'],
        summary: 'Orders, page by page',
        description: 'To ship: the oldest first. Otherwise the newest first.',
        querystring: Type.Object({
          status: Type.Optional(oneOf(orderFilters)),
          q: Type.Optional(Type.String({ maxLength: 320, description: 'An order number, or a whole e-mail address.' })),
          cursor: Type.Optional(
            Type.String({ maxLength: 300, description: 'What the page before answered as `next`.' }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: Type.Object({ ...pageView(OrderRowView).properties, toShip: Type.Integer() }), ...failures },
      },
    },
    async (request) => {
      const { status, limit, ...rest } = request.query
      const [page, toShip] = await Promise.all([
        orderList(ctx, { filter: status ?? 'all', limit: limit ?? 25, ...rest }),
        countToShip(ctx),
      ])
      const items = page.items.map((order) => ({
        ...order,
        placedAt: order.placedAt?.toISOString() ?? null,
        createdAt: order.createdAt.toISOString(),
      }))
      return { items, next: page.next, toShip }
    },
  )

  http.get(
    '/api/admin/orders/:orderId',
    {
      preHandler,
      schema: {
        operationId: 'readOrderForStaff',
        tags: ['Back office'],
        summary: 'One order, by its id or its number, with customer, payments, parcels, stock and timeline',
        params: Type.Object({ orderId: Type.String({ maxLength: 60 }) }),
        response: { 200: OrderDetailView, ...failures },
      },
    },
    async (request) => {
      const order = await orderDetail(ctx, request.params.orderId)
      return {
        ...order,
        ...shownOrder(order),
        disputes: order.disputes.map((dispute) => ({
          ...dispute,
          openedAt: dispute.openedAt.toISOString(),
          respondBy: dispute.respondBy.toISOString(),
          closedAt: dispute.closedAt?.toISOString() ?? null,
        })),
        shipping: order.shipping && 'id' in order.shipping ? order.shipping : null,
        fulfillments: order.fulfillments.map((parcel) => ({
          ...parcel,
          shippedAt: parcel.shippedAt.toISOString(),
          deliveredAt: parcel.deliveredAt?.toISOString() ?? null,
        })),
      }
    },
  )
}
