import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { parseContact, type Contact } from '@/domain/request'
import { env } from '@/env'
import { clockOf } from '@/hooks/clock'
import { actorNameOf } from '@/hooks/guardStatus'
import { tellClient } from '@/messaging/conversation'
import { clientFor } from '@/portal/clientFor'
import { Refusal } from '@/refusal'
import { hashOf, trackingToken } from '@/secrets'
import { recordChange } from './recordChange'
import { reservationPost } from './reservationPost'
import { Faults } from './staffRoute'

const NEWS = {
  fr: 'Vos coordonnées ont été corrigées. Désormais, nous vous joignons par les nouvelles.',
  en: 'Your contact details were corrected. From now on we reach you by the new ones.',
}

/**
 * Another record of the client takes the place of the wrong one, which stays readable in the row of
 * this change. A link that went to a wrong address or phone stops working.
 */
export const correctContact = reservationPost(
  'contact',
  async ({ req, reservation, body, locale }) => {
    const parsed = parseContact(
      { client: body, consent: true },
      { country: env.country, locale: locale },
    )
    if ('errors' in parsed)
      throw new Faults(
        parsed.errors.map(({ path, message }) => ({
          path: path.replace(/^client\./, ''),
          message,
        })),
      )
    const { contact } = parsed
    const client = await clientFor(req, { client: contact, locale: reservation.locale })
    if (client === reservation.client)
      throw new Refusal(
        'contact_inchange',
        { fr: 'Ces coordonnées sont déjà les siennes.', en: 'These are its details already.' },
        'name',
        400,
        locale,
      )
    const link = await linkOf(req, reservation.id, contact)
    const trackingVersion = link.version + (link.strayed ? 1 : 0)
    const { reference } = reservation
    const corrected = await recordChange(
      req,
      reservation,
      { kind: 'contact', before: { client: reservation.client }, after: { client } },
      {
        client,
        trackingVersion,
        trackingHash: hashOf(trackingToken({ reference, trackingVersion })),
      },
    )
    const now = await clockOf(req)
    await tellClient(req, corrected, NEWS[reservation.locale], now, actorNameOf(req))
  },
)

/** The client's link, and whether it went to anybody else since the contact was corrected last. */
async function linkOf(
  req: PayloadRequest,
  reservation: number,
  { email, phone }: Contact,
): Promise<{ version: number; strayed: boolean }> {
  const [link] = await rowsOf<{ version: number; strayed: boolean }>(
    req,
    sql`with told as (
          select coalesce(max(at), '-infinity') as since from reservation_changes
          where reservation_id = ${reservation} and kind = 'contact')
        select r.tracking_version::int as version, exists (
            select 1 from messages m where m.reservation_id = r.id and m.audience = 'client'
              and m.created_at >= told.since and m.recipient <> ''
              and lower(m.recipient) is distinct from lower(${email}::text))
          or exists (
            select 1 from channel_deliveries d where d.reservation_id = r.id and d.attempts > 0
              and d.created_at >= told.since and d.recipient <> ${phone}) as strayed
        from reservations r, told where r.id = ${reservation}`,
  )
  if (!link) throw new Error('a reservation just locked cannot be read')
  return link
}
