import { request } from 'node:http'
import type { Http } from '../../server/platform/http.ts'

/** One request, from an address of this machine (`127.0.0.9`) where it matters who asks. */
export type Asked = {
  method: string
  path: string
  headers?: Record<string, string>
  /** Sent as JSON; a text goes as it is. */
  body?: unknown
  from?: string
}

// biome-ignore lint/suspicious/noExplicitAny: what an API answers is looked into freely by whoever tries it
export type Answered = { status: number; headers: Record<string, unknown>; text: string; body: any; ms: number }

/** Asks a shop and answers what it said. */
export type Ask = (asked: Asked) => Promise<Answered>

/** Asks a server of this process. */
export function askInProcess(http: Http): Ask {
  return async ({ method, path, from, ...rest }) => {
    const began = performance.now()
    const answer = await http.inject({
      method: method as 'GET',
      url: path,
      ...parts(rest),
      ...(from ? { remoteAddress: from } : {}),
    })
    return answered(answer.statusCode, answer.headers, answer.payload, began)
  }
}

/** Asks a server that listens on the loopback address. No answer within `msMax` is status 0. */
export function askOverHttp(port: number, msMax = 10_000): Ask {
  return ({ method, path, from, ...rest }) =>
    new Promise((resolve) => {
      const began = performance.now()
      const { headers, payload } = parts(rest)
      const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }
      const asking = request(
        { host: '127.0.0.1', port, method, path, headers: { ...headers, ...length }, localAddress: from, agent: false },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', () => resolve(answered(0, {}, 'the answer broke off', began)))
          answer.on('end', () =>
            resolve(answered(answer.statusCode ?? 0, answer.headers, Buffer.concat(chunks).toString(), began)),
          )
        },
      )
      asking.setTimeout(msMax, () => asking.destroy(new Error(`no answer within ${msMax} ms`)))
      asking.on('error', (error) => resolve(answered(0, {}, String(error), began)))
      asking.end(payload)
    })
}

function parts({ headers = {}, body }: Pick<Asked, 'headers' | 'body'>) {
  if (body === undefined) return { headers }
  const type = headers['content-type'] ? {} : { 'content-type': 'application/json' }
  return { headers: { ...headers, ...type }, payload: typeof body === 'string' ? body : JSON.stringify(body) }
}

function answered(status: number, headers: Record<string, unknown>, text: string, began: number): Answered {
  const isJson = String(headers['content-type'] ?? '').includes('json')
  return { status, headers, text, body: isJson && text ? readJson(text) : undefined, ms: performance.now() - began }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
