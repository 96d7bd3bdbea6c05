import { beforeAll, expect, test } from 'vitest'
import type { Receipt } from '@/domain/view'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, day, utc, type Staff } from '@/tests/support/house'
import { api, bodyOf, booked, rest, type Body, type Booked } from '@/tests/support/http'
import { one } from '@/tests/support/sql'

/** The promise is made on the opening hours and holidays of its moment, and never again. */

let owner: Staff
let admin: Staff
let property: Property
beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id] })
})

const set = async (body: Body) =>
  expect((await rest('POST', '/globals/settings', { as: admin, body })).status).toBe(200)

/** Open on the weekday of the third day from now alone. */
const openOnThirdDay = () => {
  const weekday = String(new Date(`${day(3)}T12:00:00Z`).getUTCDay() || 7)
  return set({
    openingHours: [{ day: weekday, opens: '08:00', closes: '17:00' }],
    publicHolidays: [],
  })
}

const holiday = (from: number) => ({ day: day(from), name: 'Fête' })
const seen = async ({ token }: Booked) => bodyOf<Receipt>(await api.view(token)).reservation.promise
const holdOf = async ({ id }: Booked) =>
  (
    await one<{ until: Date }>('select hold_until as until from reservations where id = $1', [id])
  ).until.toISOString()

test('it counts opening hours, passes over holidays, and what is set afterwards moves none', async () => {
  await openOnThirdDay()
  const before = await booked(property, { startsAt: at(20, '09:00') })
  expect(before.reservation.promise.respondBy).toBe(utc(3, '08:30'))

  await set({ publicHolidays: [holiday(3)] })
  const after = await booked(property, { startsAt: at(20, '09:30') })
  expect(after.reservation.promise.respondBy).toBe(utc(10, '08:30'))
  await set({ publicHolidays: [holiday(3), holiday(10)], openingHours: [] })
  expect((await seen(before)).respondBy).toBe(utc(3, '08:30'))
  expect((await seen(after)).respondBy).toBe(utc(10, '08:30'))

  const body = { status: 'confirmee' }
  await rest('PATCH', `/reservations/${before.id}`, { as: owner, body })
  expect(await seen(before)).toMatchObject({ respondBy: utc(3, '08:30'), state: 'tenue' })
})

test('a place is held until its answer is due, however long the office is closed', async () => {
  await openOnThirdDay()
  const closed = await booked(property, { startsAt: at(20, '10:00') })
  expect(await holdOf(closed)).toBe(utc(3, '08:30'))
  await set({ publicHolidays: [holiday(3), holiday(10), holiday(17)] })
  const longer = await booked(property, { startsAt: at(30, '10:00') })
  expect(await holdOf(longer)).toBe(utc(24, '08:30'))
})

test('without opening hours a place is held a day', async () => {
  await set({ openingHours: [], publicHolidays: [] })
  const made = await booked(property, { startsAt: at(20, '11:00') })
  const asked = Date.parse(made.reservation.createdAt)
  expect(Date.parse(await holdOf(made)) - asked).toBe(24 * 3_600_000)
  expect(Date.parse(made.reservation.promise.respondBy) - asked).toBe(30 * 60_000)
})
