import type { IncomingMessage, ServerResponse } from 'node:http'

const bodyBytesMax = 64 * 1024

/** The whole body as text; undefined when it is longer than 64 kB or was cut off. */
export function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyBytesMax) chunks.push(chunk)
    })
    request.on('end', () => resolve(size > bodyBytesMax ? undefined : textOf(chunks)))
    request.on('error', () => resolve(undefined))
  })
}

function textOf(chunks: Buffer[]): string {
  return (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8')
}

export type Reply = { status: number; headers?: Record<string, string>; type: string; body: string }

/** A JSON answer. */
export function json(status: number, body: string, headers?: Record<string, string>): Reply {
  return { status, type: 'application/json', body, headers }
}

/** An error as RFC 9457 tells them, with a stable `code`. */
export function problem(status: number, code: string, detail: string, more: object = {}): Reply {
  const body = JSON.stringify({ title: detail, status, code, detail, ...more })
  return { status, type: 'application/problem+json', body }
}

/** An HTML answer under its own content security policy. */
export function html(status: number, body: string, policy: string): Reply {
  return {
    status,
    type: 'text/html; charset=utf-8',
    body,
    headers: {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  }
}

/** Sends the browser on with a GET (303). */
export function seeOther(location: string): Reply {
  return { status: 303, type: 'text/plain', body: '', headers: { location, 'referrer-policy': 'no-referrer' } }
}

/** Writes an answer to the socket. */
export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    'cache-control': 'no-store',
    ...reply.headers,
  })
  response.end(reply.body)
}
