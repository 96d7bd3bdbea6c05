import { beforeAll, beforeEach, expect, test } from 'vitest'
import decodeQR from 'qr/decode.js'
import { house, PASSWORD, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import {
  act,
  alive,
  equip,
  login,
  member,
  said,
  start,
  timeLeft,
  tokenOf,
  withFactor,
  type Setup,
} from '@/tests/support/secondFactor'
import { count, one } from '@/tests/support/sql'
import { shown } from '@/tests/support/telephone'

/** A second factor is turned on, renewed and removed. */

beforeAll(house)
beforeEach(timeLeft, 20_000)

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
  expect((await remove(owner, admin, { password: PASSWORD })).status).toBe(200)
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
