import { SPOKEN } from '@/domain/change'
import { clockOf } from '@/hooks/clock'
import { recordChange } from './recordChange'
import { reservationPost } from './reservationPost'
import { Faults } from './staffRoute'
import { wordsOf } from './words'

/** Answered by phone or WhatsApp: what was said is kept, and the clock of the promise stops, once. */
export const answer = reservationPost('answer', async ({ req, reservation, body, locale }) => {
  const channel = SPOKEN.find((one) => one === body.channel)
  if (!channel)
    throw new Faults([
      {
        path: 'channel',
        message: locale === 'fr' ? 'Par téléphone ou WhatsApp ?' : 'By phone or on WhatsApp?',
      },
    ])
  const text = wordsOf(body.text, locale)
  const first = reservation.status === 'en_attente' && !reservation.respondedAt
  const respondedAt = (await clockOf(req)).toISOString()
  await recordChange(
    req,
    reservation,
    { kind: 'reponse', before: null, after: { channel, text } },
    first ? { respondedAt, awaitingUntil: null } : {},
  )
})
