import type { FastifyReply, FastifyRequest } from 'fastify'
import { httpErrors } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses unsafe requests that a browser makes on behalf of another site (cross-site request forgery), for every
 * route in one place. Programs send neither header, and carry no cookies to misuse.
 */
export function refuseForeignOrigins(baseUrl: string) {
  const own = new URL(baseUrl).host
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    if (safe.has(request.method)) return done()
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    // A page that hides where it is ("no-referrer", as the bank's) sends the origin "null"; the browser says whose it is.
    const isHidden = origin === 'null' && site === 'same-origin'
    const foreignOrigin = origin !== undefined && !isHidden && !isOwn(origin, [own, host])
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    // A cookie without an origin can only come from a browser too old to be told apart from an attacker's page.
    const unproven = origin === undefined && site === undefined && request.headers.cookie !== undefined
    done(foreignOrigin || foreignSite || unproven ? httpErrors.foreignOrigin() : undefined)
  }
}

function isOwn(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
