import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, day, house, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { imported } from '@/tests/support/intake'
import { past, people } from '@/tests/support/intakeFiles'
import { count, one } from '@/tests/support/sql'
import { forgetClients } from '@/worker/forgetClients'

/** What an import brings in is cared for as everything else. */

let admin: Staff
const keepFor = (retentionMonths: number | null) =>
  rest('POST', '/globals/settings', { as: admin, body: { retentionMonths } })
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
})
afterAll(() => keepFor(null))

const clientOf = async (reference: string) =>
  (
    await one<{ id: number }>(
      'select client_id as id from past_reservations where reference = $1',
      [reference],
    )
  ).id

test('what a client is told of an import does not name the colleague who made it', async () => {
  const { slug } = await aProperty()
  const { file, reference } = past(slug)
  await imported(admin, 'reservations', file)
  const told = await rest('GET', `/clients/${await clientOf(reference)}/data`, { as: admin })
  expect(told.status).toBe(200)
  expect(bodyOf<{ pastReservations: object[] }>(told).pastReservations).toMatchObject([
    { reference, note: 'Contente.' },
  ])
  expect(told.text).not.toContain(admin.name)
})

test('an imported client is kept from the end of the last reservation on, not from the import', async () => {
  const { slug } = await aProperty()
  const [old, recent] = [past(slug), past(slug, { debut: `${day(-40)} 10:00` })]
  for (const { file } of [old, recent]) await imported(admin, 'reservations', file)
  const { file, names } = people(1)
  await imported(admin, 'clients', file)
  const [gone, kept] = [await clientOf(old.reference), await clientOf(recent.reference)]
  const { id: alone } = await one<{ id: number }>('select id from clients where name = $1', names)
  expect((await keepFor(6)).status).toBe(200)
  await forgetClients(await house())
  const erased = (id: number) => count('erasures', 'client_id = $1', [id])
  expect([await erased(gone), await erased(kept), await erased(alone)]).toEqual([1, 0, 0])
})
