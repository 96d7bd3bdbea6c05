import { z } from 'zod'

/** Whose request this is, told apart by address: for rate limits and logs. */

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const WITH_PORT = /^(?:\[([^\]]+)\]|(\d{1,3}(?:\.\d{1,3}){3}))(?::\d{1,5})?$/
const ADDRESS = z.union([z.ipv4(), z.ipv6()])
const isAddress = (text: string) => ADDRESS.safeParse(text).success

/**
 * One way to write an address: `::ffff:127.0.0.1` and `127.0.0.1:4711` are `127.0.0.1`.
 * @returns null when it is none
 */
export function normalAddress(text: string): string | null {
  const trimmed = text.trim().toLowerCase()
  const [, inBrackets, beforePort] = WITH_PORT.exec(trimmed) ?? []
  // A zone (fe80::1%eth0) names the server's own network card, not the client.
  const bare = (inBrackets ?? beforePort ?? trimmed).replace(/%.*$/, '')
  const address = MAPPED.exec(bare)?.[1] ?? bare
  return isAddress(address) ? address : null
}

/**
 * The client's address: the socket's, unless a trusted proxy speaks for somebody else. Every proxy
 * appends whom it saw, so the list is read from its end, and only as far as those who wrote it are
 * trusted. What cannot be read ends the list there: anything before it may be made up.
 * @param forwardedFor the value of X-Forwarded-For
 * @param trusted whether an address is one of our proxies
 */
export function clientAddress(request: {
  socketAddress: string | undefined
  forwardedFor: string | undefined
  trusted: (address: string) => boolean
}): string {
  let client = normalAddress(request.socketAddress ?? '') ?? 'inconnue'
  const hops = (request.forwardedFor ?? '').split(',').reverse()
  for (const hop of hops) {
    const next = normalAddress(hop)
    if (!request.trusted(client) || !next) break
    client = next
  }
  return client
}

const groupsOf = (part: string) => (part === '' ? [] : part.split(':'))

/**
 * Who is counted together: an IPv4 address by itself, an IPv6 address with all of its /64, for that much
 * is given to one household or one server (RFC 6177), which could else count afresh for ever.
 * @param address as `clientAddress` gives it
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = [], after = []] = address.split('::').map(groupsOf)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const network = [...before, ...zeros, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
