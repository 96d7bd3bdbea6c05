import type { PayloadRequest } from 'payload'
import { alternatives, alternativeStays } from '@/domain/availability'
import type { Kind, Locale } from '@/domain/status'
import { whenInWords } from '@/domain/wording'
import { instantOf, localDay } from '@/domain/zone'
import { env } from '@/env'
import { href } from '@/i18n/paths'
import { offerOf } from './offer'

const COUNT = 3
/** More than alternatives are sought before the wanted period, and after its end. */
const MARGIN_DAYS = 32

type Handle = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type Wanted = { property: number | string } & (
  | { kind: 'sejour'; startsAt: string; endsAt: string }
  | { kind: 'visite' | 'location' | 'achat'; startsAt: Date }
)
type Period = { startsAt: string; endsAt: string }

/** The free periods nearest to the wanted one: days for a stay, else instants. */
export async function alternativesTo(
  req: Handle,
  wanted: Wanted,
  now: Date,
  count = COUNT,
): Promise<Period[]> {
  const midnight = (day: string) => instantOf(day, '00:00', env.timeZone)
  const stay = wanted.kind === 'sejour'
  const from = stay ? midnight(wanted.startsAt) : wanted.startsAt
  const to = stay ? midnight(wanted.endsAt) : from
  const found = await offerOf(req, wanted.property, from, to, MARGIN_DAYS)
  if (!found?.published) return []
  const { offer } = found
  if (wanted.kind === 'sejour')
    return alternativeStays({ offer, from: wanted.startsAt, to: wanted.endsAt, now, count })
  return alternatives({ offer, wanted: wanted.startsAt, now, count }).map((slot) => ({
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
  }))
}

export type Rescue = { words: string; url: string }

/** What a client whose request came to nothing may ask for instead, each with a link that fills it in. */
export async function rescuesFor(
  req: Handle,
  reservation: { property: number; slug: string; kind: Kind; startsAt: string; endsAt: string },
  locale: Locale,
  now: Date,
): Promise<Rescue[]> {
  const { property, slug, kind } = reservation
  const startsAt = new Date(reservation.startsAt)
  const endsAt = new Date(reservation.endsAt)
  const day = (instant: Date) => localDay(instant, env.timeZone)
  const wanted: Wanted =
    kind === 'sejour'
      ? { property, kind, startsAt: day(startsAt), endsAt: day(endsAt) }
      : { property, kind, startsAt }
  const free = await alternativesTo(req, wanted, now, COUNT + 1)
  // Its own moment is free again by now; it was asked for and came to nothing.
  const own = kind === 'sejour' ? day(startsAt) : startsAt.toISOString()
  const periods = free.filter((period) => period.startsAt !== own).slice(0, COUNT)
  const instant = (text: string) =>
    kind === 'sejour' ? instantOf(text, '00:00', env.timeZone) : new Date(text)
  return periods.map((period) => ({
    words: whenInWords({
      kind,
      startsAt: instant(period.startsAt),
      endsAt: instant(period.endsAt),
      zone: env.timeZone,
      locale,
    }),
    url: `${env.serverUrl}${href(locale, '/reservation/coordonnees', {
      bien: slug,
      type: kind,
      debut: period.startsAt,
      fin: kind === 'sejour' ? period.endsAt : '',
    })}`,
  }))
}
