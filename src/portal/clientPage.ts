import { redirect } from 'next/navigation'
import { countsHours } from '@/domain/promise'
import { readReference } from '@/domain/reference'
import type { Locale } from '@/domain/status'
import type { ReservationPage } from '@/domain/view'
import {
  dayAndTime,
  deadlineInWords,
  delayInWords,
  momentInWords,
  promiseInWords,
  unbroken,
  whenInWords,
  writtenDeadline,
} from '@/domain/wording'
import { instantOf } from '@/domain/zone'
import { env } from '@/env'
import { href } from '@/i18n/paths'
import { stallNow } from '@/pulse'
import { portalPayload } from './payload'
import { plainSegment } from './plainSegment'
import { deservesRescue, rescue } from './rescue'
import { provenReferences } from './session'
import { reservationPage } from './tracking'

/**
 * The page of a reservation that this device has proved; others are sent to the tracking form, the
 * same for an unknown reference and for somebody else's, with what the address itself says.
 */
export async function clientPage(asked: string, locale: Locale) {
  const page = await provenPage(asked, locale)
  if (!page) redirect(href(locale, '/suivi', { reference: referenceIn(asked) ?? undefined }))
  const { reservation } = page
  const { kind, startsAt, endsAt, promise } = reservation
  const now = new Date()
  const zone = env.timeZone
  const instant = (text: string) =>
    kind === 'sejour' ? instantOf(text, '00:00', zone) : new Date(text)
  const moment = (text: string) => momentInWords(new Date(text), zone, locale)
  const respondBy = new Date(promise.respondBy)
  const minutes = reservation.support.slaMinutes
  return {
    ...page,
    when: unbroken(
      whenInWords({ kind, startsAt: instant(startsAt), endsAt: instant(endsAt), zone, locale }),
    ),
    /** It took place, or nobody came: there is nothing left to note or to cancel. */
    over: reservation.status === 'confirmee' && instant(endsAt) <= now,
    before: unbroken(deadlineInWords(respondBy, now, zone, locale)),
    /** The house cannot keep a time honestly right now: pages say so instead of naming one. */
    stalled:
      reservation.status === 'en_attente' &&
      promise.state !== 'en_retard' &&
      (await stallNow(await portalPayload())) !== null,
    delay: delayInWords(minutes, {
      inHours: countsHours({ from: new Date(reservation.createdAt), respondBy, minutes }),
      locale,
    }),
    promiseWords:
      reservation.status !== 'en_attente' && !promise.respondedAt
        ? null
        : unbroken(
            promiseInWords({
              respondBy,
              respondedAt: promise.respondedAt ? new Date(promise.respondedAt) : null,
              now,
              zone,
              locale,
            }),
          ),
    holdWords: page.holdUntil
      ? unbroken(deadlineInWords(new Date(page.holdUntil), now, zone, locale))
      : null,
    timeline: reservation.timeline.map((entry) => ({ ...entry, words: moment(entry.at) })),
    messages: reservation.messages
      .map((message) => ({ ...message, words: moment(message.at) }))
      .reverse(),
    rescue: deservesRescue(page.statusReason)
      ? await rescue({ id: page.property.id, kind, startsAt, endsAt }, locale)
      : [],
    contact: {
      contactEmail: reservation.support.contactEmail,
      contactPhone: page.contactPhone,
      whatsappUrl: reservation.support.whatsappUrl,
    },
  }
}

/**
 * The page that follows the sending. Reloaded after the answer, or past its time, it would go on
 * promising: then the client's own page stands in its place.
 */
export async function confirmationPage(asked: string, locale: Locale) {
  const page = await clientPage(asked, locale)
  const { reference, status, promise } = page.reservation
  if (status !== 'en_attente' || promise.state === 'en_retard')
    redirect(href(locale, `/espace/${reference}`))
  const respondBy = new Date(promise.respondBy)
  const zone = env.timeZone
  // It is printed, or kept as a picture: « demain », or an hour alone, is untrue on another day.
  return {
    ...page,
    before: unbroken(writtenDeadline(respondBy, new Date(), zone, locale)),
    keptBefore: unbroken(dayAndTime(respondBy, zone, locale)),
  }
}

const referenceIn = (asked: string) => readReference(plainSegment(asked).slice(0, 40))

/** A reservation that this device has proved, or null. */
export async function provenPage(asked: string, locale: Locale): Promise<ReservationPage | null> {
  const reference = referenceIn(asked)
  const proven = await provenReferences()
  return reference && proven.includes(reference) ? reservationPage(reference, locale) : null
}

/** The token of a reservation this device has proved, or null. */
export const provenToken = async (asked: string, locale: Locale): Promise<string | null> =>
  (await provenPage(asked, locale))?.token ?? null
