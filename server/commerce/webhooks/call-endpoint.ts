import http from 'node:http'
import https from 'node:https'
import type { Shop } from '../../platform/context.ts'
import { isLoopback, publicLookup } from '../../platform/public-address.ts'
import { checkAddress } from './check-address.ts'

/** What became of a call: the status that was answered, or why there is none. */
export type CallAnswer = { status: number | null; problem: string | null }

const millisecondsMax = 10_000

/** Posts a signed body. Redirects are not followed, what is answered is not read, ten seconds are enough. */
export function callEndpoint(
  ctx: Shop,
  of: { url: string; body: string; headers: Record<string, string> },
): Promise<CallAnswer> {
  const { promise, resolve } = Promise.withResolvers<CallAnswer>()
  let url: URL
  try {
    url = checkAddress(ctx, of.url)
  } catch (error) {
    return Promise.resolve({ status: null, problem: (error as Error).message })
  }
  const deadline = AbortSignal.timeout(millisecondsMax)
  const isOwnMachine = url.hostname === 'localhost' || isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
  const request = (url.protocol === 'https:' ? https : http).request(
    url,
    {
      method: 'POST',
      signal: deadline,
      agent: false,
      headers: {
        ...of.headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(of.body)),
        'user-agent': 'Barrow webhooks',
      },
      // The name is checked where it is looked up, so that one which changes its mind gains nothing.
      ...(isOwnMachine ? {} : { lookup: publicLookup }),
    },
    (response) => {
      const status = response.statusCode ?? 0
      response.on('error', () => {})
      response.destroy()
      resolve({ status, problem: status >= 200 && status < 300 ? null : `it answered ${status}` })
    },
  )
  request.on('error', (error: NodeJS.ErrnoException) =>
    resolve({
      status: null,
      problem: deadline.aborted
        ? `no answer for ${millisecondsMax / 1000} seconds`
        : `not reached (${error.code ?? error.message})`,
    }),
  )
  request.end(of.body)
  return promise
}
