import { beforeAll, expect, test } from 'vitest'
import { tallies, whatIfs, type Group, type Scope } from '@/admin/reportData'
import { aProperty, aUser, house } from '@/tests/support/house'
import { aClient, plant, type Planted } from '@/tests/support/plant'
import { rows } from '@/tests/support/sql'

const MONTH: Scope = { from: '2026-03', to: '2026-03', owner: null }
let jean: { id: number; name: string }
let odile: { id: number; name: string }
let villa: { id: number; title: string }
let studio: { id: number; title: string }
let client: number
let planted = 0

/** Asked at 09:00 of a day of March 2026, promised within 30 minutes; answered after some, or never. */
const asked = (
  day: string,
  property: { id: number },
  minutes: number | null,
  more: Partial<Planted> = {},
): Planted => {
  const created = new Date(`2026-${day}T09:00:00+01:00`)
  const after = (count: number) => new Date(created.getTime() + count * 60_000)
  planted += 1
  const starts = new Date(Date.parse('2026-06-01T08:00:00Z') + planted * 3_600_000)
  return {
    reference: `RSV-TEST-${String(planted).padStart(4, '0')}`,
    kind: 'visite',
    property_id: property.id,
    client_id: client,
    created_at: created,
    starts_at: starts,
    ends_at: new Date(starts.getTime() + 1_800_000),
    respond_by: after(30),
    hold_until: after(1440),
    sla_minutes: 30,
    ...(minutes === null
      ? {}
      : { status: 'confirmee', responded_at: after(minutes), answer_minutes: minutes }),
    ...more,
  }
}
const EXPIRED = { status: 'annulee', status_reason: 'expiree' } as const
const TAKEN_BACK = { status: 'annulee', status_reason: 'annulee_client' } as const

beforeAll(async () => {
  jean = await aUser('proprietaire', 'Jean-Bosco Makosso')
  odile = await aUser('proprietaire', 'Odile Samba')
  villa = await aProperty({ owners: [jean.id] })
  studio = await aProperty({ owners: [jean.id, odile.id] })
  const orphan = await aProperty({ owners: [] })
  client = await aClient('Awa Mabiala', null)
  const ids = await plant([
    asked('03-02', villa, 5),
    asked('03-03', villa, 15, { kind: 'achat' }),
    asked('03-04', villa, 25),
    asked('03-05', villa, 45),
    asked('03-06', studio, 20),
    asked('03-09', studio, null, EXPIRED),
    asked('03-10', studio, null),
    asked('03-11', orphan, null, TAKEN_BACK),
    asked('03-12', orphan, null, TAKEN_BACK),
    asked('02-28', villa, 10),
    // 23:30 UTC on 31 March is half past midnight on 1 April at the place.
    asked('03-31', villa, 10, {
      created_at: new Date('2026-03-31T23:30:00Z'),
      respond_by: new Date('2026-04-01T00:00:00Z'),
      responded_at: new Date('2026-03-31T23:40:00Z'),
    }),
  ])
  // The first was taken back in time, the second long after the promise had passed.
  await rows(
    `insert into status_history (reservation_id, "from", "to", actor, reason, at) values
       ($1, 'en_attente', 'annulee', 'client', 'annulee_client', '2026-03-11T09:10:00+01:00'),
       ($2, 'en_attente', 'annulee', 'client', 'annulee_client', '2026-03-12T11:00:00+01:00')`,
    [ids[7], ids[8]],
  )
})

async function read(group: Group, scope: Scope = MONTH) {
  const found = await tallies(await house(), group, scope)
  return found.map(({ key, requests, judged, kept, expired, median, p90 }) => [
    key,
    requests,
    `${kept}/${judged}`,
    expired,
    median,
    p90 && Math.round(p90 * 10) / 10,
  ])
}

test('a month: promises kept of those judged, answers in working minutes, expired ones', async () => {
  expect(await read('total')).toEqual([[null, 9, '4/8', 1, 20, 37]])
})

test('by property, by kind and by owner; a property of two owners counts for both', async () => {
  expect(await read('kind')).toEqual([
    ['visite', 8, '3/7', 1, 22.5, 39],
    ['achat', 1, '1/1', 0, 15, 15],
  ])
  expect((await read('property')).slice(0, 2)).toEqual([
    [villa.title, 4, '3/4', 0, 20, 39],
    [studio.title, 3, '1/3', 1, 20, 20],
  ])
  expect(await read('owner')).toEqual([
    ['Jean-Bosco Makosso', 7, '4/7', 1, 20, 37],
    ['Odile Samba', 3, '1/3', 1, 20, 20],
    [null, 2, '0/1', 0, null, null],
  ])
})

test('months are those of the place', async () => {
  const year = { ...MONTH, from: '2025-05', to: '2026-04' }
  expect(await read('month', year)).toEqual([
    ['2026-03', 9, '4/8', 1, 20, 37],
    ['2026-02', 1, '1/1', 0, 10, 10],
    ['2026-04', 1, '1/1', 0, 10, 10],
  ])
})

test('an owner sees the numbers of their own properties alone', async () => {
  expect(await read('total', { ...MONTH, owner: odile.id })).toEqual([[null, 3, '1/3', 1, 20, 20]])
})

test('what other delays would have kept', async () => {
  const found = await whatIfs(await house(), MONTH)
  const kept = Object.fromEntries(found.map(({ minutes, kept }) => [minutes, kept]))
  expect([5, 10, 15, 20, 30, 45, 480].map((minutes) => kept[minutes])).toEqual([
    1, 1, 2, 3, 4, 5, 5,
  ])
})

test('a month without requests has no numbers', async () => {
  const empty = { ...MONTH, from: '2024-01', to: '2024-01' }
  expect(await read('total', empty)).toEqual([])
  expect((await whatIfs(await house(), empty)).every(({ kept }) => kept === 0)).toBe(true)
})
