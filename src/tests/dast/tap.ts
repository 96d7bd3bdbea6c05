import { randomUUID } from 'node:crypto'
import { Agent, createServer, request as send, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A line in front of the site that counts every answer. It says whose request it is as a proxy
 * does: one address for all, so that the limits are met, or another one each time, so that the code
 * behind the limits is. The product is the same in both.
 */

export type Tap = {
  url: string
  /** Answers by status since the last call. */
  take(): Map<number, number>
  /** What was asked when the site answered 5xx or nothing, since the tap was opened. */
  faults: string[]
  from(who: 'one' | 'many'): void
  /** What stands for `@moment@`, one after the other. */
  moments: string[]
  stop(): Promise<void>
}

/** Words in a body that become something else in each request: no key and no moment serves twice. */
export const FRESH = { key: '@key@', moment: '@moment@', phone: '@phone@' } as const

export const A_REQUEST = {
  requestKey: FRESH.key,
  property: 'villa-mpila',
  kind: 'visite',
  startsAt: FRESH.moment,
  client: { name: 'Awa Mabiala', phone: FRESH.phone, email: 'awa@example.com' },
  note: 'Bonjour',
  locale: 'fr',
  consent: true,
}

const KEPT_FAULTS = 50

export async function openTap(port: number): Promise<Tap> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const faults: string[] = []
  let statuses = new Map<number, number>()
  const moments: string[] = []
  let many = false
  let count = 0
  const note = (status: number, asked: IncomingMessage, body: string) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if ((status >= 500 || status === 0) && faults.length < KEPT_FAULTS)
      faults.push(`${status} ${asked.method} ${asked.url} ${body.slice(0, 300)}`)
  }
  // Longer than the site's own: what it says of its connections is handed on.
  const server = createServer({ keepAliveTimeout: 120_000 }, (asked, answered) => {
    const chunks: Buffer[] = []
    asked.on('error', () => undefined) // The tool left: nobody waits for an answer.
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      count += 1
      const body = freshen(Buffer.concat(chunks), count, moments)
      const headers = { ...asked.headers }
      delete headers['transfer-encoding']
      const forwarded = send(
        {
          port,
          host: '127.0.0.1',
          agent,
          method: asked.method,
          path: asked.url,
          headers: {
            ...headers,
            ...(body.length > 0 && { 'content-length': String(body.length) }),
            'x-forwarded-for': many ? addressOf(count) : '203.0.113.7',
          },
        },
        (answer) => {
          note(answer.statusCode ?? 0, asked, body.toString())
          answered.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
          answer.pipe(answered)
        },
      )
      forwarded.on('error', () => {
        // A tool that hangs up ends its request too: only an answer still awaited is missed.
        if (!answered.destroyed) note(0, asked, body.toString())
        answered.destroy()
      })
      answered.on('close', () => answered.writableFinished || forwarded.destroy())
      forwarded.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo // as: it listens on a port.
  return {
    url: `http://127.0.0.1:${own}`,
    faults,
    moments,
    from: (who) => (many = who === 'many'),
    take: () => {
      const taken = statuses
      statuses = new Map()
      return taken
    },
    stop: () => {
      agent.destroy()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const addressOf = (count: number) =>
  `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255 || 1}`

function freshen(body: Buffer, count: number, moments: string[]): Buffer {
  if (!body.includes('@')) return body
  return Buffer.from(
    body
      .toString('latin1')
      .replaceAll(FRESH.key, randomUUID())
      .replaceAll(FRESH.phone, `06 6${String(1_000_000 + count).slice(1)}`)
      .replaceAll(FRESH.moment, moments[count % moments.length] ?? ''),
    'latin1',
  )
}
