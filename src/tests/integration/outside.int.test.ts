import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aProperty, aStaff, at, day, house, type Staff } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, rest } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { answers, aWebServer, onlyHere, type WebServer } from '@/tests/support/webServer'
import { fetchCalendars } from '@/worker/fetchCalendars'
import { tellClashes } from '@/worker/tellClashes'

let server: WebServer
let owner: Staff
let other: Staff
beforeAll(async () => {
  server = await aWebServer(answers(404))
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  other = await aStaff('proprietaire', 'Clarisse Ngouabi')
})
afterAll(() => server.close())
// Each test meets its own calendars alone.
beforeEach(() => rows('delete from properties_calendars'))

const compact = (date: string) => date.replaceAll('-', '')

const guest = (uid: string, from: number, to: number) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART;VALUE=DATE:${compact(day(from))}`,
    `DTEND;VALUE=DATE:${compact(day(to))}`,
    'SUMMARY:Reserved',
    'END:VEVENT',
  ].join('\r\n')

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//b//EN', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  )

async function aClosedProperty(path = `/${Math.random()}.ics`) {
  const property = await aProperty({ owners: [owner.id] })
  const answer = await rest('PATCH', `/properties/${property.id}`, {
    as: owner,
    body: { calendars: [{ name: 'Airbnb', address: `${server.url}${path}` }] },
  })
  expect(answer.status).toBe(200)
  return property
}

/** One round of the worker, with every calendar due. */
async function round() {
  await rows('update outside_calendars set next_at = now(), lease_until = null')
  await fetchCalendars(await house(), { mayReach: onlyHere })
}

const state = (property: number) =>
  one<{ fault: string | null; failures: number; succeeded: boolean; wait: number }>(
    `select fault, failures, succeeded_at is not null as succeeded,
       round(extract(epoch from next_at - now()) / 60)::int as wait
     from outside_calendars where property_id = $1`,
    [property],
  )

type Nights = { slots: { startsAt: string; free: boolean }[] }

async function takenNights(property: { id: number }, from: number, to: number) {
  const answer = await api.slots(property.id, `from=${day(from)}&to=${day(to)}&kind=sejour`)
  return bodyOf<Nights>(answer)
    .slots.filter(({ free }) => !free)
    .map(({ startsAt }) => startsAt)
}

describe('what another calendar takes', () => {
  test('closes nights and slots here, by the next reading opens them again', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
    const refused = await api.request({ body: aRequest(property, { startsAt: at(10, '09:00') }) })
    expect(refused.status).toBe(409)
    const stay = aRequest(property, { kind: 'sejour', startsAt: day(9), endsAt: day(11) })
    expect((await api.request({ body: stay })).status).toBe(409)
    server.behave(answers(200, calendar(guest('g1', 11, 12))))
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([day(11)])
    server.behave(answers(200, calendar()))
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([])
  })

  test('leaves what the owner closed by hand alone', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await rest('PATCH', `/properties/${property.id}`, {
      as: owner,
      body: { closedPeriods: [{ from: day(20), to: day(20) }] },
    })
    await round()
    server.behave(answers(200, calendar()))
    await round()
    expect(await takenNights(property, 9, 21)).toEqual([day(20)])
  })

  test('an address that is taken away takes its periods with it', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    await rest('PATCH', `/properties/${property.id}`, { as: owner, body: { calendars: [] } })
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([])
  })
})

describe('a calendar that cannot be had', () => {
  const faults: [string, Parameters<WebServer['behave']>[0], string][] = [
    ['an error of the server', answers(500), 'http_500'],
    ['a page to sign in', answers(200, '<!doctype html>'), 'illisible'],
    ['more than 2 MB', answers(200, 'x'.repeat(2 * 1024 * 1024 + 1)), 'trop_grand'],
    ['a closed connection', (_request, response) => void response.destroy(), 'injoignable'],
    [
      'redirects without an end',
      (_request, response) => void response.writeHead(302, { Location: '/again' }).end(),
      'redirections',
    ],
    [
      'a redirect into a private network',
      (_request, response) => void response.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
      'prive',
    ],
    [
      'a redirect to a file',
      (_request, response) =>
        void response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      'adresse',
    ],
    [
      'a rule that matches no day at all',
      answers(
        200,
        calendar(
          guest('g1', 10, 12).replace(
            'SUMMARY',
            'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nSUMMARY',
          ),
        ),
      ),
      'trop_de_dates',
    ],
  ]
  test.each(faults)('%s: what was known stays closed, and the fault is kept', async (...given) => {
    const [, behaviour, fault] = given
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    server.behave(behaviour)
    await round()
    expect(await state(property.id)).toEqual({ fault, failures: 1, succeeded: true, wait: 1 })
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
    await round()
    expect(await state(property.id)).toMatchObject({ failures: 2, wait: 5 })
    server.behave(answers(200, calendar()))
    await round()
    expect(await state(property.id)).toMatchObject({ fault: null, failures: 0, wait: 15 })
  })

  test('an address of this machine is not called, whatever it would answer', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    const before = server.seen.length
    await fetchCalendars(await house())
    expect(await state(property.id)).toMatchObject({ fault: 'prive', succeeded: false })
    expect(server.seen).toHaveLength(before)
  })

  test('what has not changed is not sent again', async () => {
    server.behave((request, response) =>
      request.headers['if-none-match'] === '"v1"'
        ? void response.writeHead(304).end()
        : void response.writeHead(200, { ETag: '"v1"' }).end(calendar(guest('g1', 10, 12))),
    )
    const property = await aClosedProperty()
    await round()
    await round()
    expect(server.seen.at(-1)?.headers['if-none-match']).toBe('"v1"')
    expect(await state(property.id)).toMatchObject({ fault: null })
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
  })

  test('two workers at once fetch it once', async () => {
    server.behave(answers(200, calendar()))
    await aClosedProperty('/once.ics')
    const payload = await house()
    await Promise.all([1, 2, 3].map(() => fetchCalendars(payload, { mayReach: onlyHere })))
    expect(server.seen.filter(({ path }) => path === '/once.ics')).toHaveLength(1)
  })
})

describe('a place taken here and elsewhere', () => {
  const told = (id: number) =>
    rows<{ recipient: string; subject: string; text: string }>(
      `select recipient, subject, text from messages
       where reservation_id = $1 and subject like '%aussi ailleurs'`,
      [id],
    )

  test('is told to the owner once, and nothing is resolved by itself', async () => {
    server.behave(answers(200, calendar(guest('g1', 30, 33))))
    const property = await aClosedProperty()
    const stay = { kind: 'sejour', startsAt: day(31), endsAt: day(34) }
    const { id, reservation } = await booked(property, stay)
    const apart = await booked(property, { kind: 'sejour', startsAt: day(35), endsAt: day(36) })
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
    await round()
    const payload = await house()
    await Promise.all([tellClashes(payload), tellClashes(payload)])
    await tellClashes(payload)
    const messages = await told(id)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      recipient: owner.email,
      subject: `${reservation.reference} : place prise aussi ailleurs`,
    })
    expect(messages[0]?.text).toContain('Airbnb')
    expect(messages[0]?.text).toContain('Rien n’a été annulé ni déplacé')
    expect(await told(apart.id)).toEqual([])
    expect(await count('outside_conflicts', 'reservation_id = $1', [id])).toBe(1)
    const { status } = await one<{ status: string }>(
      'select status from reservations where id = $1',
      [id],
    )
    expect(status).toBe('confirmee')
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
    expect(await count('outside_conflicts', 'reservation_id = $1', [id])).toBe(0)
  })
})

describe('who knows the addresses', () => {
  const read = async (as: Staff | null, id: number) => {
    const answer = await rest('GET', `/properties/${id}`, { as })
    return 'calendars' in bodyOf<object>(answer)
  }

  test('the owner and admins; no visitor, no editor, no other owner', async () => {
    const property = await aClosedProperty()
    const editor = await aStaff('editeur', 'Aimé Tchicaya')
    const admin = await aStaff('admin', 'Prisca Loemba')
    expect(await read(owner, property.id)).toBe(true)
    expect(await read(admin, property.id)).toBe(true)
    expect(await read(null, property.id)).toBe(false)
    expect(await read(editor, property.id)).toBe(false)
    expect((await rest('GET', `/properties/${property.id}`, { as: other })).status).toBe(404)
    const list = await rest('GET', '/properties?limit=100')
    expect(list.text).not.toContain(server.url)
    const search = await rest('GET', '/properties?where[calendars.address][like]=airbnb')
    expect(search.status).toBe(400)
  })

  test.each(['ftp://example.com/a.ics', 'not an address', 'https://me:secret@example.com/a.ics'])(
    '%s is not taken',
    async (address) => {
      const property = await aProperty({ owners: [owner.id] })
      const answer = await rest('PATCH', `/properties/${property.id}`, {
        as: owner,
        body: { calendars: [{ name: 'Airbnb', address }] },
      })
      expect(answer.status).toBe(400)
    },
  )

  test('webcal: is read as https:', async () => {
    const property = await aProperty({ owners: [owner.id] })
    await rest('PATCH', `/properties/${property.id}`, {
      as: owner,
      body: { calendars: [{ name: 'Google', address: ' webcal://example.com/a.ics ' }] },
    })
    expect(
      await one('select address from properties_calendars where _parent_id = $1', [property.id]),
    ).toEqual({ address: 'https://example.com/a.ics' })
  })
})
