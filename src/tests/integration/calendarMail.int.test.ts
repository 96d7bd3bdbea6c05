import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { ParsedMail } from 'mailparser'
import { api, rest } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { aBooking } from '@/tests/support/messages'
import { sendThrough } from '@/tests/support/outbox'
import { rows } from '@/tests/support/sql'

withMail()

/** What another program reads in a calendar. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
    summary: event.summary,
  }
}

const calendarOf = (mail: ParsedMail | undefined) =>
  mail?.attachments.find(({ filename }) => filename === 'reservation.ics')?.content.toString()

async function sendAll(id: number) {
  await rows(
    `update messages set next_attempt_at = now() where reservation_id = $1 and state = 'a_envoyer'`,
    [id],
  )
  await sendThrough(server.url)
}

test('a confirmation brings the appointment, its cancellation takes it away: one identifier, a rising sequence', async () => {
  const { id, token, client, reservation } = await aBooking([owner.id])
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  await sendAll(id)
  const [asked, confirmed] = server.mailsTo(client.email)
  expect(calendarOf(asked)).toBeUndefined()
  const invited = read(calendarOf(confirmed) ?? '')
  expect(invited).toMatchObject({
    method: 'REQUEST',
    status: 'CONFIRMED',
    uid: `${reservation.reference}@localhost`,
    startsAt: reservation.startsAt,
  })
  // The same part is offered to the calendar of the mail program, with its method (RFC 6047 2.4).
  const raw = server.received.find(({ mail }) => mail.messageId === confirmed?.messageId)?.raw
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  const fetched = read((await api.calendar(token)).text)
  expect(fetched).toEqual({ ...invited, method: 'PUBLISH' })

  await api.cancel(token)
  await sendAll(id)
  const cancelled = read(calendarOf(server.mailsTo(client.email)[2]) ?? '')
  expect(cancelled).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: invited.uid })
  expect(cancelled.sequence).toBeGreaterThan(invited.sequence)
})

test('a refused request was never in a calendar, so nothing is taken out', async () => {
  const { id, client } = await aBooking([owner.id])
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
  await sendAll(id)
  for (const mail of server.mailsTo(client.email)) expect(calendarOf(mail)).toBeUndefined()
})
