import { expect, test } from 'vitest'
import { trackingToken } from '@/secrets'
import { at, day, utc } from '@/tests/support/house'
import { api, bodyOf, booked, rest, type Booked } from '@/tests/support/http'
import { messageOf } from '@/tests/support/messages'
import { count, one } from '@/tests/support/sql'
import {
  withDesk,
  owner,
  other,
  admin,
  editor,
  property,
  aWaiting,
  act,
  rowOf,
  changesOf,
} from '@/tests/support/deskHouse'

withDesk()

type Refused = { errors: { path: string; message: string }[] }
const decide = (id: number, status: string, as = owner) =>
  rest('PATCH', `/reservations/${id}`, { as, body: { status } })

const ACTIONS = [
  ['move', { startsAt: at(20, '09:00') }],
  ['extend', { hours: 2 }],
  ['answer', { channel: 'telephone', text: 'Je vous rappelle.' }],
  ['note', { text: 'Demander deux clés.' }],
  ['contact', { name: 'Awa Mabiala', phone: '06 612 34 99' }],
] as const

test.each(ACTIONS)('%s: nobody but the owner and admins', async (action, body) => {
  const { id } = await aWaiting()
  expect((await act(id, action, body, null)).status).toBe(401)
  expect((await act(id, action, body, editor)).status).toBe(403)
  expect((await act(id, action, body, other)).status).toBe(404)
  expect((await act(999_999, action, body)).status).toBe(404)
  expect(await changesOf(id)).toEqual([])
  expect((await act(id, action, body, admin)).status).toBe(200)
})

test('a waiting request moves: new dates, a row, the same promise, and the client is told', async () => {
  const { id, token } = await aWaiting()
  const before = await rowOf(id)
  const answer = await act(id, 'move', { startsAt: at(21, '10:00') })
  expect(answer.status).toBe(200)
  const after = await rowOf(id)
  expect(after.starts_at.toISOString()).toBe(utc(21, '10:00'))
  expect(after.ends_at.toISOString()).toBe(utc(21, '10:30'))
  expect(after.respond_by).toEqual(before.respond_by)
  expect(await changesOf(id)).toMatchObject([
    {
      number: '1',
      kind: 'deplacement',
      before: { startsAt: before.starts_at.toISOString(), endsAt: before.ends_at.toISOString() },
      after: { startsAt: utc(21, '10:00'), endsAt: utc(21, '10:30') },
      actor: 'proprietaire',
      actor_name: 'Jean-Bosco Makosso',
    },
  ])
  const { reservation } = bodyOf<Booked>(await api.view(token))
  expect(reservation.timeline.map(({ status, actor }) => [status, actor])).toEqual([
    ['en_attente', 'client'],
    ['en_attente', 'proprietaire'],
  ])
  expect(reservation.timeline[1]?.label).toMatch(/^Déplacée au .+ à 10 h 00$/)
  expect(reservation.messages.at(-1)?.text).toContain('La date a changé')
  expect(await count('status_history', 'reservation_id = $1', [id])).toBe(1)
})

test('a confirmed one moves with a new confirmation, and its calendar entry is a newer one', async () => {
  const { id, token } = await aWaiting()
  await decide(id, 'confirmee')
  const sequence = async () =>
    Number(/SEQUENCE:(\d+)/.exec((await api.calendar(token)).text)?.[1] ?? Number.NaN)
  expect(await sequence()).toBe(2)
  expect((await act(id, 'move', { startsAt: at(22, '11:00') })).status).toBe(200)
  expect(await sequence()).toBe(3)
  const last = await one<{ template: string; text: string }>(
    'select template, text from messages where reservation_id = $1 order by id desc limit 1',
    [id],
  )
  expect(last.template).toBe('confirmation')
  expect(last.text).toContain('11 h 00')
  expect(last.text).toContain('Auparavant')
})

test('a move to a taken slot answers 409, and the old place is still held', async () => {
  const taken = await aWaiting({ startsAt: at(23, '09:00') })
  const { id } = await aWaiting()
  const before = await rowOf(id)
  const answer = await act(id, 'move', { startsAt: taken.reservation.startsAt })
  expect(answer.status).toBe(409)
  expect(bodyOf<Refused>(answer).errors[0]?.path).toBe('startsAt')
  expect(await rowOf(id)).toEqual(before)
  expect(await changesOf(id)).toEqual([])
})

test('two moves to one slot at once: one arrives, the other keeps its place', async () => {
  const one = await aWaiting()
  const two = await aWaiting()
  const answers = await Promise.all(
    [one, two].map(({ id }) => act(id, 'move', { startsAt: at(24, '09:00') })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test.each([
  ['outside the visiting hours', { startsAt: at(25, '20:00') }, 400],
  ['into the past', { startsAt: at(-1, '09:00') }, 400],
  ['without a time', {}, 400],
  ['to a day', { startsAt: day(25) }, 400],
  ['with an end before its start', { startsAt: at(25, '09:00'), endsAt: at(25, '08:00') }, 400],
])('a request is not moved %s', async (_, body, status) => {
  const { id } = await aWaiting()
  const answer = await act(id, 'move', body)
  expect(answer.status).toBe(status)
  expect(bodyOf<Refused>(answer).errors[0]?.message).toMatch(/\S/)
})

test('a stay moves by one night although it holds the others itself', async () => {
  const { id } = await booked(property, { kind: 'sejour', startsAt: day(40), endsAt: day(43) })
  expect((await act(id, 'move', { startsAt: day(41), endsAt: day(44) })).status).toBe(200)
  expect((await rowOf(id)).starts_at.toISOString()).toBe(utc(41, '00:00'))
})

test('a cancelled one is not moved, nor held longer', async () => {
  const { id } = await aWaiting()
  await decide(id, 'annulee')
  expect((await act(id, 'move', { startsAt: at(26, '09:00') })).status).toBe(409)
  expect((await act(id, 'extend', { hours: 1 })).status).toBe(409)
})

test('a hold grows by the hours asked for, within bounds', async () => {
  const { id } = await aWaiting({ startsAt: at(27, '09:00') })
  const before = await rowOf(id)
  expect((await act(id, 'extend', { hours: 5 })).status).toBe(200)
  const after = await rowOf(id)
  expect(after.hold_until.getTime() - before.hold_until.getTime()).toBe(5 * 3_600_000)
  for (const hours of [0, 73, 1.5, '5', null])
    expect((await act(id, 'extend', { hours })).status).toBe(400)
})

test('answered by phone: the words are kept and the clock stops once', async () => {
  const { id } = await aWaiting()
  expect((await act(id, 'answer', { channel: 'pigeon', text: 'x' })).status).toBe(400)
  expect((await act(id, 'answer', { channel: 'telephone', text: ' ' })).status).toBe(400)
  const said = { channel: 'telephone', text: 'Elle viendra avec sa mère.' }
  expect((await act(id, 'answer', said)).status).toBe(200)
  const first = await rowOf(id)
  expect(first.responded_at).toBeInstanceOf(Date)
  expect(await changesOf(id)).toMatchObject([{ kind: 'reponse', after: said }])
  expect((await act(id, 'answer', { channel: 'whatsapp', text: 'Photo envoyée.' })).status).toBe(
    200,
  )
  await decide(id, 'confirmee')
  expect((await rowOf(id)).responded_at).toEqual(first.responded_at)
})

test('what was said and internal notes never reach the client', async () => {
  const { id, token } = await aWaiting()
  await act(id, 'note', { text: 'Client difficile.' })
  await act(id, 'answer', { channel: 'telephone', text: 'Mot à mot secret.' })
  const { text } = await api.view(token)
  expect(text).not.toContain('difficile')
  expect(text).not.toContain('secret')
  expect(text).toContain('Répondu par téléphone')
})

test('a corrected contact is a new record; the wrong address can open nothing any more', async () => {
  const { id, token } = await aWaiting()
  const before = await rowOf(id)
  const wrong = await act(id, 'contact', { name: '', phone: '12', email: 'x' })
  expect(wrong.status).toBe(400)
  expect(bodyOf<Refused>(wrong).errors.map(({ path }) => path)).toEqual(['name', 'phone', 'email'])
  const right = { name: 'Awa Mabiala', phone: '06 612 34 88', email: 'awa.mabiala@example.com' }
  expect((await act(id, 'contact', right)).status).toBe(200)
  const after = await rowOf(id)
  expect(after.client_id).not.toBe(before.client_id)
  expect(await changesOf(id)).toMatchObject([
    { kind: 'contact', before: { client: before.client_id }, after: { client: after.client_id } },
  ])
  expect((await api.view(token)).status).toBe(404)
  const mail = await one<{ recipient: string }>(
    'select recipient from messages where reservation_id = $1 order by id desc limit 1',
    [id],
  )
  expect(mail.recipient).toBe('awa.mabiala@example.com')
  expect((await act(id, 'contact', right)).status).toBe(400)
})

test('on the page of who has the new link, an old message shows it instead of the revoked one', async () => {
  const { id, token } = await aWaiting()
  const { reference } = await one<{ reference: string }>(
    'select reference from reservations where id = $1',
    [id],
  )
  const right = { name: 'Awa Mabiala', phone: '06 612 34 89', email: 'awa.mabiala.89@example.com' }
  expect((await act(id, 'contact', right)).status).toBe(200)
  const now = trackingToken({ reference, trackingVersion: 2 })
  const { text } = await api.view(now)
  expect(text).toContain(`/suivi/${now}`)
  // The page is where the link leads: its words announce none.
  expect(text).toContain('Désormais, nous vous joignons par les nouvelles.')
  expect(text).not.toContain(token)
  const sent = await one<{ text: string }>('select text from messages where id = $1', [
    await messageOf(id, 'accuse_reception'),
  ])
  expect(sent.text).toContain(token)
})

test('an address that a message was only resent to can open nothing either', async () => {
  const client = { name: 'Awa Mabiala', phone: '06 612 34 71' }
  const { id, token } = await aWaiting({ client })
  const message = await messageOf(id, 'accuse_reception')
  const wrong = { recipient: 'awa.mabialla@example.com' }
  const resent = await rest('POST', `/messages/${message}/resend`, { as: owner, body: wrong })
  expect(resent.status).toBe(201)
  const right = { ...client, email: 'awa.mabiala.71@example.com' }
  expect((await act(id, 'contact', right)).status).toBe(200)
  expect((await api.view(token)).status).toBe(404)
  const { tracking_version: version } = await rowOf(id)
  // Its links went to the right address alone since then: another name leaves them good.
  expect((await act(id, 'contact', { ...right, name: 'Awa Mabiala-Nkouka' })).status).toBe(200)
  expect((await rowOf(id)).tracking_version).toBe(version)
})
