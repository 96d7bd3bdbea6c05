import type { Kind, Locale } from './status'
import { recent } from './recent'
import { addDays, daysBetween, localDay } from './zone'

/** Instants and spans as people of the place say them. */

const MINUTE = 60_000
const TAG = { fr: 'fr-FR', en: 'en-GB' } as const

const formatOf = recent((question) => {
  const [tag, zone] = question.split(' ')
  return new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
})
const partsAt = recent((question): Record<string, string> => {
  const [milliseconds, ...format] = question.split(' ')
  const parts = formatOf(format.join(' ')).formatToParts(Number(milliseconds))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
})

const partsOf = (instant: Date, zone: string, locale: Locale) =>
  partsAt(`${instant.getTime()} ${TAG[locale]} ${zone}`)

/** '14 h 32', or '2:32 pm'. */
export function clockTime(instant: Date, zone: string, locale: Locale): string {
  const { hour = '', minute = '' } = partsOf(instant, zone, locale)
  const hours = Number(hour)
  if (locale === 'fr') return `${hours} h ${minute}`
  return `${hours % 12 || 12}:${minute} ${hours < 12 ? 'am' : 'pm'}`
}

function dayWithoutYear(instant: Date, zone: string, locale: Locale): string {
  const { weekday, day, month } = partsOf(instant, zone, locale)
  return `${weekday} ${locale === 'fr' && day === '1' ? '1er' : day} ${month}`
}

/** 'lundi 1er décembre 2026', or 'Monday 1 December 2026'. */
export function dayInWords(instant: Date, zone: string, locale: Locale): string {
  return `${dayWithoutYear(instant, zone, locale)} ${partsOf(instant, zone, locale).year}`
}

/** 'novembre 2026'. @param month 'YYYY-MM' */
export function monthInWords(month: string, locale: Locale): string {
  const { month: name, year } = partsOf(new Date(`${month}-15T12:00:00Z`), 'UTC', locale)
  return `${name} ${year}`
}

/** Keeps '9 h 00', '26 min' and '3 nuits' on one line, for pages. */
export const unbroken = (words: string) =>
  words.replace(
    /(\d) (h|min|am|pm|minutes?|nuits?|nights?)\b( (?=\d\d))?/g,
    (_, digit, unit, rest) => `${digit}\u00a0${unit}${rest ? '\u00a0' : ''}`,
  )

/** 'lundi 1er décembre 2026, 14 h 32', its time on one line, for pages. */
export function momentInWords(instant: Date, zone: string, locale: Locale): string {
  return `${dayInWords(instant, zone, locale)}, ${unbroken(clockTime(instant, zone, locale))}`
}

/** '26/11/2026, 8 h 25', where there is little room. */
export function placeMoment(instant: Date, zone: string, locale: Locale): string {
  const day = localDay(instant, zone).split('-').reverse().join('/')
  return `${day}, ${unbroken(clockTime(instant, zone, locale))}`
}

/** 'lundi 1er décembre 2026 à 14 h 32': true whenever it is read. */
export function dayAndTime(instant: Date, zone: string, locale: Locale): string {
  const at = locale === 'fr' ? 'à' : 'at'
  return `${dayInWords(instant, zone, locale)} ${at} ${clockTime(instant, zone, locale)}`
}

/** When a reservation takes place. */
export function whenInWords(when: {
  kind: Kind
  startsAt: Date
  endsAt: Date
  zone: string
  locale: Locale
}): string {
  const { kind, startsAt, endsAt, zone, locale } = when
  if (kind !== 'sejour') return dayAndTime(startsAt, zone, locale)
  const count = daysBetween(localDay(startsAt, zone), localDay(endsAt, zone))
  const from = dayWithoutYear(startsAt, zone, locale)
  const to = dayInWords(endsAt, zone, locale)
  return locale === 'fr'
    ? `du ${from} au ${to} (${count} nuit${count > 1 ? 's' : ''})`
    : `from ${from} to ${to} (${count} night${count > 1 ? 's' : ''})`
}

/** '30 minutes', '1 h 30', '2 jours'. */
export function durationInWords(minutes: number, locale: Locale): string {
  const whole = Math.max(0, Math.round(minutes))
  const days = Math.floor(whole / 1440)
  if (days === 0) return hoursInWords(whole, locale)
  const hours = Math.floor((whole % 1440) / 60)
  const word = locale === 'fr' ? 'jour' : 'day'
  return `${days} ${word}${days > 1 ? 's' : ''}${hours > 0 ? ` ${hours} h` : ''}`
}

function hoursInWords(whole: number, locale: Locale): string {
  if (whole < 60) return `${whole} minute${whole > 1 ? 's' : ''}`
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (rest === 0) return locale === 'fr' ? `${hours} h` : `${hours} hour${hours > 1 ? 's' : ''}`
  return `${hours} h ${String(rest).padStart(2, '0')}`
}

/**
 * A promised delay, to the minute and never in days, for 24 opening hours are no day.
 * @param minutes whole ones
 * @param how.inHours whether to say that opening hours alone count
 */
export function delayInWords(minutes: number, how: { inHours: boolean; locale: Locale }): string {
  const delay = hoursInWords(minutes, how.locale)
  if (!how.inHours) return delay
  const counted = { fr: 'pendant nos heures d’ouverture', en: 'counted in our opening hours' }
  return `${delay}, ${counted[how.locale]}`
}

/** A deadline as clock time: '14 h 32' today, 'demain à 8 h 30', else with its day. For pages. */
export function deadlineInWords(deadline: Date, now: Date, zone: string, locale: Locale): string {
  const tomorrow = localDay(deadline, zone) === addDays(localDay(now, zone), 1)
  if (!tomorrow) return writtenDeadline(deadline, now, zone, locale)
  return locale === 'fr'
    ? `demain à ${clockTime(deadline, zone, locale)}`
    : `tomorrow at ${clockTime(deadline, zone, locale)}`
}

/** A deadline in a text that is read later: no 'demain', which is another day by then. */
export function writtenDeadline(deadline: Date, now: Date, zone: string, locale: Locale): string {
  const time = clockTime(deadline, zone, locale)
  if (localDay(deadline, zone) === localDay(now, zone)) return time
  return `${dayWithoutYear(deadline, zone, locale)} ${locale === 'fr' ? 'à' : 'at'} ${time}`
}

/** Since when something is so: 'à 14 h 32' today, else 'le lundi 23 novembre 2026 à 14 h 32'. */
export function pastInWords(instant: Date, now: Date, zone: string, locale: Locale): string {
  const french = locale === 'fr'
  const at = `${french ? 'à' : 'at'} ${clockTime(instant, zone, locale)}`
  if (localDay(instant, zone) === localDay(now, zone)) return at
  return `${french ? 'le' : 'on'} ${dayInWords(instant, zone, locale)} ${at}`
}

const short = (milliseconds: number, locale: Locale) => {
  const minutes = Math.floor(milliseconds / MINUTE)
  if (minutes < 1) return locale === 'fr' ? 'moins d’une minute' : 'less than a minute'
  return minutes < 60 ? `${minutes} min` : durationInWords(minutes, locale)
}

/**
 * 'répondu à 14 h 12, 20 min avant l’échéance', 'en retard de 9 min', 'il reste 25 min'. An answer
 * on another day than the deadline's names its day.
 */
export function promiseInWords(promise: {
  respondBy: Date
  respondedAt: Date | null
  now: Date
  zone: string
  locale: Locale
}): string {
  const { respondBy, respondedAt, now, zone, locale } = promise
  const due = respondBy.getTime()
  if (!respondedAt) {
    const left = due - now.getTime()
    const span = short(Math.abs(left), locale)
    if (locale === 'fr') return left >= 0 ? `il reste ${span}` : `en retard de ${span}`
    return left >= 0 ? `${span} left` : `${span} late`
  }
  const early = due - respondedAt.getTime()
  const span = short(Math.abs(early), locale)
  const sameDay = localDay(respondedAt, zone) === localDay(respondBy, zone)
  const day = sameDay ? '' : `${dayWithoutYear(respondedAt, zone, locale)} `
  const at = `${day}${locale === 'fr' ? 'à' : 'at'} ${clockTime(respondedAt, zone, locale)}`
  if (locale === 'fr') return `répondu ${at}, ${span} ${early >= 0 ? 'avant' : 'après'} l’échéance`
  return `answered ${at}, ${span} ${early >= 0 ? 'before' : 'after'} the deadline`
}
