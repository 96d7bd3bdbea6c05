import { lockProperty } from '@/rowLocks'
import { judgeAppointment, judgeStay, type Offer } from '@/domain/availability'
import { parseMoment, type Moment } from '@/domain/moment'
import type { Locale } from '@/domain/status'
import { whenInWords } from '@/domain/wording'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import { clockOf } from '@/hooks/clock'
import { actorNameOf } from '@/hooks/guardStatus'
import { announce, listenersOf } from '@/messaging/announce'
import { tellClient } from '@/messaging/conversation'
import { offerOf } from '@/messaging/offer'
import { queueNotices } from '@/messaging/queueNotices'
import { placeRefusal } from '@/placeRefusal'
import { Refusal } from '@/refusal'
import { recordChange } from './recordChange'
import { reservationPost, type Locked } from './reservationPost'
import { Faults } from './staffRoute'

/** To another time by the same rules as a request; the old place is kept until the new is certain. */
export const move = reservationPost('move', async ({ req, reservation, body, locale }) => {
  const now = await clockOf(req)
  if (reservation.status === 'annulee' || new Date(reservation.startsAt) <= now)
    throw new Refusal('deplacement_refuse', WORDS.over, 'startsAt', 409, locale)
  const parsed = parseMoment(body, { kind: reservation.kind, locale })
  if ('errors' in parsed) throw new Faults(parsed.errors)

  await lockProperty(req, reservation.property)
  const { from, to } = spanOf(parsed.moment)
  const found = await offerOf(req, reservation.property, from, to ?? from)
  if (!found) throw placeRefusal('lien_inconnu', locale)
  const offer = withoutItself(found.offer, reservation)
  const verdict =
    parsed.moment.kind === 'sejour'
      ? judgeStay({ offer, from: parsed.moment.startsAt, to: parsed.moment.endsAt, now })
      : judgeAppointment({ offer, startsAt: from, endsAt: to, now })
  if (!verdict.ok) throw placeRefusal(verdict.problem, locale)
  const before = { startsAt: reservation.startsAt, endsAt: reservation.endsAt }
  const after = {
    startsAt: verdict.startsAt.toISOString(),
    endsAt: verdict.endsAt.toISOString(),
  }
  if (after.startsAt === before.startsAt && after.endsAt === before.endsAt)
    throw new Refusal('deplacement_refuse', WORDS.same, 'startsAt', 400, locale)

  const moved = await recordChange(
    req,
    reservation,
    { kind: 'deplacement', before, after },
    {
      ...after,
      // Whoever was reminded was reminded of the old date.
      visitRemindedAt: null,
    },
  )
  const text = newsOf(moved, before)
  if (moved.status === 'confirmee')
    await queueNotices(req, 'deplacee', { ...moved, statusNote: text }, now)
  else {
    await announce(req, 'deplacee', moved.id, now, await listenersOf(req, 'deplacee'))
    await tellClient(req, moved, text, now, actorNameOf(req))
  }
})

const WORDS = {
  over: {
    fr: 'Elle est annulée ou passée : elle ne se déplace plus.',
    en: 'It is cancelled or past: it is no longer moved.',
  },
  same: { fr: 'C’est déjà sa date.', en: 'This is its date already.' },
}

function spanOf(moment: Moment): { from: Date; to: Date | null } {
  if (moment.kind !== 'sejour') return { from: moment.startsAt, to: moment.endsAt }
  const instant = (day: string) => instantOf(day, '00:00', env.timeZone)
  return { from: instant(moment.startsAt), to: instant(moment.endsAt) }
}

/** Its own place does not stand in its way: it may move by one slot, or by one night. */
function withoutItself(offer: Offer, { startsAt, endsAt, kind }: Locked): Offer {
  const isItself = (taken: Offer['taken'][number]) =>
    taken.kind === kind &&
    taken.startsAt.getTime() === Date.parse(startsAt) &&
    taken.endsAt.getTime() === Date.parse(endsAt)
  return { ...offer, taken: offer.taken.filter((taken) => !isItself(taken)) }
}

/** What the client reads, in the language of its request. */
function newsOf(moved: Locked, before: { startsAt: string; endsAt: string }): string {
  const locale: Locale = moved.locale
  const words = (period: { startsAt: string; endsAt: string }) =>
    whenInWords({
      kind: moved.kind,
      startsAt: new Date(period.startsAt),
      endsAt: new Date(period.endsAt),
      zone: env.timeZone,
      locale,
    })
  const waiting = moved.status === 'en_attente'
  if (locale === 'fr')
    return `La date a changé. Désormais : ${words(moved)}. Auparavant : ${words(before)}.${
      waiting ? ' Votre demande attend toujours notre réponse.' : ''
    }`
  return `The date has changed. Now: ${words(moved)}. Before: ${words(before)}.${
    waiting ? ' Your request is still awaiting our answer.' : ''
  }`
}
