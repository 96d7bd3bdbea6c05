import { beforeAll, beforeEach, expect, test } from 'vitest'
import { claim, settle } from '@/messaging/outbox'
import { aStaff, house, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { aBooking, messageOf } from '@/tests/support/messages'
import { becomesDue, postponeAll } from '@/tests/support/outbox'

/** Whose turn it is: the newest events first, but never out of their order for one reader. */

let owner: Staff
beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})
beforeEach(postponeAll)

const next = async () => claim(await house(), 'nouveaux')

const accept = async (message: Awaited<ReturnType<typeof next>>) => {
  if (!message) throw new Error('nothing was claimed')
  const answer = '250 ok'
  await settle(await house(), message, `<${message.id}@localhost>`, {
    outcome: { kind: 'accepted', answer },
    verdict: { state: 'envoyee', answer },
  })
}

test('what one reader is told about one reservation leaves in its order, one after the other', async () => {
  const { id } = await aBooking([owner.id])
  const body = { status: 'confirmee' }
  await rest('PATCH', `/reservations/${id}`, { as: owner, body })
  await postponeAll()
  const first = await messageOf(id, 'accuse_reception')
  const second = await messageOf(id, 'confirmation')
  await becomesDue(first, 10)
  await becomesDue(second)
  const one = await next()
  expect(one?.id).toBe(first)
  // While it is on its way no other worker takes what comes after it.
  expect(await next()).toBeNull()
  await accept(one)
  expect((await next())?.id).toBe(second)
})

test('of different readers the one with the newest news comes first, and none waits for another', async () => {
  const older = await messageOf((await aBooking([owner.id])).id, 'accuse_reception')
  const newer = await messageOf((await aBooking([owner.id])).id, 'accuse_reception')
  await becomesDue(older, 10)
  await becomesDue(newer)
  expect([(await next())?.id, (await next())?.id]).toEqual([newer, older])
})
