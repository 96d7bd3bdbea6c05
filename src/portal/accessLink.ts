import { rowsOf, sql } from '@/database'
import { isEmail, normalEmail } from '@/domain/emailAddress'
import type { Locale } from '@/domain/status'
import { askForMail } from '@/messaging/mailRequests'
import { hashOf, linkIdOf } from '@/secrets'
import { outside, portalPayload } from './payload'

/** The link to all bookings of an e-mail address: asked for, sent by mail, used once. */

export type Asked =
  { status: 'taken' } | { status: 'unreadable' } | { status: 'late'; retryAfterSeconds: number }

/** The answer is the same for known and unknown people, and so is the work. */
export async function askAccessLink(typed: unknown, locale: Locale): Promise<Asked> {
  const email = normalEmail(typed)
  if (!isEmail(email)) return { status: 'unreadable' }
  const payload = await portalPayload()
  const retryAfterSeconds = await askForMail(payload, { kind: 'lien_acces', email, locale })
  return retryAfterSeconds > 0 ? { status: 'late', retryAfterSeconds } : { status: 'taken' }
}

/** Uses the link up. @returns the references it opens, or null when it is none, old or used */
export async function spendAccessLink(token: string): Promise<string[] | null> {
  const id = linkIdOf(token)
  if (!id) return null
  const rows = await rowsOf<{ reference: string | null }>(
    await outside(),
    sql`with used as (
          delete from access_links where id_hash = ${hashOf(id)} returning email, expires_at)
        select r.reference from used
        left join (clients c join reservations r on r.client_id = c.id)
          on lower(c.email) = used.email
        where used.expires_at > now() order by r.id`,
  )
  if (rows.length === 0) return null
  return rows.flatMap(({ reference }) => reference ?? [])
}
