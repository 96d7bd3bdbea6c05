import { lookup } from 'node:dns'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Calls to addresses that people typed in, and to providers. The name is resolved once, every
 * address it has must be a public one, and the connection goes to the address that was looked at: a
 * name that changes its mind between the look and the call (DNS rebinding) gains nothing, nor does a
 * redirect.
 */

export type OutboundFault =
  'adresse' | 'prive' | 'trop_grand' | 'trop_lent' | 'redirections' | 'injoignable'

export class OutboundRefused extends Error {
  /** @param reached whether a connection stood: then the other side may have read the whole call */
  constructor(
    readonly fault: OutboundFault,
    readonly reached = false,
  ) {
    super(fault)
  }
}

/** Everything that is not the public Internet (IANA special-purpose registries, RFC 6890). */
const CLOSED_4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12
  192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
/** Within 2000::/3, where all public IPv6 lies: Teredo and 6to4 carry an IPv4 address inside. */
const CLOSED_6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const listOf = (ranges: string, family: 'ipv4' | 'ipv6') => {
  const list = new BlockList()
  for (const range of ranges.split(/\s+/)) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}

const closed4 = listOf(CLOSED_4, 'ipv4')
const closed6 = listOf(CLOSED_6, 'ipv6')
const public6 = listOf('2000::/3', 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed4.check(address, 'ipv4')
  return family === 6 && public6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}

export type MayReach = (address: string) => boolean

/** Whether people may enter this address at all; where it leads is looked at with every call. */
export function isWebAddress(text: string): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password
}

const guarded =
  (mayReach: MayReach): LookupFunction =>
  (name, options, callback) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      if (!found.every(({ address }) => mayReach(address)))
        return callback(new OutboundRefused('prive'), '')
      const [first] = found
      if (options.all) callback(null, found)
      else callback(null, first?.address ?? '', first?.family)
    })

export type OutboundCall = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Bytes of the answer that are read; a longer one is refused. */
  most: number
  /** For all of it, redirects included. */
  milliseconds: number
  redirects: number
  /** Public addresses, unless it is left to the operator's own setting or to a test. */
  mayReach?: MayReach
}

export type OutboundAnswer = { status: number; headers: IncomingHttpHeaders; text: string }

export async function callOutside(address: string, call: OutboundCall): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(call.milliseconds)
  let next = address
  for (let hops = 0; hops <= call.redirects; hops += 1) {
    if (!isWebAddress(next)) throw new OutboundRefused('adresse')
    let reached = false
    const connected = () => void (reached = true)
    const answer = await once(new URL(next), call, signal, connected).catch((error: unknown) => {
      const fault = error instanceof OutboundRefused ? error.fault : null
      throw new OutboundRefused(fault ?? (signal.aborted ? 'trop_lent' : 'injoignable'), reached)
    })
    const { location } = answer.headers
    const moved = [301, 302, 303, 307, 308].includes(answer.status) && location
    if (!moved || call.redirects === 0) return answer
    if (!URL.canParse(location, next)) throw new OutboundRefused('adresse')
    next = new URL(location, next).toString()
  }
  throw new OutboundRefused('redirections')
}

function once(
  url: URL,
  call: OutboundCall,
  signal: AbortSignal,
  connected: () => void,
): Promise<OutboundAnswer> {
  const { method, headers, body, most, mayReach = isPublicAddress } = call
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // An address in place of a name is never looked up.
    if (isIP(host) && !mayReach(host)) return reject(new OutboundRefused('prive'))
    const { request: open } = url.protocol === 'https:' ? https : http
    const request = open(url, { method, headers, signal, agent: false, lookup: guarded(mayReach) })
    request.on('error', reject)
    // Not when the call was written: what waits for a connection counts as written too.
    const standing = url.protocol === 'https:' ? 'secureConnect' : 'connect'
    request.on('socket', (socket) => socket.once(standing, connected))
    request.on('response', (response) => {
      read(response, most).then(
        (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        (error: unknown) => {
          request.destroy()
          reject(error)
        },
      )
    })
    request.end(body)
  })
}

async function read(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > most) throw new OutboundRefused('trop_grand')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}
