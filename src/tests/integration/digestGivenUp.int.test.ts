import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '@/database'
import { takeReport } from '@/messaging/bounces'
import { aProperty, aUser, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { aMailServer, nobodyListens, type MailServer } from '@/tests/support/mailServer'
import { kindsOf } from '@/tests/support/messages'
import { becomesDue, outgoing, postponeAll, sendThrough } from '@/tests/support/outbox'
import { bounce } from '@/tests/support/person'
import { one, rows } from '@/tests/support/sql'

/** What a digest gathered ends with it, however it ends. */

let server: MailServer
beforeAll(async () => {
  server = await aMailServer()
})
afterAll(() => server.close())
beforeEach(postponeAll)

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
  await booked(await property())
  await booked(await property())
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
  const gathered = await rows<{ id: number }>('select id from messages where gathered_in_id = $1', [
    digest.id,
  ])
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
  const report = bounce(failed.email, messageId)
  expect(await inTransaction(await house(), {}, (req) => takeReport(req, report))).toBe(1)
  await expectEnded(failed)
})
