import { request as ask } from 'node:http'
import type { Http } from '../../platform/http.ts'

const bodyBytesMax = 64 * 1024

/**
 * Shows the sandbox bank's own pages under /sandbox-bank, so that a phone needs to reach one address only. Bytes pass
 * through unread and unlogged: what a shopper types into the bank's page is the bank's, also when it is pretend.
 */
export function proxyToBank(http: Http, bankUrl: string): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.route({
      method: ['GET', 'POST'],
      url: '/sandbox-bank*',
      bodyLimit: bodyBytesMax,
      schema: { hide: true },
      handler: (request, reply) => {
        // Only what a page needs travels on; above all not the shop's cookies.
        const names = ['content-type', 'content-length', 'accept', 'accept-language', 'origin']
        const headers = Object.fromEntries(
          names.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
        )
        reply.hijack()
        const onward = ask(
          new URL(request.url, bankUrl),
          { method: request.method, headers, timeout: 10_000 },
          (answer) => {
            reply.raw.writeHead(answer.statusCode ?? 502, answer.headers)
            answer.pipe(reply.raw)
          },
        )
        onward.on('timeout', () => onward.destroy(new Error('the sandbox bank does not answer')))
        onward.on('error', (error) => {
          request.log.warn({ err: error }, 'the sandbox bank could not be reached')
          if (!reply.raw.headersSent) reply.raw.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' })
          reply.raw.end('The sandbox bank does not answer. Please try again in a moment.\n')
        })
        request.raw.pipe(onward)
      },
    })
  })
}
