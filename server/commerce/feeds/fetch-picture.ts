import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, PrivateAddressError, privateAddress, publicLookup } from '../../platform/public-address.ts'

/** A picture that was not fetched, and why. `isHost` when its server could not be reached at all. */
export class NotFetchedError extends Error {
  readonly isHost: boolean
  constructor(reason: string, isHost = false) {
    super(reason)
    this.isHost = isHost
  }
}

const bytesMax = 10_000_000
const millisecondsMax = 10_000
const redirectsMax = 3

/**
 * Fetches a picture over http or https: at most 10 MB, 10 seconds and 3 redirects, from public addresses only, so that a
 * file from a stranger cannot make the shop's server call into its own network. `trustedHosts` (`name` or `name:port`)
 * are exempt from that last rule.
 */
export async function fetchPicture(address: string, trustedHosts: readonly string[] = []): Promise<Buffer> {
  const deadline = AbortSignal.timeout(millisecondsMax)
  let url = address
  for (let hop = 0; hop <= redirectsMax; hop++) {
    const answer = await ask(checked(url, trustedHosts), { deadline, trustedHosts })
    if (typeof answer !== 'string') return answer
    url = new URL(answer, url).href
  }
  throw new NotFetchedError(`it was redirected more than ${redirectsMax} times`)
}

function checked(address: string, trustedHosts: readonly string[]): URL {
  if (!URL.canParse(address)) throw new NotFetchedError('it is not an address')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new NotFetchedError('only http and https are fetched')
  if (url.username || url.password) throw new NotFetchedError('an address with a password in it is not fetched')
  // A host that is an IP address is never looked up, so it is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublicAddress(host) && !isTrusted(url, trustedHosts))
    throw new NotFetchedError(privateAddress(host).message)
  return url
}

function isTrusted(url: URL, trustedHosts: readonly string[]): boolean {
  return trustedHosts.includes(url.host) || trustedHosts.includes(url.hostname)
}

/** The picture, or the address that the server points to instead. */
function ask(url: URL, how: { deadline: AbortSignal; trustedHosts: readonly string[] }): Promise<Buffer | string> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | string>()
  const fail = (error: Error) =>
    reject(how.deadline.aborted ? new NotFetchedError('it took longer than 10 seconds', true) : reasonOf(error, url))
  const request = (url.protocol === 'https:' ? https : http).get(
    url,
    {
      signal: how.deadline,
      headers: {
        accept: 'image/avif,image/webp,image/*',
        'accept-encoding': 'identity',
        'user-agent': 'Barrow import',
      },
      ...(isTrusted(url, how.trustedHosts) ? {} : { lookup: publicLookup }),
    },
    (response) => {
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status >= 300 && status < 400 && location) {
        response.destroy()
        return resolve(location)
      }
      if (status !== 200) {
        response.destroy()
        return reject(new NotFetchedError(`the server answered ${status}`))
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > bytesMax) response.destroy(new NotFetchedError('it is larger than 10 MB'))
      })
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', fail)
    },
  )
  request.on('error', fail)
  return promise
}

function reasonOf(error: Error, url: URL): NotFetchedError {
  if (error instanceof NotFetchedError) return error
  if (error instanceof PrivateAddressError) return new NotFetchedError(error.message)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new NotFetchedError(`there is no server called ${url.hostname}`, true)
  return new NotFetchedError(`${url.host} could not be reached (${code ?? error.message})`, true)
}
