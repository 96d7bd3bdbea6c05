import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { withPasswordKeys } from '@/messaging/queuePasswordLink'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { aStaff, aUser, freshAddress, house, PASSWORD } from '@/tests/support/house'
import { bodyOf, rest, type Answer } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { leastLeft, secondsLeft } from '@/tests/support/limits'

beforeAll(house)
afterEach(() => void vi.useRealTimers())

const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  rest('POST', '/users/login', { address: freshAddress(), headers, body: { email, password } })

const deviceOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith('scim_appareil=')) ?? ''

async function guessedAt(email: string): Promise<void> {
  // An empty one counts as well, and costs no time.
  for (let turn = 0; turn < 11; turn += 1) await login(email, '')
  expect((await login(email, PASSWORD)).status).toBe(429)
}

test('strangers’ guesses do not lock out the browser that logged in before', async () => {
  const { email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  const Cookie = deviceOf(await login(email, PASSWORD))
  await guessedAt(email)
  expect((await login(email, PASSWORD, { Cookie })).status).toBe(200)
})

test('a known browser has ten tries like everybody, and keeps its name', async () => {
  const { email } = await aUser('proprietaire', 'Clarisse Ngouabi')
  const begun = Date.now()
  const Cookie = deviceOf(await login(email, PASSWORD))
  expect(deviceOf(await login(email, PASSWORD, { Cookie }))).toBe(Cookie)
  for (let turn = 1; turn < 10; turn += 1)
    expect((await login(email, '', { Cookie })).status).toBe(400)
  const refused = await login(email, PASSWORD, { Cookie })
  expect(refused.status).toBe(429)
  expect(secondsLeft(refused)).toBeGreaterThanOrEqual(leastLeft(900, begun))
})

test('a device known to one account is a stranger to another, and so is a forged one', async () => {
  const [mine, other] = [await aUser('editeur', 'Aimé'), await aUser('admin', 'Prisca')]
  const Cookie = deviceOf(await login(mine.email, PASSWORD))
  await guessedAt(other.email)
  for (const forged of [
    Cookie,
    `${Cookie}x`,
    'scim_appareil=a.b',
    'scim_appareil=',
    `${Cookie}; x=%`,
  ])
    expect((await login(other.email, PASSWORD, { Cookie: forged })).status).toBe(429)
})

test('the device alone opens nothing', async () => {
  const { email } = await aUser('admin', 'Prisca Loemba')
  const answer = await login(email, PASSWORD)
  const Cookie = deviceOf(answer)
  expect(answer.headers.getSetCookie().find((cookie) => cookie.startsWith(Cookie))).toMatch(
    /; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/,
  )
  const me = await rest('GET', '/users/me', {
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(bodyOf<{ user: null }>(me).user).toBeNull()
})

const timeOf = async (run: () => Promise<unknown>) => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

test('a wrong password takes its time for unknown accounts as well', async () => {
  const { email } = await aUser('proprietaire', 'Aimé Tchicaya')
  // In turns, so that a busy machine slows both; without that work the answer comes in a tenth.
  const ratios: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const unknown = await timeOf(() => login('personne@scim.example', 'faux'))
    ratios.push(unknown / (await timeOf(() => login(email, 'faux'))))
  }
  const middle = ratios.sort((a, b) => a - b)[2] ?? 0
  expect(middle).toBeGreaterThan(0.3)
  expect(middle).toBeLessThan(3)
})

test('a forgotten password is answered alike, and mailed by the worker to those we know', async () => {
  const { email } = await aUser('proprietaire', 'Prisca Loemba')
  const ask = (who: unknown) => rest('POST', '/users/forgot-password', { body: { email: who } })
  const [known, unknown] = [await ask(email.toUpperCase()), await ask('inconnu@example.com')]
  expect([known.status, unknown.status]).toEqual([200, 200])
  expect(known.text).toBe(unknown.text)
  expect(await count('messages', 'recipient = $1', [email])).toBe(0)
  await answerMailRequests(await house())
  expect(await count('messages', `recipient = 'inconnu@example.com'`)).toBe(0)
  const { text } = await one<{ text: string }>('select text from messages where recipient = $1', [
    email,
  ])
  const [, token] =
    /http:\/\/localhost:3000\/admin\/reset\/(\S+)/.exec(withPasswordKeys(text, () => true)) ?? []
  const password = 'un-nouveau-mot-de-passe'
  const reset = await rest('POST', '/users/reset-password', { body: { token, password } })
  expect(reset.status).toBe(200)
  expect((await login(email, password)).status).toBe(200)
})

test('the mail of a password is due at once, though the worker’s clock is an hour ahead', async () => {
  const { email } = await aUser('proprietaire', 'Aimé Tchicaya')
  await rest('POST', '/users/forgot-password', { body: { email } })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  await answerMailRequests(await house())
  expect(await count('messages', 'recipient = $1 and next_attempt_at <= now()', [email])).toBe(1)
})

test('the link of a password goes to our own address, whatever Host was named', async () => {
  const { email } = await aUser('editeur', 'Clarisse Ngouabi')
  await rest('POST', '/users/forgot-password', {
    headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    body: { email },
  })
  await answerMailRequests(await house())
  const { text } = await one<{ text: string }>('select text from messages where recipient = $1', [
    email,
  ])
  expect(text).toContain('http://localhost:3000/admin/reset/')
  expect(text).not.toContain('evil')
})

test('sessions are ended on the server: by oneself, or by an admin, and by nobody else', async () => {
  const [admin, owner, other] = [
    await aStaff('admin', 'Prisca Loemba'),
    await aStaff('proprietaire', 'Jean-Bosco Makosso'),
    await aStaff('proprietaire', 'Clarisse Ngouabi'),
  ]
  const alive = async (as: { token: string }) =>
    bodyOf<{ user: object | null }>(await rest('GET', '/users/me', { as })).user !== null
  const end = async (who: { id: number | string }, as: { token: string } | null) =>
    (await rest('POST', `/users/${who.id}/end-sessions`, { as, body: {} })).status
  expect(await end(owner, null)).toBe(404)
  expect(await end(owner, other)).toBe(404)
  expect(await end({ id: 'abc' }, admin)).toBe(404)
  expect(await alive(owner)).toBe(true)
  expect(await end(owner, admin)).toBe(200)
  expect(await alive(owner)).toBe(false)
  expect(await end(other, other)).toBe(200)
  expect(await alive(other)).toBe(false)
  expect(await alive(admin)).toBe(true)
})

test('of several sessions one is ended, or all but the one that asks', async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  const login = async () =>
    bodyOf<{ token: string }>(
      await rest('POST', '/users/login', { body: { email: owner.email, password: PASSWORD } }),
    )
  const [phone, desk, home] = [await login(), await login(), await login()]
  const alive = async () => {
    const found: boolean[] = []
    for (const as of [owner, phone, desk, home])
      found.push(
        bodyOf<{ user: object | null }>(await rest('GET', '/users/me', { as })).user !== null,
      )
    return found
  }
  const sessions = await rows<{ id: string }>(
    'select id from users_sessions where _parent_id = $1 order by created_at, _order',
    [owner.id],
  )
  const end = async (as: { token: string }, body: object) =>
    bodyOf<{ ended: number }>(await rest('POST', `/users/${owner.id}/end-sessions`, { as, body }))
      .ended
  expect(await alive()).toEqual([true, true, true, true])
  expect(await end(desk, { session: sessions[1]?.id })).toBe(1)
  expect(await alive()).toEqual([true, false, true, true])
  expect(await end(desk, { session: 'inconnue' })).toBe(0)
  expect(
    (await rest('POST', `/users/${owner.id}/end-sessions`, { as: other, body: {} })).status,
  ).toBe(404)
  expect(await end(desk, { others: true })).toBe(2)
  expect(await alive()).toEqual([false, false, true, false])
})

test.each(['court', 'motdepasse2026', '123456789012'])(
  'an easy password is refused wherever it is set: %s',
  async (password) => {
    const admin = await aStaff('admin', 'Prisca Loemba')
    const email = `clarisse${freshAddress().replaceAll('.', '')}@scim.example`
    const body = { name: 'Clarisse', email, role: 'proprietaire', password: PASSWORD }
    const created = await rest('POST', '/users', { as: admin, body })
    expect(created.status).toBe(201)
    const { id } = bodyOf<{ doc: { id: number } }>(created).doc
    const answers = [
      await rest('POST', '/users', { as: admin, body: { ...body, email: `b${email}`, password } }),
      await rest('PATCH', `/users/${id}`, { as: admin, body: { password, proof: PASSWORD } }),
      await rest('POST', '/users/reset-password', { body: { token: 'x', password } }),
    ]
    expect(answers.slice(1).map(({ status }) => status)).toEqual([400, 400])
    expect(answers[1]?.text).toContain('password')
    expect((await login(email, PASSWORD)).status).toBe(200)
  },
)

test('a request that cannot be answered keeps no other waiting', async () => {
  const { email } = await aUser('editeur', 'Aimé Tchicaya')
  await one(`insert into mail_requests (kind, email, locale) values ('mot_de_passe', '', 'fr')
             returning id`)
  await rest('POST', '/users/forgot-password', { body: { email } })
  // Who is asked to stop leaves the backlog to the next.
  await answerMailRequests(await house(), { goOn: () => false })
  expect(await count('mail_requests')).toBe(2)
  await answerMailRequests(await house())
  expect(await count('mail_requests')).toBe(0)
  expect(await count('messages', 'recipient = $1', [email])).toBe(1)
})

test('who names no address gets the answer of everybody, and leaves nothing to do', async () => {
  const before = await count('mail_requests')
  for (const email of [undefined, null, '', '  ', 7, {}, []]) {
    await rows(`delete from rate_limits where name = 'courrier-mot_de_passe'`)
    expect((await rest('POST', '/users/forgot-password', { body: { email } })).status).toBe(200)
  }
  expect(await count('mail_requests')).toBe(before)
})

test('a form that cannot be read is the sender’s fault', async () => {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const answer = await rest('POST', '/users/login', { headers, raw: '--x\r\n\r\n' })
  expect(answer.status).toBe(400)
})

test.each(['-1', '0', 'abc', '1e99'])('a page that is none is refused: %s', async (page) => {
  expect((await rest('GET', `/properties?page=${page}`)).status).toBeLessThan(500)
})
