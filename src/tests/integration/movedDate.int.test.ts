import { expect, test } from 'vitest'
import { moved, round, templatesTold } from '@/tests/support/clocks'
import { at, utc } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { nobodyListens } from '@/tests/support/mailServer'
import { aBooking, messageOf } from '@/tests/support/messages'
import { becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'
import { rows } from '@/tests/support/sql'

/** After a move only the new date is true: in the mail that still waits, and for the reminder. */

withMail()

const move = (id: number, startsAt: string) =>
  rest('POST', `/reservations/${id}/move`, { as: owner, body: { startsAt } })

async function aConfirmed() {
  const booking = await aBooking([owner.id], { startsAt: at(3, '09:00') })
  const body = { status: 'confirmee' }
  await rest('PATCH', `/reservations/${booking.id}`, { as: owner, body })
  return booking
}

/** Its first attempt meets a server that is away. */
async function failsOnce(message: number) {
  await becomesDue(message)
  await sendThrough(await nobodyListens())
  expect(await outgoing(message)).toMatchObject({ state: 'echouee', attempts: 1 })
}

const reminded = async (id: number) =>
  (await templatesTold(id)).filter((key) => key === 'rappel_visite').length

test('who was reminded of a date that moved is reminded of the new one, once', async () => {
  const { id } = await aConfirmed()
  await round(new Date(utc(2, '09:00')))
  expect(await reminded(id)).toBe(1)
  expect((await move(id, at(9, '10:00'))).status).toBe(200)
  await round(new Date(utc(7, '18:00')))
  expect(await reminded(id)).toBe(1)
  await round(new Date(utc(8, '09:00')))
  await round(new Date(utc(8, '18:00')))
  expect(await reminded(id)).toBe(2)
})

test('a confirmation that is tried again after a move no longer names the old date', async () => {
  const { id, client } = await aConfirmed()
  const old = await messageOf(id, 'confirmation')
  await failsOnce(old)
  await move(id, at(9, '10:00'))
  await becomesDue(old)
  await sendThrough(server.url)
  expect(await outgoing(old)).toMatchObject({
    state: 'abandonnee',
    last_error: 'Retiré avant l’envoi : la date a changé depuis',
  })
  const texts = server.mailsTo(client.email).map(({ text }) => text ?? '')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('10 h 00')
})

test('a reminder of the old date is withdrawn too', async () => {
  const { id, client } = await aConfirmed()
  await moved(id, { starts_at: '20 hours', ends_at: '21 hours' })
  await round()
  const reminder = await messageOf(id, 'rappel_visite')
  await failsOnce(reminder)
  await move(id, at(9, '10:00'))
  await becomesDue(reminder)
  await sendThrough(server.url)
  expect(await outgoing(reminder)).toMatchObject({ state: 'abandonnee' })
  expect(server.mailsTo(client.email).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/confirm/i),
  ])
})

test('a confirmation of an old date is not sent once more by hand', async () => {
  const { id } = await aConfirmed()
  const old = await messageOf(id, 'confirmation')
  await becomesDue(old)
  await sendThrough(server.url)
  await move(id, at(9, '10:00'))
  const again = await rest('POST', `/messages/${old}/resend`, { as: owner, body: {} })
  expect(again.status).toBe(409)
  const now = await messageOf(id, 'confirmation')
  await becomesDue(now)
  await sendThrough(server.url)
  const other = { recipient: 'awa.mabiala@example.org' }
  expect((await rest('POST', `/messages/${now}/resend`, { as: owner, body: other })).status).toBe(
    201,
  )
})

test('moved to a time so near that the confirmation has just named it, it is not recalled', async () => {
  const { id } = await aConfirmed()
  // As if staff had moved it two hours before it begins.
  await rows(
    `insert into reservation_changes (reservation_id, number, kind, before, after, actor, at)
     values ($1, 1, 'deplacement', '{}', '{}', 'admin', $2)`,
    [id, utc(3, '07:00')],
  )
  await round(new Date(utc(3, '07:30')))
  expect(await reminded(id)).toBe(0)
})
