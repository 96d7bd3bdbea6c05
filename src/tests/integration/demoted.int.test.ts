import { beforeAll, expect, test } from 'vitest'
import { env } from '@/env'
import { aProperty, aStaff, type Staff } from '@/tests/support/house'
import { api, booked, rest } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

/** Somebody still listed as an owner, whose account has become an editor's. */

let admin: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
})

const readersOf = async (reservation: number) =>
  (
    await rows<{ recipient: string }>(
      `select distinct recipient from messages
       where reservation_id = $1 and audience = 'equipe' and recipient is not null order by 1`,
      [reservation],
    )
  ).map(({ recipient }) => recipient)

async function demotedOwner() {
  const owner = await aStaff('proprietaire', 'Serge Bouanga')
  const colleague = await aStaff('proprietaire', 'Nadège Mouyabi')
  const [alone, shared] = [
    await aProperty({ owners: [owner.id] }),
    await aProperty({ owners: [owner.id, colleague.id] }),
  ]
  const body = { role: 'editeur' }
  expect((await rest('PATCH', `/users/${owner.id}`, { as: admin, body })).status).toBe(200)
  return { owner, colleague, alone, shared }
}

test('hears nothing of clients any more; whoever can answer does', async () => {
  const { colleague, alone, shared } = await demotedOwner()
  const own = await booked(alone)
  await api.write(own.token, { body: { text: 'Puis-je venir avec ma mère ?' } })
  expect(await readersOf(own.id)).toEqual([env.contactEmail])
  const both = await booked(shared)
  await api.cancel(both.token)
  expect(await readersOf(both.id)).toEqual([colleague.email])
})
