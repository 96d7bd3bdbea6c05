import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { wrapHtml } from './mailLayout'
import { mailFooter } from './mailFooter'
import { officeOf } from './office'

const WORDS = {
  fr: {
    subject: (agency: string) => `${agency} : nouveau mot de passe`,
    asked: 'Vous, ou quelqu’un d’autre, avez demandé un nouveau mot de passe. Choisissez-le ici :',
    otherwise: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  en: {
    subject: (agency: string) => `${agency}: new password`,
    asked: 'You, or somebody else, asked for a new password. Choose it here:',
    otherwise: 'If it was not you, do nothing: your password stays the same.',
  },
} as const

/** Writes the mail that lets a member of staff choose a new password; nothing for anybody else. */
export async function queuePasswordLink(
  req: PayloadRequest,
  email: string,
  locale: Locale,
): Promise<void> {
  const token = await req.payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    req,
  })
  if (!token) return
  const { asked, otherwise, ...words } = WORDS[locale]
  const office = await officeOf(req)
  const subject = words.subject(office.agency.name[locale])
  // Built from the settings: a link made of the request's Host would go where a stranger says.
  const url = `${env.serverUrl}/admin/reset/${token}`
  const html = `<p>${asked}</p><p><a href="${url}">${url}</a></p><p>${otherwise}</p>`
  const footer = mailFooter(locale, office)
  const now = new Date().toISOString()
  await req.payload.db.create({
    collection: 'messages',
    data: {
      direction: 'sortant',
      channel: 'email',
      audience: 'equipe',
      recipient: email,
      subject,
      text: [asked, url, otherwise].join('\n\n'),
      html: wrapHtml({ html, subject, locale, agency: office.agency, footer }),
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
