import { judgeExtension, MOST_HOURS } from '@/domain/change'
import type { Words } from '@/domain/status'
import { clockOf } from '@/hooks/clock'
import { Refusal } from '@/refusal'
import { recordChange } from './recordChange'
import { reservationPost } from './reservationPost'

const WORDS = {
  answered: {
    fr: 'Seule une demande en attente garde une place à prolonger.',
    en: 'Only a waiting request holds a place to keep longer.',
  },
  heures: {
    fr: `Donnez un nombre entier d’heures, de 1 à ${MOST_HOURS}.`,
    en: `Give a whole number of hours, 1 to ${MOST_HOURS}.`,
  },
  limite: {
    fr: 'La place est déjà gardée aussi longtemps que possible.',
    en: 'The place is held as long as possible already.',
  },
} satisfies Record<string, Words>

/** Holds the place of a waiting request longer. The promised time of answer stays what it was. */
export const extend = reservationPost('extend', async ({ req, reservation, body, locale }) => {
  if (reservation.status !== 'en_attente')
    throw new Refusal('prolongation_refusee', WORDS.answered, 'status', 409, locale)
  const verdict = judgeExtension({
    hours: body.hours,
    holdUntil: new Date(reservation.holdUntil),
    startsAt: new Date(reservation.startsAt),
    createdAt: new Date(reservation.createdAt),
    now: await clockOf(req),
  })
  if (!verdict.ok)
    throw new Refusal('prolongation_refusee', WORDS[verdict.problem], 'hours', 400, locale)
  const before = { holdUntil: reservation.holdUntil }
  const after = { holdUntil: verdict.holdUntil.toISOString() }
  await recordChange(req, reservation, { kind: 'prolongation', before, after }, after)
})
