import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** How a mail server may behave. `refuse` and the like are what real ones answer. */
export type Behaviour =
  | 'accept'
  | '421 at the greeting'
  | '554 at the greeting'
  | '535 at the login'
  | '530 at the sender'
  | '553 at the sender'
  | 'closed at the sender'
  | 'closed at the recipient'
  | 'silent at the recipient'
  | '450 at the recipient'
  | '550 at the recipient'
  | '554 no relay'
  | '550 of the sender at the recipient'
  | '451 after the text'
  | '554 after the text'
  | 'closed after the text'
  | 'taken, then closed'
  | 'silent after the text'

export type Received = { raw: string; mail: ParsedMail; to: string[]; from: string }

const refusal = (code: number, text: string) =>
  Object.assign(new Error(text), { responseCode: code })

/**
 * A real SMTP server of this process. What it accepted, or took before it broke off, is kept.
 * @param encrypted whether it offers STARTTLS, with a certificate that it signed itself
 */
export async function aMailServer({ encrypted = false } = {}) {
  let behaviour: Behaviour = 'accept'
  let attempts = 0
  const received: Received[] = []
  const sockets = new Set<Socket>()

  const onData: SMTPServerOptions['onData'] = (stream, session, done) => {
    attempts += 1
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => void take())
    const take = async () => {
      const raw = Buffer.concat(chunks).toString()
      const { mailFrom, rcptTo } = session.envelope
      const keep = async () =>
        received.push({
          raw,
          mail: await simpleParser(raw),
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : '',
        })
      if (behaviour === 'taken, then closed') await keep()
      if (behaviour === 'taken, then closed' || behaviour === 'closed after the text')
        return closeAll()
      if (behaviour === 'silent after the text') return
      if (behaviour === '451 after the text') return done(refusal(451, 'try again later'))
      if (behaviour === '554 after the text') return done(refusal(554, 'looks like spam'))
      await keep()
      done()
    }
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: encrypted ? [] : ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => {
      if (behaviour === '421 at the greeting') return done(refusal(421, 'too busy'))
      if (behaviour === '554 at the greeting') return done(refusal(554, 'not you'))
      return done()
    },
    onAuth: ({ username }, _session, done) =>
      behaviour === '535 at the login'
        ? done(refusal(535, 'wrong password'))
        : done(null, { user: username }),
    onMailFrom: (_address, _session, done) => {
      if (behaviour === 'closed at the sender') return closeAll()
      if (behaviour === '530 at the sender') return done(refusal(530, 'log in first'))
      if (behaviour === '553 at the sender') return done(refusal(553, 'address not owned by user'))
      return done()
    },
    onRcptTo: (_address, _session, done) => {
      if (behaviour === 'closed at the recipient') return closeAll()
      if (behaviour === 'silent at the recipient') return
      if (behaviour === '450 at the recipient') return done(refusal(450, 'mailbox busy'))
      if (behaviour === '550 at the recipient') return done(refusal(550, 'no such mailbox'))
      if (behaviour === '554 no relay') return done(refusal(554, 'Relay access denied'))
      if (behaviour === '550 of the sender at the recipient')
        return done(refusal(550, 'Sender verify failed'))
      return done()
    },
    onData,
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  // A connection that this server cuts ends in an error on both sides.
  server.on('error', () => undefined)
  const closeAll = () => sockets.forEach((socket) => socket.destroy())

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // as: a TCP server listening on a port has an address of this form.
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** The same, logging in. */
    loginUrl: `smtp://scim:secret@127.0.0.1:${port}`,
    received,
    attempts: () => attempts,
    behave: (next: Behaviour) => {
      behaviour = next
    },
    /** Mails to one address, as a mail program reads them. */
    mailsTo: (address: string) =>
      received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail),
    close: async () => {
      closeAll()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type MailServer = Awaited<ReturnType<typeof aMailServer>>

/** The address of a port on which nobody listens. */
export async function nobodyListens(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as: see above.
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return `smtp://127.0.0.1:${port}`
}
