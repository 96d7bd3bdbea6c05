import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { lacksProof, workInCrowd } from '@/portal/proofOfWork'
import { rows } from '@/tests/support/sql'

/** While many forms come in, each brings a proof; what lacks it is put aside, never lost. */

const FORMS = 30

beforeEach(() => rows('delete from rate_limits'))

async function crowd(): Promise<void> {
  for (let form = 0; form < FORMS; form += 1) expect(await lacksProof('')).toBe(false)
}

/** What public/preuve.js does. */
async function solved(): Promise<string> {
  const work = await workInCrowd()
  if (!work) throw new Error('nothing was asked')
  const { maxnumber, ...proof } = JSON.parse(work.challenge)
  for (let number = 0; number <= maxnumber; number += 1) {
    const hash = createHash('sha256').update(`${proof.salt}${number}`).digest('hex')
    if (hash === proof.challenge) return btoa(JSON.stringify({ ...proof, number }))
  }
  throw new Error('it cannot be solved')
}

test('nothing is asked as long as there is no crowd', async () => {
  expect(await workInCrowd()).toBeNull()
  await crowd()
  expect(await workInCrowd()).not.toBeNull()
  expect(await lacksProof('')).toBe(true)
  await rows(`update rate_limits set started_at = started_at - interval '10 minutes 1 second'`)
  expect(await workInCrowd()).toBeNull()
  expect(await lacksProof('')).toBe(false)
})

test('a proof serves once; of five at once one counts', async () => {
  await crowd()
  const [first, second] = [await solved(), await solved()]
  expect(await lacksProof(first)).toBe(false)
  expect(await lacksProof(first)).toBe(true)
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => lacksProof(second)))
  expect(five.sort()).toEqual([false, true, true, true, true])
})

test('what was not asked by us proves nothing', async () => {
  await crowd()
  const own = { algorithm: 'SHA-256', salt: 'a?expires=9999999999&', number: 1, signature: 'a' }
  const challenge = createHash('sha256').update(`${own.salt}1`).digest('hex')
  for (const text of [btoa(JSON.stringify({ ...own, challenge })), 'x', '\u0000', '%'.repeat(9999)])
    expect(await lacksProof(text)).toBe(true)
})
