import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, freshPhone, house, type Staff } from '@/tests/support/house'
import { api, aRequest, bodyOf, booked, rest } from '@/tests/support/http'
import { aMailServer } from '@/tests/support/mailServer'
import { sendThrough } from '@/tests/support/outbox'
import { rows } from '@/tests/support/sql'

/** What people type is read back by other people's programs: it stays text, and adds nothing. */

let admin: Staff
let server: Awaited<ReturnType<typeof aMailServer>>

beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  server = await aMailServer()
})
afterAll(() => server.close())

const HEADER = 'Awa\r\nBcc: intrus@evil.example\r\nX-Evil: oui\r\n\r\n<b>corps</b>'

async function aNamedProperty(title: string): Promise<Property> {
  const property = await aProperty()
  await (
    await house()
  ).update({
    collection: 'properties',
    id: property.id,
    overrideAccess: true,
    data: { title, district: `${title} quartier` },
  })
  return property
}

test('no name, title or word of a client adds a header, a recipient or a tag to a mail', async () => {
  const property = await aNamedProperty('Villa\r\nBcc: titre@evil.example\r\nX-Evil: oui')
  const client = { name: HEADER, phone: freshPhone(), email: 'awa@example.com' }
  const answer = await api.request({
    body: aRequest(property, { client, note: `${HEADER}<script>alert(1)</script>` }),
  })
  expect(answer.status).toBe(201)
  await sendThrough(server.url)
  const mails = server.received
  expect(mails.length).toBeGreaterThanOrEqual(2)
  const people = ['awa@example.com', 'contact@scim.example']
  for (const { mail, raw, to } of mails) {
    expect(people).toContain(to.join())
    expect(mail.headers.has('bcc')).toBe(false)
    expect(mail.headers.has('x-evil')).toBe(false)
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Evil):/im)
    expect(mail.html).not.toContain('<script')
    expect(mail.html).not.toContain('<b>corps')
  }
})

test.each([
  'awa@example.com, intrus@evil.example',
  'awa@example.com\r\nBcc: intrus@evil.example',
  '"awa" <awa@example.com>',
  'awa@example.com;intrus@evil.example',
])('an e-mail that could be two is none: %j', async (email) => {
  const property = await aProperty()
  const client = { name: 'Awa', phone: freshPhone(), email }
  const answer = await api.request({ body: aRequest(property, { client }) })
  expect(answer.status).toBe(400)
  expect(bodyOf<{ errors: { path: string }[] }>(answer).errors.map(({ path }) => path)).toEqual([
    'client.email',
  ])
})

test.each([
  'Villa\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:intrus\r\nSUMMARY:Faux',
  'Villa;ATTENDEE:mailto:intrus@evil.example',
  'Villa, avec \\n jardin ; et \\, puits',
  'Villa "du" fleuve 🏠 '.repeat(10),
])('a calendar entry has one event, whatever the title holds: %j', async (title) => {
  const property = await aNamedProperty(title)
  const { id, token, reservation } = await booked(property, { startsAt: at(4, '10:00') })
  const decided = await rest('PATCH', `/reservations/${id}`, {
    as: admin,
    body: { status: 'confirmee' },
  })
  expect(decided.status).toBe(200)
  const answer = await api.calendar(token)
  expect(answer.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(answer.text))
  const events = calendar.getAllSubcomponents('vevent')
  expect(events).toHaveLength(1)
  const [event] = events
  expect(event?.getFirstPropertyValue('uid')).toBe(`${reservation.reference}@localhost`)
  expect(event?.getAllProperties('attendee')).toEqual([])
  expect(event?.getAllProperties('summary')).toHaveLength(1)
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const [row] = await rows<{ title: string }>('select title from properties where id = $1', [
    property.id,
  ])
  expect(plain(String(event?.getFirstPropertyValue('summary')))).toBe(
    plain(`Visite : ${row?.title ?? ''}`),
  )
})
