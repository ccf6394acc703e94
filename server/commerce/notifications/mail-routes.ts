import { Type } from 'typebox'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable } from '../carts/index.ts'
import { errors } from './errors.ts'
import type { SandboxMailbox } from './sandbox-mailbox.ts'

const Address = Type.Object({ name: Type.String(), address: Type.String() })
const params = Type.Object({ mailId: Type.String({ maxLength: 60, pattern: '^[0-9a-f-]+$' }) })
const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Demo']

/** What the shop wrote to whom, for a shop that is being tried out. */
export function sandboxMailRoutes(http: Http, mailbox: SandboxMailbox, baseUrl: string): void {
  http.get(
    '/api/demo/mails',
    {
      schema: {
        operationId: 'listDemoMails',
        tags,
        summary: 'Mails that the shop has sent, the newest first; only in a shop that is being tried out',
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                id: Type.String(),
                receivedAt: Type.String(),
                from: Address,
                recipients: Type.Array(Type.String()),
                subject: Type.String(),
              }),
            ),
          }),
          ...failures,
        },
      },
    },
    async () => ({ items: mailbox.listMails() }),
  )

  http.get(
    '/api/demo/mails/:mailId',
    {
      schema: {
        operationId: 'readDemoMail',
        tags,
        summary: 'One mail with its text',
        params,
        response: {
          200: Type.Object({
            id: Type.String(),
            from: Address,
            to: Type.Array(Address),
            subject: Type.String(),
            date: Type.String(),
            text: nullable(Type.String()),
            hasHtml: Type.Boolean(),
          }),
          ...failures,
        },
      },
    },
    async (request) => {
      const mail = await mailbox.readMail(request.params.mailId)
      if (!mail) throw errors.mailNotFound()
      return { ...mail, text: mail.text ?? null, hasHtml: mail.html !== undefined }
    },
  )

  http.get('/api/demo/mails/:mailId/html', { schema: { hide: true, params } }, async (request, reply) => {
    const mail = await mailbox.readMail(request.params.mailId)
    if (!mail?.html) throw errors.mailNotFound()
    // A mail is a stranger's page: it may show pictures and its own styles, run nothing, and send nothing.
    return reply
      .header(
        'content-security-policy',
        `default-src 'none'; img-src ${new URL(baseUrl).origin} 'self' data:; style-src 'unsafe-inline'; ` +
          "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
      )
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'private, max-age=3600')
      .type('text/html; charset=utf-8')
      .send(mail.html.replace(/<head>/i, '<head><base target="_top">'))
  })
}
