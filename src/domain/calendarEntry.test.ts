import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText, fold, utcStamp, type CalendarEntry } from './calendarEntry'

const VISIT: CalendarEntry = {
  method: 'REQUEST',
  uid: 'RSV-7K3M-9QXA@scim.example',
  sequence: 2,
  stampedAt: new Date('2026-11-23T08:05:09Z'),
  startsAt: new Date('2026-12-01T08:00:00Z'),
  endsAt: new Date('2026-12-01T08:30:00Z'),
  days: null,
  title:
    'Visite : Villa Mpila; « côté fleuve », à l’ombre des manguiers centenaires de Brazzaville',
  description: 'RSV-7K3M-9QXA\nhttps://scim.example/suivi/exemple\\fin',
  location: '12, rue Mbochi, Mpila, Brazzaville',
  organizer: { name: 'SCIM Immobilier', email: 'contact@scim.example' },
  attendee: { name: 'Awa "la sœur" Mabiala', email: 'awa@example.com' },
}

/** What another program reads in it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  return { calendar, component, event: new ICAL.Event(component) }
}

describe('the calendar entry of an appointment', () => {
  const { calendar, component, event } = read(calendarText(VISIT))

  it('says the same to another program', () => {
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(event.uid).toBe(VISIT.uid)
    expect(event.sequence).toBe(2)
    expect(event.summary).toBe(VISIT.title)
    expect(event.description).toBe(VISIT.description)
    expect(event.location).toBe(VISIT.location)
    expect(event.startDate.toJSDate()).toEqual(VISIT.startsAt)
    expect(event.endDate.toJSDate()).toEqual(VISIT.endsAt)
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:contact@scim.example')
    const attendee = component.getFirstProperty('attendee')
    expect(attendee?.getFirstValue()).toBe('mailto:awa@example.com')
    expect(attendee?.getParameter('cn')).toBe('Awa  la sœur  Mabiala')
  })

  it('has CRLF line ends, and lines of at most 75 octets with no character cut', () => {
    const text = calendarText(VISIT)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('�')
  })
})

it('a stay is whole days of the place, the last one open', () => {
  const { event } = read(
    calendarText({
      ...VISIT,
      startsAt: new Date('2026-12-23T23:00:00Z'),
      endsAt: new Date('2026-12-26T23:00:00Z'),
      days: { zone: 'Africa/Brazzaville' },
    }),
  )
  expect(event.startDate.isDate).toBe(true)
  expect(event.startDate.toString()).toBe('2026-12-24')
  expect(event.endDate.toString()).toBe('2026-12-27')
})

it('a cancellation keeps the identifier and says so', () => {
  const { calendar, component, event } = read(
    calendarText({ ...VISIT, method: 'CANCEL', sequence: 3 }),
  )
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect([event.uid, event.sequence]).toEqual([VISIT.uid, 3])
})

it.each(['\r', '\n', '\r\n'])('a line end in a text (%j) begins no line of the file', (end) => {
  const text = calendarText({ ...VISIT, title: `Visite${end}STATUS:CANCELLED` })
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(read(text).event.summary).toBe('Visite\nSTATUS:CANCELLED')
})

it('a published entry invites nobody', () => {
  const { component } = read(calendarText({ ...VISIT, method: 'PUBLISH' }))
  expect(component.getAllProperties('attendee')).toEqual([])
  expect(component.getFirstPropertyValue('organizer')).toBe('mailto:contact@scim.example')
})

it('is this text, line by line', () => {
  const short = { ...VISIT, title: 'Visite', description: 'RSV-7K3M-9QXA', location: 'Mpila' }
  expect(calendarText({ ...short, attendee: null }).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Reservations immobilieres//Reservations//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:RSV-7K3M-9QXA@scim.example',
    'SEQUENCE:2',
    'DTSTAMP:20261123T080509Z',
    'DTSTART:20261201T080000Z',
    'DTEND:20261201T083000Z',
    'STATUS:CONFIRMED',
    'SUMMARY:Visite',
    'DESCRIPTION:RSV-7K3M-9QXA',
    'LOCATION:Mpila',
    'ORGANIZER;CN="SCIM Immobilier":mailto:contact@scim.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

it('an instant is written without its milliseconds', () => {
  expect(utcStamp(new Date('2026-11-23T08:05:09.876Z'))).toBe('20261123T080509Z')
})

it.each([
  ['a'.repeat(75), 'a'.repeat(75)],
  ['a'.repeat(76), `${'a'.repeat(75)}\r\n a`],
  ['a'.repeat(149), `${'a'.repeat(75)}\r\n ${'a'.repeat(74)}`],
  ['a'.repeat(150), `${'a'.repeat(75)}\r\n ${'a'.repeat(74)}\r\n a`],
  [`${'a'.repeat(74)}é`, `${'a'.repeat(74)}\r\n é`],
  [`${'a'.repeat(73)}é`, `${'a'.repeat(73)}é`],
])('%s is folded at 75 octets', (line, folded) => {
  expect(fold(line)).toBe(folded)
})
