import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { aProperty, aStaff, at, house, PASSWORD, type Staff } from '@/tests/support/house'
import { booked, rest, type Body } from '@/tests/support/http'
import { one, rows } from '@/tests/support/sql'

/**
 * Who may do what, cell by cell, written by hand. A collection, global or endpoint without a row
 * here fails the test: adding one is a decision.
 */

const ACTORS = ['anonymous', 'owner1', 'owner2', 'editor', 'admin'] as const
type Actor = (typeof ACTORS)[number]
type Operation = 'create' | 'update' | 'delete'

/** In the order of ACTORS. `update` and `delete` are of what belongs to owner1. */
type Row = {
  /** What a list shows, by the names given below; - is refused. */
  read: [string, string, string, string, string]
} & Record<Operation, [number, number, number, number, number]>

const NO = [403, 403, 403, 403, 403] as [number, number, number, number, number]
const CLOSED = '-'

const COLLECTIONS: Record<string, Row> = {
  reservations: {
    read: [CLOSED, 'r1', 'r2', CLOSED, 'r1 r2'],
    create: NO,
    update: [403, 200, 403, 403, 200],
    delete: NO,
  },
  'status-history': {
    read: [CLOSED, 'h1', 'h2', CLOSED, 'h1 h2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'reservation-changes': {
    read: [CLOSED, 'x1', 'x2', CLOSED, 'x1 x2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'past-reservations': {
    read: [CLOSED, 'past1', 'past2', CLOSED, 'past1 past2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  messages: {
    read: [CLOSED, 'm1', 'm2', CLOSED, 'm1 m2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  clients: {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'c1 c2'],
    create: NO,
    update: NO,
    delete: NO,
  },
  properties: {
    read: ['p1 p2', 'draft p1', 'p2', 'draft p1 p2', 'draft p1 p2'],
    create: [403, 403, 403, 403, 201],
    update: [403, 200, 403, 403, 200],
    delete: [403, 403, 403, 403, 200],
  },
  media: {
    read: ['shown', 'photo shown', 'photo shown', 'photo shown', 'photo shown'],
    // 400: may create, but no file came with it.
    create: [403, 400, 400, 400, 400],
    update: [403, 403, 403, 200, 200],
    delete: [403, 403, 403, 403, 200],
  },
  'message-templates': {
    read: [CLOSED, CLOSED, CLOSED, 'template', 'template'],
    // 400: may create, but this message exists already.
    create: [403, 403, 403, 400, 400],
    update: [403, 403, 403, 200, 200],
    delete: NO,
  },
  users: {
    read: [CLOSED, 'owner1', 'owner2', 'editor', 'admin editor owner1 owner2'],
    create: [403, 403, 403, 403, 201],
    update: [403, 200, 403, 403, 200],
    delete: [403, 403, 403, 403, 200],
  },
  webhooks: {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'hook'],
    create: [403, 403, 403, 403, 201],
    update: [403, 403, 403, 403, 200],
    delete: NO,
  },
  'webhook-deliveries': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'call'],
    create: NO,
    update: NO,
    delete: NO,
  },
  'api-keys': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, 'key'],
    create: [403, 403, 403, 403, 201],
    update: [403, 403, 403, 403, 200],
    delete: NO,
  },
  'payload-locked-documents': {
    read: [CLOSED, 'lock1', 'none', 'none', 'none'],
    create: NO,
    update: NO,
    delete: [403, 200, 403, 403, 403],
  },
  'payload-preferences': {
    read: [CLOSED, 'pref1', 'none', 'none', 'none'],
    create: [403, 201, 201, 201, 201],
    update: [403, 200, 403, 403, 403],
    // Named by their key, not by an id: each deletes the one of that name that is their own.
    delete: [401, 200, 200, 200, 200],
  },
  'payload-kv': {
    read: [CLOSED, CLOSED, CLOSED, CLOSED, CLOSED],
    create: NO,
    update: NO,
    delete: NO,
  },
}

/** Has no endpoints at all. */
const UNREACHABLE = ['payload-migrations']

const GLOBALS: Record<string, { read: number[]; update: number[]; versions: number[] }> = {
  settings: {
    read: [403, 200, 200, 200, 200],
    update: [403, 403, 403, 403, 200],
    versions: [403, 403, 403, 403, 403],
  },
}

const EVERY_COLLECTION = [
  'delete /',
  'delete /:id',
  'get /',
  'get /:id',
  'get /count',
  'get /versions',
  'get /versions/:id',
  'patch /',
  'patch /:id',
  'post /',
  'post /access/:id?',
  'post /versions/:id',
]

const FURTHER_ENDPOINTS: Record<string, string[]> = {
  // Each has a test of its own that shows whom it serves.
  reservations: [
    'get /export',
    'post /:id/answer',
    'post /:id/contact',
    'post /:id/extend',
    'post /:id/messages',
    'post /:id/move',
    'post /:id/note',
    'post /:id/revoke-link',
    'post /call',
  ],
  messages: ['post /:id/reached', 'post /:id/resend'],
  'message-templates': ['post /preview', 'post /test'],
  clients: ['get /:id/data', 'post /:id/erase'],
  properties: ['post /:id/calendar-feed', 'post /slots-preview'],
  webhooks: ['post /:id/secret'],
  'api-keys': ['post /:id/secret'],
  media: ['get /file/:filename', 'get /paste-url/:id?'],
  users: [
    'get /init',
    'get /me',
    'post /:id/calendar-feed',
    'post /:id/end-sessions',
    'post /:id/second-factor/remove',
    'post /first-register',
    'post /forgot-password',
    'post /login',
    'post /logout',
    'post /refresh-token',
    'post /reset-password',
    'post /second-factor/confirm',
    'post /second-factor/recovery',
    'post /second-factor/start',
    'post /unlock',
    'post /verify/:id',
  ],
  'payload-kv': ['post /:id/duplicate'],
  'payload-locked-documents': ['post /:id/duplicate'],
  'payload-preferences': ['delete /:key', 'get /:key', 'post /:id/duplicate', 'post /:key'],
}

const GLOBAL_ENDPOINTS = [
  'get /',
  'get /versions',
  'get /versions/:id',
  'post /',
  'post /access',
  'post /versions/:id',
]

/** Routes outside Payload: public, or guarded by a token, as the tests of each of them show. */
const ROUTES = [
  '.well-known/security.txt',
  '(payload)/api/[...slug]',
  '(portal)/api/messages/bounces',
  '(portal)/api/properties/[id]/slots',
  '(portal)/api/reservations/agenda',
  '(portal)/api/reservations/request',
  '(portal)/api/reservations/track',
  '(portal)/api/reservations/track/[token]',
  '(portal)/api/reservations/track/[token]/calendar.ics',
  '(portal)/api/reservations/track/[token]/cancel',
  '(portal)/api/reservations/track/[token]/messages',
  'calendriers/[file]',
  'favicon.svg',
  'manifest.webmanifest',
  'carte/[slug]',
  'programmes/openapi.json',
  'healthz',
  'metrics',
  'readyz',
]

const people = {} as Record<Actor, Staff | null>
/** Names of rows, by collection and id. */
const names: Record<string, Map<number | string, string>> = {}
const targets: Record<string, number> = {}

const nameAll = (slug: string, ids: number[], name: string) => {
  const known = (names[slug] ??= new Map())
  for (const id of ids) known.set(id, name)
}

const idsOf = async (text: string, values: unknown[]) =>
  (await rows<{ id: number }>(text, values)).map(({ id }) => id)

const aPhoto = async () =>
  (
    await one<{ id: number }>(
      `insert into media (alt, filename, mime_type, updated_at, created_at)
       values ('Façade', md5(random()::text) || '.webp', 'image/webp', now(), now()) returning id`,
    )
  ).id

beforeAll(async () => {
  people.anonymous = null
  people.owner1 = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  people.owner2 = await aStaff('proprietaire', 'Clarisse Ngouabi')
  people.editor = await aStaff('editeur', 'Aimé Tchicaya')
  people.admin = await aStaff('admin', 'Prisca Loemba')
  for (const actor of ACTORS) nameAll('users', [people[actor]?.id ?? -1], actor)

  for (const [index, owner] of [people.owner1, people.owner2].entries()) {
    const number = index + 1
    const property = await aProperty({ owners: [owner.id] })
    const { id } = await booked(property, { startsAt: at(3, '09:00') })
    nameAll('properties', [property.id], `p${number}`)
    nameAll('reservations', [id], `r${number}`)
    const ofReservation = (table: string) =>
      idsOf(`select id from ${table} where reservation_id = $1`, [id])
    nameAll('messages', await ofReservation('messages'), `m${number}`)
    nameAll('status-history', await ofReservation('status_history'), `h${number}`)
    await rows(
      `insert into reservation_changes (reservation_id, number, kind, after, actor, at)
       values ($1, 1, 'note', '{}', 'admin', now())`,
      [id],
    )
    nameAll('reservation-changes', await ofReservation('reservation_changes'), `x${number}`)
    nameAll(
      'past-reservations',
      await idsOf(
        `insert into past_reservations (reference, status, kind, property_id, client_id, starts_at,
           ends_at, origin)
         select $2, 'confirmee', 'visite', property_id, client_id, now() - interval '2 days',
           now() - interval '1 day', 'x.csv' from reservations where id = $1 returning id`,
        [id, `A-${number}`],
      ),
      `past${number}`,
    )
    nameAll(
      'clients',
      await idsOf('select client_id as id from reservations where id = $1', [id]),
      `c${number}`,
    )
  }
  const draft = await aProperty({ status: 'brouillon', owners: [people.owner1.id] })
  nameAll('properties', [draft.id], 'draft')
  nameAll('message-templates', await idsOf('select id from message_templates', []), 'template')
  // One belongs to a property in draft, the other to a published one as well.
  const [photo, shown] = [await aPhoto(), await aPhoto()]
  nameAll('media', [photo], 'photo')
  nameAll('media', [shown], 'shown')
  const published = [...(names.properties ?? [])].find(([, name]) => name === 'p1')?.[0]
  for (const [property, media] of [
    [draft.id, photo],
    [draft.id, shown],
    [published, shown],
  ])
    await rows(
      `insert into properties_rels (parent_id, path, media_id, "order") values ($1, 'photos', $2, 1)`,
      [property, media],
    )
  const payload = await house()
  const hook = await payload.create({
    collection: 'webhooks',
    overrideAccess: true,
    data: { name: 'Site', address: 'https://example.com/scim', events: ['confirmee'] },
  })
  nameAll('webhooks', [hook.id], 'hook')
  const key = await payload.create({
    collection: 'api-keys',
    overrideAccess: true,
    data: { name: 'Site', scope: 'lire' },
  })
  nameAll('api-keys', [key.id], 'key')
  nameAll(
    'webhook-deliveries',
    await idsOf(
      `insert into webhook_deliveries (webhook_id, reservation_id, event, event_id, body, state)
       values ($1, $2, 'confirmee', 'e', '{}', 'a_envoyer') returning id`,
      [hook.id, [...(names.reservations?.keys() ?? [])][0]],
    ),
    'call',
  )
  const user = { relationTo: 'users', value: people.owner1.id } as const
  const lock = await payload.create({
    collection: 'payload-locked-documents',
    overrideAccess: true,
    data: { user, document: { relationTo: 'properties', value: draft.id } },
  })
  nameAll('payload-locked-documents', [lock.id], 'lock1')
  const preference = await payload.create({
    collection: 'payload-preferences',
    overrideAccess: true,
    user: { ...people.owner1, collection: 'users' } as never, // as: only the id is read.
    data: { user, key: 'theme', value: 'light' },
  })
  nameAll('payload-preferences', [preference.id], 'pref1')
  for (const [slug, known] of Object.entries(names))
    for (const [id, name] of known)
      if (/1$|photo|template|hook|call|key/.test(name)) targets[slug] ??= Number(id)
})

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

const listed = (endpoints: unknown) =>
  Array.isArray(endpoints)
    ? [...new Set(endpoints.map(({ method, path }) => `${method} ${path}`))].sort()
    : []

test('every endpoint is known', async () => {
  const { config } = await house()
  for (const { slug, endpoints } of config.collections)
    expect([slug, listed(endpoints)]).toEqual([
      slug,
      UNREACHABLE.includes(slug)
        ? []
        : [...EVERY_COLLECTION, ...(FURTHER_ENDPOINTS[slug] ?? [])].sort(),
    ])
  for (const { endpoints } of config.globals)
    expect(listed(endpoints)).toEqual([...GLOBAL_ENDPOINTS, 'post /calendar-feed'].sort())
  expect(listed(config.endpoints)).toEqual([
    'get /access',
    // Administrators alone: intake.int.test.ts.
    'get /imports/:id/rapport',
    'get /imports/exemple/:kind',
    'post /imports/:id/annuler',
    'post /imports/:id/importer',
    'post /imports/essai',
  ])
  expect(config.graphQL.disable).toBe(true)
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith('(portal)/[lang]'))
    .map((file) => file.replace(/\/route\.ts$/, ''))
  expect(found.sort()).toEqual([...ROUTES].sort())
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
