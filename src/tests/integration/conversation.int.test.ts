import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { inTransaction } from '@/database'
import type { Receipt } from '@/domain/view'
import { queueNotices } from '@/messaging/queueNotices'
import { writeMessage } from '@/portal/tracking'
import { aProperty, aStaff, house, type Staff } from '@/tests/support/house'
import { api, bodyOf, booked, rest } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { aBooking, kindsOf, messageOf } from '@/tests/support/messages'
import { outgoing, sendThrough } from '@/tests/support/outbox'
import { count, one, rows } from '@/tests/support/sql'

withMail()

let other: Staff
let editor: Staff
let admin: Staff
beforeAll(async () => {
  other = await aStaff('proprietaire', 'Prisca Loemba')
  editor = await aStaff('editeur', 'Rodrigue Samba')
  admin = await aStaff('admin', 'Grâce Nkouka')
})
afterEach(() => void vi.useRealTimers())

const write = (id: number | string, as: Staff | null, body: unknown) =>
  rest('POST', `/reservations/${id}/messages`, { as, body })

/** All that waits about a reservation is due now, and is sent. */
async function sendAll(id: number): Promise<void> {
  await rows(
    `update messages set next_attempt_at = now() where reservation_id = $1 and state = 'a_envoyer'`,
    [id],
  )
  await sendThrough(server.url)
}

const clock = (id: number) =>
  one<{ status: string; responded: string | null; awaiting: string | null }>(
    `select status, responded_at::text as responded, awaiting_until::text as awaiting
     from reservations where id = $1`,
    [id],
  )

test('a manager’s words stand on the client’s page at once, and a mail in the thread tells of them', async () => {
  const { id, token, client } = await aBooking([owner.id])
  const answer = await write(id, owner, { text: 'Le gardien <Paul> vous ouvrira à 9 h.' })
  expect(answer.status).toBe(201)
  const { doc } = bodyOf<{ doc: Record<string, unknown> }>(answer)
  expect(doc).toMatchObject({ direction: 'sortant', channel: 'espace', state: 'publiee' })
  const { reservation } = bodyOf<Receipt>(await api.view(token))
  expect(reservation.messages.map(({ text }) => text)).toContain(
    'Le gardien <Paul> vous ouvrira à 9 h.',
  )
  // Once: the mail that announces the words does not stand there as well.
  expect(reservation.messages).toHaveLength(2)

  await sendAll(id)
  const mails = server.mailsTo(client.email)
  expect(mails).toHaveLength(2)
  const [first, second] = mails
  expect(second?.text).toContain('Le gardien <Paul> vous ouvrira à 9 h.')
  expect(second?.html).toContain('Le gardien &lt;Paul&gt; vous ouvrira')
  expect(second?.inReplyTo).toBe(first?.messageId)
  // A reply is read by a person, and the text says so.
  expect(second?.replyTo?.value).toEqual([{ name: '', address: 'contact@scim.example' }])
  expect(second?.text).toContain('une personne vous lit à contact@scim.example')
  expect(second?.text).not.toContain('message automatique')
  expect(second?.headers.has('auto-submitted')).toBe(false)
})

test('a person’s first answer stops the clock, once; the request still awaits its decision', async () => {
  const { id, token } = await aBooking([owner.id])
  await api.write(token, { body: { text: 'Êtes-vous là ?' } })
  expect(await clock(id)).toMatchObject({ responded: null })
  await write(id, owner, { text: 'Oui, nous vous répondons ce soir.' })
  const answered = await clock(id)
  expect(answered).toMatchObject({ status: 'en_attente', awaiting: null })
  expect(answered.responded).not.toBeNull()
  const { reservation } = bodyOf<Receipt>(await api.view(token))
  expect(reservation).toMatchObject({ status: 'en_attente', promise: { state: 'tenue' } })
  await write(id, admin, { text: 'Et le portail est bleu.' })
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  expect((await clock(id)).responded).toBe(answered.responded)
  expect(await count('status_history', 'reservation_id = $1', [id])).toBe(2)
})

test('two answers and a decision at once: one clock, no words lost', async () => {
  const { id } = await aBooking([owner.id])
  const answers = await Promise.all([
    write(id, owner, { text: 'Un.' }),
    write(id, admin, { text: 'Deux.' }),
    rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201, 201])
  expect(await clock(id)).toMatchObject({ status: 'confirmee' })
  expect(await count('messages', `reservation_id = $1 and author is not null`, [id])).toBe(2)
})

test('the same words of a form, twice at once and later again, are one message and one notice', async () => {
  const { id, token } = await aBooking([owner.id])
  const form = (text: string) => writeMessage(token, { text }, 'one')
  const written = () => count('messages', `reservation_id = $1 and direction = 'entrant'`, [id])
  const told = () => count('messages', `reservation_id = $1 and template = 'nouveau_message'`, [id])
  const answers = await Promise.all([
    form('On peut venir à deux ?'),
    form('On peut venir à deux ?'),
  ])
  answers.push(await form(' On peut venir à deux ?\r\n'))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect([await written(), await told()]).toEqual([1, 1])
  await form('On peut venir à trois ?')
  expect(await written()).toBe(2)
  // A program that writes the same twice means it.
  await api.write(token, { body: { text: 'On peut venir à trois ?' } })
  expect(await written()).toBe(3)
  await rows('alter table messages disable trigger user')
  await rows(
    `update messages set created_at = created_at - interval '11 minutes' where reservation_id = $1`,
    [id],
  )
  await rows('alter table messages enable trigger user')
  await form('On peut venir à deux ?')
  expect(await written()).toBe(4)
})

test('an answer after the deadline is late for ever, and the apology that waited is withdrawn', async () => {
  const { id, token } = await aBooking([owner.id])
  await rows('alter table reservations disable trigger user')
  await rows(
    `update reservations set created_at = created_at - interval '2 hours',
       respond_by = created_at - interval '1 hour' where id = $1`,
    [id],
  )
  await rows('alter table reservations enable trigger user')
  const payload = await house()
  await inTransaction(payload, {}, async (req) => {
    const late = await payload.findByID({ collection: 'reservations', id, depth: 0, req })
    await queueNotices(req, 'delai_passe', late, new Date())
  })
  await write(id, owner, { text: 'Pardon pour le retard.' })
  await sendAll(id)
  for (const template of ['retard_client', 'escalade']) {
    const message = await messageOf(id, template)
    expect(await outgoing(message)).toMatchObject({ state: 'abandonnee', attempts: 0 })
    expect(await kindsOf(message)).toEqual([['retiree', null, 'repondue']])
  }
  const { reservation } = bodyOf<Receipt>(await api.view(token))
  expect(reservation.promise.state).toBe('manquee')
})

test.each<[string, () => Staff | null, number]>([
  ['the owner of another property', () => other, 404],
  ['an editor', () => editor, 403],
  ['nobody', () => null, 401],
])('%s may not write', async (_who, as, status) => {
  const { id } = await aBooking([owner.id])
  expect((await write(id, as(), { text: 'Bonjour' })).status).toBe(status)
  expect(await count('messages', 'reservation_id = $1 and author is not null', [id])).toBe(0)
  expect(await clock(id)).toMatchObject({ responded: null })
})

test.each([{}, { text: '' }, { text: ' \n ' }, { text: 7 }, { text: 'x'.repeat(2001) }])(
  '%j is no message',
  async (body) => {
    const { id } = await aBooking([owner.id])
    expect((await write(id, owner, body)).status).toBe(400)
    expect(await clock(id)).toMatchObject({ responded: null })
  },
)

test('beyond thirty an hour there is no more: 429 with Retry-After', async () => {
  const { id } = await aBooking([owner.id])
  await rows(
    `insert into rate_limits (name, who, started_at, turns)
     values ('message-equipe', $1, now(), 30)`,
    [`${id}:${owner.id}`],
  )
  const answer = await write(id, owner, { text: 'Encore un.' })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000)
})

test('a client without an address reads it on the page, and no mail pretends otherwise', async () => {
  const { id } = await booked(await aProperty({ owners: [owner.id] }), {
    client: { name: 'Patrick Itoua', phone: '06 445 67 81' },
  })
  await write(id, owner, { text: 'À demain.' })
  const kept = await rows<{ template: string | null; channel: string; state: string }>(
    `select template, channel, state from messages where reservation_id = $1
       and audience = 'client' and direction = 'sortant' order by id`,
    [id],
  )
  expect(kept).toEqual([
    { template: 'accuse_reception', channel: 'espace', state: 'publiee' },
    { template: null, channel: 'espace', state: 'publiee' },
  ])
})

test('the client’s words go to the owners by mail, in their own thread', async () => {
  const { id, token } = await aBooking([owner.id])
  await api.write(token, { body: { text: 'Puis-je venir avec ma mère ?' } })
  const notice = await messageOf(id, 'nouveau_message')
  expect(await one('select recipient, audience from messages where id = $1', [notice])).toEqual({
    recipient: owner.email,
    audience: 'equipe',
  })
})

test('the owners are told at once, though the clock of the web process is an hour ahead', async () => {
  const { id, token } = await aBooking([owner.id])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  await api.write(token, { body: { text: 'Puis-je venir avec ma mère ?' } })
  const due = 'id = $1 and next_attempt_at <= now()'
  expect(await count('messages', due, [await messageOf(id, 'nouveau_message')])).toBe(1)
})
