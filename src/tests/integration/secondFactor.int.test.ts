import decodeQR from 'qr/decode.js'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '@/access'
import { aUser, freshAddress, house, PASSWORD, type Staff } from '@/tests/support/house'
import { bodyOf, rest, type Answer } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { shown } from '@/tests/support/telephone'
import { waitUntil } from '@/tests/support/waitUntil'

beforeAll(house)

type Setup = { secret: string; uri: string; qr: { size: number; path: string }; enrolment: string }
type Refused = { errors: { message: string; data?: { code?: string; setup?: Setup } }[] }

const login = (email: string, more: object = {}, headers: Record<string, string> = {}) =>
  rest('POST', '/users/login', {
    address: freshAddress(),
    headers,
    body: { email, password: PASSWORD, ...more },
  })
const codeOf = (answer: Answer) => bodyOf<Refused>(answer).errors[0]?.data?.code
const said = (answer: Answer) => [answer.status, codeOf(answer)]
const tokenOf = (answer: Answer) => bodyOf<{ token: string }>(answer)
const alive = async (as: { token: string }) =>
  bodyOf<{ user: object | null }>(await rest('GET', '/users/me', { as })).user !== null

const act = (path: string, as: { token: string } | null, body: object = {}) =>
  rest('POST', `/users/${path}`, { as, body })
const start = async (as: { token: string }) => bodyOf<Setup>(await act('second-factor/start', as))

/** Somebody who has logged in, each from an address of their own. */
async function member(role: Role, name: string): Promise<Staff> {
  const user = await aUser(role, name)
  return { ...user, ...tokenOf(await login(user.email)) }
}

/**
 * Somebody who enters in two steps. The setup used up the code before the present one, so that the
 * present and the next are good.
 */
const withFactor = async (role: Role, name: string) => equip(await member(role, name))

async function equip(person: Staff) {
  const setup = await start(person)
  const body = { enrolment: setup.enrolment, code: shown(setup.secret, -1) }
  const confirmed = await act('second-factor/confirm', person, body)
  expect(confirmed.status).toBe(200)
  const { recoveryCodes } = bodyOf<{ recoveryCodes: string[] }>(confirmed)
  return { ...person, secret: setup.secret, recoveryCodes }
}

const demand = async (role: Role, value: 'facultatif' | 'obligatoire', as?: Staff) => {
  const payload = await house()
  if (!as)
    return void (await payload.updateGlobal({
      slug: 'settings',
      overrideAccess: true,
      data: { secondFactor: { [role]: value } },
    }))
  const body = { secondFactor: { [role]: value } }
  expect((await rest('POST', '/globals/settings', { as, body })).status).toBe(200)
}

/** No step of time may end between reading a code and sending it. */
beforeEach(() => waitUntil('time is left', () => Date.now() % 30_000 < 20_000), 20_000)

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

test('the QR code says what the link says', async () => {
  const person = await member('admin', 'Prisca Loemba')
  const { uri, secret, qr } = await start(person)
  expect(new URL(uri).searchParams.get('secret')).toBe(secret)
  expect(decodeURIComponent(uri)).toContain(person.email)
  const scale = 4
  const side = qr.size * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of qr.path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(width) * scale; column += 1) {
        const at = (Number(y) * scale + row) * side + Number(x) * scale + column
        data.fill(0, at * 4, at * 4 + 3)
      }
  expect(decodeQR({ width: side, height: side, data })).toBe(uri)
})

test('turning it on ends the sessions of before, tells the person, and cannot be done twice', async () => {
  const { email, ...person } = await member('proprietaire', 'Clarisse Ngouabi')
  const other = tokenOf(await login(email))
  const [one, two] = [await start(person), await start(person)]
  const confirm = (setup: Setup) =>
    act('second-factor/confirm', person, {
      enrolment: setup.enrolment,
      code: shown(setup.secret, -1),
    })
  const answers = await Promise.all([confirm(one), confirm(two)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect([await alive(person), await alive(other)]).toEqual([true, false])
  expect(said(await act('second-factor/start', person))).toEqual([409, 'facteur_present'])
  expect(await count('messages', `recipient = $1 and subject like '%activée'`, [email])).toBe(1)
})

test('turned on by a login, it ends the sessions of before as well', async () => {
  const person = await member('proprietaire', 'Clarisse Ngouabi')
  const { enrolment, secret } = await start(person)
  const entered = await login(person.email, { enrolment, code: shown(secret) })
  expect(entered.status).toBe(200)
  expect([await alive(person), await alive(tokenOf(entered))]).toEqual([false, true])
})

test('a setup is confirmed by its own code alone, by whom it was made for, and in time', async () => {
  const [person, other] = [
    await member('proprietaire', 'Clarisse Ngouabi'),
    await member('proprietaire', 'Jean-Bosco Makosso'),
  ]
  const { enrolment, secret } = await start(person)
  const code = shown(secret)
  const wrong = shown(secret, 5)
  const confirm = (as: Staff, body: object) => act('second-factor/confirm', as, body)
  expect(said(await confirm(person, { enrolment, code: wrong }))).toEqual([401, 'code_refuse'])
  const altered = enrolment.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
  for (const forged of [altered, 'x', '', null, 7])
    expect(said(await confirm(person, { enrolment: forged, code }))).toEqual([
      400,
      'inscription_perimee',
    ])
  expect(said(await confirm(other, { enrolment, code }))).toEqual([400, 'inscription_perimee'])
  expect(await count('second_factors', 'user_id in ($1, $2)', [person.id, other.id])).toBe(0)
})

test('a new password by mail opens no session where a code is needed, and the code stays', async () => {
  const person = await withFactor('admin', 'Prisca Loemba')
  const payload = await house()
  const { email } = person
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })
  const password = 'un-tout-autre-mot-de-passe'
  const reset = await act('reset-password', null, { token, password, code: shown(person.secret) })
  expect(reset.status).toBe(200)
  expect(bodyOf<{ token: string; user: null }>(reset)).toMatchObject({ token: '', user: null })
  expect(reset.headers.getSetCookie().filter((cookie) => /^[^=]+=[^;]/.test(cookie))).toEqual([])
  expect(await count('users_sessions', '_parent_id = $1', [person.id])).toBe(0)
  expect(said(await login(email, { password }))).toEqual([401, 'code_requis'])
  expect((await login(email, { password, code: shown(person.secret) })).status).toBe(200)
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

test('new recovery codes cost a code, and end the old ones', async () => {
  const person = await withFactor('admin', 'Prisca Loemba')
  const renew = (code: unknown) => act('second-factor/recovery', person, { code })
  expect(said(await renew('000'))).toEqual([401, 'code_refuse'])
  const { recoveryCodes } = bodyOf<{ recoveryCodes: string[] }>(await renew(shown(person.secret)))
  const old = await login(person.email, { code: person.recoveryCodes[0] })
  expect(said(old)).toEqual([401, 'code_refuse'])
  expect((await login(person.email, { code: recoveryCodes[0] })).status).toBe(200)
})

test('one’s own is removed with a code, another’s by an admin alone, who ends the sessions', async () => {
  const [owner, admin, other] = [
    await withFactor('proprietaire', 'Jean-Bosco Makosso'),
    await member('admin', 'Prisca Loemba'),
    await member('editeur', 'Aimé Tchicaya'),
  ]
  const remove = (who: { id: number | string }, as: Staff | null, body: object = {}) =>
    act(`${who.id}/second-factor/remove`, as, body)
  expect((await remove(owner, null)).status).toBe(403)
  expect((await remove(owner, other)).status).toBe(404)
  expect((await remove({ id: 'abc' }, admin)).status).toBe(404)
  expect((await remove({ id: 99_999_999 }, admin)).status).toBe(404)
  expect(said(await remove(owner, owner))).toEqual([401, 'code_refuse'])
  expect(said(await remove(other, admin))).toEqual([409, 'facteur_absent'])
  expect((await remove(owner, admin)).status).toBe(200)
  expect(await alive(owner)).toBe(false)
  expect((await login(owner.email)).status).toBe(200)
  const { text } = await one<{ text: string }>(
    `select text from messages where recipient = $1 and subject like '%retirée'`,
    [owner.email],
  )
  expect(text).toContain('Un administrateur a retiré')

  const self = await withFactor('editeur', 'Clarisse Ngouabi')
  expect((await remove(self, self, { code: shown(self.secret) })).status).toBe(200)
  expect(await alive(self)).toBe(true)
  expect(await count('recovery_codes', 'user_id = $1', [self.id])).toBe(0)
})

test('what happens to a second factor is a line of the log, without names', async () => {
  const payload = await house()
  const somebody = await member('editeur', 'Aimé Tchicaya')
  const lines: unknown[] = []
  const { warn } = payload.logger
  payload.logger.warn = (line: unknown) => void lines.push(line)
  try {
    const person = await equip(somebody)
    await login(person.email, { code: '' })
    await login(person.email, { code: person.recoveryCodes[0] })
    const code = shown(person.secret)
    await act(`${person.id}/second-factor/remove`, person, { code })
    const by = { user: person.id, by: person.id }
    expect(lines).toEqual(
      ['second_factor_added', 'code_refused', 'recovery_code_used', 'second_factor_removed'].map(
        (security) => ({ security, ...by, msg: `security: ${security}` }),
      ),
    )
  } finally {
    payload.logger.warn = warn
  }
})

test('one’s own acts are for those who are logged in', async () => {
  for (const path of ['start', 'confirm', 'recovery'])
    expect((await act(`second-factor/${path}`, null)).status).toBe(403)
})

test('a session that was ended is not opened again by its refresh', async () => {
  const person = await member('editeur', 'Aimé Tchicaya')
  for (let turn = 0; turn < 5; turn += 1) {
    const as = tokenOf(await login(person.email))
    await Promise.all([
      rest('POST', '/users/refresh-token', { as }),
      act(`${person.id}/end-sessions`, as, {}),
    ])
    expect(await count('users_sessions', '_parent_id = $1', [person.id])).toBe(0)
  }
})

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
  const changed = await rest('PATCH', `/users/${editor.id}`, { as: admin, body: { role: 'admin' } })
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
