import type { Kind, Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import { addDays } from '@/domain/zone'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { alternativesAround } from './alternatives'
import { dayWords, freeDays, nextFreeDay, nightRows, slotWords } from './freeSlots'
import { placeProblem, weekFrom, type Answers } from './funnel'

export type MomentStep = Awaited<ReturnType<typeof momentStep>>

/** All that the page for the moment shows: free slots of a week, or free nights, and what was wrong. */
export async function momentStep(
  property: PropertyDetail,
  answers: Answers,
  query: Record<string, string>,
  locale: Locale,
) {
  // as: the page checked that the property offers this kind.
  const kind = answers.type as Kind
  const stay = kind === 'sejour'
  const t = dictionaryOf(locale).funnel
  const fixed = { bien: answers.bien, type: answers.type, cle: answers.cle }
  const week = weekFrom(query.semaine ?? answers.debut.slice(0, 10))
  const days = stay ? [] : await freeDays(property, week, locale)
  const link = (semaine: string | null) =>
    semaine ? href(locale, '/reservation/creneau', { ...fixed, semaine }) : null
  const later = days.length > 0 || stay ? null : await nextFreeDay(property, week.to)
  const missing = stay ? t.stay.missing : t.slot.missing
  const error = query.erreurs ? (placeProblem(query.erreurs, locale) ?? missing) : undefined
  return {
    kind,
    property,
    answers,
    fixed,
    error,
    days,
    today: week.today,
    last: addDays(week.today, 365),
    range: t.slot.week(dayWords(week.from, locale), dayWords(week.to, locale)),
    previous: link(week.previous),
    following: link(week.following),
    later: link(later),
    nights: stay ? await nightRows(property, week.from, locale) : [],
    taken: query.pris
      ? (await alternativesAround(property, stay, answers)).map((period) => ({
          words: slotWords(period, stay, locale),
          href: href(locale, '/reservation/verification', {
            ...fixed,
            debut: period.startsAt,
            fin: stay ? period.endsAt : undefined,
          }),
        }))
      : null,
  }
}
