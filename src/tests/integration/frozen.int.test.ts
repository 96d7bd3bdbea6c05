import { beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, at, utc, type Staff } from '@/tests/support/house'
import { booked, rest, type Body, type Booked } from '@/tests/support/http'
import { checksums, one, refusalCode, rows } from '@/tests/support/sql'

/** What was asked, promised and said is never rewritten, by anybody and by any way. */

let admin: Staff
let owner: Staff
let other: Staff
let mine: Booked
let otherProperty: number

beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  mine = await booked(await aProperty({ owners: [owner.id] }))
  otherProperty = (await aProperty({ owners: [other.id] })).id
})

const CHECK_VIOLATION = '23514'

test.each<[string, unknown]>([
  ['reference', 'RSV-0000-0000'],
  ['requestKey', 'another-key'],
  ['kind', 'achat'],
  ['startsAt', utc(9, '09:00')],
  ['endsAt', utc(9, '10:00')],
  ['note', 'Autre chose.'],
  ['locale', 'en'],
  ['source', 'telephone'],
  ['respondBy', '2030-01-01T00:00:00.000Z'],
  ['respondedAt', '2020-01-01T00:00:00.000Z'],
  ['holdUntil', '2030-01-01T00:00:00.000Z'],
  ['awaitingUntil', '2030-01-01T00:00:00.000Z'],
  ['slaMinutes', 1],
  ['createdAt', '2020-01-01T00:00:00.000Z'],
  ['statusReason', 'expiree'],
  ['decidedByName', 'Personne'],
  ['trackingHash', 'x'],
  ['trackingVersion', 2],
  ['client', 1],
  ['clientName', 'Un autre'],
  ['history', []],
  ['messages', []],
  ['id', 77],
])('PATCH cannot change %s, not even for an admin', async (field, value) => {
  for (const as of [admin, owner]) {
    // With the time of its last save: nothing was changed, so nothing was saved.
    const row = () => one('select * from reservations where id = $1', [mine.id])
    const before = await row()
    const answer = await rest('PATCH', `/reservations/${mine.id}`, { as, body: { [field]: value } })
    expect([as.role, answer.status < 500]).toEqual([as.role, true])
    expect(await row()).toEqual(before)
  }
})

test('PATCH cannot move a reservation to another property', async () => {
  await rest('PATCH', `/reservations/${mine.id}`, { as: owner, body: { property: otherProperty } })
  const row = await one('select property_id from reservations where id = $1', [mine.id])
  expect(row.property_id).not.toBe(otherProperty)
})

test('a decision carries no other change with it', async () => {
  const { id } = await booked(await aProperty({ owners: [owner.id] }), { startsAt: at(4, '09:00') })
  const before = await one<Body>('select * from reservations where id = $1', [id])
  const answer = await rest('PATCH', `/reservations/${id}`, {
    as: owner,
    body: {
      status: 'confirmee',
      reference: 'RSV-0000-0000',
      respondBy: '2030-01-01T00:00:00.000Z',
      respondedAt: '2020-01-01T00:00:00.000Z',
      startsAt: utc(9, '09:00'),
    },
  })
  expect(answer.status).toBe(200)
  const after = await one<Body>('select * from reservations where id = $1', [id])
  const changed = Object.keys(after).filter(
    (column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]),
  )
  expect(changed.sort()).toEqual([
    'answer_minutes',
    'awaiting_until',
    'decided_by_name',
    'responded_at',
    'status',
    'updated_at',
  ])
  expect(Math.abs(Date.parse(String(after.responded_at)) - Date.now())).toBeLessThan(60_000)
})

test('a decision that also rewrites the time of the request is refused whole', async () => {
  const before = await one('select * from reservations where id = $1', [mine.id])
  const answer = await rest('PATCH', `/reservations/${mine.id}`, {
    as: admin,
    body: { status: 'annulee', createdAt: '2020-01-01T00:00:00.000Z' },
  })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Ce changement est refusé : l’historique ne se réécrit pas.')
  expect(await one('select * from reservations where id = $1', [mine.id])).toEqual(before)
})

test.each([
  ['status-history', 'status_history'],
  ['messages', 'messages'],
  ['clients', 'clients'],
])('%s are neither written, changed nor deleted over REST', async (slug, table) => {
  const before = await checksums('rate_limits')
  const [row] = await rows<{ id: number }>(`select id from ${table} order by id limit 1`)
  for (const as of [admin, owner]) {
    const answers = [
      await rest('POST', `/${slug}`, { as, body: { text: 'x' } }),
      await rest('PATCH', `/${slug}/${row?.id}`, { as, body: { text: 'x', name: 'x' } }),
      await rest('PATCH', `/${slug}?where[id][exists]=true`, { as, body: { text: 'x' } }),
      await rest('DELETE', `/${slug}/${row?.id}`, { as }),
      await rest('DELETE', `/${slug}?where[id][exists]=true`, { as }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  }
  expect(await checksums('rate_limits')).toEqual(before)
})

test.each([
  ['rewriting history', `update status_history set actor_name = 'x'`],
  [
    'rewriting one step',
    `update status_history set "at" = now() where id = (select min(id) from status_history)`,
  ],
  ['deleting history', 'delete from status_history'],
  ['emptying history', 'truncate status_history cascade'],
  ['deleting messages', 'delete from messages'],
  ['emptying messages', 'truncate messages cascade'],
  ['rewriting a text', `update messages set text = 'x'`],
  ['rewriting HTML', `update messages set html = 'x'`],
  ['rewriting a subject', `update messages set subject = 'x'`],
  ['another recipient', `update messages set recipient = 'x@example.com'`],
  ['another name of the recipient', `update messages set recipient_name = 'x'`],
  ['another template version', `update messages set template_version = '99'`],
  ['another time of a message', `update messages set created_at = now() - interval '1 day'`],
  ['another reservation for a message', 'update messages set reservation_id = null'],
  ['deleting reservations', 'delete from reservations'],
  ['emptying reservations', 'truncate reservations cascade'],
  ['another reference', `update reservations set reference = 'RSV-0000-0000'`],
  ['another key', `update reservations set request_key = 'x'`],
  ['a later promise', `update reservations set respond_by = respond_by + interval '1 day'`],
  ['another delay', 'update reservations set sla_minutes = 1'],
  ['another time of the request', `update reservations set created_at = now() - interval '1 day'`],
  ['another start', `update reservations set starts_at = starts_at - interval '1 minute'`],
  ['another end', `update reservations set ends_at = ends_at + interval '1 minute'`],
  ['other words of the client', `update reservations set note = 'x'`],
  ['another kind', `update reservations set kind = 'achat'`],
  [
    'a status that does not exist between',
    `update reservations set status = 'en_attente' where status = 'confirmee'`,
  ],
  [
    'another answer time',
    `update reservations set responded_at = now() where responded_at is not null`,
  ],
])('plain SQL is refused: %s', async (_what, statement) => {
  const before = await checksums()
  expect(await refusalCode(statement)).toBe(CHECK_VIOLATION)
  expect(await checksums()).toEqual(before)
})

test.each([
  ['sent, without a server’s answer', `state = 'envoyee', sent_at = now()`],
  ['sent, with a refusal', `state = 'envoyee', sent_at = now(), server_answer = '550 no'`],
  [
    'sent, without having been taken up',
    `state = 'envoyee', sent_at = now(), server_answer = '250 ok'`,
  ],
  ['published, though it is a mail', `state = 'publiee'`],
])('a mail is not marked as %s', async (_what, change) => {
  const statement = `update messages set ${change} where channel = 'email'`
  expect(await refusalCode(statement)).toBe(CHECK_VIOLATION)
})

test('control: a mail that was taken up and answered 250 is marked as sent, once and for all', async () => {
  const { id } = await one<{ id: number }>(
    `select id from messages where reservation_id = $1 and template = 'accuse_reception'`,
    [mine.id],
  )
  const set = (change: string) => refusalCode(`update messages set ${change} where id = $1`, [id])
  expect(await set(`state = 'en_cours'`)).toBe('accepted, 1 rows')
  expect(await set(`state = 'envoyee', sent_at = now()`)).toBe(CHECK_VIOLATION)
  expect(await set(`state = 'envoyee', server_answer = '250 OK'`)).toBe(CHECK_VIOLATION)
  expect(await set(`state = 'envoyee', sent_at = now(), server_answer = '250 OK'`)).toBe(
    'accepted, 1 rows',
  )
  expect(await set(`state = 'a_envoyer'`)).toBe(CHECK_VIOLATION)
  expect(await set(`state = 'echouee'`)).toBe(CHECK_VIOLATION)
})
