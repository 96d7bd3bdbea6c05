import { expect, test } from 'vitest'
import { inTransaction } from '@/database'
import { takeReport } from '@/messaging/bounces'
import { deliveryReport } from '@/tests/support/deliveryReport'
import { house } from '@/tests/support/house'
import { api, rest } from '@/tests/support/http'
import { findTraces } from '@/tests/support/person'
import { count, refusalCode, rows } from '@/tests/support/sql'
import { withAgency, owner } from '@/tests/support/agencyHouse'
import { erase, life, openClient } from '@/tests/support/erasureHouse'

withAgency()

test('an open reservation stands in the way, and so does a mail that is leaving', async () => {
  const { id, token, client } = await openClient()
  const refused = await erase(client)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('encore ouverte')
  expect(
    await refusalCode(`insert into erasures (client_id, why) values (${client}, 'delai')`),
  ).toBe('SC409')
  await api.cancel(token)
  await rows(
    `update messages set state = 'en_cours' where reservation_id = $1 and template = 'annulation'
       and channel = 'email' and audience = 'client'`,
    [id],
  )
  expect((await erase(client)).text).toContain('part en ce moment')
  await rows(
    `update messages set state = 'echouee' where reservation_id = $1 and state = 'en_cours'`,
    [id],
  )
  expect((await erase(client)).status).toBe(200)
  expect(
    await count('messages', `reservation_id = $1 and state in ('a_envoyer', 'echouee')`, [id]),
  ).toBe(0)
})

/** Each statement, before an erasure and after it: the guards let the erased shape alone through. */
const FORGERIES = [
  `update messages set text = 'rien', html = null where reservation_id = ID`,
  `update messages set recipient = '' where reservation_id = ID and recipient is not null`,
  `update status_history set note = 'mieux' where reservation_id = ID`,
  `update status_history set "to" = 'confirmee' where reservation_id = ID`,
  `update reservation_changes set after = '{"text":"autre"}' where reservation_id = ID`,
  `update message_events set detail = 'autre' where message_id in
     (select id from messages where reservation_id = ID)`,
  `delete from status_history where reservation_id = ID`,
  `delete from messages where reservation_id = ID`,
  `update reservations set note = 'autre' where id = ID`,
]
const ERASED_SHAPES = [
  `update messages m set (text, html, subject, calendar, last_error, recipient, recipient_name,
     author, server_answer, state, next_attempt_at, withdrawn_at) = (select e.text, e.html, e.subject, e.calendar,
     e.last_error, e.recipient, e.recipient_name, e.author, e.server_answer, e.state,
     e.next_attempt_at, e.withdrawn_at from scim_erased(m) e) where m.reservation_id = ID`,
  `update status_history h set (note, actor_name) = (select e.note, e.actor_name
     from scim_erased(h) e) where h.reservation_id = ID`,
  `update reservation_changes set before = null where reservation_id = ID and kind = 'contact'`,
]

test('without an erasure nothing of its shape is let through; with it nothing else', async () => {
  const { id, client } = await life()
  for (const statement of [...FORGERIES, ...ERASED_SHAPES])
    expect([statement, await refusalCode(statement.replaceAll('ID', String(id)))]).toEqual([
      statement,
      '23514',
    ])
  await erase(client)
  for (const statement of FORGERIES)
    expect([
      statement,
      (await refusalCode(statement.replaceAll('ID', String(id)))).replace('accepted, 0 rows', '-'),
    ]).toEqual([statement, expect.stringMatching(/^(23514|SC410|-)$/)])
  expect(await refusalCode('update erasures set at = now()')).toBe('23514')
  expect(await refusalCode('delete from erasures')).toBe('23514')
  expect(await refusalCode('truncate erasures')).toBe('23514')
})

test('nothing is added to what was erased, and staff read why', async () => {
  const { id, client } = await life()
  await erase(client)
  const noted = await rest('POST', `/reservations/${id}/note`, { as: owner, body: { text: 'Oh' } })
  expect(noted.status).toBe(409)
  expect(noted.text).toContain('ont été effacées')
  const written = await rest('POST', `/reservations/${id}/messages`, {
    as: owner,
    body: { text: 'Bonjour' },
  })
  expect(written.status).toBe(409)
  const revoked = await rest('POST', `/reservations/${id}/revoke-link`, { as: owner, body: {} })
  expect(revoked.status).toBe(409)
  expect(await refusalCode(`update clients set name = 'Revenue' where id = ${client}`)).toBe(
    'SC410',
  )
})

test('a report of a mail server that comes later leaves no trace', async () => {
  const { client, right, message, traces } = await life()
  await erase(client)
  const payload = await house()
  const known = await inTransaction(payload, {}, (req) =>
    takeReport(req, deliveryReport({ recipient: right.email, messageId: `<${message}@scim>` })),
  )
  expect(known).toBe(0)
  expect(await findTraces(traces)).toEqual([])
})

test('erasing again, or ten times at once, is erasing once', async () => {
  const { client } = await life()
  const answers = await Promise.all(Array.from({ length: 10 }, () => erase(client)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(await count('erasures', 'client_id = $1', [client])).toBe(1)
})
