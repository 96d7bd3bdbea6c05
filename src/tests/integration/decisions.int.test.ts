import { expect, test } from 'vitest'
import type { Receipt } from '@/domain/view'
import type { Staff } from '@/tests/support/house'
import { api, bodyOf, rest, type Body } from '@/tests/support/http'
import { checksums, count, one, rows } from '@/tests/support/sql'
import { admin, aReservation, owner, withAgency } from '@/tests/support/agencyHouse'

withAgency()

const patch = (as: Staff, id: number, body: Body, headers?: Record<string, string>) =>
  rest('PATCH', `/reservations/${id}`, { as, body, headers })

const stateOf = (id: number) =>
  one(
    `select status, status_reason, status_note, decided_by_name, responded_at is not null as answered
     from reservations where id = $1`,
    [id],
  )

const message = (answer: { text: string }) =>
  (JSON.parse(answer.text) as { errors: { message: string }[] }).errors[0]?.message
// as: the shape under test.

test('an owner confirms: status, history, the answer’s time and the client’s message at once', async () => {
  const { id, token, reservation } = await aReservation()
  const answer = await patch(owner, id, { status: 'confirmee' })
  expect(answer.status).toBe(200)
  expect(await stateOf(id)).toEqual({
    status: 'confirmee',
    status_reason: null,
    status_note: null,
    decided_by_name: 'Jean-Bosco Makosso',
    answered: true,
  })
  const steps = await rows(
    `select h."from", h."to", h.actor, h.actor_name, h.reason, h.at = r.responded_at as "atTheAnswer"
     from status_history h join reservations r on r.id = h.reservation_id
     where r.id = $1 order by h.id desc limit 1`,
    [id],
  )
  expect(steps).toEqual([
    {
      from: 'en_attente',
      to: 'confirmee',
      actor: 'proprietaire',
      actor_name: 'Jean-Bosco Makosso',
      reason: null,
      atTheAnswer: true,
    },
  ])
  const { messages, ...seen } = bodyOf<Receipt>(await api.view(token)).reservation
  expect(seen).toMatchObject({ status: 'confirmee', statusLabel: 'Confirmée' })
  expect(seen.promise.state).toBe('tenue')
  expect(seen.timeline.map(({ label, actor }) => [label, actor])).toEqual([
    ['Demande enregistrée', 'client'],
    ['Confirmée', 'proprietaire'],
  ])
  expect(messages).toHaveLength(2)
  expect(messages[1]?.subject).toContain(reservation.reference)
  expect(messages[1]?.text).toMatch(/confirmée/)
})

type Ended = {
  status_reason: 'refusee' | 'annulee_gestion'
  status_note: string | null
  answered: boolean
}

test.each<[string, () => Staff, 'en_attente' | 'confirmee', Body, Ended]>([
  [
    'an owner refuses with a note',
    () => owner,
    'en_attente',
    { status: 'annulee', statusNote: '  Le bien est loué. ' },
    { status_reason: 'refusee', status_note: 'Le bien est loué.', answered: true },
  ],
  [
    'an admin refuses without a note',
    () => admin,
    'en_attente',
    { status: 'annulee' },
    { status_reason: 'refusee', status_note: null, answered: true },
  ],
  [
    'an owner cancels what was confirmed',
    () => owner,
    'confirmee',
    { status: 'annulee', statusNote: 'Dégât des eaux.' },
    { status_reason: 'annulee_gestion', status_note: 'Dégât des eaux.', answered: true },
  ],
  [
    'an admin cancels what was confirmed',
    () => admin,
    'confirmee',
    { status: 'annulee' },
    { status_reason: 'annulee_gestion', status_note: null, answered: true },
  ],
])('%s', async (_what, who, from, body, expected) => {
  const { id } = await aReservation()
  if (from === 'confirmee') await patch(owner, id, { status: 'confirmee' })
  expect((await patch(who(), id, body)).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ status: 'annulee', ...expected })
  const told = await one<{ text: string }>(
    `select text from messages where reservation_id = $1 and template = 'annulation'`,
    [id],
  )
  if (expected.status_note) expect(told.text).toContain(expected.status_note)
  const ended = { refusee: 'Annulée (refusée)', annulee_gestion: 'Annulée par l’agence' }
  expect(told.text).toContain(`Statut : ${ended[expected.status_reason]}`)
})

test('a cancellation by the client says so, with or without an answer before it', async () => {
  const [early, late] = [await aReservation(), await aReservation()]
  await patch(owner, late.id, { status: 'confirmee' })
  await api.cancel(early.token, { body: { note: 'Je ne viens plus.' } })
  await api.cancel(late.token)
  expect(await stateOf(early.id)).toEqual({
    status: 'annulee',
    status_reason: 'annulee_client',
    status_note: 'Je ne viens plus.',
    decided_by_name: 'Awa Mabiala',
    answered: false,
  })
  expect(await stateOf(late.id)).toMatchObject({ status_reason: 'annulee_client', answered: true })
})

test.each<['confirmee' | 'annulee', string]>([
  ['confirmee', 'en_attente'],
  ['annulee', 'en_attente'],
  ['annulee', 'confirmee'],
])('a reservation that is %s never becomes %s again: 409 in both languages', async (from, to) => {
  const { id } = await aReservation()
  await patch(owner, id, { status: from })
  const before = await checksums('rate_limits')
  const french = await patch(admin, id, { status: to })
  const english = await patch(admin, id, { status: to }, { 'Accept-Language': 'en' })
  expect([french.status, english.status]).toEqual([409, 409])
  const label = from === 'confirmee' ? 'confirmée' : 'annulée'
  expect(message(french)).toMatch(
    new RegExp(
      `^Cette réservation est déjà ${label} par Jean-Bosco Makosso à \\d{1,2} h \\d\\d\\.$`,
    ),
  )
  expect(message(english)).toMatch(/^This reservation is already \w+ by Jean-Bosco Makosso at /)
  expect(await checksums('rate_limits')).toEqual(before)
})

test.each(['en_attente', 'confirmee', 'annulee'])(
  'the status it already has (%s) is answered 200, nothing changes and nobody is told',
  async (status) => {
    const { id } = await aReservation()
    if (status !== 'en_attente') await patch(owner, id, { status })
    const [sum, messages] = [await stateOf(id), await count('messages')]
    const steps = await count('status_history')
    const answer = await patch(admin, id, { status, statusNote: 'Une note de plus.' })
    expect(answer.status).toBe(200)
    expect(await stateOf(id)).toEqual(sum)
    expect([await count('messages'), await count('status_history')]).toEqual([messages, steps])
  },
)

test('a screen that still shows a request does not cancel what a colleague confirmed', async () => {
  const { id } = await aReservation()
  const seen = (as: Staff, status: string) =>
    rest('PATCH', `/reservations/${id}?seen=en_attente`, { as, body: { status } })
  expect((await seen(owner, 'confirmee')).status).toBe(200)
  const refused = await seen(admin, 'annulee')
  expect(refused.status).toBe(409)
  expect(message(refused)).toMatch(
    /^Cette réservation est déjà confirmée par Jean-Bosco Makosso à \d{1,2} h \d{2}\.$/,
  )
  expect(await stateOf(id)).toMatchObject({ status: 'confirmee' })
  expect((await seen(owner, 'confirmee')).status).toBe(200)
  expect((await patch(admin, id, { status: 'annulee' })).status).toBe(200)
})

test('a screen that still shows the old date does not confirm the new one', async () => {
  const { id } = await aReservation()
  const { old } = await one<{ old: string }>(
    `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as old
     from reservations where id = $1`,
    [id],
  )
  const confirm = (seen: string) =>
    rest('PATCH', `/reservations/${id}?seen=en_attente&seenStart=${seen}`, {
      as: owner,
      body: { status: 'confirmee' },
    })
  const other = await confirm('2026-01-01T08:00:00.000Z')
  expect([other.status, message(other)]).toEqual([
    409,
    'La date a été changée entre-temps : rouvrez la demande pour voir la nouvelle.',
  ])
  expect(await stateOf(id)).toMatchObject({ status: 'en_attente' })
  expect((await confirm(old)).status).toBe(200)
})

test('an unknown status is refused with a sentence', async () => {
  const { id } = await aReservation()
  for (const status of ['perdue', '', 7, { equals: 'confirmee' }, ['confirmee']]) {
    const answer = await patch(owner, id, { status } as Body)
    expect([status, answer.status]).toEqual([status, 400])
  }
  expect(await stateOf(id)).toMatchObject({ status: 'en_attente' })
})

test('a note comes with a decision only', async () => {
  const { id } = await aReservation()
  expect((await patch(owner, id, { statusNote: 'Sans décision.' })).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ status: 'en_attente', status_note: null })
  const tooLong = await patch(owner, id, { status: 'annulee', statusNote: 'x'.repeat(501) })
  expect(tooLong.status).toBe(400)
  expect(await stateOf(id)).toMatchObject({ status: 'en_attente' })
})

test.each([5, { a: 1 }, ['Complet.'], true, 'Compl\u0000et.'])(
  'a decision whose note is %j is refused, and nothing is decided',
  async (statusNote) => {
    const { id } = await aReservation()
    expect((await patch(owner, id, { status: 'annulee', statusNote })).status).toBe(400)
    expect(await stateOf(id)).toMatchObject({ status: 'en_attente', answered: false })
  },
)
