import { expect, test } from 'vitest'
import { at, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { refusalCode, rows } from '@/tests/support/sql'
import {
  withDesk,
  owner,
  other,
  admin,
  editor,
  aWaiting,
  act,
  rowOf,
} from '@/tests/support/deskHouse'

withDesk()

test.each([
  ['dates', `starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`],
  ['client', `client_id = (select max(id) from clients)`],
  ['hold', `hold_until = hold_until + interval '1 day'`],
  ['count of changes', `changes = changes + 1`],
])('the database refuses new %s without the row of a change', async (_, set) => {
  const { id } = await aWaiting()
  await aWaiting()
  await act(id, 'note', { text: 'Un changement d’une autre sorte.' })
  expect(await refusalCode(`update reservations set ${set} where id = $1`, [id])).toBe('23514')
})

test('rows of changes are neither rewritten nor deleted, by nobody', async () => {
  const { id } = await aWaiting()
  await act(id, 'note', { text: 'Pour toujours.' })
  for (const text of [
    `update reservation_changes set at = now() where reservation_id = ${id}`,
    `delete from reservation_changes where reservation_id = ${id}`,
    'truncate reservation_changes cascade',
  ])
    expect(await refusalCode(text)).toBe('23514')
  const [change] = await rows<{ id: number }>('select id from reservation_changes limit 1')
  for (const as of [admin, owner]) {
    const path = `/reservation-changes/${change?.id}`
    expect((await rest('PATCH', path, { as, body: { kind: 'note' } })).status).toBe(403)
    expect((await rest('DELETE', path, { as })).status).toBe(403)
  }
})

test('PATCH changes neither dates nor client nor hold', async () => {
  const { id } = await aWaiting()
  const before = await rowOf(id)
  await rest('PATCH', `/reservations/${id}`, {
    as: admin,
    body: { startsAt: at(30, '09:00'), client: 1, holdUntil: at(30, '09:00'), changes: 4 },
  })
  const { starts_at, client_id, hold_until, changes } = await rowOf(id)
  expect({ starts_at, client_id, hold_until, changes }).toEqual({
    starts_at: before.starts_at,
    client_id: before.client_id,
    hold_until: before.hold_until,
    changes: before.changes,
  })
})

test('an owner reads the changes of their own properties alone, an editor none', async () => {
  const { id } = await aWaiting()
  await act(id, 'note', { text: 'Entre nous.' })
  const path = `/reservation-changes?where[reservation][equals]=${id}`
  const found = async (as: Staff) =>
    bodyOf<{ totalDocs?: number }>(await rest('GET', path, { as })).totalDocs
  expect(await found(owner)).toBe(1)
  expect(await found(other)).toBe(0)
  expect((await rest('GET', path, { as: editor })).status).toBe(403)
  expect((await rest('GET', path)).status).toBe(403)
})
