import { Readable } from 'node:stream'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer, { type TransportOptions } from 'nodemailer'
import type { Payload } from 'payload'
import { readAgency } from '@/domain/agency'
import { env } from '@/env'
import type { Mailer } from './deliver'

/** How many mails are on their way at once; servers grant one sender about so many. */
export const CONNECTIONS = 8

/** Milliseconds. Without limits a silent server would hold a worker for ever. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** `knock` goes as far as the login and sends nothing; it rejects while the server takes nothing. */
export type Post = Mailer & { knock(): Promise<unknown> }

/**
 * On this machine nobody stands between us and the server, and Debian gives it a certificate that it
 * signed itself. Everywhere else the certificate must prove the name, unless SMTP_URL says otherwise.
 */
const isHere = (url: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

/** The way out to the mail server, or null when none is set: then messages wait, visibly. */
export async function openMailer(payload: Payload, patience = PATIENCE): Promise<Post | null> {
  if (!env.smtpUrl) return null
  // Our own nodemailer, newer than the adapter's.
  const transport = nodemailer.createTransport({
    url: env.smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    ...patience,
    ...(isHere(env.smtpUrl) ? { tls: { rejectUnauthorized: false } } : {}),
  } as TransportOptions) // as: the types know `url` only without the other options.
  // The text is read when the server asks for it and not before: nodemailer's own stream reads ahead,
  // and a text that nobody read is the proof that nothing left.
  transport.use('stream', ({ data: { raw }, message }, done) => {
    if (raw instanceof Readable) message.createReadStream = () => raw
    done()
  })
  const adapter = await nodemailerAdapter({
    transport,
    skipVerify: true,
    defaultFromAddress: env.mailFrom,
    defaultFromName: readAgency(null).name.fr,
  })
  return { ...adapter({ payload }), knock: () => transport.verify() }
}
