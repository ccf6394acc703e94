import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { ownerOnly, requireStaff } from '../staff/index.ts'
import { addEndpoint, changeEndpoint, removeEndpoint, rotateSecret } from './change-endpoints.ts'
import { listDeliveries, listEndpoints } from './list-endpoints.ts'
import { resendDelivery, sendTest } from './queue-deliveries.ts'
import { webhookEvents } from './webhook-events.ts'

const EndpointView = Type.Object({
  id: Type.String(),
  url: Type.String(),
  description: Type.String(),
  eventTypes: Type.Array(Type.String()),
  status: oneOf(['active', 'paused', 'gone']),
  failures: Type.Integer({ description: 'In a row, up to now.' }),
  restingUntil: nullable(Type.String({ description: 'It failed often, and is left alone until then.' })),
  waiting: Type.Integer({ description: 'Deliveries that have not arrived yet.' }),
  createdAt: Type.String(),
})

const DeliveryView = Type.Object({
  id: Type.String({ description: 'The `webhook-id` that the receiver sees; the same in every try.' }),
  type: Type.String(),
  status: oneOf(['waiting', 'delivered', 'failed']),
  attempts: Type.Integer(),
  body: Type.String(),
  createdAt: Type.String(),
  nextAttemptAt: nullable(Type.String()),
  log: Type.Array(
    Type.Object({
      attemptedAt: Type.String(),
      status: nullable(Type.Integer()),
      problem: nullable(Type.String()),
      tookMs: Type.Integer(),
    }),
  ),
})

const url = Type.String({ minLength: 1, maxLength: 2000 })
const description = Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const eventTypes = Type.Array(oneOf(webhookEvents), { minItems: 1, maxItems: 100 })
const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Webhooks']
const params = Type.Object({ endpointId: Type.String({ maxLength: 60 }) })
const Done = Type.Object({ ok: Type.Literal(true) })

export function routes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, ownerOnly)

  http.get(
    '/api/admin/webhooks',
    {
      preHandler,
      schema: {
        operationId: 'listWebhooks',
        tags,
        summary: 'Who is told what happens in the shop, and what there is to be told',
        response: {
          200: Type.Object({ items: Type.Array(EndpointView), eventTypes: Type.Array(Type.String()) }),
          ...failures,
        },
      },
    },
    async () => ({ items: await listEndpoints(ctx), eventTypes: [...webhookEvents] }),
  )

  http.post(
    '/api/admin/webhooks',
    {
      preHandler,
      schema: {
        operationId: 'addWebhook',
        tags,
        summary: 'Have a program told what happens',
        description: 'Signed as Standard Webhooks says. The secret is in this answer and is never shown again.',
        body: Type.Object(
          { url, description: Type.Optional(description), eventTypes },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ id: Type.String(), secret: Type.String() }), ...failures },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addEndpoint(ctx, { ...request.body, description: request.body.description ?? '' })),
  )

  http.patch(
    '/api/admin/webhooks/:endpointId',
    {
      preHandler,
      schema: {
        operationId: 'changeWebhook',
        tags,
        summary: 'Change a webhook, pause it, or go on',
        params,
        body: Type.Object(
          {
            url: Type.Optional(url),
            description: Type.Optional(description),
            eventTypes: Type.Optional(eventTypes),
            isPaused: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
        response: { 200: Done, ...failures },
      },
    },
    async (request) => {
      await changeEndpoint(ctx, request.params.endpointId, request.body)
      return { ok: true as const }
    },
  )

  http.delete(
    '/api/admin/webhooks/:endpointId',
    {
      preHandler,
      schema: {
        operationId: 'removeWebhook',
        tags,
        summary: 'Tell this program nothing more, and forget what it was told',
        params,
        response: { 200: Done, ...failures },
      },
    },
    async (request) => {
      await removeEndpoint(ctx, request.params.endpointId)
      return { ok: true as const }
    },
  )

  http.post(
    '/api/admin/webhooks/:endpointId/secret',
    {
      preHandler,
      schema: {
        operationId: 'rotateWebhookSecret',
        tags,
        summary: 'Give a webhook a new secret; for a day the old one signs as well',
        params,
        response: { 200: Type.Object({ secret: Type.String() }), ...failures },
      },
    },
    async (request) => rotateSecret(ctx, request.params.endpointId),
  )

  http.post(
    '/api/admin/webhooks/:endpointId/test',
    {
      preHandler,
      schema: {
        operationId: 'testWebhook',
        tags,
        summary: 'Send a webhook that says nothing, to see it arrive',
        params,
        response: { 202: Type.Object({ deliveryId: Type.String() }), ...failures },
      },
    },
    async (request, reply) => reply.code(202).send(await sendTest(ctx, request.params.endpointId)),
  )

  http.get(
    '/api/admin/webhooks/:endpointId/deliveries',
    {
      preHandler,
      schema: {
        operationId: 'listWebhookDeliveries',
        tags,
        summary: 'What a webhook was told, the newest first, with every try',
        params,
        querystring: Type.Object({ status: Type.Optional(oneOf(['waiting', 'delivered', 'failed'])) }),
        response: { 200: Type.Object({ items: Type.Array(DeliveryView) }), ...failures },
      },
    },
    async (request) => ({
      items: await listDeliveries(ctx, { endpointId: request.params.endpointId, ...request.query }),
    }),
  )

  http.post(
    '/api/admin/webhook-deliveries/:deliveryId/send',
    {
      preHandler,
      schema: {
        operationId: 'resendWebhook',
        tags,
        summary: 'Send it again, under the same id',
        params: Type.Object({ deliveryId: Type.String({ maxLength: 60 }) }),
        response: { 202: Done, ...failures },
      },
    },
    async (request, reply) => {
      await resendDelivery(ctx, request.params.deliveryId)
      return reply.code(202).send({ ok: true as const })
    },
  )
}
