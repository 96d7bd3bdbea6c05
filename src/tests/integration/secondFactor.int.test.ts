import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aUser, house } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { alive, login, said, timeLeft, tokenOf, withFactor } from '@/tests/support/secondFactor'
import { count, one, rows } from '@/tests/support/sql'
import { shown } from '@/tests/support/telephone'

/** Two steps to enter: what a login asks for, accepts, and counts. */

beforeAll(house)
beforeEach(timeLeft, 20_000)

test('without a second factor everything is as before', async () => {
  const { email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  expect((await login(email)).status).toBe(200)
  expect((await login(email, { code: '123456' })).status).toBe(200)
})

test('the right password alone opens nothing, and says that a code is needed', async () => {
  const { email } = await withFactor('admin', 'Prisca Loemba')
  const answer = await login(email)
  expect(said(answer)).toEqual([401, 'code_requis'])
  expect(answer.text).not.toContain('token')
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('a wrong password says nothing of a second factor', async () => {
  const [plain, person] = [
    await aUser('admin', 'Clarisse Ngouabi'),
    await withFactor('admin', 'Prisca Loemba'),
  ]
  const wrong = { password: 'pas-le-bon-mot-de-passe', code: shown(person.secret) }
  const answers = [await login(plain.email, wrong), await login(person.email, wrong)]
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  expect(answers[0]?.text).toBe(answers[1]?.text)
  expect((await login(person.email, { code: wrong.code })).status).toBe(200)
})

test('password and code open a session, and a refresh keeps it', async () => {
  const { email, secret } = await withFactor('proprietaire', 'Clarisse Ngouabi')
  const entered = await login(email, { code: ` ${shown(secret).replace(/(...)/, '$1 ')}` })
  expect(entered.status).toBe(200)
  const as = tokenOf(entered)
  expect(await alive(as)).toBe(true)
  const refreshed = await rest('POST', '/users/refresh-token', { as })
  expect(refreshed.status).toBe(200)
  const { refreshedToken } = bodyOf<{ refreshedToken: string }>(refreshed)
  expect(await alive({ token: refreshedToken })).toBe(true)
})

test.each([
  ['another', (secret: string) => shown(secret).replace(/^./, (digit) => `${(+digit + 1) % 10}`)],
  ['one from two steps ahead', (secret: string) => shown(secret, 2)],
  ['the one that set it up', (secret: string) => shown(secret, -1)],
  ['none', () => ''],
  ['a list', () => ['123456']],
  ['an object', () => ({ equals: '123456' })],
  ['nothing', () => null],
  ['a recovery code of somebody else', () => '7K3M9-QXA4T'],
])('a code that is %s is refused', async (_name, code) => {
  const { email, secret } = await withFactor('editeur', 'Aimé Tchicaya')
  expect(said(await login(email, { code: code(secret) }))).toEqual([401, 'code_refuse'])
})

test('a code is accepted once, and none before it afterwards', async () => {
  const { email, secret } = await withFactor('admin', 'Prisca Loemba')
  expect((await login(email, { code: shown(secret, 1) })).status).toBe(200)
  expect(said(await login(email, { code: shown(secret, 1) }))).toEqual([401, 'code_refuse'])
  expect(said(await login(email, { code: shown(secret) }))).toEqual([401, 'code_refuse'])
})

test('of five logins at once with one code exactly one enters', async () => {
  const { email, secret } = await withFactor('admin', 'Prisca Loemba')
  const code = shown(secret)
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => login(email, { code })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
})

test('the database itself refuses to make a used code good again', async () => {
  const { id } = await withFactor('admin', 'Prisca Loemba')
  await expect(
    rows('update second_factors set last_step = last_step - 1 where user_id = $1', [id]),
  ).rejects.toThrow('only moves on')
})

test('a recovery code opens the account once, however it is typed; of two at once one', async () => {
  const { id, email, recoveryCodes } = await withFactor('proprietaire', 'Jean-Bosco Makosso')
  expect(new Set(recoveryCodes).size).toBe(10)
  const [first = '', second = ''] = recoveryCodes
  const typed = first.toLowerCase().replace('-', ' ')
  expect((await login(email, { code: typed })).status).toBe(200)
  expect(said(await login(email, { code: first }))).toEqual([401, 'code_refuse'])
  const both = await Promise.all([1, 2].map(() => login(email, { code: second })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  expect(await count('recovery_codes', 'user_id = $1', [id])).toBe(8)
})

test('neither the secret nor a recovery code stands in the database', async () => {
  const { id, secret, recoveryCodes } = await withFactor('admin', 'Prisca Loemba')
  const { text } = await one<{ text: string }>(
    `select f::text || (select string_agg(c::text, ' ') from recovery_codes c
       where c.user_id = f.user_id) || (select string_agg(m::text, ' ') from messages m) as text
     from second_factors f where user_id = $1`,
    [id],
  )
  expect(text).not.toContain(secret)
  for (const code of recoveryCodes) expect(text).not.toContain(code.slice(0, 5))
})

test('a secret copied to another account opens nothing there', async () => {
  const [thief, victim] = [
    await withFactor('editeur', 'Aimé Tchicaya'),
    await withFactor('admin', 'Prisca Loemba'),
  ]
  const { secret } = await one<{ secret: string }>(
    'select secret from second_factors where user_id = $1',
    [thief.id],
  )
  await rows('delete from second_factors where user_id = $1', [victim.id])
  await rows('insert into second_factors (user_id, secret, last_step) values ($1, $2, 0)', [
    victim.id,
    secret,
  ])
  expect(said(await login(victim.email, { code: shown(thief.secret) }))).toEqual([
    401,
    'code_refuse',
  ])
})

test('wrong codes count as tries of the login, and thirty a day are all', async () => {
  const { email, secret } = await withFactor('admin', 'Prisca Loemba')
  // The first of ten was spent before there was a second factor.
  for (let turn = 1; turn < 10; turn += 1)
    expect((await login(email, { code: '' })).status).toBe(401)
  expect((await login(email, { code: shown(secret) })).status).toBe(429)
  expect(await count('rate_limits', `name = 'code-compte' and turns = 9`)).toBe(1)
  await rows(`update rate_limits set turns = 30 where name = 'code-compte' and turns = 9`)
  await rows(`delete from rate_limits where name = 'connexion-compte'`)
  const refused = await login(email, { code: shown(secret) })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
})

test('a browser that was let in before has tries of its own', async () => {
  const { email, secret } = await withFactor('admin', 'Prisca Loemba')
  const entered = await login(email, { code: shown(secret) })
  const Cookie = entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => cookie.startsWith('scim_appareil='))
    .join()
  expect((await login(email, { code: '' })).status).toBe(401)
  await rows(`update rate_limits set turns = 30 where name = 'code-compte'`)
  expect((await login(email, { code: shown(secret, 1) })).status).toBe(429)
  expect((await login(email, { code: shown(secret, 1) }, { Cookie })).status).toBe(200)
})
