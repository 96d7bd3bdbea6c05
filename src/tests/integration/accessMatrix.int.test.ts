import { describe, expect, test } from 'vitest'
import { aPhoto, names, people, targets, withEverybody } from '@/tests/support/accessPeople'
import { aProperty, house, PASSWORD } from '@/tests/support/house'
import { rest, type Body } from '@/tests/support/http'
import { ACTORS, CLOSED, COLLECTIONS, GLOBALS, UNREACHABLE } from '@/tests/support/accessTable'

/**
 * Each cell of the table (`accessTable.ts`), tried by each person over REST. Endpoints and routes are
 * named in `knownRoutes.int.test.ts`.
 */

withEverybody()

test('every collection and global has its row, and every row its collection', async () => {
  const { config } = await house()
  expect(config.collections.map(({ slug }) => slug).sort()).toEqual(
    [...Object.keys(COLLECTIONS), ...UNREACHABLE].sort(),
  )
  expect(config.globals.map(({ slug }) => slug)).toEqual(Object.keys(GLOBALS))
})

test('nothing relies on Payload’s default access, its own collections and jobs included', async () => {
  const { config } = await house()
  const lazy = [
    ...config.collections.map(({ slug, access }) => [slug, access] as const),
    ...config.globals.map(({ slug, access }) => [slug, access] as const),
    ['jobs', config.jobs.access ?? {}] as const,
  ].flatMap(([slug, access]) =>
    Object.entries(access)
      .filter(([, rule]) => typeof rule !== 'function' || rule.name === 'defaultAccess')
      .map(([operation]) => `${slug}.${operation}`),
  )
  expect(lazy).toEqual([])
  expect(Object.keys(config.jobs.access ?? {}).sort()).toEqual(['cancel', 'queue', 'run'])
})

const BODIES: Record<string, Body> = {
  properties: { description: 'Une description corrigée.' },
  users: { name: 'Jean-Bosco Makosso' },
  media: { alt: 'Façade' },
  reservations: {},
  webhooks: { name: 'Comptabilité' },
  'api-keys': { name: 'Site de l’agence' },
}

const CREATED: Record<string, () => Body> = {
  properties: () => ({
    title: 'Une villa de plus',
    slug: `villa-de-plus-${Math.random().toString(36).slice(2)}`,
    status: 'brouillon',
    kinds: ['visite'],
    city: 'Brazzaville',
    district: 'Mpila',
    description: 'Une villa.',
  }),
  users: () => ({
    name: 'Une personne de plus',
    email: `${Math.random().toString(36).slice(2)}@scim.example`,
    password: PASSWORD,
    role: 'editeur',
  }),
  'message-templates': () => ({ key: 'confirmation', locale: 'fr', _status: 'draft' }),
  'payload-preferences': () => ({ key: 'k', value: 1 }),
  webhooks: () => ({ name: 'Site', address: 'https://example.com/scim', events: ['demandee'] }),
  'api-keys': () => ({ name: 'Site', scope: 'lire' }),
}

/** Something that may go without taking the other cells with it. */
async function spare(slug: string): Promise<number | string> {
  if (slug === 'payload-preferences') return 'k'
  if (slug === 'properties') return (await aProperty({ owners: [people.owner1?.id ?? 0] })).id
  if (slug === 'media') return aPhoto()
  if (slug !== 'users') return targets[slug] ?? 1
  const payload = await house()
  const data = { ...CREATED.users?.(), role: 'editeur' } as never // as: CREATED is any collection's.
  return Number((await payload.create({ collection: 'users', overrideAccess: true, data })).id)
}

describe.each(Object.entries(COLLECTIONS))('%s', (slug, row) => {
  test('read: a list shows each person exactly what is theirs', async () => {
    for (const [index, actor] of ACTORS.entries()) {
      const answer = await rest('GET', `/${slug}?limit=100`, { as: people[actor] })
      const expected = row.read[index]
      if (expected === CLOSED) {
        expect([actor, answer.status]).toEqual([actor, 403])
        continue
      }
      const { docs } = JSON.parse(answer.text) as { docs: { id: number }[] } // as: Payload's list.
      const seen = [...new Set(docs.map(({ id }) => names[slug]?.get(id) ?? `unknown ${id}`))]
      expect([actor, seen.sort().join(' ') || 'none']).toEqual([actor, expected])
    }
  })

  test('read by id and count agree with the list', async () => {
    if (slug === 'payload-preferences') return // Named by key: its own test is below.
    for (const [index, actor] of ACTORS.entries()) {
      const visible = row.read[index]?.split(' ') ?? []
      // One row of each name says it for all of that name.
      const samples = new Map([...(names[slug] ?? [])].map(([id, name]) => [name, id]))
      for (const [name, id] of samples) {
        const answer = await rest('GET', `/${slug}/${id}`, { as: people[actor] })
        const expected = visible.includes(name)
        expect([actor, name, answer.status === 200]).toEqual([actor, name, expected])
      }
      const counted = await rest('GET', `/${slug}/count`, { as: people[actor] })
      expect([actor, counted.status]).toEqual([actor, visible[0] === CLOSED ? 403 : 200])
    }
  })

  test.each(['create', 'update', 'delete'] as const)('%s', async (operation) => {
    const statuses: number[] = []
    for (const actor of ACTORS) {
      const as = people[actor]
      const id = operation === 'delete' ? await spare(slug) : targets[slug]
      const answer =
        operation === 'create'
          ? await rest('POST', `/${slug}`, { as, body: CREATED[slug]?.() ?? {} })
          : operation === 'update'
            ? await rest('PATCH', `/${slug}/${id ?? 1}`, { as, body: BODIES[slug] ?? {} })
            : await rest('DELETE', `/${slug}/${id}`, { as })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual(row[operation])
  })
})

describe.each(Object.entries(GLOBALS))('%s', (slug, row) => {
  test('read, update and versions', async () => {
    const statuses = { read: [] as number[], update: [] as number[], versions: [] as number[] }
    for (const actor of ACTORS) {
      const as = people[actor]
      statuses.read.push((await rest('GET', `/globals/${slug}`, { as })).status)
      statuses.update.push(
        (await rest('POST', `/globals/${slug}`, { as, body: { contactPhone: '+242066123456' } }))
          .status,
      )
      statuses.versions.push((await rest('GET', `/globals/${slug}/versions`, { as })).status)
    }
    expect(statuses).toEqual(row)
  })
})

test('versions of templates are for those who write them', async () => {
  const statuses: number[] = []
  for (const actor of ACTORS)
    statuses.push(
      (await rest('GET', '/message-templates/versions?limit=1', { as: people[actor] })).status,
    )
  expect(statuses).toEqual([403, 403, 403, 200, 200])
})

test('a preference is read by its key, each person their own', async () => {
  const seen: unknown[] = []
  for (const actor of ACTORS) {
    const { text } = await rest('GET', '/payload-preferences/theme', { as: people[actor] })
    seen.push((JSON.parse(text) as { value?: unknown }).value ?? null) // as: a preference or a message.
  }
  expect(seen).toEqual([null, 'light', null, null, null])
})

test('only administrators export and erase a client', async () => {
  const client = targets.clients ?? 0
  const statuses = { data: [] as number[], erase: [] as number[] }
  for (const actor of ACTORS) {
    const as = people[actor]
    statuses.data.push((await rest('GET', `/clients/${client}/data`, { as })).status)
    statuses.erase.push((await rest('POST', `/clients/${client}/erase`, { as, body: {} })).status)
  }
  expect(statuses).toEqual({
    data: [401, 403, 403, 403, 200],
    // 409: an administrator may, but a reservation of this client is open.
    erase: [401, 403, 403, 403, 409],
  })
  const missing = await rest('POST', '/clients/99999999999/erase', { as: people.admin, body: {} })
  expect(missing.status).toBe(404)
})

test('the list of permissions tells strangers nothing but what is public', async () => {
  const anonymous = await rest('GET', '/access')
  expect(JSON.parse(anonymous.text)).toEqual({
    canAccessAdmin: false,
    collections: { properties: { read: true }, media: { read: true } },
  })
  const { text } = await rest('GET', '/access', { as: people.admin })
  expect(JSON.parse(text)).toMatchObject({
    canAccessAdmin: true,
    collections: { clients: { read: true }, reservations: { update: true } },
  })
})
