import { beforeAll, expect, test } from 'vitest'
import { calendarFacts } from '@/admin/calendar/calendarFacts'
import { dashboardFacts } from '@/admin/dashboard/dashboardFacts'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, day, house, utc, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest, type Booked } from '@/tests/support/http'
import { one, rows } from '@/tests/support/sql'
import { statementsOf } from '@/tests/support/statements'

type Page = { docs: { reference: string; clientName: string; propertyTitle: string }[] }

let owner: Staff
let other: Staff
let admin: Staff
let editor: Staff
let property: Property
let nadege: Booked
let formula: Booked
let elsewhere: Booked

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  admin = await aStaff('admin', 'Prisca Loemba')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
  property = await aProperty({ owners: [owner.id] })
  nadege = await booked(property, {
    startsAt: at(3, '09:00'),
    client: { name: 'Nadège Mouyabi', phone: '06 934 56 78', email: 'nadege@example.com' },
  })
  formula = await booked(property, {
    startsAt: at(3, '10:00'),
    client: { name: '=HYPERLINK("http://x")', phone: '05 511 22 33' },
  })
  elsewhere = await booked(await aProperty({ owners: [other.id] }), {
    client: { name: 'Nadège Ailleurs', phone: '06 934 56 79' },
  })
})

const found = async (as: Staff, path: string, text: string) => {
  const query = new URLSearchParams({ [`where[or][0][${path}][like]`]: text, limit: '50' })
  const answer = await rest('GET', `/reservations?${query.toString()}`, { as })
  return bodyOf<Page>(answer).docs.map(({ reference }) => reference)
}

test.each([
  ['lower case', (text: string) => text.toLowerCase()],
  ['no dashes', (text: string) => text.replaceAll('-', '')],
  ['spaces', (text: string) => text.replaceAll('-', ' ')],
  ['without RSV', (text: string) => text.slice(4)],
  ['its first group', (text: string) => text.slice(4, 8)],
])('a reference is found in any writing: %s', async (_, write) => {
  const { reference } = nadege.reservation
  expect(await found(owner, 'reference', write(reference))).toContain(reference)
})

test.each(['06 934 56 78', '+242 06 934 56 78', '00242069345678', '934 56 78'])(
  'a phone is found as %s',
  async (text) => {
    expect(await found(owner, 'clientPhone', text)).toEqual([nadege.reservation.reference])
  },
)

test.each(['Nadège', 'nadege', 'MOUYABI'])(
  'a name is found as %s, by its owner alone',
  async (text) => {
    expect(await found(owner, 'clientName', text)).toEqual([nadege.reservation.reference])
    expect(await found(other, 'clientName', text)).not.toContain(nadege.reservation.reference)
  },
)

test('a % or _ typed in a search stands for itself', async () => {
  expect(await found(admin, 'clientName', '%')).toEqual([])
  expect(await found(admin, 'clientName', '_______')).toEqual([])
})

test('owners see who asks and for which property', async () => {
  const { docs } = bodyOf<Page>(await rest('GET', '/reservations', { as: owner }))
  expect(docs.map(({ clientName }) => clientName).sort()).toEqual([
    '=HYPERLINK("http://x")',
    'Nadège Mouyabi',
  ])
  expect(docs[0]?.propertyTitle).toBe(property.title)
})

test('the export is what the list shows, of one’s own properties, safe against formulas', async () => {
  const csv = await rest('GET', '/reservations/export?format=csv', { as: owner })
  expect(csv.status).toBe(200)
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(csv.text).toContain(nadege.reservation.reference)
  expect(csv.text).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv.text).toContain(`'+242069345678`)
  expect(csv.text).toContain(`${day(3)} 09:00`)
  expect(csv.text).not.toContain(elsewhere.reservation.reference)
  const raw = await rest('GET', '/reservations/export?format=json', { as: admin })
  const all = bodyOf<{ reference: string }[]>(raw).map(({ reference }) => reference)
  expect(all).toEqual(expect.arrayContaining([elsewhere.reservation.reference]))
})

test('filters and search bound the export as they bound the list', async () => {
  const path = '/reservations/export?format=json'
  const searched = await rest('GET', `${path}&search=nadege`, { as: owner })
  expect(bodyOf<{ reference: string }[]>(searched).map((row) => row.reference)).toEqual([
    nadege.reservation.reference,
  ])
  const none = await rest('GET', `${path}&where[status][equals]=annulee`, { as: owner })
  expect(bodyOf<unknown[]>(none)).toEqual([])
  const hidden = await rest('GET', `${path}&where[requestKey][like]=a`, { as: owner })
  expect(hidden.status).toBe(400)
  expect((await rest('GET', path)).status).toBe(401)
  expect((await rest('GET', path, { as: editor })).status).toBe(403)
})

const statements = async (work: () => Promise<unknown>) => (await statementsOf(work)).length

test('the morning takes two statements, and a page of the list at most ten', async () => {
  const payload = await house()
  expect(await statements(() => dashboardFacts(payload, null, new Date()))).toBe(2)
  expect(await statements(() => dashboardFacts(payload, owner.id, new Date()))).toBe(2)
  const list = (as: Staff) =>
    payload.find({
      collection: 'reservations',
      overrideAccess: false,
      user: { id: as.id, role: as.role, collection: 'users' } as never, // as: what access reads.
      depth: 0,
      limit: 25,
      sort: ['awaitingUntil', '-startsAt'],
    })
  expect(await statements(() => list(owner))).toBeLessThanOrEqual(10)
  expect(await statements(() => list(admin))).toBeLessThanOrEqual(10)
})

test('pages follow each other without a gap, each row with its history and messages', async () => {
  const read = async (query: string) => {
    const answer = await rest('GET', `/reservations?sort=reference&${query}`, { as: owner })
    return bodyOf<{
      docs: { reference: string; clientName: string; history: object; messages: object }[]
      totalDocs: number
      page: number
      hasNextPage: boolean
      hasPrevPage: boolean
    }>(answer)
  }
  const whole = await read('limit=50')
  expect(whole.docs.length).toBeGreaterThan(1)
  for (const page of whole.docs.map((_, index) => index + 1)) {
    const { docs, ...rest } = await read(`limit=1&page=${page}`)
    expect(docs).toEqual([whole.docs[page - 1]])
    expect(rest).toMatchObject({
      page,
      totalDocs: whole.docs.length,
      hasPrevPage: page > 1,
      hasNextPage: page < whole.docs.length,
    })
  }
  expect((await read(`limit=1&page=${whole.docs.length + 1}`)).docs).toEqual([])
})

test('the morning of an owner tells nothing of other owners', async () => {
  const payload = await house()
  const mine = await dashboardFacts(payload, owner.id, new Date())
  expect(mine.waiting.map(({ reference }) => reference).sort()).toEqual(
    [nadege, formula].map(({ reservation }) => reservation.reference).sort(),
  )
  expect(JSON.stringify(mine)).not.toContain(elsewhere.reservation.reference)
  const all = await dashboardFacts(payload, null, new Date())
  expect(all.waiting.map(({ reference }) => reference)).toContain(elsewhere.reservation.reference)
})

test('late ones come first and are counted apart', async () => {
  const late = await booked(property, { startsAt: at(4, '11:00') })
  await rows('alter table reservations disable trigger user')
  await rows(
    `update reservations set created_at = now() - interval '3 hours',
       respond_by = now() - interval '1 hour', awaiting_until = now() - interval '1 hour'
     where id = $1`,
    [late.id],
  )
  await rows('alter table reservations enable trigger user')
  const { waiting } = await dashboardFacts(await house(), owner.id, new Date())
  expect(waiting[0]).toMatchObject({ id: late.id, count: 3, late: 1 })
})

test('the calendar of an owner holds their own alone, in two statements', async () => {
  const payload = await house()
  const req = { payload, transactionID: undefined }
  const range = { from: day(0), to: day(31) }
  const mine = await calendarFacts(req, owner.id, range)
  expect(mine.rows.map(({ title }) => title)).toEqual([property.title])
  expect(mine.entries.map(({ reference }) => reference)).toContain(nadege.reservation.reference)
  expect(mine.entries.map(({ reference }) => reference)).not.toContain(
    elsewhere.reservation.reference,
  )
  expect(await statements(() => calendarFacts(req, null, range))).toBe(2)
})

test('the calendar shows what is closed and what is taken elsewhere, each by its name', async () => {
  const req = { payload: await house(), transactionID: undefined }
  const shut = await aProperty({ owners: [owner.id] })
  const address = 'https://calendar.example/airbnb.ics'
  const answer = await rest('PATCH', `/properties/${shut.id}`, {
    as: owner,
    body: {
      closedPeriods: [{ from: day(3), to: day(4), reason: 'Peinture' }],
      calendars: [{ name: 'Airbnb', address }],
    },
  })
  expect(answer.status).toBe(200)
  const calendar = await one<{ id: number }>(
    `insert into outside_calendars (property_id, address) values ($1, $2) returning id`,
    [shut.id, address],
  )
  const taken = (uid: string, from: string, to: string) =>
    rows(
      `insert into outside_busy (calendar_id, property_id, uid, occurrence, starts_at, ends_at)
       values ($1, $2, $3, '', $4, $5)`,
      [calendar.id, shut.id, uid, from, to],
    )
  await taken('hours', at(5, '10:00'), at(5, '12:00'))
  await taken('begun before', at(-2, '00:00'), at(1, '00:00'))
  await taken('over', at(-2, '00:00'), at(0, '00:00'))
  await taken('later', at(31, '00:00'), at(32, '00:00'))
  const rowsOf = async () =>
    (await calendarFacts(req, owner.id, { from: day(0), to: day(31) })).rows.find(
      ({ id }) => id === shut.id,
    )
  const shown = await rowsOf()
  expect(shown?.closed).toEqual([{ from: day(3), to: day(4), reason: 'Peinture' }])
  expect(
    shown?.outside.map(({ calendar: name, startsAt, endsAt }) => [
      name,
      new Date(startsAt).toISOString(),
      new Date(endsAt).toISOString(),
    ]),
  ).toEqual([
    ['Airbnb', utc(-2, '00:00'), utc(1, '00:00')],
    ['Airbnb', utc(5, '10:00'), utc(5, '12:00')],
  ])
  await rows('delete from properties_calendars where _parent_id = $1', [shut.id])
  expect((await rowsOf())?.outside.map(({ calendar: name }) => name)).toEqual([null, null])
})
