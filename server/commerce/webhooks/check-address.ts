import { isIP } from 'node:net'
import type { Shop } from '../../platform/context.ts'
import { isLoopback, isPublicAddress } from '../../platform/public-address.ts'
import { errors } from './errors.ts'

/**
 * Reads the address of an endpoint. The shop's server must not be made to call into its own network, so only public
 * addresses are taken, over TLS; a shop that is tried out may also call programs on its own machine. Names are looked up
 * when they are called, and refused then if they lead inside.
 */
export function checkAddress(ctx: Shop, text: string): URL {
  if (!URL.canParse(text)) throw errors.badAddress({ reason: 'it is not an address' })
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isOwnMachine = host === 'localhost' || isLoopback(host)
  if (url.username || url.password) throw errors.badAddress({ reason: 'it holds a password' })
  if (isOwnMachine && !ctx.config.production && url.protocol === 'http:') return url
  if (url.protocol !== 'https:') throw errors.badAddress({ reason: 'it does not begin with https://' })
  if (isOwnMachine || (isIP(host) && !isPublicAddress(host)))
    throw errors.badAddress({ reason: 'it lies inside a private network' })
  return url
}
