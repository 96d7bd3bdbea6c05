import ICAL from 'ical.js'
import { calendarLines } from './calendarLines'
import { freeBusyTimes } from './freeBusy'
import { recent } from './recent'
import { addDays, instantOf, localDay } from './zone'

/** What a calendar of another program says about when a property is taken (RFC 5545). */

export type BusyPeriod = {
  uid: string
  /** Which of a repeated event: the date or time it was first meant for; '' where it is not. */
  occurrence: string
  startsAt: Date
  endsAt: Date
  /** Days and no hours: nights of guests, as portals write them. */
  allDay: boolean
}

export type CalendarFault = 'illisible' | 'trop_de_dates'

const MOST = 10_000
/** Before a rule is given up: one that began long ago passes over every date until today. */
const MOST_STEPS = 20_000

const isZone = recent((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false // An unknown name is the answer asked for.
  }
})

const pad = (value: number) => String(value).padStart(2, '0')

/** A zone the world knows is read by its own rules, any other by those the calendar brings. */
function instantFor(time: ICAL.Time, tzid: string | null, zone: string): Date {
  const day = `${String(time.year).padStart(4, '0')}-${pad(time.month)}-${pad(time.day)}`
  if (time.isDate) return instantOf(day, '00:00', zone)
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate()
  const known = tzid !== null && isZone(tzid)
  if (!known && time.zone && time.zone !== ICAL.Timezone.localTimezone)
    return new Date(time.toUnixTime() * 1000)
  // No zone at all means the clock on the wall of whoever reads it: the property's.
  return instantOf(day, `${pad(time.hour)}:${pad(time.minute)}`, known ? tzid : zone)
}

const tzidOf = (component: ICAL.Component, name: string): string | null => {
  const tzid = component.getFirstProperty(name)?.getParameter('tzid')
  return typeof tzid === 'string' ? tzid : null
}

/** Cancelled events and those marked as free take nothing. */
const takes = (component: ICAL.Component) => {
  const says = (name: string) => String(component.getFirstPropertyValue(name)).toUpperCase()
  return says('status') !== 'CANCELLED' && says('transp') !== 'TRANSPARENT'
}

/** Every event has a name of its own (RFC 5545 3.8.4.7); of one without, its times have to do. */
const LONGEST_NAME = 255
const nameOf = ({ uid, startDate, endDate }: ICAL.Event) =>
  (uid || `${startDate} ${endDate}`).slice(0, LONGEST_NAME)

/** What no database can hold and no reservation reaches is as good as its end. */
const EARLIEST = new Date('1970-01-01T00:00:00Z')
const LATEST = new Date('2999-01-01T00:00:00Z')

function periodOf(
  event: ICAL.Event,
  when: { startDate: ICAL.Time; endDate: ICAL.Time; occurrence: string },
  zone: string,
): BusyPeriod {
  const startZone = tzidOf(event.component, 'dtstart')
  const endZone = tzidOf(event.component, 'dtend') ?? startZone
  const startsAt = instantFor(when.startDate, startZone, zone)
  const ends = instantFor(when.endDate, endZone, zone)
  // A day that ends on itself means that day, whatever the standard says of its end.
  const endsAt =
    when.startDate.isDate && ends.getTime() === startsAt.getTime()
      ? instantOf(addDays(localDay(startsAt, zone), 1), '00:00', zone)
      : ends
  return {
    uid: nameOf(event),
    occurrence: when.occurrence.slice(0, LONGEST_NAME),
    startsAt: startsAt < EARLIEST ? EARLIEST : startsAt,
    endsAt: endsAt > LATEST ? LATEST : endsAt,
    allDay: when.startDate.isDate,
  }
}

/** A date of a repeated event that was changed, or that alone was handed on, as to an invited guest. */
const isOneDate = (event: ICAL.Event) => event.isRecurrenceException() || !event.isRecurring()

/** Its first date belongs to a repeated event (RFC 5545 3.8.2.4), which the library forgets of listed ones. */
const listsDatesOnly = ({ component }: ICAL.Event) =>
  !component.hasProperty('rrule') && !component.hasProperty('exdate')

class TooManyDates extends Error {}

type Wanted = { from: Date; to: Date; zone: string }

const touching =
  (wanted: Wanted) =>
  ({ startsAt, endsAt }: Pick<BusyPeriod, 'startsAt' | 'endsAt'>) =>
    startsAt < wanted.to && endsAt > wanted.from && startsAt < endsAt

/** Every time of one event that touches the wanted days. */
function periodsOf(event: ICAL.Event, wanted: Wanted) {
  const { zone } = wanted
  const touches = touching(wanted)
  if (isOneDate(event)) {
    const { startDate, endDate, recurrenceId } = event
    const occurrence = recurrenceId?.toString() ?? ''
    const one = takes(event.component)
      ? [periodOf(event, { startDate, endDate, occurrence }, zone)]
      : []
    return one.filter(touches)
  }
  const found: BusyPeriod[] = []
  const take = (date: ICAL.Time) => {
    const { item, ...when } = event.getOccurrenceDetails(date)
    if (!takes(item.component)) return
    const period = periodOf(item, { ...when, occurrence: date.toString() }, zone)
    if (touches(period)) found.push({ ...period, uid: nameOf(event) })
  }
  if (listsDatesOnly(event)) take(event.startDate)
  const dates = event.iterator()
  for (let steps = 0, next = dates.next(); next; steps += 1, next = dates.next()) {
    if (steps > MOST_STEPS || found.length > MOST) throw new TooManyDates()
    if (instantFor(next, tzidOf(event.component, 'dtstart'), zone) >= wanted.to) break
    take(next)
  }
  return found
}

/** Two events that bear one name, against the standard, are still two: neither may open the other's days. */
function keep(busy: Map<string, BusyPeriod>, period: BusyPeriod): void {
  const key = `${period.uid}\n${period.occurrence}`
  const known = busy.get(key)
  if (!known || known.startsAt.getTime() === period.startsAt.getTime())
    busy.set(key, known && known.endsAt > period.endsAt ? known : period)
  else
    keep(busy, {
      ...period,
      occurrence: `${period.occurrence} ${period.startsAt.toISOString()}`.trim(),
    })
}

/** One file may hold several calendars, one behind the other (RFC 5545 3.4). */
function calendarsIn(text: string): ICAL.Component[] {
  const parsed: unknown[] = ICAL.parse(calendarLines(text))
  const roots = typeof parsed[0] === 'string' ? [parsed] : parsed
  // as: the library hands out what it takes in, one calendar or a list of them.
  return roots.map((root) => new ICAL.Component(root as unknown[]))
}

/**
 * Reads the busy periods out of a calendar's text.
 * @param zone of the property, for days and for times without a zone
 * @param ownHost our own entries, which another program gives back, are passed over
 */
export function readCalendar(
  text: string,
  asked: { zone: string; from: Date; to: Date; ownHost: string },
): { busy: BusyPeriod[] } | { fault: CalendarFault } {
  try {
    const calendars = calendarsIn(text)
    const isCalendar = ({ name }: ICAL.Component) => name === 'vcalendar'
    // Nothing at all is no empty calendar: it must not open what was known to be taken.
    if (calendars.length === 0 || !calendars.every(isCalendar)) return { fault: 'illisible' }
    const isOwn = (uid: string) => uid.startsWith('RSV-') && uid.endsWith(`@${asked.ownHost}`)
    const busy = new Map<string, BusyPeriod>()
    for (const component of calendars.flatMap((one) => one.getAllSubcomponents('vevent'))) {
      const event = new ICAL.Event(component)
      if (!event.startDate || isOwn(event.uid ?? '')) continue
      for (const period of periodsOf(event, asked)) keep(busy, period)
      if (busy.size > MOST) return { fault: 'trop_de_dates' }
    }
    const times = calendars.flatMap((one) =>
      one.getAllSubcomponents('vfreebusy').map(freeBusyTimes),
    )
    for (const time of times.flat().filter(touching(asked)))
      keep(busy, { uid: 'freebusy', occurrence: '', allDay: false, ...time })
    if (busy.size > MOST) return { fault: 'trop_de_dates' }
    return { busy: [...busy.values()] }
  } catch (error) {
    // The library throws plain errors at whatever it cannot read; the fault is shown to the owner.
    return { fault: error instanceof TooManyDates ? 'trop_de_dates' : 'illisible' }
  }
}

/**
 * The nights that a busy period takes, from one local midnight to another, or null. Days are nights
 * of a guest; hours take the nights they last through, from the day they begin to the day they end.
 */
export function nightsOf(
  { startsAt, endsAt, allDay }: Pick<BusyPeriod, 'startsAt' | 'endsAt' | 'allDay'>,
  zone: string,
): { from: Date; to: Date } | null {
  if (allDay) return { from: startsAt, to: endsAt }
  const [first, last] = [localDay(startsAt, zone), localDay(endsAt, zone)]
  if (first === last) return null
  return { from: instantOf(first, '00:00', zone), to: instantOf(last, '00:00', zone) }
}
