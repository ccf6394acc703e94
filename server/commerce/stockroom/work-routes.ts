import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { oneOf } from '../carts/index.ts'
import { adjustReasons } from '../inventory/index.ts'
import { merchants, requireStaff, staffMember } from '../staff/index.ts'
import { adjustStock } from './adjust-stock.ts'
import { applyCount, discardCount, recount, reviewCount } from './close-count.ts'
import { enterCount } from './enter-count.ts'
import { itemQuantities } from './find-items.ts'
import { receiveGoods } from './receive-goods.ts'
import { receiveTransfer } from './receive-transfer.ts'
import { sendTransfer } from './send-transfer.ts'
import { startCount } from './start-count.ts'
import { lineView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Stock']
const place = Type.String({ maxLength: 60 })
const note = Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }))
const linesOf = (minimum: number) => Type.Array(lineView(minimum), { minItems: 1, maxItems: 500 })
const ofDocument = Type.Object({ documentId: Type.String({ maxLength: 60 }) })
const written = Type.Object({ id: Type.String() })
const done = Type.Object({ ok: Type.Literal(true) })
const keyed = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'The same key is the same paper.' }),
  ),
})

/** What is done in the stockroom. Each makes or closes a paper, and can be asked twice without being done twice. */
export function workRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)
  countRoutes(http, ctx)

  http.post(
    '/api/admin/stock-receipts',
    {
      preHandler,
      schema: {
        operationId: 'receiveGoods',
        tags,
        summary: 'Take goods in that came from outside',
        headers: keyed,
        body: Type.Object({ locationId: place, lines: linesOf(1), note }, { additionalProperties: false }),
        response: { 201: written, ...failures },
      },
    },
    async (request, reply) => {
      const lines = await itemQuantities(ctx, request.body.lines)
      const id = await receiveGoods(ctx, { ...request.body, lines, ...askedBy(request) })
      return reply.code(201).send({ id })
    },
  )

  http.post(
    '/api/admin/stock-adjustments',
    {
      preHandler,
      schema: {
        operationId: 'adjustStock',
        tags,
        summary: 'Put a number right for a reason; fewer is negative',
        headers: keyed,
        body: Type.Object(
          { locationId: place, reason: oneOf(adjustReasons), lines: linesOf(-10_000_000), note },
          { additionalProperties: false },
        ),
        response: { 201: written, ...failures },
      },
    },
    async (request, reply) => {
      const lines = await itemQuantities(ctx, request.body.lines)
      const id = await adjustStock(ctx, { ...request.body, lines, ...askedBy(request) })
      return reply.code(201).send({ id })
    },
  )

  http.post(
    '/api/admin/stock-transfers',
    {
      preHandler,
      schema: {
        operationId: 'sendTransfer',
        tags,
        summary: 'Send pieces from one place to another; `isAtOnce` carries them over in one step',
        headers: keyed,
        body: Type.Object(
          {
            locationId: place,
            toLocationId: place,
            lines: linesOf(1),
            isAtOnce: Type.Optional(Type.Boolean()),
            note,
          },
          { additionalProperties: false },
        ),
        response: { 201: written, ...failures },
      },
    },
    async (request, reply) => {
      const { isAtOnce = false, ...rest } = request.body
      const lines = await itemQuantities(ctx, rest.lines)
      const id = await sendTransfer(ctx, { ...rest, isAtOnce, lines, ...askedBy(request) })
      return reply.code(201).send({ id })
    },
  )

  http.post(
    '/api/admin/stock-transfers/:documentId/receive',
    {
      preHandler,
      schema: {
        operationId: 'receiveTransfer',
        tags,
        summary: 'Take a transfer in: all of it, unless `lines` says what arrived; the rest is lost',
        params: ofDocument,
        body: Type.Object({ lines: Type.Optional(linesOf(0)) }, { additionalProperties: false }),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const lines = request.body.lines && (await itemQuantities(ctx, request.body.lines))
      await receiveTransfer(ctx, { documentId: request.params.documentId, lines, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
}

function countRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, merchants)

  http.post(
    '/api/admin/stock-counts',
    {
      preHandler,
      schema: {
        operationId: 'startCount',
        tags,
        summary: 'Begin a count: of everything that lies at a place, of some items, or empty, to be filled by scanning',
        headers: keyed,
        body: Type.Object(
          {
            locationId: place,
            of: Type.Union([
              Type.Literal('everything'),
              Type.Literal('nothing'),
              Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 500 }),
            ]),
            note,
          },
          { additionalProperties: false },
        ),
        response: { 201: written, ...failures },
      },
    },
    async (request, reply) =>
      reply.code(201).send({ id: await startCount(ctx, { ...request.body, ...askedBy(request) }) }),
  )

  http.post(
    '/api/admin/stock-counts/:documentId/lines',
    {
      preHandler,
      schema: {
        operationId: 'enterCount',
        tags,
        summary: 'Enter what was counted; counting an item again replaces its number',
        params: ofDocument,
        body: Type.Object({ lines: linesOf(0) }, { additionalProperties: false }),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const lines = await itemQuantities(ctx, request.body.lines)
      await enterCount(ctx, { documentId: request.params.documentId, lines, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )

  const steps = [
    ['review', 'reviewCount', 'End the counting and show the differences', reviewCount],
    ['recount', 'recountStock', 'Open a count again', recount],
    ['apply', 'applyCount', 'Make the differences to movements', applyCount],
    ['discard', 'discardCount', 'Put a count away; it changes nothing', discardCount],
  ] as const
  for (const [path, operationId, summary, step] of steps)
    http.post(
      `/api/admin/stock-counts/:documentId/${path}`,
      {
        preHandler,
        schema: { operationId, tags, summary, params: ofDocument, response: { 200: done, ...failures } },
      },
      async (request) => {
        await step(ctx, { documentId: request.params.documentId, actor: staffMember(request).id })
        return { ok: true as const }
      },
    )
}

function askedBy(request: { staff?: Parameters<typeof staffMember>[0]['staff']; headers: Record<string, unknown> }) {
  const requestKey = request.headers['idempotency-key']
  return { actor: staffMember(request as never).id, ...(typeof requestKey === 'string' ? { requestKey } : {}) }
}
