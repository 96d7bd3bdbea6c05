import { beforeAll, expect, test } from 'vitest'
import type { Receipt } from '@/domain/view'
import { env } from '@/env'
import { unreachedClients } from '@/messaging/unreached'
import { auditHistory } from '@/scripts/auditHistory'
import { onConnection } from '@/tests/support/connection'
import { aProperty, aStaff, freshPhone, house, type Staff } from '@/tests/support/house'
import { api, bodyOf, booked, rest, type Body } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { aBooking, kindsOf, messageOf } from '@/tests/support/messages'
import { becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'
import { count, one, rows } from '@/tests/support/sql'

withMail()

let other: Staff
let admin: Staff
let editor: Staff
beforeAll(async () => {
  other = await aStaff('proprietaire', 'Prisca Loemba')
  admin = await aStaff('admin', 'Grâce Nkouka')
  editor = await aStaff('editeur', 'Rodrigue Samba')
})

const resend = (id: number, as: Staff | null, body: Body = {}) =>
  rest('POST', `/messages/${id}/resend`, { as, body })

/** An acknowledgement that the client's server refused for good. */
async function aRefusedMessage() {
  const booking = await aBooking([owner.id])
  const message = await messageOf(booking.id, 'accuse_reception')
  server.behave('550 at the recipient')
  await becomesDue(message)
  await sendThrough(server.url)
  server.behave('accept')
  expect(await outgoing(message)).toMatchObject({ state: 'abandonnee' })
  return { ...booking, message }
}

test('a manager resends word for word to a corrected address, as a row that names the old one', async () => {
  const { message, id, token } = await aRefusedMessage()
  const before = await one('select * from messages where id = $1', [message])
  const answer = await resend(message, owner, { recipient: 'awa.mabiala@example.org' })
  expect(answer.status).toBe(201)
  const { doc } = bodyOf<{ doc: { id: number; resentFrom: number; state: string } }>(answer)
  expect(doc).toMatchObject({ resentFrom: message, state: 'a_envoyer' })
  expect(await one('select * from messages where id = $1', [message])).toEqual(before)
  await sendThrough(server.url)
  const [mail] = server.mailsTo('awa.mabiala@example.org')
  const kept = await one<{ subject: string; text: string }>(
    'select subject, text from messages where id = $1',
    [message],
  )
  expect(mail?.subject).toBe(kept.subject)
  expect(mail?.text).toContain(kept.text.trim().split('\n')[0])
  expect(await outgoing(doc.id)).toMatchObject({ state: 'envoyee' })
  expect((await kindsOf(message)).at(-1)).toEqual(['renvoyee', null, 'awa.mabiala@example.org'])
  // On the client's page it stands once, as it stands now.
  const { reservation } = bodyOf<Receipt>(await api.view(token))
  expect(reservation.messages).toMatchObject([{ subject: kept.subject, state: 'envoyee' }])
  // What comes later goes to the corrected address as well.
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  const later = await one<{ recipient: string }>('select recipient from messages where id = $1', [
    await messageOf(id, 'confirmation'),
  ])
  expect(later.recipient).toBe('awa.mabiala@example.org')
})

test('the copy bears the fingerprint that its words say, and the history stays whole', async () => {
  const { message, reservation } = await aRefusedMessage()
  expect((await resend(message, owner)).status).toBe(201)
  const copies = await rows<{ fingerprint: string | null; said: boolean }>(
    `select c.fingerprint, position(o.fingerprint in c.text) > 0 as said from messages c
     join messages o on o.id = c.resent_from_id where o.id = $1`,
    [message],
  )
  const { fingerprint } = await one<{ fingerprint: string }>(
    'select fingerprint from messages where id = $1',
    [message],
  )
  expect(copies).toEqual([{ fingerprint, said: true }])
  const { findings } = await onConnection(env.databaseUrl, auditHistory)
  expect(findings.filter((line) => line.startsWith(reservation.reference))).toEqual([])
})

test('the same may not be on its way twice: two clicks at once make one row', async () => {
  const { message } = await aRefusedMessage()
  const answers = await Promise.all([1, 2, 3].map(() => resend(message, admin)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect(await count('messages', 'resent_from_id = $1', [message])).toBe(1)
})

test.each<[string, () => Staff | null, number]>([
  ['the owner of another property', () => other, 404],
  ['an editor', () => editor, 403],
  ['nobody', () => null, 401],
])('%s may not resend', async (_who, as, status) => {
  const { message } = await aRefusedMessage()
  expect((await resend(message, as())).status).toBe(status)
  expect(await count('messages', 'resent_from_id = $1', [message])).toBe(0)
})

test('what is no longer true, no message or no address is refused in a sentence', async () => {
  const { message, id, token } = await aRefusedMessage()
  expect((await resend(message, admin, { recipient: 'a@b, c@d' })).status).toBe(400)
  expect((await resend(message, admin, { recipient: 'a@b.cg\r\nBcc: x@y.cg' })).status).toBe(400)
  expect((await resend(999_999, admin)).status).toBe(404)
  expect((await rest('POST', '/messages/abc/resend', { as: admin, body: {} })).status).toBe(404)
  await api.write(token, { body: { text: 'Bonjour' } })
  const words = await one<{ id: number }>(
    `select id from messages where reservation_id = $1 and direction = 'entrant'`,
    [id],
  )
  expect((await resend(words.id, admin)).status).toBe(409)
  await api.cancel(token)
  const answer = await resend(message, admin)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('plus vrai')
})

test('clients whom no mail reached are listed with their phone until they act or are called', async () => {
  const payload = await house()
  const outside = { payload, transactionID: undefined }
  const { message, id, reservation, client, token } = await aRefusedMessage()
  const phone = freshPhone()
  const silent = await booked(await aProperty(), { client: { name: 'Patrick Itoua', phone } })
  const told = await aBooking([owner.id])
  await becomesDue(await messageOf(told.id, 'accuse_reception'))
  await sendThrough(server.url)

  const find = async (which: number, whose: number | null = null) =>
    (await unreachedClients(outside, whose)).find((one) => one.reservation === which)
  expect(await find(id)).toMatchObject({
    reference: reservation.reference,
    message,
    clientName: client.name,
    clientPhone: `+242${client.phone.replace(/\D/g, '')}`,
    reason: 'abandonnee',
  })
  expect(await find(silent.id)).toMatchObject({ reason: 'sans_email' })
  expect(await find(told.id)).toBeUndefined()
  expect(await find(id, owner.id)).toMatchObject({ message })
  expect(await find(id, other.id)).toBeUndefined()

  await api.write(silent.token, { body: { text: 'Bonjour' } })
  expect(await find(silent.id)).toBeUndefined()
  expect((await rest('POST', `/messages/${message}/reached`, { as: other })).status).toBe(404)
  expect((await rest('POST', `/messages/${message}/reached`, { as: owner })).status).toBe(201)
  expect(await find(id)).toBeUndefined()
  const [last] = (await kindsOf(message)).slice(-1)
  expect(last).toEqual(['jointe', null, null])
  // The next thing they are told is unknown to them again.
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  await rows(
    `update messages set state = 'abandonnee' where reservation_id = $1 and template = 'confirmation'`,
    [id],
  )
  expect(await find(id)).toMatchObject({ reason: 'abandonnee' })
  await api.cancel(token)
  expect(await find(id)).toBeUndefined()
})
