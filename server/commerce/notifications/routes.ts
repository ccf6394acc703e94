import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { sql } from '../../platform/sql.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { orderDesk, requireStaff } from '../staff/index.ts'
import { sandboxMailRoutes } from './mail-routes.ts'
import { resendMessage } from './send-message.ts'
import { type MessageRow, messageKinds } from './tables.ts'

const MessageView = Type.Object({
  id: Type.String(),
  kind: oneOf(messageKinds),
  orderId: Type.String(),
  status: oneOf(['waiting', 'sent', 'failed']),
  attempts: Type.Integer(),
  lastError: nullable(Type.String()),
  createdAt: Type.String(),
  sentAt: nullable(Type.String()),
})

const failures = { '4xx': Problem, '5xx': Problem }

export function routes(http: Http, ctx: Shop): void {
  http.get(
    '/api/admin/messages',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'listMessages',
        tags: ['Messages'],
        summary: 'Mails to customers, the newest first',
        querystring: Type.Object({
          orderId: Type.Optional(Type.String({ maxLength: 60 })),
          status: Type.Optional(oneOf(['waiting', 'sent', 'failed'])),
        }),
        response: { 200: Type.Object({ items: Type.Array(MessageView) }), ...failures },
      },
    },
    async (request) => {
      const { orderId, status } = request.query
      const messages = await ctx.database.rows<MessageRow>(sql`
        select * from messages
        where (${orderId ?? null}::text is null or order_id = ${orderId ?? null})
          and (${status ?? null}::text is null or status = ${status ?? null})
        order by created_at desc, id desc limit 100`)
      return { items: messages.map(shown) }
    },
  )

  http.post(
    '/api/admin/messages/:messageId/send',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'resendMessage',
        tags: ['Messages'],
        summary: 'Try a mail again now',
        params: Type.Object({ messageId: Type.String({ maxLength: 60 }) }),
        response: { 200: MessageView, ...failures },
      },
    },
    async (request) => shown(await resendMessage(ctx, request.params.messageId)),
  )

  if (ctx.providers.sandboxMailbox) sandboxMailRoutes(http, ctx.providers.sandboxMailbox, ctx.config.baseUrl)
}

function shown({ id, kind, orderId, status, attempts, lastError, createdAt, sentAt }: MessageRow) {
  return {
    id,
    kind,
    orderId,
    status,
    attempts,
    lastError,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }
}
