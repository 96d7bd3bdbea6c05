import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { keptPasswordToken, passwordToken, randomLinkId } from '@/secrets'
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

const PAGE = '/admin/reset/'
/** A link whose key is still missing: 22 characters of base64url and nothing after. */
const WITHOUT_KEY = /(\/admin\/reset\/)([\w-]{22})(?![\w.-])/g

/**
 * Puts the key into the link to a new password, at the moment it leaves the house for this reader.
 * @param isTheirs by what the column keeps
 */
export const withPasswordKeys = (text: string, isTheirs: (kept: string) => boolean) =>
  text.replace(WITHOUT_KEY, (link, page: string, id: string) => {
    const token = passwordToken(id)
    return isTheirs(keptPasswordToken(token)) ? page + token : link
  })

/**
 * Writes the mail that lets a member of staff choose a new password; nothing for anybody else. The text
 * in the outbox has the link without its key: an administrator who reads the messages, or somebody at
 * that open browser, takes no account over with it.
 */
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
  const id = randomLinkId()
  await rowsOf(
    req,
    sql`update users set reset_password_token = ${keptPasswordToken(passwordToken(id))}
        where reset_password_token = ${token}`,
  )
  const { subject, asked, otherwise } = WORDS[locale]
  // Built from the settings: a link made of the request's Host would go where a stranger says.
  const url = `${env.serverUrl}${PAGE}${id}`
  await queueForStaff(req, { email, locale, subject, url, paragraphs: [asked, url, otherwise] })
}
