import { expect, test } from 'vitest'
import { brokenInvariants } from '@/backup/invariants'
import { env } from '@/env'
import { unreachedClients } from '@/messaging/unreached'
import { referencesOf } from '@/portal/deviceSession'
import { findByContact } from '@/portal/tracking'
import { auditHistory } from '@/scripts/auditHistory'
import { forgetClients } from '@/worker/forgetClients'
import { moved } from '@/tests/support/clocks'
import { onConnection } from '@/tests/support/connection'
import { aProperty, at, freshAddress, freshPhone, house } from '@/tests/support/house'
import { api, aRequest, bodyOf, booked, rest } from '@/tests/support/http'
import { findTraces } from '@/tests/support/person'
import { count, one, rows } from '@/tests/support/sql'
import { withAgency, owner, admin, property } from '@/tests/support/agencyHouse'
import { erase, freshDay, life, openClient } from '@/tests/support/erasureHouse'

withAgency()

const KEPT = `select r.reference, r.kind, r.status, r.status_reason, r.starts_at, r.ends_at,
    r.respond_by, r.responded_at, r.answer_minutes, r.created_at, r.sla_minutes, r.source,
    (select json_agg(json_build_object('f', h."from", 't', h."to", 'a', h.actor, 'r', h.reason,
       'at', h.at, 'hash', h.hash) order by h.id) from status_history h
     where h.reservation_id = r.id) as history,
    (select json_agg(json_build_object('k', g.kind, 'a', g.actor, 'at', g.at) order by g.id)
     from reservation_changes g where g.reservation_id = r.id) as changes,
    (select json_agg(json_build_object('t', m.template, 'f', m.fingerprint, 'at', m.created_at,
       'sent', m.sent_at, 'c', m.channel) order by m.id)
     from messages m where m.reservation_id = r.id) as messages
  from reservations r where r.id = $1`

test('what named the person is in no column of any table; the rest stands as it was', async () => {
  const { id, client, traces } = await life()
  const other = await life()
  const before = await one(KEPT, [id])
  const others = await findTraces(other.traces)
  expect((await findTraces(traces)).length).toBeGreaterThan(20)

  expect((await erase(client)).status).toBe(200)

  expect(await findTraces(traces)).toEqual([])
  expect(await one(KEPT, [id])).toEqual(before)
  expect(await findTraces(other.traces)).toEqual(others)
  expect(await onConnection(env.databaseUrl, brokenInvariants)).toEqual([])
  expect((await onConnection(env.databaseUrl, auditHistory)).findings).toEqual([])
  expect(
    await one(`select by_user, why, client_id from erasures where client_id = $1`, [client]),
  ).toEqual({ by_user: admin.id, why: 'demande', client_id: client })
})

test('the person’s pages open no more, and the request key is spent', async () => {
  const { client, token, session, reference, body, right } = await life()
  const { text: first } = await api.request({ body: { ...aRequest(property), ...body } })
  expect(first).toContain(reference)
  await erase(client)
  expect((await api.view(token)).status).toBe(404)
  expect((await api.track({ body: { reference, contact: right.phone } })).status).toBe(404)
  expect(await referencesOf(session)).toEqual([])
  const people = await count('clients')
  expect((await api.request({ body: { ...aRequest(property), ...body } })).status).toBe(422)
  // Whoever is forgotten is not written down anew by a request that books nothing.
  expect(await count('clients')).toBe(people)
})

test.each(['', '06', 'personne', 'personne@example.com'])(
  'nobody finds an erased person’s reservation by the contact “%s”',
  async (contact) => {
    const { client, reference } = await life()
    await erase(client)
    expect(await findByContact({ reference, contact }, freshAddress())).toEqual({ status: 404 })
  },
)

test('a digest that spoke of the person goes with it', async () => {
  const { id, client, right, traces } = await life()
  const { digest } = await one<{ digest: number }>(
    `insert into messages (direction, channel, audience, recipient, subject, text, html, state)
     values ('sortant', 'email', 'equipe', $1, 'Résumé', $2, $2, 'a_envoyer')
     returning id as digest`,
    [owner.email, `${right.name} et quelqu’un d’autre`],
  )
  await rows(
    `update messages set gathered_in_id = $1 where reservation_id = $2 and audience = 'equipe'`,
    [digest, id],
  )
  await erase(client)
  expect(await findTraces(traces)).toEqual([])
  expect(await one('select recipient, state from messages where id = $1', [digest])).toEqual({
    recipient: owner.email,
    state: 'abandonnee',
  })
})

test('what was erased waits on no list: neither a client to call nor a message to look after', async () => {
  const { id, client } = await openClient()
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
  await rows(
    `update messages set state = 'abandonnee' where reservation_id = $1 and channel = 'email'`,
    [id],
  )
  const payload = await house()
  const listed = async () => {
    const clients = await unreachedClients({ payload, transactionID: undefined }, owner.id, 500)
    return clients.filter(({ reservation }) => reservation === id).length
  }
  const stuck = () =>
    count('messages', `reservation_id = $1 and state = 'abandonnee' and withdrawn_at is null`, [id])
  expect([await listed(), (await stuck()) > 0]).toEqual([1, true])
  expect((await erase(client)).status).toBe(200)
  expect([await listed(), await stuck()]).toEqual([0, 0])
})

test('the same person may come back, and is somebody new', async () => {
  const { client, right } = await life()
  await erase(client)
  const again = await booked(property, { client: right, startsAt: at(freshDay(), '11:00') })
  const row = await one<{ client: number }>(
    'select client_id as client from reservations where id = $1',
    [again.id],
  )
  expect(row.client).toBeGreaterThan(client)
  expect((await api.view(again.token)).status).toBe(200)
})

test('one person’s records are exported and erased together, a namesake’s are not', async () => {
  const phone = freshPhone()
  const asked = async (name: string, number: string, email: string | null) => {
    const client = { name, phone: number, ...(email ? { email } : {}) }
    const { id } = await booked(await aProperty(), { client, startsAt: at(3, '14:00') })
    await moved(id, { starts_at: '-3 days', ends_at: '-71 hours' })
    await rows(`update reservations set responded_at = now() where id = $1`, [id])
    return one<{ client: number; reference: string }>(
      'select client_id as client, reference from reservations where id = $1',
      [id],
    )
  }
  const first = await asked('Odile Mboungou', phone, null)
  const second = await asked('odile mboungou', phone, 'odile@example.com')
  const sister = await asked('Reine Mboungou', phone, null)
  const namesake = await asked('Odile Mboungou', freshPhone(), null)

  const { status, text, headers } = await rest('GET', `/clients/${first.client}/data`, {
    as: admin,
  })
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('no-store')
  const data = JSON.parse(text) as {
    records: { id: number; email: string | null }[]
    reservations: { reference: string; note: string; messages: { text: string }[] }[]
  } // as: what exportClient writes.
  expect(data.records.map(({ id }) => id)).toEqual([first.client, second.client])
  expect(data.reservations.map(({ reference }) => reference)).toEqual([
    first.reference,
    second.reference,
  ])
  expect(data.reservations[0]?.note).toBe('Je viendrai avec ma sœur.')
  expect(data.reservations[0]?.messages[0]?.text).toContain(first.reference)

  expect(bodyOf<{ erased: number[] }>(await erase(first.client)).erased).toEqual([
    first.client,
    second.client,
  ])
  expect(await count('erasures', 'client_id = any($1)', [[sister.client, namesake.client]])).toBe(0)
})

test('after the time in the settings the worker erases each client once, and never without it', async () => {
  const old = await life()
  const recent = await life()
  const { client: open } = await openClient()
  await moved(old.id, { starts_at: '-7 months', ends_at: '-7 months 1 hour' })
  await moved(old.id, { starts_at: '-8 months' })
  const payload = await house()
  const setMonths = (months: number | null) =>
    rest('POST', '/globals/settings', { as: admin, body: { retentionMonths: months } })
  expect((await setMonths(null)).status).toBe(200)
  expect(await forgetClients(payload)).toBe(0)
  expect((await setMonths(0)).status).toBe(400)
  expect((await setMonths(6)).status).toBe(200)
  // A worker that is asked to stop leaves them to the others.
  expect(await forgetClients(payload, { goOn: () => false })).toBe(0)
  const done = await Promise.all(Array.from({ length: 4 }, () => forgetClients(payload)))
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(await findTraces(old.traces)).toEqual([])
  expect(
    await rows(`select by_user, why from erasures where client_id = $1`, [old.client]),
  ).toEqual([{ by_user: null, why: 'delai' }])
  expect(await count('erasures', 'client_id = any($1)', [[recent.client, open]])).toBe(0)
  await setMonths(null)
})
