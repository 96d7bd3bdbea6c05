import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import type { Period } from '@/domain/view'
import { aProperty, aStaff, at, day, freshPhone, utc, type Staff } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf } from '@/tests/support/http'
import { count, refusalCode, rows } from '@/tests/support/sql'

let owner: Staff
let property: Property

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})

const tally = (statuses: number[]) =>
  statuses.reduce<Record<number, number>>(
    (sum, status) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }),
    {},
  )

test('of 50 requests for one slot at once, one is booked and 49 are told it is taken', async () => {
  const villa = await aProperty()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api.request({ body: aRequest(villa) })),
  )
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 1, 409: 49 })
  for (const answer of answers.filter(({ status }) => status === 409)) {
    const { alternatives } = bodyOf<{ alternatives: Period[] }>(answer)
    expect(alternatives.map(({ startsAt }) => startsAt)).toEqual([
      utc(3, '08:30'),
      utc(3, '09:30'),
      utc(3, '08:00'),
    ])
  }
  expect(await count('reservations', 'property_id = $1', [villa.id])).toBe(1)
  const messages = 'reservation_id in (select id from reservations where property_id = $1)'
  expect(await count('messages', messages, [villa.id])).toBe(2)
  expect(await count('status_history', messages, [villa.id])).toBe(1)
})

test('of overlapping stays asked for at once, no two are booked', async () => {
  const villa = await aProperty()
  const spans = Array.from({ length: 12 }, (_, index) => [10 + index, 13 + index] as const)
  const answers = await Promise.all(
    spans.map(([from, to]) =>
      api.request({
        body: aRequest(villa, { kind: 'sejour', startsAt: day(from), endsAt: day(to) }),
      }),
    ),
  )
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  expect(answers.some(({ status }) => status === 201)).toBe(true)
  const overlaps = await rows(
    `select a.id from reservations a join reservations b on a.property_id = b.property_id
       and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
     where a.property_id = $1`,
    [villa.id],
  )
  expect(overlaps).toEqual([])
})

test('a stay and an appointment inside it asked for at once are never both booked after the stay', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const villa = await aProperty()
    const [stay, visit] = await Promise.all([
      api.request({
        body: aRequest(villa, { kind: 'sejour', startsAt: day(3), endsAt: day(5) }),
      }),
      api.request({ body: aRequest(villa, { startsAt: at(3, '09:00') }) }),
    ])
    expect(stay.status).toBe(201)
    const order = await rows<{ kind: string }>(
      'select kind from reservations where property_id = $1 order by created_at, id',
      [villa.id],
    )
    const kinds = order.map(({ kind }) => kind)
    expect(kinds).toEqual(visit.status === 201 ? ['visite', 'sejour'] : ['sejour'])
  }
})

test('the same key 20 times at once gives one reservation and 20 times the same bytes', async () => {
  const body = aRequest(await aProperty())
  const answers = await Promise.all(Array.from({ length: 20 }, () => api.request({ body })))
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 19, 201: 1 })
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await count('reservations', 'request_key = $1', [body.requestKey])).toBe(1)
})

test('the same key with two contents at once gives one reservation and one 422', async () => {
  const body = aRequest(await aProperty())
  const answers = await Promise.all([
    api.request({ body }),
    api.request({ body: { ...body, note: 'Un autre texte.' } }),
  ])
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 1, 422: 1 })
})

test('what the code could miss, the database refuses: overlapping rows in plain SQL', async () => {
  const { id } = await booked(property, { startsAt: at(7, '09:00') })
  const { id: stay } = await booked(property, {
    kind: 'sejour',
    startsAt: day(20),
    endsAt: day(23),
  })
  const copy = (of: number, change: string) =>
    refusalCode(
      `insert into reservations (reference, status, kind, property_id, starts_at, ends_at, client_id,
         respond_by, hold_until, source, locale, request_key, sla_minutes)
       select 'RSV-' || md5(random()::text), status, kind, property_id, ${change}, client_id,
         respond_by, hold_until, source, locale, md5(random()::text), sla_minutes
       from reservations where id = $1`,
      [of],
    )
  const EXCLUDED = '23P01'
  expect(await copy(id, `starts_at, ends_at`)).toBe(EXCLUDED)
  expect(await copy(id, `starts_at + interval '29 min', ends_at + interval '29 min'`)).toBe(
    EXCLUDED,
  )
  expect(await copy(stay, `starts_at + interval '2 days', ends_at + interval '2 days'`)).toBe(
    EXCLUDED,
  )
  // Controls: the next slot and the next nights are free.
  expect(await copy(id, `starts_at + interval '30 min', ends_at + interval '30 min'`)).toBe(
    'accepted, 1 rows',
  )
  expect(await copy(stay, `starts_at + interval '3 days', ends_at + interval '3 days'`)).toBe(
    'accepted, 1 rows',
  )
})

test('a cancelled place is free again, for one of those who want it', async () => {
  const villa = await aProperty()
  const { token } = await booked(villa)
  expect((await api.request({ body: aRequest(villa) })).status).toBe(409)
  expect((await api.cancel(token)).status).toBe(200)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      api.request({
        body: aRequest(villa, { client: { name: 'Awa Mabiala', phone: freshPhone() } }),
      }),
    ),
  )
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 1, 409: 4 })
})
