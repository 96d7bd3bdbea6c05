import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cookieName } from '@/cookie'
import { inTransaction, poolOf } from '@/database'
import { isDemanded } from '@/secondFactor'
import { recordSecurity } from '@/securityLog'
import { freshAddress, house, PASSWORD, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { act, alive, login, member, said, timeLeft, withFactor } from '@/tests/support/secondFactor'
import { count, rows } from '@/tests/support/sql'
import { shown } from '@/tests/support/telephone'

/** An open session is not enough to open or close an account: its owner says once more who they are. */

beforeAll(house)
beforeEach(timeLeft, 20_000)

const remove = (who: Staff, as: Staff, body: object = {}) =>
  act(`${who.id}/second-factor/remove`, as, body)

test('a session that stands open sets up no second factor without the password', async () => {
  const person = await member('admin', 'Prisca Loemba')
  for (const password of [undefined, '', 'un-autre', null, 7, [PASSWORD], { equals: PASSWORD }]) {
    const answer = await act('second-factor/start', person, { password })
    expect(said(answer)).toEqual([401, 'mot_de_passe_refuse'])
    expect(answer.text).not.toContain('secret')
  }
  expect((await act('second-factor/start', person, { password: PASSWORD })).status).toBe(200)
})

test('ten tries in 15 minutes are all', async () => {
  const person = await member('editeur', 'Aimé Tchicaya')
  for (let turn = 0; turn < 10; turn += 1)
    expect((await act('second-factor/start', person, { password: 'x' })).status).toBe(401)
  const refused = await act('second-factor/start', person, { password: PASSWORD })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('an administrator who enters in two steps removes a colleague’s with a code, used up by it', async () => {
  const [admin, owner] = [
    await withFactor('admin', 'Prisca Loemba'),
    await withFactor('proprietaire', 'Jean-Bosco Makosso'),
  ]
  const code = shown(admin.secret)
  for (const body of [{}, { password: PASSWORD }, { code: '' }, { code: shown(owner.secret, 1) }])
    expect(said(await remove(owner, admin, body))).toEqual([401, 'code_refuse'])
  expect(await alive(owner)).toBe(true)
  expect((await remove(owner, admin, { code })).status).toBe(200)
  expect(await alive(owner)).toBe(false)
  expect(said(await login(admin.email, { code }))).toEqual([401, 'code_refuse'])
})

test('one who has none removes it with the password', async () => {
  const [admin, owner] = [
    await member('admin', 'Prisca Loemba'),
    await withFactor('proprietaire', 'Clarisse Ngouabi'),
  ]
  for (const body of [{}, { password: 'un-autre' }, { code: '123456' }])
    expect(said(await remove(owner, admin, body))).toEqual([401, 'mot_de_passe_refuse'])
  expect(await count('second_factors', 'user_id = $1', [owner.id])).toBe(1)
  expect((await remove(owner, admin, { password: PASSWORD })).status).toBe(200)
})

test('of two administrators who remove each other’s at once one does, and the other is outside', async () => {
  for (let round = 0; round < 3; round += 1) {
    const one = await withFactor('admin', 'Prisca Loemba')
    const other = await withFactor('admin', 'Clarisse Ngouabi')
    const answers = await Promise.all([
      remove(one, other, { code: shown(other.secret) }),
      remove(other, one, { code: shown(one.secret) }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(await count('second_factors', 'user_id in ($1, $2)', [one.id, other.id])).toBe(1)
  }
})

test('who enters in two steps takes one turn of the address and of the account, not two', async () => {
  const person = await withFactor('admin', 'Prisca Loemba')
  const address = freshAddress()
  const enter = (body: object) =>
    rest('POST', '/users/login', {
      address,
      body: { email: person.email, password: PASSWORD, ...body },
    })
  expect(said(await enter({}))).toEqual([401, 'code_requis'])
  expect((await enter({ code: shown(person.secret) })).status).toBe(200)
  // One turn of ten was taken before there was a second factor, one is taken by the above.
  for (let turn = 2; turn < 10; turn += 1)
    expect(said(await enter({ code: '' }))).toEqual([401, 'code_refuse'])
  expect((await enter({ code: shown(person.secret, 1) })).status).toBe(429)
})

test('the log tells what was committed, and nothing of what was rolled back', async () => {
  const payload = await house()
  const lines: unknown[] = []
  const { warn } = payload.logger
  payload.logger.warn = (line: unknown) => void lines.push(line)
  const about = { user: 1, by: 1 }
  try {
    const failing = inTransaction(payload, {}, async (req) => {
      await recordSecurity(req, 'second_factor_removed', about)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(lines).toEqual([])
    await inTransaction(payload, {}, async (req) => {
      await recordSecurity(req, 'second_factor_added', about)
      expect(lines).toEqual([])
    })
    expect(lines).toMatchObject([{ security: 'second_factor_added' }])
    await recordSecurity({ payload }, 'code_refused', about)
    expect(lines).toHaveLength(2)
  } finally {
    payload.logger.warn = warn
  }
})

test('looking whether one is asked for waits for nobody who changes the settings', async () => {
  const payload = await house()
  const person = await member('editeur', 'Aimé Tchicaya')
  const editor = await poolOf(payload).connect()
  try {
    await editor.query('begin')
    await editor.query('select 1 from settings for update')
    expect(await isDemanded({ payload }, person.id)).toBe(false)
  } finally {
    await editor.query('rollback')
    editor.release()
  }
})

/** As a page of the panel sends it: the browser adds the session. */
const inBrowser = ({ token }: { token: string }) => ({
  Cookie: `${cookieName('scim')}-token=${token}`,
  'Sec-Fetch-Site': 'same-origin',
})

test('a session that stands open changes neither the password nor the address it is reached at', async () => {
  const person = await member('proprietaire', 'Clarisse Ngouabi')
  const change = (body: object) =>
    rest('PATCH', `/users/${person.id}`, { headers: inBrowser(person), body })
  const email = `voleur.${person.email}`
  for (const stolen of [{ password: 'un-tout-autre-mot-de-passe' }, { email }]) {
    for (const proof of [undefined, '', 'un-autre', 7, [PASSWORD], '123456'])
      expect(said(await change({ ...stolen, proof }))).toEqual([401, 'mot_de_passe_refuse'])
    await rows(`delete from rate_limits where name = 'mot-de-passe-compte'`)
  }
  expect((await change({ name: 'Clarisse Ngouabi-Loemba', email: person.email })).status).toBe(200)
  expect((await change({ email, proof: PASSWORD })).status).toBe(200)
  const password = 'un-tout-autre-mot-de-passe'
  const changed = await change({ password, proof: PASSWORD })
  expect(changed.status).toBe(200)
  expect(changed.text).not.toContain(PASSWORD)
  expect((await login(email, { password })).status).toBe(200)
})

test('a session that stands open makes no second administrator, of nobody and of no colleague', async () => {
  const admin = await member('admin', 'Prisca Loemba')
  const owner = await member('proprietaire', 'Jean-Bosco Makosso')
  const headers = inBrowser(admin)
  const made = (role: string, proof?: string) =>
    rest('POST', '/users', {
      headers,
      body: {
        name: 'Complice',
        email: `complice.${role}.${admin.email}`,
        password: 'un-tout-autre-mot-de-passe',
        role,
        proof,
      },
    })
  const raised = (proof?: string) =>
    rest('PATCH', `/users/${owner.id}`, { headers, body: { role: 'admin', proof } })
  for (const proof of [undefined, 'un-autre']) {
    expect(said(await made('admin', proof))).toEqual([401, 'mot_de_passe_refuse'])
    expect(said(await raised(proof))).toEqual([401, 'mot_de_passe_refuse'])
  }
  const others = await count('users', `role = 'admin' and (id = $1 or name = 'Complice')`, [
    owner.id,
  ])
  expect(others).toBe(0)
  expect((await made('proprietaire')).status).toBe(201)
  const third = await made('admin', PASSWORD)
  expect(third.status).toBe(201)
  expect(third.text).not.toContain(PASSWORD)
  expect((await raised(PASSWORD)).status).toBe(200)
  const again = await rest('PATCH', `/users/${owner.id}`, {
    headers,
    body: { role: 'admin', name: 'Jean-Bosco Makosso-Ngoma' },
  })
  expect(again.status).toBe(200)
})

test('a program that logged in by itself changes them as Payload has it', async () => {
  const admin = await member('admin', 'Prisca Loemba')
  const person = await member('editeur', 'Aimé Tchicaya')
  const password = 'un-tout-autre-mot-de-passe'
  const changed = await rest('PATCH', `/users/${person.id}`, { as: admin, body: { password } })
  expect(changed.status).toBe(200)
  expect((await login(person.email, { password })).status).toBe(200)
})

test('who enters in two steps changes them with a code, a colleague’s too', async () => {
  const [admin, owner] = [
    await withFactor('admin', 'Prisca Loemba'),
    await member('proprietaire', 'Jean-Bosco Makosso'),
  ]
  const change = (proof: string) =>
    rest('PATCH', `/users/${owner.id}`, {
      as: admin,
      body: { password: 'un-tout-autre-mot-de-passe', proof },
    })
  expect(said(await change(PASSWORD))).toEqual([401, 'code_refuse'])
  expect((await change(shown(admin.secret))).status).toBe(200)
})

test('wrong passwords are counted however they are tried', async () => {
  const person = await member('editeur', 'Aimé Tchicaya')
  const guess = () =>
    rest('PATCH', `/users/${person.id}`, {
      headers: inBrowser(person),
      body: { email: 'autre@scim.example', proof: 'x' },
    })
  for (let turn = 0; turn < 10; turn += 1) expect((await guess()).status).toBe(401)
  expect((await guess()).status).toBe(429)
  expect((await act('second-factor/start', person, { password: PASSWORD })).status).toBe(429)
})
