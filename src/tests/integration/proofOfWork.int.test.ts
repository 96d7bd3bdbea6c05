import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { draftOf } from '@/portal/contactStep'
import { lacksProof, workInCrowd } from '@/portal/proofOfWork'
import { sign } from '@/secrets'
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

const NOTHING = { name: '', phone: '', email: '', note: '', consent: false, doubtful: false }
const typed = (more: Record<string, string>) => ({
  name: 'Awa Mabiala',
  phone: '06 612 34 56',
  affiche: sign('formulaire', String(Date.now() - 60_000)),
  ...more,
})

test.each([
  ['runs scripts, and came before the crowd: the form again', { script: 'oui' }, true, false],
  [
    'runs scripts, and brings a proof that has served: again',
    { script: 'oui', preuve: 'x' },
    true,
    false,
  ],
  [
    'was shown it again, and lacks it still: put aside',
    { script: 'oui', encore: '1' },
    false,
    true,
  ],
  ['runs no scripts: put aside', { script: '' }, false, true],
  ['is a program that says nothing of scripts: put aside', {}, false, true],
  ['fell into the trap: again, and put aside', { script: 'oui', site: 'x' }, true, true],
])('in a crowd, who %s', async (_, more: Record<string, string>, unproven, doubtful) => {
  await crowd()
  const outcome = await draftOf(typed(more), NOTHING)
  expect(outcome).toMatchObject({ unproven, draft: { name: 'Awa Mabiala', doubtful } })
})

test('without a crowd nobody is shown the form again', async () => {
  const { unproven, draft } = await draftOf(typed({ script: 'oui' }), NOTHING)
  expect([unproven, draft.doubtful]).toEqual([false, false])
})
