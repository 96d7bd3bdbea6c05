import { expect, test } from 'vitest'
import { aProperty, aUser, house } from '@/tests/support/house'
import { api, booked } from '@/tests/support/http'
import { server, withMail } from '@/tests/support/mailHouse'
import { nobodyListens } from '@/tests/support/mailServer'
import { kindsOf } from '@/tests/support/messages'
import { outgoing, sendThrough } from '@/tests/support/outbox'
import { one, rows } from '@/tests/support/sql'

withMail()

async function aQuietOwner() {
  const owner = await aUser('proprietaire', 'Jean-Bosco Makosso')
  const payload = await house()
  await payload.update({
    collection: 'users',
    id: owner.id,
    overrideAccess: true,
    data: { pace: 'heure' },
  })
  return owner
}

type Row = { id: number; wait: number; digest: boolean }
const waitingFor = (email: string) =>
  rows<Row>(
    `select id, digest, extract(epoch from next_attempt_at - now())::int as wait from messages
     where recipient = $1 and reservation_id is not null order by id`,
    [email],
  )

/** The hour strikes for this reader. */
const strikes = (email: string) =>
  rows(`update messages set next_attempt_at = now() where recipient = $1`, [email])

test('what happens within the hour is one mail, and every row says what became of it', async () => {
  const owner = await aQuietOwner()
  await booked(await aProperty({ owners: [owner.id] }))
  const { token } = await booked(await aProperty({ owners: [owner.id] }))
  await api.write(token, { body: { text: 'Puis-je venir avec ma mère ?' } })
  const waiting = await waitingFor(owner.email)
  expect(waiting).toHaveLength(3)
  for (const { digest, wait } of waiting) {
    expect(digest).toBe(true)
    expect(wait).toBeLessThanOrEqual(3600)
  }
  await rows(
    `update messages set next_attempt_at = now() + interval '1 hour' where recipient = $1`,
    [owner.email],
  )
  await sendThrough(server.url)
  expect(server.mailsTo(owner.email)).toHaveLength(0)

  await strikes(owner.email)
  await sendThrough(server.url)
  const mails = server.mailsTo(owner.email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.subject).toBe('Résumé : 3 nouvelles de vos biens')
  expect(mails[0]?.text?.match(/Nouvelle demande/g)?.length).toBeGreaterThanOrEqual(2)
  expect(mails[0]?.text).toContain('Puis-je venir avec ma mère ?')
  // The reader decides from here, as from mails that come alone.
  expect(mails[0]?.text?.match(/\/decision\/[\w-]{16}\.[\w-]{43}/g)).toHaveLength(2)
  for (const { id } of waiting) {
    const row = await outgoing(id)
    expect(row).toMatchObject({ state: 'envoyee', sent: true })
    expect(row.server_answer).toMatch(/^250/)
    expect((await kindsOf(id)).map(([kind]) => kind)).toEqual(['regroupee', 'acceptee'])
  }
})

test('a digest that fails is tried again as a whole; its rows wait with it', async () => {
  const owner = await aQuietOwner()
  await booked(await aProperty({ owners: [owner.id] }))
  await booked(await aProperty({ owners: [owner.id] }))
  await strikes(owner.email)
  await sendThrough(await nobodyListens())
  const rowsOf = async () =>
    Promise.all((await waitingFor(owner.email)).map(({ id }) => outgoing(id)))
  for (const row of await rowsOf()) expect(row).toMatchObject({ state: 'echouee', sent: false })
  const digest = await one<{ id: number }>(
    'select id from messages where recipient = $1 and reservation_id is null',
    [owner.email],
  )
  await rows('update messages set next_attempt_at = now() where id = $1', [digest.id])
  await sendThrough(server.url)
  expect(server.mailsTo(owner.email)).toHaveLength(1)
  for (const row of await rowsOf()) expect(row).toMatchObject({ state: 'envoyee', attempts: 2 })
})

test('one alone goes as itself, and what has passed meanwhile is not told', async () => {
  const owner = await aQuietOwner()
  const { reservation } = await booked(await aProperty({ owners: [owner.id] }))
  const { id, token } = await booked(await aProperty({ owners: [owner.id] }))
  await api.cancel(token)
  await rows('alter table messages disable trigger user')
  await rows(
    `update messages set created_at = now() - interval '10 minutes' where recipient = $1`,
    [owner.email],
  )
  await rows('alter table messages enable trigger user')
  await strikes(owner.email)
  await sendThrough(server.url)
  const [mail, ...others] = server.mailsTo(owner.email)
  expect(others).toEqual([])
  // Two remain: the open request, and the cancellation; the request of the cancelled one is withdrawn.
  expect(mail?.subject).toBe('Résumé : 2 nouvelles de vos biens')
  expect(mail?.text).toContain(reservation.reference)
  const gone = await one<{ state: string; withdrawn: boolean }>(
    `select state, withdrawn_at is not null as withdrawn from messages
     where reservation_id = $1 and template = 'nouvelle_demande'`,
    [id],
  )
  expect(gone).toEqual({ state: 'abandonnee', withdrawn: true })
  const alone = await aQuietOwner()
  await booked(await aProperty({ owners: [alone.id] }))
  await strikes(alone.email)
  await sendThrough(server.url)
  expect(server.mailsTo(alone.email)[0]?.subject).toMatch(/^Nouvelle demande/)
})

test('of two workers at once one gathers, and the reader gets one mail', async () => {
  const owner = await aQuietOwner()
  for (let turn = 0; turn < 3; turn += 1) await booked(await aProperty({ owners: [owner.id] }))
  await strikes(owner.email)
  await Promise.all([sendThrough(server.url), sendThrough(server.url), sendThrough(server.url)])
  await sendThrough(server.url)
  expect(server.mailsTo(owner.email)).toHaveLength(1)
})
