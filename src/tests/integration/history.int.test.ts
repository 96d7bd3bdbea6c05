import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/env'
import { auditHistory } from '@/scripts/auditHistory'
import { moved, round, told } from '@/tests/support/clocks'
import { onConnection } from '@/tests/support/connection'
import { at } from '@/tests/support/house'
import { api, booked, rest } from '@/tests/support/http'
import { owner, property, reservation, withRequest } from '@/tests/support/requestHouse'
import { one, rows } from '@/tests/support/sql'

withRequest()

/** A reservation that was asked for, confirmed, and cancelled by its client. */
beforeEach(async () => {
  await rest('PATCH', `/reservations/${reservation.id}`, {
    as: owner,
    body: { status: 'confirmee' },
  })
  await api.cancel(reservation.token)
})

async function findings(): Promise<string[]> {
  const audit = await onConnection(env.databaseUrl, auditHistory)
  return audit.findings.filter((line) => line.startsWith(reservation.reservation.reference))
}

const steps = () =>
  rows<{ id: number; previous: string | null; hash: string; at: Date }>(
    `select id, previous_hash as previous, hash, at from status_history
     where reservation_id = $1 order by id`,
    [reservation.id],
  )

async function stepIds(): Promise<[number, number, number]> {
  const [first, second, third] = await steps()
  if (!first || !second || !third) throw new Error('not three steps')
  return [first.id, second.id, third.id]
}

/** Runs SQL with every guard switched off, as the owner of the database can. */
const tampered = (statement: string) =>
  rows(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  )

test('each step carries the hash of the one before, computed by the database as documented', async () => {
  const [first, second, third] = await steps()
  const text = [
    'scim-history-1',
    reservation.reservation.reference,
    '',
    'en_attente',
    'client',
    '',
    first?.at.toISOString(),
    '',
  ].join('\n')
  expect(first?.hash).toBe(createHash('sha256').update(text).digest('hex'))
  expect([first?.previous, second?.previous, third?.previous]).toEqual([
    null,
    first?.hash,
    second?.hash,
  ])
})

test('the fingerprint stands in every message, in text and HTML, and with its row', async () => {
  const [, , last] = await steps()
  const shown = (last?.hash ?? '')
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
  const messages = await told(reservation.id)
  const cancelled = messages.filter(({ template }) => template.startsWith('annulation'))
  expect(cancelled).toHaveLength(2)
  for (const { text, html } of cancelled) {
    expect(text).toContain(`Empreinte de l’historique : ${shown}`)
    expect(html).toContain(shown)
  }
  const { without } = await one<{ without: number }>(
    `select count(*)::int as without from messages
     where reservation_id = $1 and direction = 'sortant' and fingerprint is null`,
    [reservation.id],
  )
  expect(without).toBe(0)
})

test('an untouched history is whole, with reminders and conversation in it', async () => {
  await api.write(reservation.token, { body: { text: 'Une autre fois, peut-être ?' } })
  const late = await booked(property, { startsAt: at(6, '09:00') })
  await moved(late.id, { respond_by: '-1 second' })
  await round()
  await moved(late.id, { hold_until: '-1 second' })
  await round()
  expect((await onConnection(env.databaseUrl, auditHistory)).findings).toEqual([])
})

describe('with all guards switched off, it is found', () => {
  test.each<[string, (ids: [number, number, number]) => string, RegExp]>([
    [
      'an edited actor',
      ([, second]) => `update status_history set actor = 'admin' where id = ${second}`,
      /step \d+ was edited/,
    ],
    [
      'an edited time',
      ([, second]) =>
        `update status_history set at = at - interval '5 minutes' where id = ${second}`,
      /step \d+ was edited/,
    ],
    [
      'a deleted step',
      ([, second]) => `delete from status_history where id = ${second}`,
      /a step was deleted, inserted or moved/,
    ],
    [
      'an inserted step',
      ([first]) => `insert into status_history (reservation_id, "from", "to", actor, at)
        select reservation_id, 'annulee', 'confirmee', 'admin', now()
        from status_history where id = ${first}`,
      /stands in no message/,
    ],
    [
      'two steps that changed places',
      ([, second, third]) => `update status_history set id = -1 where id = ${second};
        update status_history set id = ${second} where id = ${third};
        update status_history set id = ${third} where id = -1`,
      /a step was deleted, inserted or moved/,
    ],
    [
      'a cut end',
      ([, , third]) => `delete from status_history where id = ${third};
        update reservations set status = 'confirmee' where id = ${reservation.id}`,
      /the history was rewritten or cut/,
    ],
    [
      'a whole history that is gone',
      (ids) => `delete from status_history where id in (${ids.join(', ')})`,
      /its whole history is missing/,
    ],
    [
      'a chain sealed anew',
      ([, second, third]) => `update status_history set actor = 'admin' where id = ${second};
        update status_history h set hash = scim_seal(h.reservation_id, h.previous_hash, h)
        where id = ${second};
        update status_history set previous_hash =
          (select hash from status_history where id = ${second}) where id = ${third};
        update status_history h set hash = scim_seal(h.reservation_id, h.previous_hash, h)
        where id = ${third}`,
      /bears fingerprint .* rewritten or cut/,
    ],
    [
      'a fingerprint exchanged in a message',
      () => `update messages set fingerprint = '0000-0000-0000'
        where reservation_id = ${reservation.id}`,
      /does not say the fingerprint/,
    ],
  ])('%s', async (_, statement, finding) => {
    expect(await findings()).toEqual([])
    await tampered(statement(await stepIds()))
    expect((await findings()).join('\n')).toMatch(finding)
  })
})

test('erasing a name and a note breaks nothing', async () => {
  await tampered(
    `update status_history set actor_name = null, note = null where reservation_id = ${reservation.id}`,
  )
  expect(await findings()).toEqual([])
})

test('a step that brings a hash which does not fit is refused', async () => {
  await expect(
    rows(
      `insert into status_history (reservation_id, "from", "to", actor, at, hash)
       values ($1, 'annulee', 'annulee', 'admin', now(), 'abc')`,
      [reservation.id],
    ),
  ).rejects.toThrow(/does not fit/)
})

test('twenty writers at once do not fork the chain', async () => {
  await Promise.all(
    Array.from({ length: 20 }, () =>
      rows(
        `insert into status_history (reservation_id, "from", "to", actor, at)
         values ($1, 'annulee', 'annulee', 'systeme', now())`,
        [reservation.id],
      ),
    ),
  )
  const chain = await steps()
  expect(chain).toHaveLength(23)
  expect(chain.map(({ previous }) => previous)).toEqual([
    null,
    ...chain.slice(0, -1).map(({ hash }) => hash),
  ])
})
