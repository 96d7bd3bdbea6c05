import { recent } from './recent'

/**
 * Days and times of a place. A day is 'YYYY-MM-DD', a month 'YYYY-MM', a time 'HH:MM', a zone an IANA
 * name.
 */

export type Day = string
export type Month = string
export type Time = string

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

const wallClocks = recent((question) => {
  const [milliseconds, zone = ''] = question.split(' ')
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(Number(milliseconds)))
    part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
})

/** What a clock on the wall of the place shows, as if it were UTC: milliseconds. */
const wallClock = (instant: Date, zone: string): number =>
  wallClocks(`${instant.getTime()} ${zone}`)

/** The day it is at the place. */
export function localDay(instant: Date, zone: string): Day {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 10)
}

/** What the clock on the wall shows. */
export function localTime(instant: Date, zone: string): Time {
  return new Date(wallClock(instant, zone)).toISOString().slice(11, 16)
}

/** Minutes since midnight at the place. */
export function localMinutes(instant: Date, zone: string): number {
  const wall = new Date(wallClock(instant, zone))
  return wall.getUTCHours() * 60 + wall.getUTCMinutes()
}

/**
 * The instant at which the place's clock shows this day and time. A time that a clock change leaves
 * out is read as much later as the clock jumped; one that comes twice is its first.
 */
export function instantOf(day: Day, time: Time, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00.000Z`)
  const offsetAt = (utc: number) => wallClock(new Date(utc), zone) - utc
  const before = wanted - offsetAt(wanted - DAY_MS)
  const after = wanted - offsetAt(wanted + DAY_MS)
  for (const candidate of [Math.min(before, after), Math.max(before, after)])
    if (candidate + offsetAt(candidate) === wanted) return new Date(candidate)
  return new Date(before)
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** ISO 8601 weekday: Monday 1 to Sunday 7. */
export function isoWeekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** A day of the calendar between 2000 and 2199. */
export function isDay(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
