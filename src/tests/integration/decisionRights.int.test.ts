import { beforeAll, expect, test } from 'vitest'
import { admin, aReservation, owner, property, withAgency } from '@/tests/support/agencyHouse'
import { aStaff, house, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { checksums } from '@/tests/support/sql'

withAgency()

let stranger: Staff
let editor: Staff
beforeAll(async () => {
  stranger = await aStaff('proprietaire', 'Clarisse Ngouabi')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
})

test('nobody but the owners and the admins decides', async () => {
  const { id } = await aReservation()
  const before = await checksums('rate_limits')
  for (const as of [stranger, editor, null]) {
    const answer = await rest('PATCH', `/reservations/${id}`, {
      as,
      body: { status: 'confirmee' },
    })
    expect([as?.role, answer.status >= 401 && answer.status <= 404]).toEqual([as?.role, true])
  }
  expect(await checksums('rate_limits')).toEqual(before)
})

test('a reservation that does not exist is not found, whatever the id', async () => {
  for (const id of [
    '999999',
    '0',
    '-1',
    '1.5',
    '2147483648',
    '99999999999999999999',
    'x',
    '%00',
    'null',
  ]) {
    const answer = await rest('PATCH', `/reservations/${id}`, {
      as: admin,
      body: { status: 'confirmee' },
    })
    expect([id, answer.status >= 400 && answer.status < 500]).toEqual([id, true])
  }
})

test('reservations are decided one by one: a bulk update is refused, by REST and in the program', async () => {
  const { id } = await aReservation()
  const before = await checksums('rate_limits')
  const bulk = await rest('PATCH', `/reservations?where[id][equals]=${id}`, {
    as: admin,
    body: { status: 'confirmee' },
  })
  expect(bulk.status).toBe(403)
  const payload = await house()
  const inside = payload.update({
    collection: 'reservations',
    overrideAccess: true,
    context: { actor: 'systeme' },
    where: { id: { equals: id } },
    data: { status: 'annulee' },
  })
  await expect(inside).rejects.toThrow('Les fiches se modifient une par une.')
  expect(await checksums('rate_limits')).toEqual(before)
})

test('staff cannot make a reservation by REST, nor delete one, alone or in bulk', async () => {
  const { id } = await aReservation()
  const before = await checksums('rate_limits')
  for (const as of [admin, owner, editor, null]) {
    const answers = [
      await rest('POST', '/reservations', { as, body: { property: property.id } }),
      await rest('POST', `/reservations/${id}/duplicate`, { as, body: {} }),
      await rest('DELETE', `/reservations/${id}`, { as }),
      await rest('DELETE', `/reservations?where[id][equals]=${id}`, { as }),
    ]
    for (const { status } of answers) expect([401, 403, 404]).toContain(status)
  }
  expect(await checksums('rate_limits')).toEqual(before)
})
