import { beforeAll, expect, test } from 'vitest'
import { inTransaction, rowsOf, sql } from '@/database'
import { aStaff, aUser, freshAddress, house, PASSWORD } from '@/tests/support/house'
import { bodyOf, rest, type Answer } from '@/tests/support/http'
import { count, one } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

beforeAll(house)

const login = (email: string) =>
  rest('POST', '/users/login', { address: freshAddress(), body: { email, password: PASSWORD } })

type Change = Parameters<typeof rowsOf>[1]

/** Logs in; what `change` does to the account is committed after its password was found right. */
const loginDuring = (email: string, change: Change) => during(change, () => login(email))

async function during(change: Change, act: () => Promise<Answer>): Promise<Answer> {
  const waiting = () =>
    count('pg_stat_activity', `wait_event_type = 'Lock' and datname = current_database()`)
  const { answer } = await inTransaction(await house(), {}, async (req) => {
    await rowsOf(req, change)
    const answer = act()
    await waitUntil('the account is waited for', async () => (await waiting()) > 0)
    return { answer }
  })
  return answer
}

test('a role that is taken away during a login stays taken away', async () => {
  const { id, email } = await aUser('admin', 'Prisca Loemba')
  const answer = await loginDuring(
    email,
    sql`update users set role = 'editeur', name = 'Prisca Mabiala' where id = ${id}`,
  )
  expect(answer.status).toBe(200)
  expect(await one('select role::text, name from users where id = $1', [id])).toEqual({
    role: 'editeur',
    name: 'Prisca Mabiala',
  })
})

test('a role that asks for a second factor asks the login it meets', async () => {
  const payload = await house()
  const demand = (editeur: 'facultatif' | 'obligatoire') =>
    payload.updateGlobal({
      slug: 'settings',
      overrideAccess: true,
      data: { secondFactor: { editeur } },
    })
  const { id, email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  await demand('obligatoire')
  const answer = await loginDuring(email, sql`update users set role = 'editeur' where id = ${id}`)
  await demand('facultatif')
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('facteur_a_etablir')
  expect(await count('users_sessions', '_parent_id = $1', [id])).toBe(0)
})

test('a password that is changed during a login with the old one lets nobody in', async () => {
  const [{ id, email }, other] = [
    await aUser('editeur', 'Aimé Tchicaya'),
    await aUser('editeur', 'Clarisse Ngouabi'),
  ]
  const answer = await loginDuring(
    email,
    sql`update users u set hash = o.hash, salt = o.salt from users o
        where u.id = ${id} and o.id = ${other.id}`,
  )
  expect(answer.status).toBe(401)
  expect(await count('users_sessions', '_parent_id = $1', [id])).toBe(0)
  const hashOf = (user: number) => one('select hash, salt from users where id = $1', [user])
  expect(await hashOf(id)).toEqual(await hashOf(other.id))
})

test('sessions that are ended during a login stay ended', async () => {
  const { id, email } = await aStaff('editeur', 'Aimé Tchicaya')
  expect(await count('users_sessions', '_parent_id = $1', [id])).toBe(1)
  const answer = await loginDuring(
    email,
    sql`with ended as (delete from users_sessions where _parent_id = ${id})
        select 1 from users where id = ${id} for update`,
  )
  expect(answer.status).toBe(200)
  expect(await count('users_sessions', '_parent_id = $1', [id])).toBe(1)
})

test('what is changed during a logout stays changed', async () => {
  const as = await aStaff('admin', 'Prisca Loemba')
  const answer = await during(sql`update users set role = 'editeur' where id = ${as.id}`, () =>
    rest('POST', '/users/logout', { as }),
  )
  expect(answer.status).toBe(200)
  expect(await one('select role::text from users where id = $1', [as.id])).toEqual({
    role: 'editeur',
  })
  expect(await count('users_sessions', '_parent_id = $1', [as.id])).toBe(0)
})

test('of several logins at once each keeps its session', async () => {
  const { email } = await aUser('editeur', 'Aimé Tchicaya')
  const answers = await Promise.all([login(email), login(email), login(email)])
  for (const answer of answers) {
    const me = await rest('GET', '/users/me', { as: bodyOf<{ token: string }>(answer) })
    expect(bodyOf<{ user: { email: string } | null }>(me).user?.email).toBe(email)
  }
})

test('a link to a new password is used once, of two at once by one', async () => {
  const payload = await house()
  const { email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })
  const answers = await Promise.all(
    ['un-tout-autre-mot', 'encore-un-autre-mot'].map((password) =>
      rest('POST', '/users/reset-password', { address: freshAddress(), body: { token, password } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
})
