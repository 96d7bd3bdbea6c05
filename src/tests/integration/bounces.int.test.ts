import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { POST } from '@/app/(portal)/api/messages/bounces/route'
import { unreachedClients } from '@/messaging/unreached'
import { webhookSecret } from '@/secrets'
import { house } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { deliveryReport } from '@/tests/support/deliveryReport'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { aBooking, kindsOf, messageOf } from '@/tests/support/messages'
import { becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'
import { checksums, count } from '@/tests/support/sql'

withMail()

type Signed = { seconds?: number; secret?: string; json?: boolean }

async function send(text: string, { seconds, secret, json }: Signed = {}) {
  const body = json ? JSON.stringify({ raw: text }) : text
  const at = seconds ?? Math.floor(Date.now() / 1000)
  const mac = createHmac('sha256', secret ?? webhookSecret())
    .update(`${at}.${body}`)
    .digest('hex')
  const response = await POST(
    new Request('http://localhost:3000/api/messages/bounces', {
      method: 'POST',
      headers: {
        'Content-Type': json ? 'application/json' : 'message/rfc822',
        'X-SCIM-Signature': `t=${at},v1=${mac}`,
      },
      body,
    }),
  )
  return { status: response.status, body: await response.text() }
}

async function anAcceptedMessage() {
  const booking = await aBooking([owner.id])
  const message = await messageOf(booking.id, 'accuse_reception')
  await becomesDue(message)
  await sendThrough(server.url)
  return { ...booking, message, messageId: `<message-${message}@localhost>` }
}

test('a bounce is noted, the message stays accepted, and the client is to be called', async () => {
  const { id, message, messageId, client } = await anAcceptedMessage()
  expect(await send(deliveryReport({ recipient: client.email, messageId }))).toEqual({
    status: 200,
    body: '{"known":1}',
  })
  expect(await outgoing(message)).toMatchObject({ state: 'envoyee', sent: true })
  expect((await kindsOf(message)).map(([kind]) => kind)).toEqual(['acceptee', 'revenue'])
  const found = await unreachedClients({ payload: await house(), transactionID: undefined }, null)
  expect(found.find(({ reservation }) => reservation === id)).toMatchObject({ reason: 'revenue' })

  // The same report once more says nothing new.
  const before = await checksums()
  expect((await send(deliveryReport({ recipient: client.email, messageId }))).status).toBe(200)
  expect({ ...(await checksums()), messages: '' }).toEqual({ ...before, messages: '' })
  expect((await kindsOf(message)).map(([kind]) => kind)).toEqual(['acceptee', 'revenue'])
})

test('nothing more is tried to an address that fails, until a person gives it again', async () => {
  const { id, messageId, client } = await anAcceptedMessage()
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  const waiting = await messageOf(id, 'confirmation')
  await send(deliveryReport({ recipient: client.email, messageId }))
  expect(await outgoing(waiting)).toMatchObject({ state: 'abandonnee', attempts: 0 })
  expect(await kindsOf(waiting)).toEqual([['abandonnee', null, 'adresse']])

  const text = 'Pouvez-vous nous rappeler ?'
  await rest('POST', `/reservations/${id}/messages`, { as: owner, body: { text } })
  const next = await messageOf(id, 'nouveau_message')
  const before = server.received.length
  await becomesDue(next)
  await sendThrough(server.url)
  expect(server.received).toHaveLength(before)
  expect(await outgoing(next)).toMatchObject({ state: 'abandonnee', attempts: 0 })

  const answer = await rest('POST', `/messages/${waiting}/resend`, { as: owner, body: {} })
  expect(answer.status).toBe(201)
  await sendThrough(server.url)
  expect(server.received).toHaveLength(before + 1)
  expect(await count('failing_addresses', 'address = $1', [client.email])).toBe(0)
})

test.each([
  ['delayed', 'retardee'],
  ['delivered', 'remise'],
])('a report that says %s is noted as %s and stops nothing', async (action, kind) => {
  const { message, messageId, client } = await anAcceptedMessage()
  await send(deliveryReport({ recipient: client.email, messageId, action, status: '4.4.1' }))
  expect((await kindsOf(message)).map(([one]) => one)).toEqual(['acceptee', kind])
  expect(await count('failing_addresses', 'address = $1', [client.email])).toBe(0)
})

test('a report in international form (RFC 6533), with a character that no text may hold, is read', async () => {
  const { message, messageId, client } = await anAcceptedMessage()
  const report = deliveryReport({ recipient: client.email, messageId })
    .replace('message/delivery-status', 'message/global-delivery-status')
    .replace('message/rfc822', 'message/global')
    .replace('Final-Recipient: rfc822;', 'Final-Recipient: utf-8;')
    .replace('no such mailbox', 'no such\u0000 mailbox')
  expect(await send(report)).toEqual({ status: 200, body: '{"known":1}' })
  expect((await kindsOf(message)).map(([kind]) => kind)).toEqual(['acceptee', 'revenue'])
})

test('a report that lost the identifier is about the latest message to that address', async () => {
  const { message, client } = await anAcceptedMessage()
  const answer = await send(deliveryReport({ recipient: client.email.toUpperCase() }), {
    json: true,
  })
  expect(answer.body).toBe('{"known":1}')
  expect((await kindsOf(message)).map(([kind]) => kind)).toEqual(['acceptee', 'revenue'])
})

test('a report about a stranger, or no report at all, changes nothing', async () => {
  const before = await checksums()
  expect((await send(deliveryReport({ recipient: 'nobody@example.net' }))).body).toBe('{"known":0}')
  expect((await send('Subject: hello\r\n\r\nNo report at all.')).body).toBe('{"known":0}')
  expect(await checksums()).toEqual(before)
})

test('without a fresh and true signature nothing is read', async () => {
  const { message, messageId, client } = await anAcceptedMessage()
  const text = deliveryReport({ recipient: client.email, messageId })
  const now = Math.floor(Date.now() / 1000)
  expect((await send(text, { secret: 'x'.repeat(64) })).status).toBe(401)
  expect((await send(text, { seconds: now - 301 })).status).toBe(401)
  expect((await send(text, { seconds: now + 301 })).status).toBe(401)
  const bare = new Request('http://localhost:3000/api/messages/bounces', {
    method: 'POST',
    body: text,
  })
  expect((await POST(bare)).status).toBe(401)
  expect((await send('x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  expect((await send('', { json: false })).status).toBe(400)
  expect((await kindsOf(message)).map(([kind]) => kind)).toEqual(['acceptee'])
})
