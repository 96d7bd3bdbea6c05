import { expect, test } from 'vitest'
import { aStaff, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

/** Without an administrator nobody makes one in the panel: by accident a house would be shut for good. */

const LAST = 'C’est le dernier administrateur : donnez d’abord ce rôle à quelqu’un d’autre.'

const admins = () =>
  rows<{ id: number }>(`select id from users where role = 'admin' order by id`).then((found) =>
    found.map(({ id }) => id),
  )

const demote = (as: Staff, who: Staff) =>
  rest('PATCH', `/users/${who.id}`, { as, body: { role: 'proprietaire' } })
const dismiss = (as: Staff, who: Staff) => rest('DELETE', `/users/${who.id}`, { as })

test.each([
  ['deleted', dismiss],
  ['given another role', demote],
])('the last administrator is not %s, and of the last two only one', async (_, leave) => {
  await rows('delete from users')
  const prisca = await aStaff('admin', 'Prisca Loemba')
  const refused = await leave(prisca, prisca)
  expect(refused.status).toBe(409)
  expect(bodyOf<{ errors: { message: string }[] }>(refused).errors[0]?.message).toBe(LAST)
  expect(await admins()).toEqual([prisca.id])

  const didier = await aStaff('admin', 'Didier Massamba')
  const both = await Promise.all([leave(prisca, didier), leave(didier, prisca)])
  expect(await admins()).toHaveLength(1)
  expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
})

test('an administrator edits their own name, and others leave as before', async () => {
  await rows('delete from users')
  const prisca = await aStaff('admin', 'Prisca Loemba')
  const editor = await aStaff('editeur', 'Aimé Tchicaya')
  const body = { name: 'Prisca Loemba-Makosso' }
  expect((await rest('PATCH', `/users/${prisca.id}`, { as: prisca, body })).status).toBe(200)
  expect((await dismiss(prisca, editor)).status).toBe(200)
})

test('accounts are not deleted in bulk', async () => {
  await rows('delete from users')
  const prisca = await aStaff('admin', 'Prisca Loemba')
  const answer = await rest('DELETE', '/users?where[id][exists]=true', { as: prisca })
  expect(answer.status).toBe(403)
  expect(await admins()).toEqual([prisca.id])
})
