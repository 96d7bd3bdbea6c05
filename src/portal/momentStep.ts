import type { Kind, Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import { isDay, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { dayWords, freeDays, nextFreeDay, nextFreeNight } from './freeSlots'
import { newKey, placeProblem, type Answers } from './funnel'
import { cellsOf, monthOf, weekdayHeads, type Month } from './month'
import { departuresFrom, freeNights } from './nights'
import { ownRequestAt } from './ownRequest'
import { rescueInFunnel } from './rescue'
import { provenReferences } from './session'

/** All that the page for the moment shows: a month, what is free of the chosen day, what was wrong. */
export async function momentStep(
  property: PropertyDetail,
  asked: Answers,
  query: Record<string, string>,
  locale: Locale,
) {
  // as: the page checked that the property offers this kind.
  const kind = asked.type as Kind
  const answers = { ...asked, cle: asked.cle || newKey() }
  const stay = kind === 'sejour'
  const t = dictionaryOf(locale).funnel
  const fixed = { bien: answers.bien, type: answers.type, cle: answers.cle }
  const month = await monthToShow(property, stay, wantedDay(query, answers), locale)
  const link = (vers: string | null) =>
    vers ? href(locale, '/reservation/creneau', { ...fixed, vers }) : null
  const unanswered = query.vu !== undefined && !answers.debut && !query.jour
  const wrong = query.erreurs || (unanswered ? 'manque' : '')
  const shared = {
    property,
    answers,
    fixed,
    month: {
      title: t.slot.range(...month.title),
      lead: month.lead,
      weekdays: weekdayHeads(locale),
      previous: link(month.previous),
      following: link(month.following),
    },
    taken: query.pris ? await takenMoment(property, answers, stay, locale) : null,
  }
  const fault = (missing: string) => (wrong ? (placeProblem(wrong, locale) ?? missing) : undefined)
  if (!stay) {
    const slots = await slotStep(property, answers, query.jour, month, locale)
    return { ...shared, kind, ...slots, error: fault(t.slot.missing) }
  }
  const nights = await stayStep(property, answers, month, locale)
  const { missing, noDeparture } = t.stay
  return { ...shared, kind, ...nights, error: fault(nights.arrival ? noDeparture : missing) }
}

/** A moment that was not free: whose it is when it is this device's own, else what is free nearby. */
async function takenMoment(
  property: PropertyDetail,
  answers: Answers,
  stay: boolean,
  locale: Locale,
) {
  const asked = { ...answers, property: property.id, stay }
  // An address that names no moment asks for nobody's.
  const own = answers.debut ? await ownRequestAt(asked, await provenReferences()) : null
  return { own, choices: own ? [] : await rescueInFunnel(property, answers, locale) }
}

/** The day an answer names, as the place's calendar shows it. */
export function dayOf(debut: string): Day | null {
  if (isDay(debut)) return debut
  const instant = new Date(debut)
  return Number.isNaN(instant.getTime()) ? null : localDay(instant, env.timeZone)
}

/** The page of hours or departures again, where another day was pressed or no hour; else null. */
export function dayChanged(
  query: Record<string, string>,
  answers: Answers,
  locale: Locale,
): string | null {
  const { vu, jour } = query
  if (vu === undefined) return null
  const { bien, type, cle, debut } = answers
  const day = type === 'sejour' ? debut : jour
  const seen = day === vu
  if (!day || (seen && (type === 'sejour' || debut))) return null
  const changed = type === 'sejour' ? { debut } : { jour, erreurs: seen ? 'manque' : '' }
  return href(locale, '/reservation/creneau', { bien, type, cle, ...changed })
}

const wantedDay = ({ vers, jour }: Record<string, string>, { debut }: Answers) =>
  vers ?? jour ?? dayOf(debut) ?? undefined

/** The asked weeks; without a wish, the first that have something free. */
async function monthToShow(
  property: PropertyDetail,
  stay: boolean,
  asked: string | undefined,
  locale: Locale,
): Promise<Month> {
  if (asked) return monthOf(asked, locale)
  const { from } = monthOf(undefined, locale)
  const day = stay ? await nextFreeNight(property, from) : await nextFreeDay(property, from)
  return monthOf(day ?? undefined, locale)
}

async function slotStep(
  property: PropertyDetail,
  { debut }: Answers,
  jour: string | undefined,
  month: Month,
  locale: Locale,
) {
  const days = await freeDays(property, month, locale)
  const count = new Map(days.map(({ day, slots }) => [day, slots.length]))
  const wanted = jour || dayOf(debut)
  const chosen = days.find(({ day }) => day === wanted) ?? days[0] ?? null
  return { cells: cellsOf(month, (day) => count.get(day) ?? 0, locale), chosen }
}

async function stayStep(
  property: PropertyDetail,
  { debut }: Answers,
  month: Month,
  locale: Locale,
) {
  const free = await freeNights(property, month)
  const departures = isDay(debut) ? await departuresFrom(property, debut, locale) : null
  return {
    cells: cellsOf(month, (day) => (free.has(day) ? 1 : 0), locale),
    arrival: departures && departures.cells.length > 0 ? debut : null,
    arrivalWords: isDay(debut) ? dayWords(debut, locale) : '',
    departures,
  }
}
