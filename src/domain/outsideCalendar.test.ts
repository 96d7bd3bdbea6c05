import { describe, expect, it } from 'vitest'
import { nightsOf, readCalendar } from './outsideCalendar'

const ASKED = {
  zone: 'Africa/Brazzaville',
  from: new Date('2026-11-25T00:00:00Z'),
  to: new Date('2027-12-31T00:00:00Z'),
  ownHost: 'scim.example',
}

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR'].join('\r\n')

const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:one@airbnb.example',
  'DTSTAMP:20261101T000000Z',
  ...lines,
  'END:VEVENT',
]

/** Start and end of each busy period, as instants. */
function read(text: string) {
  const answer = readCalendar(text, ASKED)
  if ('fault' in answer) return answer.fault
  return answer.busy.map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`,
  )
}

describe('what is read from a calendar', () => {
  it('the days of a guest, as Airbnb writes them, begin at the midnight of the place', () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261204', 'SUMMARY:Reserved'),
    )
    expect(read(text)).toEqual(['2026-11-30T23:00:00.000Z 2026-12-03T23:00:00.000Z'])
    expect(readCalendar(text, ASKED)).toMatchObject({
      busy: [{ uid: 'one@airbnb.example', occurrence: '', allDay: true }],
    })
  })

  it('a day without an end is that day', () => {
    expect(read(calendar(...event('DTSTART;VALUE=DATE:20261201')))).toEqual([
      '2026-11-30T23:00:00.000Z 2026-12-01T23:00:00.000Z',
    ])
  })

  it('hours in UTC, of a named zone, of a zone the calendar brings, and of no zone', () => {
    const brought = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Central Africa Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const nine = ['2026-12-01T08:00:00.000Z 2026-12-01T09:00:00.000Z']
    expect(read(calendar(...event('DTSTART:20261201T080000Z', 'DTEND:20261201T090000Z')))).toEqual(
      nine,
    )
    const zone = 'TZID=Europe/Paris'
    expect(
      read(calendar(...event(`DTSTART;${zone}:20261201T090000`, `DTEND;${zone}:20261201T100000`))),
    ).toEqual(nine)
    const own = 'TZID=W. Central Africa Standard Time'
    expect(
      read(
        calendar(
          ...brought,
          ...event(`DTSTART;${own}:20261201T090000`, `DTEND;${own}:20261201T100000`),
        ),
      ),
    ).toEqual(nine)
    expect(read(calendar(...event('DTSTART:20261201T090000', 'DURATION:PT1H')))).toEqual(nine)
  })

  it('hours of a zone by its own rules, in winter and in summer, at either end', () => {
    const [paris, newYork] = ['TZID=Europe/Paris', 'TZID=America/New_York']
    expect(read(calendar(...event(`DTSTART;${newYork}:20270701T090000`, 'DURATION:PT1H')))).toEqual(
      ['2027-07-01T13:00:00.000Z 2027-07-01T14:00:00.000Z'],
    )
    expect(
      read(
        calendar(...event(`DTSTART;${paris}:20270701T090000`, `DTEND;${newYork}:20270701T090000`)),
      ),
    ).toEqual(['2027-07-01T07:00:00.000Z 2027-07-01T13:00:00.000Z'])
    expect(
      read(calendar(...event(`DTSTART;${paris}:20270701T090000`, 'DTEND:20270701T090000Z'))),
    ).toEqual(['2027-07-01T07:00:00.000Z 2027-07-01T09:00:00.000Z'])
  })

  it('hours of a zone that only the calendar knows', () => {
    const own = 'TZID=Chez nous'
    const brought = [
      'BEGIN:VTIMEZONE',
      'TZID:Chez nous',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const hours = [`DTSTART;${own}:20261201T090000`, `DTEND;${own}:20261201T100000`]
    expect(read(calendar(...brought, ...event(...hours)))).toEqual([
      '2026-12-01T06:00:00.000Z 2026-12-01T07:00:00.000Z',
    ])
    expect(read(calendar(...event(...hours)))).toEqual([
      '2026-12-01T08:00:00.000Z 2026-12-01T09:00:00.000Z',
    ])
  })

  it('a day is a day of the place, whatever zone stands beside it', () => {
    const zone = 'VALUE=DATE;TZID=America/New_York'
    expect(read(calendar(...event(`DTSTART;${zone}:20261201`, `DTEND;${zone}:20261202`)))).toEqual([
      '2026-11-30T23:00:00.000Z 2026-12-01T23:00:00.000Z',
    ])
  })

  it('only what lasts, and only what touches the wanted days', () => {
    const hours = (from: string, to: string) =>
      read(calendar(...event(`DTSTART:${from}`, `DTEND:${to}`)))
    // Wanted are the days from 25 November 2026 to 31 December 2027.
    expect(hours('20261124T230000Z', '20261125T000000Z')).toEqual([])
    expect(hours('20261124T230000Z', '20261125T000001Z')).toHaveLength(1)
    expect(hours('20271230T235959Z', '20271231T000000Z')).toHaveLength(1)
    expect(hours('20271231T000000Z', '20271231T010000Z')).toEqual([])
    expect(hours('20261201T080000Z', '20261201T080000Z')).toEqual([])
    expect(hours('20261201T090000Z', '20261201T080000Z')).toEqual([])
  })

  it('what has no identifier, nothing without a beginning, and what stands beside it', () => {
    const day = (of: string) => [`DTSTART;VALUE=DATE:202612${of}`]
    const text = calendar(
      ...event(...day('05')).filter((line) => !line.startsWith('UID')),
      ...event('SUMMARY:Un jour'),
      ...event(...day('01')),
    )
    expect(read(text)).toEqual([
      '2026-12-04T23:00:00.000Z 2026-12-05T23:00:00.000Z',
      '2026-11-30T23:00:00.000Z 2026-12-01T23:00:00.000Z',
    ])
  })

  it('no cancelled date of a repeated event', () => {
    const text = calendar(
      ...event('DTSTART:20261201T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'),
      ...event(
        'RECURRENCE-ID:20261202T080000Z',
        'DTSTART:20261202T080000Z',
        'DURATION:PT1H',
        'STATUS:CANCELLED',
      ),
    )
    expect(read(text)).toEqual(['2026-12-01T08:00:00.000Z 2026-12-01T09:00:00.000Z'])
  })

  it('every date of a repeated event, through a clock change, but the one left out or moved', () => {
    const zone = 'TZID=Europe/Paris'
    const text = calendar(
      ...event(
        `DTSTART;${zone}:20270322T090000`,
        `DTEND;${zone}:20270322T100000`,
        'RRULE:FREQ=WEEKLY;COUNT=4',
        `EXDATE;${zone}:20270405T090000`,
      ),
      ...event(
        `RECURRENCE-ID;${zone}:20270412T090000`,
        `DTSTART;${zone}:20270413T150000`,
        `DTEND;${zone}:20270413T160000`,
      ),
    )
    expect(read(text)).toEqual([
      '2027-03-22T08:00:00.000Z 2027-03-22T09:00:00.000Z',
      '2027-03-29T07:00:00.000Z 2027-03-29T08:00:00.000Z',
      '2027-04-13T13:00:00.000Z 2027-04-13T14:00:00.000Z',
    ])
  })

  it('a rule without an end stops where the wanted days stop', () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20200102', 'RRULE:FREQ=MONTHLY'),
    )
    expect(read(text)).toHaveLength(13)
  })

  it('nothing that is cancelled, marked as free, over, or our own given back', () => {
    const day = ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261202']
    expect(read(calendar(...event(...day, 'STATUS:CANCELLED')))).toEqual([])
    expect(read(calendar(...event(...day, 'TRANSP:TRANSPARENT')))).toEqual([])
    expect(
      read(calendar(...event('DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261002'))),
    ).toEqual([])
    const ours = calendar(...event(...day)).replace('one@airbnb', 'RSV-7K3M-9QXA@scim')
    expect(read(ours)).toEqual([])
  })

  it('a page, an empty answer, half a calendar and too many dates are faults', () => {
    expect(read('<!doctype html><title>Sign in</title>')).toBe('illisible')
    expect(read('')).toBe('illisible')
    expect(read('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n')).toBe('illisible')
    const alone = event('DTSTART;VALUE=DATE:20261201').join('\r\n')
    expect(read(alone)).toBe('illisible')
    expect(
      read(
        calendar(
          ...event(
            'DTSTART:20261201T080000Z',
            'DTEND:20261201T080010Z',
            'RRULE:FREQ=SECONDLY;INTERVAL=11',
          ),
        ),
      ),
    ).toBe('trop_de_dates')
  })
})

describe('the nights that hours take', () => {
  const zone = 'Africa/Brazzaville'
  const hours = (from: string, to: string) => ({
    startsAt: new Date(from),
    endsAt: new Date(to),
    allDay: false,
  })
  it('all of them where days are meant', () => {
    const days = {
      from: new Date('2026-11-30T23:00:00Z'),
      to: new Date('2026-12-02T23:00:00Z'),
    }
    expect(nightsOf({ startsAt: days.from, endsAt: days.to, allDay: true }, zone)).toEqual(days)
    const elsewhere = { startsAt: days.from, endsAt: days.to, allDay: true }
    expect(nightsOf(elsewhere, 'America/New_York')).toEqual(days)
  })

  it('none within a day; those lasted through otherwise', () => {
    expect(nightsOf(hours('2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z'), zone)).toBeNull()
    expect(nightsOf(hours('2026-12-01T14:00:00Z', '2026-12-03T10:00:00Z'), zone)).toEqual({
      from: new Date('2026-11-30T23:00:00Z'),
      to: new Date('2026-12-02T23:00:00Z'),
    })
  })
})
