import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '@/refusal'
import { aProperty, aUser, house } from '@/tests/support/house'
import { chance } from '@/tests/support/chance'
import { given } from '@/tests/support/given'
import { makeMonth, makeRounds, owedTo, type Deed, type Story } from '@/tests/support/month'
import { aClient, plant } from '@/tests/support/plant'
import { rows } from '@/tests/support/sql'
import { keepClocks } from '@/worker/keepClocks'

/** SCIM_TEST_MONTH=5000 for a busy month, SCIM_TEST_SEED to see a failed one again. */
const { month: SIZE, seed } = given

let properties: [number, ...number[]]
let clients: { id: number; hasEmail: boolean }[]
let owner: { id: number; name: string; role: 'proprietaire' }

beforeAll(async () => {
  const made = await aUser('proprietaire', 'Jean-Bosco Makosso')
  owner = { id: made.id, name: made.name, role: 'proprietaire' }
  const ids: number[] = []
  for (let count = 0; count < 12; count += 1) ids.push((await aProperty({ owners: [owner.id] })).id)
  const [first = 0, ...others] = ids
  properties = [first, ...others]
  clients = [
    { id: await aClient('Awa Mabiala', 'awa@example.com'), hasEmail: true },
    { id: await aClient('Didier Ngoma', 'didier@example.com'), hasEmail: true },
    { id: await aClient('Rosine Bouanga', null), hasEmail: false },
  ]
})

/** What a person does, by the same door as in the panel or on the client's page. */
async function act(id: number, { at, does }: Deed): Promise<void> {
  if (does === 'telephone') {
    await rows(
      `update reservations set responded_at = $2, awaiting_until = null
       where id = $1 and status = 'en_attente' and responded_at is null`,
      [id, new Date(at)],
    )
    return
  }
  const payload = await house()
  const byClient = does === 'annulee_client'
  try {
    await payload.update({
      collection: 'reservations',
      id,
      overrideAccess: true,
      depth: 0,
      data: { status: does === 'confirmee' ? 'confirmee' : 'annulee' },
      context: { now: new Date(at), ...(byClient ? { actor: 'client', actorName: 'Client' } : {}) },
      // as: of a user the hooks read the role and the name.
      user: byClient ? undefined : ({ ...owner, collection: 'users' } as never),
    })
  } catch (error) {
    // Confirming what has ended is refused: the model expects it.
    if (!(error instanceof Refusal && error.status === 409)) throw error
  }
}

/** Two workers look at once; now and then one of them dies in the middle of its round. */
async function look(now: number, dies: boolean): Promise<void> {
  const payload = await house()
  const at = new Date(now)
  if (dies) {
    let left = 2
    await keepClocks(payload, { at, goOn: async () => (left -= 1) > 0 })
  }
  await Promise.all([keepClocks(payload, { at }), keepClocks(payload, { at })])
}

async function live(stories: readonly Story[], ids: readonly number[]): Promise<number[]> {
  const rounds = makeRounds(seed)
  const { happens } = chance(seed + 2)
  const deeds = stories
    .flatMap(({ deeds }, index) => deeds.map((deed) => ({ ...deed, id: ids[index] ?? 0 })))
    .sort((one, other) => one.at - other.at)
  for (const now of rounds) {
    while (deeds[0] && deeds[0].at <= now) {
      const deed = deeds.shift()
      if (deed) await act(deed.id, deed)
    }
    await look(now, happens(0.05))
  }
  return rounds
}

test(
  `a month of ${SIZE} requests, decisions, outages and two workers owes nobody anything (seed ${seed})`,
  async () => {
    const stories = makeMonth(seed, SIZE, { properties, clients })
    const ids = await plant(stories.map(({ row }) => row))
    // A request exists from its own instant on: until then no clock may see it.
    const rounds = await live(stories, ids)
    const said = await rows<{ id: number; template: string; count: number }>(
      `select reservation_id as id, template, count(*)::int as count from messages
       where template in ('rappel_delai', 'retard_client', 'escalade', 'expiration', 'rappel_visite')
       group by 1, 2`,
    )
    const found = new Map(ids.map((id) => [id, {} as Record<string, number>]))
    for (const { id, template, count } of said)
      Object.assign(found.get(id) ?? {}, { [template]: count })
    const none = { rappel_delai: 0, retard_client: 0, escalade: 0, expiration: 0, rappel_visite: 0 }
    const sums = { ...none }
    for (const [index, story] of stories.entries()) {
      const owed = owedTo(story, rounds)
      const got = { ...none, ...found.get(ids[index] ?? 0) }
      expect(got, `${story.row.reference}, ${JSON.stringify(story)}`).toEqual(owed)
      for (const key of [
        'rappel_delai',
        'retard_client',
        'escalade',
        'expiration',
        'rappel_visite',
      ] as const)
        sums[key] += owed[key]
    }
    // The month had some of everything, or it proved nothing.
    expect(Math.min(...Object.values(sums))).toBeGreaterThan(SIZE / 50)
    // The client was always told of the delay before the admin was.
    const wrong = await rows(
      `select 1 from messages c join messages e on e.reservation_id = c.reservation_id
       where c.template = 'retard_client' and e.template = 'escalade' and c.id > e.id`,
    )
    expect(wrong).toEqual([])
  },
  300_000 + SIZE * 500,
)
