import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import { env } from '@/env'
import { wrapHtml } from './mailLayout'
import { mailFooter } from './mailFooter'
import { officeOf } from './office'

const WORDS = {
  fr: {
    subject: 'Choisir un nouveau mot de passe',
    before: 'Un nouveau mot de passe a été demandé pour ce compte. Ce lien le permet, une heure :',
    after: 'Vous n’avez rien demandé ? Laissez ce message de côté : rien ne change.',
  },
  en: {
    subject: 'Choose a new password',
    before: 'A new password was asked for this account. This link allows it, for one hour:',
    after: 'You asked for nothing? Leave this message aside: nothing changes.',
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
  const { subject, before, after } = WORDS[locale]
  // Built from the settings: a link made of the request's Host would go where a stranger says.
  const url = `${env.serverUrl}/admin/reset/${token}`
  const paragraphs = [before, url, after]
  const html = `<p>${escapeHtml(before)}</p><p><a href="${escapeHtml(url)}">${escapeHtml(subject)}</a></p><p>${escapeHtml(after)}</p>`
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
