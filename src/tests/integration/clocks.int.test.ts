import { expect, test } from 'vitest'
import { inTransaction } from '@/database'
import { lockReservation } from '@/rowLocks'
import { moved, round, templatesTold, told } from '@/tests/support/clocks'
import { at, house, utc } from '@/tests/support/house'
import { bodyOf, booked, rest } from '@/tests/support/http'
import { owner, property, reservation, withRequest } from '@/tests/support/requestHouse'
import { count, one, rows } from '@/tests/support/sql'

withRequest()

const decide = (status: string) =>
  rest('PATCH', `/reservations/${reservation.id}`, { as: owner, body: { status } })

const row = () =>
  one<{ status: string; reason: string | null; answered: Date | null }>(
    `select status, status_reason as reason, responded_at as answered
     from reservations where id = $1`,
    [reservation.id],
  )

test('nothing is due for a request just made', async () => {
  await round()
  expect(await templatesTold(reservation.id)).toEqual([])
})

test('owners are reminded once when a third of the delay is left', async () => {
  await moved(reservation.id, { respond_by: '11 minutes' })
  await round()
  expect(await templatesTold(reservation.id)).toEqual([])
  await moved(reservation.id, { respond_by: '9 minutes' })
  await round()
  await round()
  const messages = await told(reservation.id)
  expect(messages.map(({ template, recipient }) => [template, recipient])).toEqual([
    ['rappel_delai', owner.email],
  ])
})

test('when the time has passed the client is told first, then the reference admin, each once', async () => {
  await moved(reservation.id, { respond_by: '-1 second' })
  await round()
  await round()
  const messages = await told(reservation.id)
  expect(messages.map(({ template, recipient }) => [template, recipient])).toEqual([
    ['retard_client', 'awa@example.com'],
    ['escalade', 'contact@scim.example'],
  ])
})

test('nobody is reminded of a time that has passed already', async () => {
  await moved(reservation.id, { respond_by: '-5 minutes' })
  await round()
  expect(await templatesTold(reservation.id)).not.toContain('rappel_delai')
})

test('without an answer it expires: place given back, both sides told, nothing confirmed', async () => {
  await moved(reservation.id, { respond_by: '-23 hours', hold_until: '-1 second' })
  await round()
  await round()
  expect(await row()).toEqual({ status: 'annulee', reason: 'expiree', answered: null })
  const messages = await told(reservation.id)
  expect(messages.map(({ template, recipient }) => [template, recipient])).toEqual([
    ['expiration', 'awa@example.com'],
    ['expiration', owner.email],
  ])
  const steps = await rows(
    `select "from", "to", actor, reason from status_history where reservation_id = $1 order by id`,
    [reservation.id],
  )
  expect(steps).toEqual([
    { from: null, to: 'en_attente', actor: 'client', reason: null },
    { from: 'en_attente', to: 'annulee', actor: 'systeme', reason: 'expiree' },
  ])
  await booked(property, { startsAt: at(3, '09:00') })
})

test.each(['confirmee', 'annulee'])('a decision (%s) one second before wins', async (status) => {
  await moved(reservation.id, { respond_by: '1 second', hold_until: '1 second' })
  expect((await decide(status)).status).toBe(200)
  await moved(reservation.id, { respond_by: '-1 second', hold_until: '-1 second' })
  await round()
  expect((await row()).status).toBe(status)
  const automatic = ['rappel_delai', 'retard_client', 'escalade', 'expiration']
  const said = await templatesTold(reservation.id)
  expect(said.filter((key) => automatic.includes(key))).toEqual([])
})

test('an answer recorded by a person stops the clock, and the place stays held', async () => {
  await rows(`update reservations set responded_at = now() where id = $1`, [reservation.id])
  await moved(reservation.id, { respond_by: '-1 hour', hold_until: '-1 second' })
  await round()
  expect((await row()).status).toBe('en_attente')
  expect(await templatesTold(reservation.id)).toEqual([])
})

test('a decision in progress is not overtaken: the clock waits for the next round', async () => {
  await moved(reservation.id, { hold_until: '-1 second' })
  await inTransaction(await house(), {}, async (req) => {
    await lockReservation(req, reservation.id)
    await round()
    expect((await row()).status).toBe('en_attente')
  })
  await round()
  expect((await row()).status).toBe('annulee')
})

test('a decision that comes after the end is refused with a sentence', async () => {
  await moved(reservation.id, { hold_until: '-1 second' })
  await round()
  const answer = await decide('confirmee')
  expect(answer.status).toBe(409)
  const { errors } = bodyOf<{ errors: { message: string }[] }>(answer)
  expect(errors[0]?.message).toMatch(/déjà annulée/)
})

test('eight workers at once do each thing once', async () => {
  const others = await Promise.all(
    ['10:00', '10:30', '11:00', '11:30'].map((time) => booked(property, { startsAt: at(3, time) })),
  )
  const all = [reservation, ...others].map(({ id }) => id)
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = all
  await moved(first, { respond_by: '5 minutes' })
  await moved(second, { respond_by: '-1 second' })
  await moved(third, { hold_until: '-1 second' })
  await moved(fourth, { respond_by: '-1 second' })
  await moved(fifth, { hold_until: '-1 second' })
  await Promise.all(Array.from({ length: 8 }, () => round()))
  await round()
  const sums = await rows(
    `select template, count(*)::int as count from messages where reservation_id = any($1)
       and template not in ('accuse_reception', 'nouvelle_demande') group by 1 order by 1`,
    [all],
  )
  expect(sums).toEqual([
    { template: 'escalade', count: 2 },
    { template: 'expiration', count: 4 },
    { template: 'rappel_delai', count: 1 },
    { template: 'retard_client', count: 2 },
  ])
})

test('the day before, the client of a confirmed visit is reminded once, with place and way out', async () => {
  await decide('confirmee')
  await round(new Date(utc(2, '07:59')))
  expect(await templatesTold(reservation.id)).toEqual(['confirmation'])
  await round(new Date(utc(2, '09:00')))
  await round(new Date(utc(2, '18:00')))
  const messages = await told(reservation.id)
  expect(messages.map(({ template }) => template)).toEqual(['confirmation', 'rappel_visite'])
  const text = messages[1]?.text ?? ''
  expect(text).toContain('12, rue Mbochi')
  expect(text).toContain('9 h 00')
  expect(text).toContain(reservation.trackingUrl)
  expect(text).toContain('contact@scim.example')
})

test('a confirmed visit that was cancelled is not recalled', async () => {
  await decide('confirmee')
  await decide('annulee')
  await round(new Date(utc(2, '09:00')))
  expect(await templatesTold(reservation.id)).not.toContain('rappel_visite')
})

test('what was done stays done, whoever writes', async () => {
  await moved(reservation.id, { respond_by: '-1 second' })
  await round()
  await expect(
    rows('update reservations set late_told_at = null where id = $1', [reservation.id]),
  ).rejects.toThrow(/not undone/)
})

test('a reservation that cannot be dealt with keeps no other one waiting', async () => {
  const other = await booked(property, { startsAt: at(3, '10:00') })
  await moved(reservation.id, { respond_by: '-2 seconds' })
  await moved(other.id, { respond_by: '-1 second' })
  await rows(`
    create function refuse_one() returns trigger language plpgsql as $body$
    begin raise exception 'no'; end $body$;
    create trigger refuse_one before insert on messages for each row
      when (new.reservation_id = ${reservation.id}) execute function refuse_one()`)
  await round()
  await rows('drop trigger refuse_one on messages; drop function refuse_one()')
  expect(await templatesTold(reservation.id)).toEqual([])
  expect(await templatesTold(other.id)).toEqual(['retard_client', 'escalade'])
  await round()
  expect(await templatesTold(reservation.id)).toEqual(['retard_client', 'escalade'])
})

test('how long an answer took is frozen with it, in working minutes', async () => {
  await decide('confirmee')
  const { minutes } = await one<{ minutes: number }>(
    'select answer_minutes::float as minutes from reservations where id = $1',
    [reservation.id],
  )
  expect(minutes).toBeGreaterThan(0)
  expect(minutes).toBeLessThan(1)
  expect(await count('reservations', `status = 'en_attente' and answer_minutes is not null`)).toBe(
    0,
  )
})
