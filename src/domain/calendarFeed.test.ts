import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFeed, type FeedEntry } from './calendarFeed'

const FEED = {
  name: 'Villa Mpila; « fleuve », SCIM',
  host: 'scim.example',
  zone: 'Africa/Brazzaville',
}

const VISIT: FeedEntry = {
  reference: 'RSV-7K3M-9QXA',
  status: 'en_attente',
  kind: 'visite',
  startsAt: new Date('2026-12-01T08:00:00Z'),
  endsAt: new Date('2026-12-01T08:30:00Z'),
  revisedAt: new Date('2026-11-23T08:05:09Z'),
  sequence: 1,
  property: { title: 'Villa Mpila; « côté fleuve »', district: 'Mpila', city: 'Brazzaville' },
  clientName: null,
  link: 'https://scim.example/admin/collections/reservations/7',
}

const STAY: FeedEntry = {
  ...VISIT,
  reference: 'RSV-2B4D-6FHJ',
  status: 'confirmee',
  kind: 'sejour',
  // Midnights of Brazzaville, UTC+1.
  startsAt: new Date('2026-12-04T23:00:00Z'),
  endsAt: new Date('2026-12-08T23:00:00Z'),
  sequence: 2,
  clientName: 'Awa Mabiala',
}

/** What another program reads in it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
  }))
}

describe('the feed, as another program reads it', () => {
  const text = calendarFeed([VISIT, STAY], FEED)
  const [visit, stay] = read(text)

  it('tells a held appointment: tentative, with its hours', () => {
    expect(visit?.event.uid).toBe('RSV-7K3M-9QXA@scim.example')
    expect(visit?.value('status')).toBe('TENTATIVE')
    expect(visit?.event.summary).toBe('En attente · Visite · Villa Mpila; « côté fleuve »')
    expect(visit?.event.startDate.toJSDate()).toEqual(VISIT.startsAt)
    expect(visit?.event.endDate.toJSDate()).toEqual(VISIT.endsAt)
    expect(visit?.event.sequence).toBe(1)
    expect(visit?.event.location).toBe('Mpila, Brazzaville')
  })

  it('tells a confirmed stay: whole days of the place, the last one open', () => {
    expect(stay?.value('status')).toBe('CONFIRMED')
    expect(stay?.event.startDate.isDate).toBe(true)
    expect(stay?.event.startDate.toString()).toBe('2026-12-05')
    expect(stay?.event.endDate.toString()).toBe('2026-12-09')
    expect(stay?.event.summary).toContain('Confirmée · Séjour')
  })

  it('names the client where that was asked for, and only there', () => {
    expect(visit?.event.summary).not.toContain('Awa')
    expect(stay?.event.summary).toContain('Awa Mabiala')
  })

  it('has CRLF line ends, and lines of at most 75 octets', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('is this text, line by line', () => {
    expect(calendarFeed([VISIT], { ...FEED, name: 'Villa Mpila' }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Reservations immobilieres//Reservations//FR',
      'CALSCALE:GREGORIAN',
      'NAME:Villa Mpila',
      'X-WR-CALNAME:Villa Mpila',
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
      'X-PUBLISHED-TTL:PT15M',
      'BEGIN:VEVENT',
      'UID:RSV-7K3M-9QXA@scim.example',
      'SEQUENCE:1',
      'DTSTAMP:20261123T080509Z',
      'LAST-MODIFIED:20261123T080509Z',
      'DTSTART:20261201T080000Z',
      'DTEND:20261201T083000Z',
      'STATUS:TENTATIVE',
      'TRANSP:OPAQUE',
      'SUMMARY:En attente · Visite · Villa Mpila\\; « côté fleuve »',
      'DESCRIPTION:RSV-7K3M-9QXA\\nhttps://scim.example/admin/collections/reservati',
      ' ons/7',
      'LOCATION:Mpila\\, Brazzaville',
      'URL:https://scim.example/admin/collections/reservations/7',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('an empty feed is still a calendar', () => {
    expect(read(calendarFeed([], FEED))).toEqual([])
  })
})
