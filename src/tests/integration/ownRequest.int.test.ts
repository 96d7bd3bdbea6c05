import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { ownRequestAt } from '@/portal/ownRequest'
import { aProperty, aStaff, at, day, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'

let owner: Staff
let property: Property

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
})

const answers = { bien: '', type: '', debut: '', fin: '', cle: '' }
const visit = (debut: string) => ({ ...answers, debut, property: property.id, stay: false })
const nights = (debut: string, fin: string) => ({
  ...answers,
  debut,
  fin,
  property: property.id,
  stay: true,
})

test('a moment that one’s own request holds is told apart from one that others hold', async () => {
  const mine = await booked(property, { startsAt: at(3, '09:00') })
  const theirs = await booked(property, { startsAt: at(3, '09:30') })
  const own = [mine.reservation.reference]
  expect(await ownRequestAt(visit(at(3, '09:00')), own)).toBe(mine.reservation.reference)
  expect(await ownRequestAt(visit(at(3, '09:30')), own)).toBeNull()
  expect(await ownRequestAt(visit(at(3, '09:30')), [])).toBeNull()
  expect(await ownRequestAt(visit(''), own)).toBeNull()
  expect(await ownRequestAt(visit(at(3, '09:30')), [theirs.reservation.reference])).toBe(
    theirs.reservation.reference,
  )
})

test('nights are theirs where they overlap, and a request that is over holds nothing', async () => {
  const { id, reservation } = await booked(property, {
    kind: 'sejour',
    startsAt: day(20),
    endsAt: day(23),
  })
  const own = [reservation.reference]
  expect(await ownRequestAt(nights(day(22), day(24)), own)).toBe(reservation.reference)
  expect(await ownRequestAt(nights(day(23), day(24)), own)).toBeNull()
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
  expect(await ownRequestAt(nights(day(22), day(24)), own)).toBeNull()
})
