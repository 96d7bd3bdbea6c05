import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { EmailAdapter } from 'payload'
import { readAgency } from '@/domain/agency'
import type { Outcome } from '@/domain/message'
import { refusedBy, type Refusal } from '@/domain/smtpRefusal'
import { env } from '@/env'
import { completeLinks } from './decisionLink'
import { footerOf } from './mailLayout'
import type { ClaimedMessage } from './outbox'
import { withAccessKeys } from './queueAccessLink'
import { withPasswordKeys } from './queuePasswordLink'

/** Links that open something are whole only in the mail that leaves, to whom they were made for. */
const keysOf = ({ opens }: Pick<ClaimedMessage, 'opens'>) => {
  const isTheirs = (hash: string) => opens.includes(hash)
  return (text: string) =>
    withPasswordKeys(completeLinks(withAccessKeys(text, isTheirs), isTheirs), isTheirs)
}

export type Mailer = ReturnType<EmailAdapter<unknown>>

/** `<id@host>`, the same at every attempt: a reader's program drops a second copy (RFC 5322 3.6.4). */
export function messageIdOf(id: number): string {
  return `<message-${id}@${new URL(env.serverUrl).hostname}>`
}

/** A server that drips its answers may not outlast the lease of the claim, which is 120 s. */
const LONGEST = 90_000

const methodOf = (calendar: string) => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH'

export type SmtpError = Error & {
  responseCode?: number
  response?: string
  code?: string
  /** Of what nodemailer sums up as ESOCKET: a certificate that is not believed, a port without TLS. */
  originalCode?: string
  /** What the server answered to: `RCPT TO`, `AUTH PLAIN`, or `CONN` for its greeting. */
  command?: string
  /** `connect` where no connection came about. */
  syscall?: string
}

const refusalOf = ({ responseCode = 0, response, command = '' }: SmtpError): Refusal => ({
  code: responseCode,
  command,
  answer: response ?? String(responseCode),
})

/** Whether the server refused us, at its door or as a sender: no mail of ours would fare better. */
export const isShut = (error: SmtpError): boolean =>
  isForGood(error) && ['login', 'sender'].includes(refusedBy(refusalOf(error)))

/** Whether it did so before any mail was spoken of, where a knock would tell. */
export const isShutOut = (error: SmtpError): boolean =>
  isForGood(error) && refusedBy(refusalOf(error)) === 'login'

const isForGood = ({ responseCode = 0 }: SmtpError) => responseCode >= 500

/**
 * Hands one message to the mail server. Whether the server took it is known from its answer alone;
 * where the connection broke after the last byte was read, nobody knows (RFC 1047).
 */
export async function deliver(mailer: Mailer, message: ClaimedMessage): Promise<Outcome> {
  const thread = message.thread.map(messageIdOf)
  const withKeys = keysOf(message)
  const footer = message.html ? footerOf(message.html) : ''
  const mail = new MailComposer({
    messageId: messageIdOf(message.id),
    date: message.createdAt,
    from: { name: readAgency({ name: message.agency }).name.fr, address: env.mailFrom },
    replyTo: env.contactEmail,
    to: { name: message.recipientName ?? '', address: message.recipient },
    subject: message.subject ?? '',
    text: withKeys(footer ? `${message.text.trimEnd()}\n\n${footer}\n` : message.text),
    html: message.html ? withKeys(message.html) : undefined,
    icalEvent: message.calendar
      ? {
          method: methodOf(message.calendar),
          filename: 'reservation.ics',
          content: message.calendar,
        }
      : undefined,
    inReplyTo: thread.at(-1),
    references: thread.length > 0 ? thread : undefined,
    headers: {
      ...(message.reference ? { 'X-SCIM-Reference': message.reference } : {}),
      ...(message.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const bytes = await mail.build()

  // Read only when the connection stands: a stream that buffers by itself would look sent at once.
  const raw = Readable.from([bytes], { objectMode: false })
  let readWhole = false
  raw.once('end', () => {
    readWhole = true
  })
  try {
    const answer = await mailer.sendEmail({
      envelope: { from: env.mailFrom, to: [message.recipient] },
      raw,
      signal: AbortSignal.timeout(LONGEST),
    } as Parameters<Mailer['sendEmail']>[0]) // as: nodemailer 10 knows `signal`, its types do not.
    return outcomeOfAnswer(answer)
  } catch (error) {
    return outcomeOfError(error as SmtpError, readWhole) // as: nodemailer adds these to its errors.
  }
}

function outcomeOfAnswer(answer: unknown): Outcome {
  const response =
    typeof answer === 'object' && answer !== null && 'response' in answer ? answer.response : ''
  return typeof response === 'string' && response.startsWith('250')
    ? { kind: 'accepted', answer: response }
    : { kind: 'unknown', cause: 'sans réponse 250' }
}

function outcomeOfError(error: SmtpError, readWhole: boolean): Outcome {
  if (error.responseCode) {
    const refusal = refusalOf(error)
    if (isShut(error) && !readWhole) return { kind: 'shut', answer: refusal.answer }
    const permanent = isForGood(error) && (readWhole || refusedBy(refusal) === 'mail')
    return { kind: 'refused', answer: refusal.answer, permanent }
  }
  const cause = error.originalCode ?? error.code ?? 'ERREUR'
  return readWhole ? { kind: 'unknown', cause } : { kind: 'unsent', cause }
}
