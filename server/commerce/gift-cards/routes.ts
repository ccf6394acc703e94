import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { adminRoutes } from './admin-routes.ts'
import { countGuess, findValue } from './find-value.ts'
import { BalanceView } from './views.ts'

export function routes(http: Http, ctx: Shop): void {
  http.post(
    '/api/gift-cards/check',
    {
      schema: {
        operationId: 'checkGiftCard',
        tags: ['Gift cards'],
        summary: 'What is left on a gift card, or of store credit',
        description:
          'By the code of the card, or by id and key of the credit. Wrong, used up, locked and over get the same answer; ' +
          'one address gets thirty answers in a minute.',
        body: Type.Object(
          {
            code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
            storeCreditId: Type.Optional(Type.String({ maxLength: 60 })),
            key: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: BalanceView, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await countGuess(ctx, request.ip)
      const { code = '', storeCreditId, key = '' } = request.body
      const proof = storeCreditId === undefined ? { code } : { storeCreditId, key }
      const { expiresAt, kind, lastFour, currency, availableMinor } = await findValue(ctx, ctx.database, { proof })
      return { kind, lastFour, currency, availableMinor, expiresAt: expiresAt?.toISOString() ?? null }
    },
  )
  adminRoutes(http, ctx)
}
