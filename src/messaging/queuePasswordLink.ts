import type { PayloadRequest } from 'payload'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { queueForStaff } from './queueForStaff'

const WORDS = {
  fr: {
    subject: 'nouveau mot de passe',
    asked: 'Vous, ou quelqu’un d’autre, avez demandé un nouveau mot de passe. Choisissez-le ici :',
    otherwise: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  en: {
    subject: 'new password',
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
  const { subject, asked, otherwise } = WORDS[locale]
  // Built from the settings: a link made of the request's Host would go where a stranger says.
  const url = `${env.serverUrl}/admin/reset/${token}`
  await queueForStaff(req, { email, locale, subject, url, paragraphs: [asked, url, otherwise] })
}
