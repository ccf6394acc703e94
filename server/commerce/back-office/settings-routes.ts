import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { ownerOnly, requireStaff, staffMember } from '../staff/index.ts'
import { changeOrderSettings, currentStore } from '../stores/index.ts'

const Settings = Type.Object(
  {
    supportRefundMaxMinor: nullable(
      Type.Integer({
        minimum: 0,
        maximum: 1e12,
        description: 'Up to here, support may give back of one order; null for any amount.',
      }),
    ),
    invoiceOn: oneOf(['shipment', 'placement']),
    taxNumber: Type.String({ maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }),
  },
  { additionalProperties: false },
)
const failures = { '4xx': Problem, '5xx': Problem }

/** What the owner decides about refunds and invoices. */
export function settingsRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, ownerOnly)

  http.get(
    '/api/admin/order-settings',
    {
      preHandler,
      schema: {
        operationId: 'readOrderSettings',
        tags: ['Back office'],
        summary: 'What is decided about refunds and invoices',
        response: { 200: Settings, ...failures },
      },
    },
    async () => currentStore(ctx),
  )

  http.put(
    '/api/admin/order-settings',
    {
      preHandler,
      schema: {
        operationId: 'changeOrderSettings',
        tags: ['Back office'],
        summary: 'Decide how much support may refund, when invoices are issued, and the tax number on them',
        body: Settings,
        response: { 200: Settings, ...failures },
      },
    },
    async (request) => {
      await changeOrderSettings(ctx, { settings: request.body, actor: staffMember(request).id })
      return request.body
    },
  )
}
