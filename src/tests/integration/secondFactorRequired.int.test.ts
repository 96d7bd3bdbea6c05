import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aUser, house } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import {
  act,
  alive,
  demand,
  login,
  member,
  said,
  timeLeft,
  tokenOf,
  withFactor,
  type Refused,
} from '@/tests/support/secondFactor'
import { count } from '@/tests/support/sql'
import { shown } from '@/tests/support/telephone'

/** Roles that must have a second factor. */

beforeAll(house)
beforeEach(timeLeft, 20_000)
afterEach(async () => {
  for (const role of ['admin', 'proprietaire', 'editeur'] as const) await demand(role, 'facultatif')
})

test('where a role must have one, sessions without it end, and the login leads to it', async () => {
  const [admin, owner, proved] = [
    await member('admin', 'Prisca Loemba'),
    await member('proprietaire', 'Jean-Bosco Makosso'),
    await withFactor('proprietaire', 'Clarisse Ngouabi'),
  ]
  await demand('proprietaire', 'obligatoire', admin)
  expect([await alive(admin), await alive(owner), await alive(proved)]).toEqual([true, false, true])
  expect((await rest('GET', '/properties?limit=1', { as: owner })).text).not.toContain('owners')

  const led = await login(owner.email)
  expect(said(led)).toEqual([401, 'facteur_a_etablir'])
  expect(led.headers.getSetCookie()).toEqual([])
  const setup = bodyOf<Refused>(led).errors[0]?.data?.setup
  if (!setup) throw new Error('the login led nowhere')
  const { enrolment } = setup
  expect(said(await login(owner.email, { enrolment, code: '1' }))).toEqual([401, 'code_refuse'])
  expect(said(await login(owner.email, { enrolment: 'x', code: '1' }))).toEqual([
    400,
    'inscription_perimee',
  ])
  expect(await count('second_factors', 'user_id = $1', [owner.id])).toBe(0)

  const entered = await login(owner.email, { enrolment, code: shown(setup.secret) })
  expect(entered.status).toBe(200)
  expect(await alive(tokenOf(entered))).toBe(true)
  const { recoveryCodes } = bodyOf<{ recoveryCodes: string[] }>(entered)
  expect(recoveryCodes).toHaveLength(10)
  expect(said(await login(owner.email))).toEqual([401, 'code_requis'])
  const again = await login(owner.email, { enrolment, code: shown(setup.secret, 1) })
  expect(again.status).toBe(200)
})

test('it is not removed by oneself where the role must have one', async () => {
  const person = await withFactor('editeur', 'Aimé Tchicaya')
  await demand('editeur', 'obligatoire')
  const body = { code: shown(person.secret) }
  const answer = await act(`${person.id}/second-factor/remove`, person, body)
  expect(said(answer)).toEqual([403, 'facteur_obligatoire'])
})

test('a new role that must have one ends the sessions as well', async () => {
  const [admin, editor] = [
    await withFactor('admin', 'Prisca Loemba'),
    await member('editeur', 'Aimé Tchicaya'),
  ]
  await demand('admin', 'obligatoire')
  expect(await alive(editor)).toBe(true)
  const body = { role: 'admin', proof: shown(admin.secret) }
  const changed = await rest('PATCH', `/users/${editor.id}`, { as: admin, body })
  expect(changed.status).toBe(200)
  expect(await alive(editor)).toBe(false)
  expect(said(await login(editor.email))).toEqual([401, 'facteur_a_etablir'])
})

test('a new password opens no session for whoever must set it up first', async () => {
  const { id, email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  await demand('proprietaire', 'obligatoire')
  const payload = await house()
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })
  const reset = await act('reset-password', null, { token, password: 'un-tout-autre-mot' })
  expect([reset.status, bodyOf<{ token: string }>(reset).token]).toEqual([200, ''])
  expect(await count('users_sessions', '_parent_id = $1', [id])).toBe(0)
})
