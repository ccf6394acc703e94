import { type LookupAddress, lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** An address inside the shop's own network, where an address from a stranger must never lead. */
export class PrivateAddressError extends Error {}

// IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates): nothing in them is a public web server.
const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')
// Of IPv6 only 2000::/3 is in public use; what tunnels or translates IPv4 inside it could hide a private address.
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return family === 6 && publicV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

const ownMachine = new BlockList()
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4')
ownMachine.addAddress('::1', 'ipv6')

/** Whether an IP address is this machine itself. */
export function isLoopback(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && ownMachine.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Resolves a host for a connection and refuses it when any of its addresses is private. The connection is made to the
 * address that was checked, so a name that answers differently the second time (DNS rebinding) gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = (found ?? []) as LookupAddress[]
    const refused =
      error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : privateAddress(hostname))
    if (options.all) callback(refused as NodeJS.ErrnoException | null, refused ? [] : addresses)
    else callback(refused as NodeJS.ErrnoException | null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

/** The refusal of a host. */
export function privateAddress(host: string): PrivateAddressError {
  return new PrivateAddressError(`${host} is an address inside a private network`)
}
