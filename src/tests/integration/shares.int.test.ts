import { beforeAll, expect, test } from 'vitest'
import { dashboardFacts } from '@/admin/dashboard/dashboardFacts'
import { brokenInvariants } from '@/backup/invariants'
import { env } from '@/env'
import { withClient } from '@/scripts/openDatabase'
import { aProperty, aStaff, at, house, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { count, rows } from '@/tests/support/sql'

/** The promises kept this month, on the first screen of the morning. The place is at UTC+1. */

let owner: Staff
let property: number
let model: number

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const place = await aProperty({ owners: [owner.id] })
  property = place.id
  model = (await booked(place, { startsAt: at(3, '09:00') })).id
  for (const [respondBy, answer, more] of MARCH) await past(respondBy, answer, more)
})

const minutes = (instant: string, count: number) =>
  new Date(new Date(instant).getTime() + count * 60_000).toISOString()

/** A request of that time, answered so many minutes after its promise, or never. */
async function past(respondBy: string, answered: number | null, more: object = {}): Promise<void> {
  const number = await count('reservations')
  await rows(
    `insert into reservations select (jsonb_populate_record(r, $2)).* from reservations r where id = $1`,
    [
      model,
      {
        id: 90_000 + number,
        reference: `RSV-${String(number).padStart(4, '0')}-0000`,
        request_key: `mars-${number}`,
        tracking_hash: null,
        status: 'annulee',
        status_reason: answered === null ? 'expiree' : 'refusee',
        awaiting_until: null,
        created_at: minutes(respondBy, -30),
        respond_by: respondBy,
        responded_at: answered === null ? null : minutes(respondBy, answered),
        ...more,
      },
    ],
  )
}

const MARCH: [respondBy: string, answered: number | null, more?: object][] = [
  ['2026-02-28T22:59:00.000Z', -5], // The last minute of February.
  ['2026-02-28T23:00:00.000Z', -5], // The first of March, which is February in UTC.
  ['2026-03-05T10:00:00.000Z', 0],
  ['2026-03-06T10:00:00.000Z', 1], // A minute late.
  ['2026-03-07T10:00:00.000Z', null],
  ['2026-03-07T11:00:00.000Z', null, { status_reason: 'annulee_client' }], // Nobody's fault.
  ['2026-03-10T22:59:00.000Z', -5], // The last minute of the tenth.
  ['2026-03-10T23:00:00.000Z', -5], // The eleventh.
  ['2026-03-31T23:00:00.000Z', -5], // April, which is March in UTC.
]

const sharesOn = async (day: string, whose: number | null = owner.id) => {
  const { shares } = await dashboardFacts(await house(), whose, new Date(`${day}T12:00:00Z`))
  return shares.map(({ name, kept, due }) => [name, kept, due])
}

test.each([
  ['the last day of February', '2026-02-28', 1, 1],
  ['the first of March', '2026-03-01', 1, 1],
  ['the sixth, with one that was late', '2026-03-06', 2, 3],
  ['the tenth', '2026-03-10', 3, 5],
  ['the eleventh', '2026-03-11', 4, 6],
  ['the last of March', '2026-03-31', 4, 6],
  ['the first of April', '2026-04-01', 1, 1],
])('on %s it counts what fell due in the month of the place', async (_, day, kept, due) => {
  expect(await sharesOn(day)).toEqual([['Jean-Bosco Makosso', kept, due]])
  expect(await sharesOn(day, null)).toEqual([['Jean-Bosco Makosso', kept, due]])
})

test('nothing fell due: nothing is said, nor to an owner of other properties', async () => {
  const other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  expect(await sharesOn('2026-01-31')).toEqual([])
  expect(await sharesOn('2026-03-10', other.id)).toEqual([])
})

test('an answer counts at once, once, however many come together', async () => {
  const place = await aProperty({ owners: [owner.id] })
  const counted = () =>
    count('answered_promises a', 'property_id = $1 and kept = 3 and answered = 3', [place.id])
  const asked: { id: number }[] = []
  for (const time of ['09:00', '10:00', '11:00'])
    asked.push(await booked(place, { startsAt: at(4, time) }))
  expect(await count('answered_promises', 'property_id = $1', [place.id])).toBe(0)
  const decide = (status: string) =>
    Promise.all(
      asked.map(({ id }) => rest('PATCH', `/reservations/${id}`, { as: owner, body: { status } })),
    )
  expect((await decide('confirmee')).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await counted()).toBe(1)
  // A later cancellation is no second answer.
  expect((await decide('annulee')).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await counted()).toBe(1)
})

test('where rows came in while triggers rested, they are counted anew', async () => {
  const sums = () => rows('select * from answered_promises order by month, property_id')
  const before = await sums()
  const wrong = async () =>
    (await withClient(String(env.databaseUrl), brokenInvariants)).filter((one) =>
      /counted/.test(one),
    )
  expect(await wrong()).toEqual([])
  await rows('update answered_promises set kept = kept + 1 where property_id = $1', [property])
  expect(await wrong()).toEqual([
    expect.stringContaining(`2026-02-01, property ${property}`) as string,
  ])
  await rows('select scim_recount_answers()')
  expect(await sums()).toEqual(before)
})

test('of many owners the morning shows those who kept the fewest, and says of how many', async () => {
  const [late, kept] = [await aProperty(), await aProperty()]
  await rows(
    `with people as (
       insert into users (name, role, email)
       select 'Propriétaire ' || n, 'proprietaire', 'parts' || n || '@scim.example'
       from generate_series(1, 21) n returning id, name)
     insert into properties_rels ("order", parent_id, path, users_id)
     select 1, case when name = 'Propriétaire 7' then $2::int else $1::int end, 'owners', id
     from people`,
    [late.id, kept.id],
  )
  await past('2026-05-05T10:00:00.000Z', 1, { property_id: late.id })
  await past('2026-05-05T10:00:00.000Z', 0, { property_id: kept.id })
  const { shares } = await dashboardFacts(await house(), null, new Date('2026-05-06T12:00:00Z'))
  expect(shares.map(({ owners }) => owners)).toEqual(Array.from({ length: 20 }, () => 21))
  expect(shares.map(({ name }) => name)).not.toContain('Propriétaire 7')
})
