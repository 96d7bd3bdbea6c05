import { expect, test } from 'vitest'
import { aProperty, house } from '@/tests/support/house'
import { api, bodyOf, booked, rest } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { nobodyListens } from '@/tests/support/mailServer'
import { aBooking, kindsOf, messageOf } from '@/tests/support/messages'
import { becomesDue, outgoing, postponeAll, sendThrough } from '@/tests/support/outbox'
import { checksums, count, one, refusalCode, rows } from '@/tests/support/sql'

withMail()

const confirm = (id: number) =>
  rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })

test('the ledger keeps every attempt with its answer, by whom and when', async () => {
  const { id } = await aBooking([owner.id])
  const message = await messageOf(id, 'accuse_reception')
  await becomesDue(message)
  await sendThrough(await nobodyListens())
  server.behave('450 at the recipient')
  await becomesDue(message)
  await sendThrough(server.url)
  server.behave('taken, then closed')
  await becomesDue(message)
  await sendThrough(server.url)
  server.behave('accept')
  await becomesDue(message)
  await sendThrough(server.url)
  const entries = await kindsOf(message)
  expect(entries.map(([kind, attempt]) => [kind, attempt])).toEqual([
    ['injoignable', 1],
    ['differee', 2],
    ['inconnue', 3],
    ['acceptee', 4],
  ])
  expect(entries[1]?.[2]).toContain('450 mailbox busy')
  expect(entries[3]?.[2]).toMatch(/^250/)
  const said = await rows<{ said_by: string }>(
    'select distinct said_by from message_events where message_id = $1',
    [message],
  )
  expect(said).toEqual([{ said_by: '127.0.0.1' }])
})

test('nobody rewrites, deletes or empties the ledger, and nothing is accepted without a 250', async () => {
  expect(await count('message_events')).toBeGreaterThan(0)
  expect(await refusalCode(`update message_events set detail = '250 ok'`)).toBe('23514')
  expect(await refusalCode('delete from message_events')).toBe('23514')
  expect(await refusalCode('truncate message_events')).toBe('23514')
  for (const detail of [`'251 perhaps'`, 'null']) {
    const insert = `insert into message_events (message_id, kind, detail)
      select id, 'acceptee', ${detail} from messages limit 1`
    expect(await refusalCode(insert)).toBe('23514')
  }
})

test('a claim that its worker left behind is noted as interrupted', async () => {
  const { id } = await aBooking([owner.id])
  const message = await messageOf(id, 'accuse_reception')
  await becomesDue(message)
  const { claim } = await import('@/messaging/outbox')
  await claim(await house(), 'nouveaux')
  await rows(`update messages set lease_until = now() where id = $1`, [message])
  await sendThrough(server.url)
  expect((await kindsOf(message)).map(([kind, attempt]) => [kind, attempt])).toEqual([
    ['interrompue', 1],
    ['acceptee', 2],
  ])
})

test('opening the link writes nothing; an act on the page says that its messages were put there', async () => {
  const { id, token } = await aBooking([owner.id])
  const message = await messageOf(id, 'accuse_reception')
  const before = await checksums()
  await api.view(token)
  expect(await checksums()).toEqual(before)
  const opened = () =>
    one<{ opened: boolean }>('select opened_at is not null as opened from messages where id = $1', [
      message,
    ])
  expect(await opened()).toEqual({ opened: false })
  await api.write(token, { body: { text: 'Puis-je venir avec ma mère ?' } })
  expect(await opened()).toEqual({ opened: true })
  expect(await kindsOf(message)).toEqual([['ouverte', null, null]])
  await api.cancel(token)
  expect(await kindsOf(message)).toEqual([['ouverte', null, null]])
  // The cancellation was written by that very act: it has not been before anybody yet.
  expect(await kindsOf(await messageOf(id, 'annulation'))).toEqual([])
})

test('a reminder is withdrawn after the answer: nothing is sent, no attempt is counted', async () => {
  const { id } = await aBooking([owner.id])
  const { queueNotices } = await import('@/messaging/queueNotices')
  const { inTransaction } = await import('@/database')
  const payload = await house()
  await inTransaction(payload, {}, async (req) => {
    const reservation = await payload.findByID({ collection: 'reservations', id, depth: 0, req })
    await queueNotices(req, 'delai_proche', reservation, new Date())
  })
  await confirm(id)
  await postponeAll()
  const reminder = await messageOf(id, 'rappel_delai')
  await becomesDue(reminder)
  const before = server.received.length
  await sendThrough(server.url)
  expect(server.received).toHaveLength(before)
  expect(await outgoing(reminder)).toMatchObject({ state: 'abandonnee', attempts: 0, sent: false })
  expect(await kindsOf(reminder)).toEqual([['retiree', null, 'confirmee']])
})

test('a confirmation that could not be sent is withdrawn when the reservation is cancelled', async () => {
  const { id, token } = await aBooking([owner.id])
  await confirm(id)
  await postponeAll()
  const confirmation = await messageOf(id, 'confirmation')
  server.behave('450 at the recipient')
  await becomesDue(confirmation)
  await sendThrough(server.url)
  await api.cancel(token)
  await postponeAll()
  server.behave('accept')
  await becomesDue(confirmation)
  await becomesDue(await messageOf(id, 'annulation'))
  await sendThrough(server.url)
  expect(await outgoing(confirmation)).toMatchObject({ state: 'abandonnee', attempts: 1 })
  expect(await outgoing(await messageOf(id, 'annulation'))).toMatchObject({ state: 'envoyee' })
  // What was withdrawn does not stand on the page either: it would contradict the rest.
  const view = bodyOf<{ messages: { subject: string }[] }>(await api.view(token))
  expect(JSON.stringify(view)).not.toContain('est confirmée')
})

test('what one reader is told about one reservation arrives in the order of its events', async () => {
  const { id, client, token } = await aBooking([owner.id])
  await confirm(id)
  await api.cancel(token)
  await rows(`update messages set next_attempt_at = now() where reservation_id = $1`, [id])
  await sendThrough(server.url)
  const arrived = server.received.filter(({ to }) => to.includes(client.email))
  const subjects = arrived.map(({ mail }) => mail.subject?.replace(/RSV-\S+/, 'R'))
  expect(subjects).toEqual([
    'Votre demande R est bien enregistrée',
    'Votre réservation R est confirmée',
    'Votre demande R est annulée',
  ])
})

test('neither a backlog of retries nor a rush of news starves the other', async () => {
  const { claim } = await import('@/messaging/outbox')
  const payload = await house()
  const old = await messageOf((await aBooking([owner.id])).id, 'accuse_reception')
  await rows(`update messages set state = 'echouee', attempts = 1 where id = $1`, [old])
  const fresh = await messageOf((await aBooking([owner.id])).id, 'accuse_reception')
  const newest = await messageOf((await aBooking([owner.id])).id, 'accuse_reception')
  // Whole seconds apart: the column keeps milliseconds, and two updates can fall into one.
  for (const [id, secondsAgo] of [
    [old, 3],
    [fresh, 2],
    [newest, 1],
  ] as const)
    await becomesDue(id, secondsAgo)
  const taken = [
    await claim(payload, 'nouveaux'),
    await claim(payload, 'reprises'),
    await claim(payload, 'nouveaux'),
  ]
  expect(taken.map((one) => one?.id)).toEqual([newest, old, fresh])
})

test('an owner who is owner twice over hears once of an event', async () => {
  const property = await aProperty({ owners: [owner.id] })
  await rows(
    `insert into properties_rels ("order", parent_id, path, users_id) values (2, $1, 'owners', $2)`,
    [property.id, owner.id],
  )
  const { id } = await booked(property)
  expect(
    await count('messages', `reservation_id = $1 and template = 'nouvelle_demande'`, [id]),
  ).toBe(1)
})
