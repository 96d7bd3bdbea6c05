import { rowsOf, sql } from '@/database'
import { parseContact } from '@/domain/request'
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
  fr: 'Vos coordonnées ont été corrigées. Voici le lien de votre demande.',
  en: 'Your contact details were corrected. Here is the link of your request.',
}

/**
 * Another record of the client takes the place of the wrong one, which stays readable in the row of
 * this change. A link that was mailed to a wrong address stops working.
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
    const [known] = await rowsOf<{ email: string | null; version: number }>(
      req,
      sql`select c.email, r.tracking_version::int as version
          from reservations r join clients c on c.id = r.client_id where r.id = ${reservation.id}`,
    )
    if (!known) throw new Error('a reservation just locked cannot be read')
    const client = await clientFor(req, { client: parsed.contact, locale: reservation.locale })
    if (client === reservation.client)
      throw new Refusal(
        'contact_inchange',
        { fr: 'Ces coordonnées sont déjà les siennes.', en: 'These are its details already.' },
        'name',
        400,
        locale,
      )
    const mailedElsewhere = known.email !== null && known.email !== parsed.contact.email
    const trackingVersion = known.version + (mailedElsewhere ? 1 : 0)
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
