import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Locale } from '@/domain/status'
import { writtenDeadline } from '@/domain/wording'
import { env } from '@/env'
import { accessToken, hashOf, randomLinkId } from '@/secrets'
import { BUILT_IN } from './builtIn/texts'
import { chooseAndRender } from './chooseAndRender'
import { officeFacts } from './facts'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { officeOf } from './office'
import { publishedTemplates } from './templates'

const KEY = 'lien_acces'
const PAGE = '/espace/lien/'
/** A link whose key is still missing: 22 characters of base64url and nothing after. */
const WITHOUT_KEY = /(\/espace\/lien\/)([\w-]{22})(?![\w.-])/g

/**
 * Puts the key into the access links of a text, at the moment it leaves the house, where they were
 * asked for by this reader.
 * @param isTheirs by the hash that the table keeps
 */
export const withAccessKeys = (text: string, isTheirs: (hash: string) => boolean) =>
  text.replace(WITHOUT_KEY, (link, page: string, id: string) =>
    isTheirs(hashOf(id)) ? page + accessToken(id) : link,
  )

/**
 * Writes the mail with the link to all bookings of an e-mail address, valid for ten minutes by the
 * database's clock. The text in the outbox has the link without its key, so that whoever reads the
 * messages cannot use it.
 */
export async function queueAccessLink(
  req: PayloadRequest,
  email: string,
  locale: Locale,
): Promise<void> {
  const [client] = await rowsOf<{ name: string }>(
    req,
    sql`select c.name from clients c join reservations r on r.client_id = c.id
        where lower(c.email) = ${email} order by r.id desc limit 1`,
  )
  if (!client) return
  const id = randomLinkId()
  const [link] = await rowsOf<{ now: string; expiresAt: string }>(
    req,
    sql`insert into access_links (id_hash, email, expires_at)
        values (${hashOf(id)}, ${email}, now() + interval '10 minutes')
        returning now() as now, expires_at as "expiresAt"`,
  )
  if (!link) throw new Error('an access link was not written')
  const now = new Date(link.now)
  const office = await officeOf(req)
  const stored = await publishedTemplates(req, [KEY])
  const found = stored.find((template) => template.locale === locale) ?? null
  const { subject, text, html, builtIn } = chooseAndRender({
    stored: found?.document ?? null,
    builtIn: BUILT_IN[KEY][locale],
    key: KEY,
    locale,
    accent: office.agency.colour,
    facts: {
      lien_acces: `${env.serverUrl}${locale === 'en' ? '/en' : ''}${PAGE}${id}`,
      expire_le: writtenDeadline(new Date(link.expiresAt), now, env.timeZone, locale),
      client_nom: client.name,
      ...officeFacts(office, locale),
    },
  })
  await req.payload.db.create({
    collection: 'messages',
    data: {
      template: KEY,
      templateVersion: builtIn ? 'integre' : String(found?.revision ?? 1),
      direction: 'sortant',
      channel: 'email',
      audience: 'client',
      recipient: email,
      recipientName: client.name,
      subject,
      text,
      html: wrapHtml({
        html,
        subject,
        locale,
        agency: office.agency,
        footer: mailFooter(locale, office),
      }),
      state: 'a_envoyer',
      attempts: 0,
      nextAttemptAt: now.toISOString(),
      unknownOutcome: false,
      createdAt: now.toISOString(),
    },
    returning: false,
    req,
  })
}
