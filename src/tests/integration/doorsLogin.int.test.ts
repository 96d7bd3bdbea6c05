import { beforeAll, expect, test } from 'vitest'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { aUser, freshAddress, house, PASSWORD } from '@/tests/support/house'
import { bodyOf, rest, type Answer } from '@/tests/support/http'
import { count, one } from '@/tests/support/sql'

beforeAll(house)

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
  const Cookie = deviceOf(await login(email, PASSWORD))
  expect(deviceOf(await login(email, PASSWORD, { Cookie }))).toBe(Cookie)
  for (let turn = 1; turn < 10; turn += 1)
    expect((await login(email, '', { Cookie })).status).toBe(400)
  const refused = await login(email, PASSWORD, { Cookie })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(880)
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

/** The middle of five tries, in milliseconds. */
async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const from = performance.now()
    await run()
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[2] ?? 0
}

test('a wrong password takes its time for unknown accounts as well', async () => {
  const { email } = await aUser('proprietaire', 'Aimé Tchicaya')
  const known = await timeOf(() => login(email, 'faux'))
  const unknown = await timeOf(() => login('personne@scim.example', 'faux'))
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
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
  const [, token] = /http:\/\/localhost:3000\/admin\/reset\/(\w+)/.exec(text) ?? []
  const password = 'un-nouveau-mot-de-passe'
  const reset = await rest('POST', '/users/reset-password', { body: { token, password } })
  expect(reset.status).toBe(200)
  expect((await login(email, password)).status).toBe(200)
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
