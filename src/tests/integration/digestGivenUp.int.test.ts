import { expect, test } from 'vitest'
import { inTransaction } from '@/database'
import { takeReport } from '@/messaging/bounces'
import { deliveryReport } from '@/tests/support/deliveryReport'
import { aProperty, aStaff, aUser, freshPhone, house } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { server, withMail } from '@/tests/support/mailHouse'
import { nobodyListens } from '@/tests/support/mailServer'
import { kindsOf } from '@/tests/support/messages'
import { becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'
import { one, rows } from '@/tests/support/sql'

/** What a digest gathered ends with it, however it ends. */

withMail()

/** A digest of two that has failed once, and an earlier mail that the same address took. */
async function aFailedDigest() {
  const { id, email } = await aUser('proprietaire', 'Jean-Bosco Makosso')
  const payload = await house()
  const property = () => aProperty({ owners: [id] })
  await booked(await property())
  await rows('update messages set next_attempt_at = now() where recipient = $1', [email])
  await sendThrough(server.url)
  const pace = { pace: 'heure' } as const
  await payload.update({ collection: 'users', id, overrideAccess: true, data: pace })
  for (const name of ['Awa Mabiala', 'Rock Samba']) {
    const phone = freshPhone()
    const person = { name, phone, email: `${phone.replaceAll(' ', '')}@example.com` }
    await booked(await property(), { client: person })
  }
  await rows(
    `update messages set next_attempt_at = now() where recipient = $1 and state = 'a_envoyer'`,
    [email],
  )
  await sendThrough(await nobodyListens())
  const digest = await one<{ id: number }>(
    `select id from messages where recipient = $1 and reservation_id is null
       and state = 'echouee'`,
    [email],
  )
  const gathered = await rows<{ id: number }>(
    'select id from messages where gathered_in_id = $1 order by id',
    [digest.id],
  )
  expect(gathered).toHaveLength(2)
  return { email, digest: digest.id, gathered: gathered.map((row) => row.id) }
}

async function expectEnded({ digest, gathered }: { digest: number; gathered: number[] }) {
  for (const id of [digest, ...gathered]) {
    expect(await outgoing(id)).toMatchObject({ state: 'abandonnee', attempts: 1, wait: null })
    expect((await kindsOf(id)).at(-1)).toEqual(['abandonnee', null, 'adresse'])
  }
}

test('a digest given up because its address fails leaves none of its rows on their way', async () => {
  const failed = await aFailedDigest()
  await rows(
    `insert into failing_addresses (address, message_id, status, diagnostic)
     values ($1, $2, '5.1.1', 'no such mailbox')`,
    [failed.email, failed.digest],
  )
  await becomesDue(failed.digest)
  await sendThrough(server.url)
  await expectEnded(failed)
})

test('a digest that waited when its reader’s mail came back ends with all its rows', async () => {
  const failed = await aFailedDigest()
  const { messageId } = await one<{ messageId: string }>(
    `select provider_id as "messageId" from messages where recipient = $1 and state = 'envoyee'`,
    [failed.email],
  )
  const report = deliveryReport({ recipient: failed.email, messageId })
  expect(await inTransaction(await house(), {}, (req) => takeReport(req, report))).toBe(1)
  await expectEnded(failed)
})

test('a digest that goes with an erased person: what it gathered of others is told after all', async () => {
  const { digest, gathered } = await aFailedDigest()
  const [gone = 0, other = 0] = gathered
  const { id, client } = await one<{ id: number; client: number }>(
    `select r.id, r.client_id as client from messages m join reservations r on r.id = m.reservation_id
     where m.id = $1`,
    [gone],
  )
  const as = await aStaff('admin', 'Grâce Ibara')
  await rest('PATCH', `/reservations/${id}`, { as, body: { status: 'annulee' } })
  expect((await rest('POST', `/clients/${client}/erase`, { as, body: {} })).status).toBe(200)
  await sendThrough(server.url)
  expect(await outgoing(digest)).toMatchObject({ state: 'abandonnee' })
  expect(await outgoing(gone)).toMatchObject({ state: 'abandonnee' })
  expect(await outgoing(other)).toMatchObject({ state: 'envoyee' })
})
