import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { aProperty, aStaff, day, house, type Staff } from './house'
import { api, bodyOf, rest } from './http'
import { one, rows } from './sql'
import { answers, aWebServer, onlyHere, type WebServer } from './webServer'
import { fetchCalendars } from '@/worker/fetchCalendars'

/** A property that another calendar closes, and the server of that calendar. */

export let server: WebServer
export let owner: Staff
export let other: Staff

const compact = (date: string) => date.replaceAll('-', '')

export const guest = (uid: string, from: number, to: number) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART;VALUE=DATE:${compact(day(from))}`,
    `DTEND;VALUE=DATE:${compact(day(to))}`,
    'SUMMARY:Reserved',
    'END:VEVENT',
  ].join('\r\n')

export const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//b//EN', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  )

export async function aClosedProperty(path = `/${Math.random()}.ics`) {
  const property = await aProperty({ owners: [owner.id] })
  const answer = await rest('PATCH', `/properties/${property.id}`, {
    as: owner,
    body: { calendars: [{ name: 'Airbnb', address: `${server.url}${path}` }] },
  })
  expect(answer.status).toBe(200)
  return property
}

/** One round of the worker, with every calendar due. */
export async function round() {
  await rows('update outside_calendars set next_at = now(), lease_until = null')
  await fetchCalendars(await house(), { mayReach: onlyHere })
}

export const state = (property: number) =>
  one<{ fault: string | null; failures: number; succeeded: boolean; wait: number }>(
    `select fault, failures, succeeded_at is not null as succeeded,
       round(extract(epoch from next_at - now()) / 60)::int as wait
     from outside_calendars where property_id = $1`,
    [property],
  )

type Nights = { slots: { startsAt: string; free: boolean }[] }

export async function takenNights(property: { id: number }, from: number, to: number) {
  const answer = await api.slots(property.id, `from=${day(from)}&to=${day(to)}&kind=sejour`)
  return bodyOf<Nights>(answer)
    .slots.filter(({ free }) => !free)
    .map(({ startsAt }) => startsAt)
}

/** For each test its own calendars alone. */
export function withOutside(): void {
  beforeAll(async () => {
    server = await aWebServer(answers(404))
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  })
  afterAll(() => server.close())
  // Each test meets its own calendars alone.
  beforeEach(() => rows('delete from properties_calendars'))
}
