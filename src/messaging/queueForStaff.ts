import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { officeOf } from './office'

type StaffMail = {
  email: string
  locale: Locale
  subject: string
  /** Plain text. */
  paragraphs: readonly string[]
  /** The paragraph that is this address becomes a link. */
  url?: string
}

/** A mail to a member of staff about their own account; it belongs to no reservation. */
export async function queueForStaff(req: PayloadRequest, mail: StaffMail): Promise<void> {
  const { email, locale, subject, paragraphs, url } = mail
  const html = paragraphs
    .map((text) => (text === url ? `<a href="${escapeHtml(url)}">${url}</a>` : escapeHtml(text)))
    .map((inner) => `<p>${inner}</p>`)
    .join('')
  const footer = mailFooter(locale, await officeOf(req))
  const now = new Date().toISOString()
  await req.payload.db.create({
    collection: 'messages',
    data: {
      direction: 'sortant',
      channel: 'email',
      audience: 'equipe',
      recipient: email,
      subject,
      text: paragraphs.join('\n\n'),
      html: wrapHtml({ html, subject, locale, footer }),
      state: 'a_envoyer',
      attempts: 0,
      nextAttemptAt: now,
      unknownOutcome: false,
      createdAt: now,
    },
    returning: false,
    req,
  })
}
