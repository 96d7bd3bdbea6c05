import { beforeAll, expect, test } from 'vitest'
import { withPasswordKeys } from '@/messaging/queuePasswordLink'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { aUser, freshAddress, house, PASSWORD } from '@/tests/support/house'
import { rest, bodyOf } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { leastLeft, secondsLeft } from '@/tests/support/limits'

beforeAll(house)

const login = (email: string, password: string, address = freshAddress()) =>
  rest('POST', '/users/login', { address, body: { email, password } })

test('while there is no user yet, nobody can register as the first one', async () => {
  expect(await count('users')).toBe(0)
  const body = { name: 'Intrus', email: 'intrus@example.com', password: PASSWORD, role: 'admin' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => rest('POST', '/users/first-register', { body })),
  )
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  expect((await rest('POST', '/users', { body })).status).toBe(403)
  expect(await count('users')).toBe(0)
})

test('a member of the staff logs in with the right password alone', async () => {
  const { email } = await aUser('admin', 'Prisca Loemba')
  const right = await login(email, PASSWORD)
  expect(right.status).toBe(200)
  expect(bodyOf<{ user: object }>(right).user).toMatchObject({ email, role: 'admin' })
  const [wrong, unknown] = [
    await login(email, 'faux-mot-de-passe'),
    await login('inconnu@scim.example', 'faux-mot-de-passe'),
  ]
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.text).toBe(unknown.text)
})

test('an address may try 20 logins in 15 minutes', async () => {
  const address = freshAddress()
  const begun = Date.now()
  for (let turn = 0; turn < 20; turn += 1)
    expect((await login(`personne-${turn}@scim.example`, 'x', address)).status).toBe(401)
  const { email } = await aUser('editeur', 'Aimé Tchicaya')
  const refused = await login(email, PASSWORD, address)
  expect(refused.status).toBe(429)
  expect(secondsLeft(refused)).toBeGreaterThanOrEqual(leastLeft(900, begun))
  expect(secondsLeft(refused)).toBeLessThanOrEqual(900)
  expect(bodyOf<{ errors: { message: string }[] }>(refused).errors[0]?.message).toBe(
    'Trop d’essais : réessayez dans 15 min.',
  )
  expect((await login(email, PASSWORD)).status).toBe(200)
})

test('an account may be tried 10 times in 15 minutes from anywhere, known or not', async () => {
  const { email } = await aUser('proprietaire', 'Clarisse Ngouabi')
  for (const [who, again] of [
    [email, ` ${email.toUpperCase()}`],
    ['inconnue@scim.example', 'INCONNUE@scim.example'],
  ] as const) {
    const begun = Date.now()
    for (let turn = 0; turn < 10; turn += 1) expect((await login(who, 'faux')).status).toBe(401)
    const refused = await login(again, PASSWORD)
    expect([who, refused.status]).toEqual([who, 429])
    expect(secondsLeft(refused)).toBeGreaterThanOrEqual(leastLeft(900, begun))
  }
})

test('nobody unlocks an account by REST', async () => {
  const { email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  expect((await rest('POST', '/users/unlock', { body: { email } })).status).toBe(403)
})

/** Asks, and lets the worker look who it was. */
async function forget(email: string) {
  const answer = await rest('POST', '/users/forgot-password', { body: { email } })
  await answerMailRequests(await house())
  return answer
}

test('a forgotten password: the mail goes through the outbox, and its link sets a new one', async () => {
  const { email } = await aUser('proprietaire', 'Prisca Loemba')
  expect((await forget(email)).status).toBe(200)
  const mail = await one<{ state: string; text: string; html: string; audience: string }>(
    'select state, text, html, audience, channel from messages where recipient = $1',
    [email],
  )
  expect(mail).toMatchObject({ state: 'a_envoyer', audience: 'equipe', channel: 'email' })
  const link = /http:\/\/localhost:3000\/admin\/reset\/([\w.-]+)/
  const asItLeaves = (text: string) => link.exec(withPasswordKeys(text, () => true))?.[1]
  const token = asItLeaves(mail.text)
  expect(token).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
  expect(asItLeaves(mail.html)).toBe(token)
  const reset = await rest('POST', '/users/reset-password', {
    body: { token, password: 'un-nouveau-mot-de-passe' },
  })
  expect(reset.status).toBe(200)
  expect((await login(email, PASSWORD)).status).toBe(401)
  expect((await login(email, 'un-nouveau-mot-de-passe')).status).toBe(200)
  // A link opens once.
  const again = await rest('POST', '/users/reset-password', {
    body: { token, password: 'encore-un-autre' },
  })
  expect(again.status).toBe(403)
  expect(bodyOf<{ errors: { message: string }[] }>(again).errors[0]?.message).toBe(
    'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre avec « Mot de passe oublié ? ».',
  )
})

test('who is not known gets the same answer and no mail', async () => {
  const { email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  const [known, unknown] = [await forget(email), await forget('inconnu@example.com')]
  expect([known.status, unknown.status]).toEqual([200, 200])
  expect(known.text).toBe(unknown.text)
  expect(await rows(`select 1 from messages where recipient = 'inconnu@example.com'`)).toEqual([])
})

test('five links in 15 minutes per person, known or not', async () => {
  const { email } = await aUser('proprietaire', 'Clarisse Ngouabi')
  for (const who of [email, 'personne@example.com']) {
    const begun = Date.now()
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await forget(who)).status).toBe(200)
      // Payload itself sends a person no second mail within 15 seconds.
      await rows(
        `update users set reset_password_requested_at = now() - interval '1 min' where email = $1`,
        [who],
      )
    }
    const refused = await forget(who)
    expect([who, refused.status]).toEqual([who, 429])
    expect(secondsLeft(refused)).toBeGreaterThanOrEqual(leastLeft(900, begun))
  }
  expect(await count('messages', 'recipient = $1', [email])).toBe(5)
})

test('strange logins are refused, never a fault of ours', async () => {
  const strange = [
    null,
    7,
    true,
    [],
    {},
    { equals: 'x' },
    'a\u0000b',
    'a\ud800b',
    'x'.repeat(30_000),
  ]
  for (const value of strange) {
    const answers = [
      await rest('POST', '/users/login', { body: { email: value, password: value } }),
      await rest('POST', '/users/login', { body: { email: 'a@b.cg', password: value } }),
      await rest('POST', '/users/forgot-password', { body: { email: value } }),
      await rest('POST', '/users/reset-password', { body: { token: value, password: value } }),
    ]
    for (const { status } of answers)
      expect([String(value).slice(0, 20), status < 500]).toEqual([String(value).slice(0, 20), true])
  }
})
