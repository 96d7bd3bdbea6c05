import { beforeAll, expect, test } from 'vitest'
import type { Property } from '@/payload-types'
import { withAccessKeys } from '@/messaging/queueAccessLink'
import { askAccessLink, spendAccessLink } from '@/portal/accessLink'
import { endSession, openSession, referencesOf } from '@/portal/deviceSession'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { sweepDoors } from '@/worker/sweepDoors'
import { aProperty, aStaff, at, freshPhone, house } from '@/tests/support/house'
import { api, bodyOf, booked, rest } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { leastLeft } from '@/tests/support/limits'

let property: Property
let hour = 8

beforeAll(async () => {
  property = await aProperty()
})

const mail = (name: string) => `${name}@example.com`

async function bookedBy(email: string) {
  hour += 1
  const time = `${String(8 + (hour % 8)).padStart(2, '0')}:00`
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email }
  const { reservation, id, token } = await booked(property, {
    client,
    startsAt: at(3 + Math.floor(hour / 8), time),
  })
  return { reference: reservation.reference, id, token }
}

/** The token as the mail that leaves the house carries it. */
async function linkFor(email: string): Promise<string> {
  expect(await askAccessLink(email, 'fr')).toEqual({ status: 'taken' })
  await answerMailRequests(await house())
  const { text } = await one<{ text: string }>(
    `select text from messages where template = 'lien_acces' and recipient = $1
     order by id desc limit 1`,
    [email],
  )
  const [, token = ''] = /\/espace\/lien\/(\S+)/.exec(withAccessKeys(text, () => true)) ?? []
  return token
}

test('the link opens all bookings of its address, and no others', async () => {
  const first = await bookedBy(mail('toutes'))
  const second = await bookedBy('Toutes@Example.com')
  await bookedBy(mail('autre'))
  const references = await spendAccessLink(await linkFor(mail('toutes')))
  expect(references).toEqual([first.reference, second.reference])
})

test('the mail of a link says the agency’s phone as people read it', async () => {
  const admin = await aStaff('admin', 'Rosalie Moukoko')
  await rest('POST', '/globals/settings', { as: admin, body: { contactPhone: '06 600 12 34' } })
  const { id } = await one<{ id: number }>(
    `select id from message_templates where key = 'lien_acces' and locale = 'fr'`,
  )
  const body =
    '[lien_acces]\n\nAvant [expire_le]. [contact_email]\n\nTéléphone : [contact_telephone]'
  const saved = { subject: 'Votre lien', body, _status: 'published' }
  expect((await rest('PATCH', `/message-templates/${id}`, { as: admin, body: saved })).status).toBe(
    200,
  )
  await bookedBy(mail('lisible'))
  await linkFor(mail('lisible'))
  const { text } = await one<{ text: string }>(
    `select text from messages where template = 'lien_acces' and recipient = $1`,
    [mail('lisible')],
  )
  expect(text).toContain('Téléphone : +242 06 600 12 34')
})

test('a link opens once, even when twenty open it at the same moment', async () => {
  await bookedBy(mail('vingt'))
  const token = await linkFor(mail('vingt'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => spendAccessLink(token)))
  expect(answers.filter((references) => references !== null)).toHaveLength(1)
  expect(await spendAccessLink(token)).toBeNull()
})

test('a link is over after ten minutes of the database’s clock', async () => {
  await bookedBy(mail('tard'))
  const begun = Date.now()
  const token = await linkFor(mail('tard'))
  const { left } = await one<{ left: number }>(
    `select extract(epoch from expires_at - now())::int as left from access_links where email = $1`,
    [mail('tard')],
  )
  expect(left).toBeGreaterThanOrEqual(leastLeft(600, begun))
  expect(left).toBeLessThanOrEqual(600)
  await rows(`update access_links set expires_at = now() - interval '1 second' where email = $1`, [
    mail('tard'),
  ])
  expect(await spendAccessLink(token)).toBeNull()
})

test('no table holds what opens the bookings: neither link nor session can be read there', async () => {
  const { reference } = await bookedBy(mail('secret'))
  const token = await linkFor(mail('secret'))
  const session = await openSession(undefined, [reference])
  expect(token).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
  expect(session).toMatch(/^[\w-]{43}$/)
  for (const table of ['messages', 'access_links', 'mail_requests', 'client_sessions'])
    for (const secret of [token, token.slice(23), session])
      expect(await count(table, `${table}::text like '%' || $1 || '%'`, [secret])).toBe(0)
  const { text } = await one<{ text: string }>(
    `select text from messages where template = 'lien_acces' and recipient = $1`,
    [mail('secret')],
  )
  const [, shown = ''] = /\/espace\/lien\/(\S+)/.exec(text) ?? []
  expect(await spendAccessLink(shown)).toBeNull()
  expect(await spendAccessLink(token)).toEqual([reference])
})

test.each(['', 'x', '.', 'a.b', `${'A'.repeat(22)}.${'A'.repeat(43)}`, '\u0000', 'é'.repeat(40)])(
  'a made-up link opens nothing: %j',
  async (token) => {
    expect(await spendAccessLink(token)).toBeNull()
  },
)

test('who is not known gets the same answer, the same work, and no mail', async () => {
  await bookedBy(mail('connue'))
  const answers = [
    await askAccessLink(mail('connue'), 'fr'),
    await askAccessLink(mail('inconnue'), 'fr'),
  ]
  expect(answers).toEqual([{ status: 'taken' }, { status: 'taken' }])
  expect(await count('mail_requests')).toBe(2)
  await answerMailRequests(await house())
  expect(await count('mail_requests')).toBe(0)
  expect(await count('messages', 'recipient = $1', [mail('inconnue')])).toBe(0)
  expect(await count('access_links', 'email = $1', [mail('inconnue')])).toBe(0)
})

test('five links in fifteen minutes for one address, known or not', async () => {
  await bookedBy(mail('six'))
  for (const who of [mail('six'), mail('personne')]) {
    for (let turn = 0; turn < 5; turn += 1)
      expect(await askAccessLink(who, 'fr')).toEqual({ status: 'taken' })
    const refused = await askAccessLink(` ${who.toUpperCase()} `, 'fr')
    expect(refused).toMatchObject({ status: 'late' })
  }
})

test.each(['', 'awa', 'awa@', 'a@b\u0000', `${'a'.repeat(300)}@example.com`, undefined, null, 7])(
  'what is no address is asked for again: %j',
  async (typed) => {
    expect(await askAccessLink(typed, 'fr')).toEqual({ status: 'unreadable' })
  },
)

test('the mail of a link belongs to no reservation: only admins read it', async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const admin = await aStaff('admin', 'Prisca Loemba')
  await bookedBy(mail('lecture'))
  await linkFor(mail('lecture'))
  const read = async (as: { token: string }) =>
    bodyOf<{ docs: { recipient: string }[] }>(
      await rest('GET', '/messages?where[template][equals]=lien_acces&limit=100', { as }),
    ).docs.map(({ recipient }) => recipient)
  expect(await read(owner)).toEqual([])
  expect(await read(admin)).toContain(mail('lecture'))
})

test('a device sees what it proved; a new proof brings a new id and keeps the old ones', async () => {
  const [one, two] = [await bookedBy(mail('a1')), await bookedBy(mail('a2'))]
  const first = await openSession(undefined, [one.reference])
  expect(await referencesOf(first)).toEqual([one.reference])
  const second = await openSession(first, [two.reference])
  expect(second).not.toBe(first)
  expect(new Set(await referencesOf(second))).toEqual(new Set([one.reference, two.reference]))
})

test('who planted a session id learns nothing of what is proved with it', async () => {
  const { reference } = await bookedBy(mail('plante'))
  const planted = await openSession(undefined, [])
  await openSession(planted, [reference])
  expect(await referencesOf(planted)).toEqual([])
  const { left } = await one<{ left: number }>(
    `select max(extract(epoch from ends_at - now()))::int as left from client_sessions s
     where not exists (select 1 from client_proofs p where p.session = s.token_hash)`,
  )
  expect(left).toBeLessThanOrEqual(30)
})

test('to forget a device ends its session on the server, with every id it had', async () => {
  const { reference } = await bookedBy(mail('oubli'))
  const first = await openSession(undefined, [reference])
  const second = await openSession(first, [reference])
  const other = await openSession(undefined, [reference])
  await endSession(second)
  expect(await referencesOf(second)).toEqual([])
  expect(await referencesOf(first)).toEqual([])
  expect(await referencesOf(other)).toEqual([reference])
  await endSession('une-chose-inconnue')
})

test.each([
  [
    'a device that stayed away for a month',
    'client_sessions',
    `seen_at = now() - interval '31 days'`,
  ],
  ['a session past its end', 'client_sessions', `ends_at = now() - interval '1 second'`],
  ['a proof of three months ago', 'client_proofs', `proven_at = now() - interval '91 days'`],
])('%s opens nothing, and is swept', async (_what, table, past) => {
  const { reference } = await bookedBy(mail(`past${hour}`))
  const session = await openSession(undefined, [reference])
  await rows(`update ${table} set ${past}`)
  expect(await referencesOf(session)).toEqual([])
  await rows(`insert into rate_limits values ('x', 'y', now() - interval '2 days', 1)`)
  await sweepDoors(await house())
  expect(await count('rate_limits', `started_at < now() - interval '1 day'`)).toBe(0)
  if (table === 'client_sessions') expect(await count(table)).toBe(0)
})

test('a revoked link opens nothing, nor does a device that used it; another way in still does', async () => {
  const admin = await aStaff('admin', 'Clarisse Ngouabi')
  const { id, reference, token } = await bookedBy(mail('revoque'))
  const session = await openSession(undefined, [reference])
  expect((await api.view(token)).status).toBe(200)
  const revoked = await rest('POST', `/reservations/${id}/revoke-link`, { as: admin, body: {} })
  expect(revoked.status).toBe(200)
  expect((await api.view(token)).status).toBe(404)
  expect((await api.cancel(token)).status).toBe(404)
  expect((await api.write(token, { body: { text: 'Bonjour' } })).status).toBe(404)
  expect((await api.calendar(token)).status).toBe(404)
  expect(await referencesOf(session)).toEqual([])
  const found = await api.track({ body: { reference, contact: mail('revoque') } })
  expect(found.status).toBe(200)
  const again = bodyOf<{ trackingUrl: string }>(found).trackingUrl.split('/').at(-1) ?? ''
  expect(again).not.toBe(token)
  expect((await api.view(again)).status).toBe(200)
  expect(await spendAccessLink(await linkFor(mail('revoque')))).toEqual([reference])
})

test('only those who decide on a reservation revoke its link', async () => {
  const [owner, stranger, editor] = [
    await aStaff('proprietaire', 'Aimé Tchicaya'),
    await aStaff('proprietaire', 'Jean-Bosco Makosso'),
    await aStaff('editeur', 'Prisca Loemba'),
  ]
  const owned = await aProperty({ owners: [owner.id] })
  const { id, token } = await booked(owned)
  const revoke = async (as: { token: string } | null, which: number | string = id) =>
    (await rest('POST', `/reservations/${which}/revoke-link`, { as, body: {} })).status
  expect(await revoke(null)).toBe(404)
  expect(await revoke(editor)).toBeGreaterThanOrEqual(403)
  expect(await revoke(stranger)).toBe(404)
  expect(await revoke(owner, 'abc')).toBe(404)
  expect(await revoke(owner, '999999999999')).toBe(404)
  expect((await api.view(token)).status).toBe(200)
  expect(await revoke(owner)).toBe(200)
  expect((await api.view(token)).status).toBe(404)
})
