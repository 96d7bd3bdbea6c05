import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import { mailFooter } from './mailFooter'
import { htmlLink, wrapHtml } from './mailLayout'
import { officeOf } from './office'
import { queueMail } from './queueMail'

type StaffMail = {
  email: string
  locale: Locale
  /** The agency's name is put in front of it. */
  subject: string
  /** Plain text. */
  paragraphs: readonly string[]
  /** The paragraph that is this address becomes a link. */
  url?: string
}

/** A mail to a member of staff about their own account. */
export async function queueForStaff(req: PayloadRequest, mail: StaffMail): Promise<void> {
  const { email, locale, paragraphs, url } = mail
  const office = await officeOf(req)
  const subject = `${office.agency.name[locale]}${locale === 'fr' ? ' : ' : ': '}${mail.subject}`
  const html = paragraphs
    .map((text) => (text === url ? htmlLink(url, office.agency) : escapeHtml(text)))
    .map((inner) => `<p>${inner}</p>`)
    .join('')
  const footer = mailFooter(locale, office)
  await queueMail(req, {
    recipient: email,
    subject,
    text: paragraphs.join('\n\n'),
    html: wrapHtml({ html, subject, locale, agency: office.agency, footer }),
  })
}
