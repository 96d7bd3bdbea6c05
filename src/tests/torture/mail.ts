import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from './random'

/** An SMTP server that misbehaves, and knows for certain what it said. Spoken by hand: no library closes in mid-sentence. */

const MODES = [
  'well',
  'busy at once', // 421 as greeting
  'mailbox busy', // 450 to RCPT
  'no such user', // 550 to RCPT
  'refused after reading', // 451 after DATA
  'closed after reading', // read whole, never answered
  'hangs', // silent after DATA
  'closed at once',
] as const
export type Mode = (typeof MODES)[number]

export type MailRecord = {
  /** By message id: how often a 250 was said for it. */
  accepted: Map<string, number>
  /** By message id: how often the body was read whole and nothing was answered. */
  unanswered: Map<string, number>
}

export type MailServer = {
  port: number
  record: MailRecord
  set(mode: Mode | 'mixed'): void
  stop(): Promise<void>
}

/** @param loses says 250 and forgets: the control that shows a lost mail is noticed */
export async function startMail(random: Random, loses: boolean): Promise<MailServer> {
  const record: MailRecord = { accepted: new Map(), unanswered: new Map() }
  let mode: Mode | 'mixed' = 'well'
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined) // The client may die in the middle; that is the point.
    void converse(socket, () => (mode === 'mixed' ? random.pick(MODES) : mode), record, loses)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    record,
    set: (wanted) => (mode = wanted),
    stop: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of socket) {
    rest += String(chunk)
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      yield rest.slice(0, end)
      rest = rest.slice(end + 2)
    }
  }
}

async function converse(
  socket: Socket,
  modeNow: () => Mode,
  record: MailRecord,
  loses: boolean,
): Promise<unknown> {
  const say = (line: string) => socket.write(`${line}\r\n`)
  const greeting = modeNow()
  if (greeting === 'closed at once') return socket.destroy()
  if (greeting === 'busy at once') {
    say('421 4.3.2 try again later')
    return socket.end()
  }
  say('220 torture ESMTP')
  let body: string[] | null = null
  let mode: Mode = greeting
  try {
    for await (const line of linesOf(socket)) {
      if (body) {
        if (line !== '.') {
          body.push(line)
          continue
        }
        const id = /^message-id:\s*(<[^>]+>)/im.exec(body.join('\n'))?.[1] ?? 'without'
        body = null
        if (mode === 'closed after reading') {
          count(record.unanswered, id)
          return socket.destroy()
        }
        if (mode === 'hangs') {
          count(record.unanswered, id)
          await pause(8_000)
          return socket.destroy()
        }
        if (mode === 'refused after reading') say('451 4.3.0 local error')
        else {
          if (!loses) count(record.accepted, id)
          say('250 2.0.0 queued')
        }
      } else if (/^(ehlo|helo)/i.test(line)) say('250 torture')
      else if (/^mail from/i.test(line)) {
        mode = modeNow()
        say('250 2.1.0 ok')
      } else if (/^rcpt to/i.test(line)) {
        if (mode === 'mailbox busy') say('450 4.2.1 mailbox busy')
        else if (mode === 'no such user') say('550 5.1.1 no such user')
        else say('250 2.1.5 ok')
      } else if (/^data/i.test(line)) {
        say('354 go on')
        body = []
      } else if (/^quit/i.test(line)) {
        say('221 bye')
        return socket.end()
      } else say('250 ok')
    }
  } catch {
    // The connection broke: nothing more to answer.
  }
  return socket.destroy()
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1)
}
