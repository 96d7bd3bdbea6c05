import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cookieName } from '@/cookie'
import { sweepDoors } from '@/worker/sweepDoors'
import { house, PASSWORD } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { member, said, timeLeft } from '@/tests/support/secondFactor'
import { count, rows } from '@/tests/support/sql'

/** Who sits in front of an open browser can read its token: sent in a header it proves no more than there. */

beforeAll(house)
beforeEach(timeLeft, 20_000)

const NEW = 'un-tout-autre-mot-de-passe'
const IN_BROWSER: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'same-origin' },
  { Origin: 'http://localhost:3000' },
]

async function enter(email: string, headers: Record<string, string>) {
  const answer = await rest('POST', '/users/login', {
    headers,
    body: { email, password: PASSWORD },
  })
  return bodyOf<{ token: string }>(answer)
}

const change = (id: number, as: { token: string }, body: object) =>
  rest('PATCH', `/users/${id}`, { as, body })

test.each(IN_BROWSER)('the token of a login with %o needs the password again', async (headers) => {
  const { id, email } = await member('admin', 'Prisca Loemba')
  const session = await enter(email, headers)
  for (const stolen of [{ password: NEW }, { email: `voleur.${email}` }])
    expect(said(await change(id, session, stolen))).toEqual([401, 'mot_de_passe_refuse'])
  expect((await change(id, session, { name: 'Prisca Loemba-Ngoma' })).status).toBe(200)
  expect((await change(id, session, { password: NEW, proof: PASSWORD })).status).toBe(200)
})

test('nor does the panel hand out a token that needs none', async () => {
  const { id, email } = await member('proprietaire', 'Clarisse Ngouabi')
  const { token } = await enter(email, { 'Sec-Fetch-Site': 'same-origin' })
  const headers = {
    Cookie: `${cookieName('scim')}-token=${token}`,
    'Sec-Fetch-Site': 'same-origin',
  }
  const me = bodyOf<{ token: string }>(await rest('GET', '/users/me', { headers }))
  const fresh = bodyOf<{ refreshedToken: string }>(
    await rest('POST', '/users/refresh-token', { headers }),
  )
  for (const one of [me.token, fresh.refreshedToken])
    expect(said(await change(id, { token: one }, { password: NEW }))).toEqual([
      401,
      'mot_de_passe_refuse',
    ])
})

test('a program that logged in by itself is asked for nothing more', async () => {
  const { id, email } = await member('editeur', 'Aimé Tchicaya')
  expect((await change(id, await enter(email, {}), { password: NEW })).status).toBe(200)
})

test('what is known of a browser’s login goes with it, and not before', async () => {
  const { id, email } = await member('editeur', 'Aimé Tchicaya')
  await enter(email, { 'Sec-Fetch-Site': 'same-origin' })
  const known = () =>
    count('browser_sessions b join users_sessions s on s.id = b.session', 's._parent_id = $1', [id])
  await rows(`update browser_sessions set opened_at = now() - interval '2 days'`)
  await sweepDoors(await house())
  expect(await known()).toBe(1)
  await rows('delete from users_sessions where _parent_id = $1', [id])
  await sweepDoors(await house())
  expect(
    await count(
      'browser_sessions',
      `opened_at < now() - interval '1 day'
    and not exists (select 1 from users_sessions s where s.id = session)`,
    ),
  ).toBe(0)
})
