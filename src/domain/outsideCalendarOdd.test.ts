import { describe, expect, it } from 'vitest'
import { readCalendar } from './outsideCalendar'

/** What calendars of other programs do against the standard, or at its edges: no taken day may open. */

const ASKED = {
  zone: 'Africa/Brazzaville',
  from: new Date('2026-11-25T00:00:00Z'),
  to: new Date('2027-12-31T00:00:00Z'),
  ownHost: 'scim.example',
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

function read(...lines: string[]) {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
  const answer = readCalendar(text, ASKED)
  return 'fault' in answer ? [] : answer.busy
}

const times = (...lines: string[]) =>
  read(...lines).map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => at.toISOString().slice(5, 16)).join(' '),
  )

const at = (day: string, hour: string) => [
  `DTSTART:202612${day}T${hour}0000Z`,
  `DTEND:202612${day}T${hour}3000Z`,
]

describe('a date of a repeated event', () => {
  const weekly = event('UID:a', ...at('01', '09'), 'RRULE:FREQ=WEEKLY;COUNT=3')

  it('that came alone, as to somebody invited to one of many, is taken', () => {
    expect(times(...event('UID:a', 'RECURRENCE-ID:20261208T090000Z', ...at('09', '12')))).toEqual([
      '12-09T12:00 12-09T12:30',
    ])
  })

  it('that was moved is taken once, whether it stands before or behind the rule', () => {
    const moved = event('UID:a', 'RECURRENCE-ID:20261208T090000Z', ...at('09', '12'))
    const all = ['12-01T09:00 12-01T09:30', '12-09T12:00 12-09T12:30', '12-15T09:00 12-15T09:30']
    expect(times(...weekly, ...moved).sort()).toEqual(all)
    expect(times(...moved, ...weekly).sort()).toEqual(all)
  })

  it('that was moved into the wanted days from beyond them is taken', () => {
    const far = event('UID:a', 'DTSTART:20300101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY')
    const moved = event('UID:a', 'RECURRENCE-ID:20300101T090000Z', ...at('09', '12'))
    expect(times(...far, ...moved)).toEqual(['12-09T12:00 12-09T12:30'])
  })

  it('is the first one too where the others are listed', () => {
    const listed = event('UID:a', ...at('01', '09'), 'RDATE:20261205T090000Z')
    expect(times(...listed)).toEqual(['12-01T09:00 12-01T09:30', '12-05T09:00 12-05T09:30'])
    const moved = event('UID:a', 'RECURRENCE-ID:20261201T090000Z', ...at('02', '12'))
    expect(times(...listed, ...moved)).toEqual([
      '12-02T12:00 12-02T12:30',
      '12-05T09:00 12-05T09:30',
    ])
  })
})

describe('names', () => {
  it('two events of one name are both taken, the longer of two that begin together', () => {
    const one = event('UID:a', ...at('10', '09'))
    const other = event('UID:a', ...at('20', '09'))
    const longer = event('UID:a', 'DTSTART:20261210T090000Z', 'DURATION:PT3H')
    const all = ['12-10T09:00 12-10T12:00', '12-20T09:00 12-20T09:30']
    expect(times(...one, ...other, ...longer)).toEqual(all)
    expect(times(...longer, ...other, ...one)).toEqual(all)
  })

  it('a name longer than any index bears, and one with what no text may hold, are cut', () => {
    const [long] = read(...event(`UID:${'x'.repeat(9_000)}`, ...at('10', '09')))
    expect(long?.uid).toBe('x'.repeat(255))
    const [odd] = read(...event('UID:a\u0000b', ...at('10', '09')))
    expect(odd?.uid).toBe('ab')
  })
})

it('what began before all years or ends behind them is taken as far as a reservation reaches', () => {
  const endless = event('UID:a', 'DTSTART:00000101T000000Z', 'DTEND:99991231T000000Z')
  expect(read(...endless)).toMatchObject([
    { startsAt: new Date('1970-01-01T00:00:00Z'), endsAt: new Date('2999-01-01T00:00:00Z') },
  ])
})

describe('what programs write beside the standard', () => {
  const days = (...lines: string[]) => event('UID:a', ...lines)
  const TAKEN = ['12-09T23:00 12-11T23:00']

  it('is read where it names days and does not call them so', () => {
    expect(times(...days('DTSTART:20261210', 'DTEND:20261212'))).toEqual(TAKEN)
  })

  it('takes the day that ends on itself', () => {
    const day = ['DTSTART;VALUE=DATE:20261210', 'DTEND;VALUE=DATE:20261210']
    expect(times(...days(...day))).toEqual(['12-09T23:00 12-10T23:00'])
  })

  it('takes nothing that is cancelled or free, in whatever letters', () => {
    const day = ['DTSTART;VALUE=DATE:20261210', 'DTEND;VALUE=DATE:20261212']
    expect(times(...days(...day, 'STATUS:Cancelled'))).toEqual([])
    expect(times(...days(...day, 'TRANSP:transparent'))).toEqual([])
  })

  it('is read behind a byte order mark, and with several calendars in one file', () => {
    const one = (day: string) =>
      ['BEGIN:VCALENDAR', ...event(`UID:${day}`, ...at(day, '09')), 'END:VCALENDAR', ''].join('\n')
    const answer = readCalendar(`\uFEFF${one('01')}${one('02')}`, ASKED)
    expect(answer).toMatchObject({ busy: [{ uid: '01' }, { uid: '02' }] })
    const cards = 'BEGIN:VCARD\nFN:x\nEND:VCARD\n'
    expect(readCalendar(one('01') + cards, ASKED)).toEqual({ fault: 'illisible' })
  })
})

describe('a calendar that says only when somebody is taken', () => {
  const freeBusy = (...lines: string[]) => ['BEGIN:VFREEBUSY', ...lines, 'END:VFREEBUSY']

  it('is believed: periods with an end or a length, several in a line, each once', () => {
    const says = freeBusy(
      'DTSTART:20261201T000000Z',
      'DTEND:20270101T000000Z',
      'FREEBUSY:20261203T090000Z/PT1H,20261204T090000Z/20261204T110000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261205T090000Z/PT30M',
      'FREEBUSY;FBTYPE=BUSY:20261203T090000Z/PT1H',
      'FREEBUSY;FBTYPE=BUSY:20200101T090000Z/PT1H',
    )
    expect(times(...says).sort()).toEqual([
      '12-03T09:00 12-03T10:00',
      '12-04T09:00 12-04T11:00',
      '12-05T09:00 12-05T09:30',
    ])
  })

  it('takes nothing where it says free', () => {
    expect(times(...freeBusy('FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT8H'))).toEqual([])
  })
})
