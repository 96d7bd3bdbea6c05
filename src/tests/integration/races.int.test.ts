import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import type { Period } from '@/domain/view'
import { aProperty, aStaff, at, day, freshPhone, utc, type Staff } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, rest } from '@/tests/support/http'
import { count, one, refusalCode, rows } from '@/tests/support/sql'

let owner: Staff
let admin: Staff
let property: Property

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  admin = await aStaff('admin', 'Prisca Loemba')
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

test('of two decisions at once one wins, the other reads who decided and when', async () => {
  let time = 8
  for (let turn = 0; turn < 8; turn += 1) {
    time += 1
    const { id } = await booked(property, {
      startsAt: at(4, `${String(time).padStart(2, '0')}:00`),
    })
    const [confirm, cancel] = await Promise.all([
      rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } }),
      rest('PATCH', `/reservations/${id}`, { as: admin, body: { status: 'annulee' } }),
    ])
    const row = await one<{ status: string; decided_by_name: string }>(
      'select status, decided_by_name from reservations where id = $1',
      [id],
    )
    const steps = await rows<{ to: string; at: Date }>(
      `select "to", at from status_history where reservation_id = $1 and "from" is not null
       order by at, id`,
      [id],
    )
    if (confirm.status === 200 && cancel.status === 200) {
      // The one order in which both may succeed: confirmed first, then cancelled.
      expect(steps.map(({ to }) => to)).toEqual(['confirmee', 'annulee'])
      continue
    }
    expect([cancel.status, confirm.status]).toEqual([200, 409])
    expect(row).toEqual({ status: 'annulee', decided_by_name: 'Prisca Loemba' })
    expect(steps.map(({ to }) => to)).toEqual(['annulee'])
    const clock = clockOf(steps[0]?.at)
    expect(bodyOf<{ errors: { message: string }[] }>(confirm).errors[0]?.message).toBe(
      `Cette réservation est déjà annulée par Prisca Loemba à ${clock}.`,
    )
  }
})

/** As a clock in Brazzaville, UTC+1, shows it. */
function clockOf(instant: Date | undefined): string {
  const local = new Date((instant?.getTime() ?? 0) + 3_600_000).toISOString()
  return `${Number(local.slice(11, 13))} h ${local.slice(14, 16)}`
}

test('two who confirm at once: both read 200, and the client is told once', async () => {
  const { id } = await booked(property, { startsAt: at(5, '09:00') })
  const answers = await Promise.all(
    [owner, admin, owner, admin].map((as) =>
      rest('PATCH', `/reservations/${id}`, { as, body: { status: 'confirmee' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const confirmations = `reservation_id = $1 and template = 'confirmation'`
  expect(await count('messages', confirmations, [id])).toBe(1)
  expect(await count('status_history', `reservation_id = $1 and "to" = 'confirmee'`, [id])).toBe(1)
})

test('of 24 decisions at once none waits for a connection that the others hold: each is answered', async () => {
  const { id } = await booked(await aProperty({ owners: [owner.id] }))
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      rest('PATCH', `/reservations/${id}`, {
        as: index % 2 ? owner : admin,
        body: { status: index % 2 ? 'confirmee' : 'annulee' },
      }),
    ),
  )
  const other = answers.filter(({ status }) => status !== 200 && status !== 409)
  expect(other).toEqual([])
  expect(answers.filter((_, index) => index % 2 === 0).map(({ status }) => status)).toEqual(
    Array.from({ length: 12 }, () => 200),
  )
  expect(await count('status_history', `reservation_id = $1 and "to" = 'annulee'`, [id])).toBe(1)
})

test('the client cancels while the owner confirms: the table’s moves alone, each told once', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const time = `${String(9 + turn).padStart(2, '0')}:30`
    const villa = turn < 7 ? property : await aProperty({ owners: [owner.id] })
    const { id, token } = await booked(villa, { startsAt: at(6, turn < 7 ? time : '09:30') })
    const [cancel, confirm] = await Promise.all([
      api.cancel(token),
      rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } }),
    ])
    expect(cancel.status).toBe(200)
    const steps = await rows<{ step: string }>(
      `select "from" || ' ' || "to" || ' ' || actor as step from status_history
       where reservation_id = $1 and "from" is not null order by at, id`,
      [id],
    )
    expect(steps.map(({ step }) => step)).toEqual(
      confirm.status === 200
        ? ['en_attente confirmee proprietaire', 'confirmee annulee client']
        : ['en_attente annulee client'],
    )
    const told = await rows<{ template: string }>(
      `select template from messages where reservation_id = $1
         and template in ('confirmation', 'annulation', 'annulation_gestion') order by id`,
      [id],
    )
    expect(told.map(({ template }) => template)).toEqual([
      ...(confirm.status === 200 ? ['confirmation'] : []),
      'annulation',
      'annulation_gestion',
    ])
  }
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
