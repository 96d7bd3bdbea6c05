import { beforeAll } from 'vitest'
import { ACTORS, type Actor } from './accessTable'
import { aProperty, aStaff, at, house, type Staff } from './house'
import { booked } from './http'
import { one, rows } from './sql'

/**
 * Everybody of the table of access, and rows that are theirs: names say whose, `r1` is the reservation
 * of the first owner.
 */

export const people = {} as Record<Actor, Staff | null>
/** Names of rows, by collection and id. */
export const names: Record<string, Map<number | string, string>> = {}
export const targets: Record<string, number> = {}

const nameAll = (slug: string, ids: number[], name: string) => {
  const known = (names[slug] ??= new Map())
  for (const id of ids) known.set(id, name)
}

const idsOf = async (text: string, values: unknown[]) =>
  (await rows<{ id: number }>(text, values)).map(({ id }) => id)

export const aPhoto = async () =>
  (
    await one<{ id: number }>(
      `insert into media (alt, filename, mime_type, updated_at, created_at)
       values ('Façade', md5(random()::text) || '.webp', 'image/webp', now(), now()) returning id`,
    )
  ).id

async function hire(): Promise<{ owner1: Staff; owner2: Staff }> {
  const owner1 = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const owner2 = await aStaff('proprietaire', 'Clarisse Ngouabi')
  const editor = await aStaff('editeur', 'Aimé Tchicaya')
  const admin = await aStaff('admin', 'Prisca Loemba')
  Object.assign(people, { anonymous: null, owner1, owner2, editor, admin })
  for (const actor of ACTORS) nameAll('users', [people[actor]?.id ?? -1], actor)
  return { owner1, owner2 }
}

/** A published property of one owner, with a reservation and all that hangs on it. */
async function furnish(owner: Staff, number: number): Promise<void> {
  const property = await aProperty({ owners: [owner.id] })
  const { id } = await booked(property, { startsAt: at(3, '09:00') })
  nameAll('properties', [property.id], `p${number}`)
  nameAll('reservations', [id], `r${number}`)
  const ofReservation = (table: string) =>
    idsOf(`select id from ${table} where reservation_id = $1`, [id])
  nameAll('messages', await ofReservation('messages'), `m${number}`)
  nameAll(
    'channel-deliveries',
    await idsOf(
      `insert into channel_deliveries (message_id, reservation_id, template, channel, recipient,
         content, state) select min(id), $1, 'accuse_reception', 'sms', '+242066123456', 'x',
         'a_envoyer' from messages where reservation_id = $1 returning id`,
      [id],
    ),
    `d${number}`,
  )
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

async function drawDraft(owner: Staff): Promise<number> {
  const draft = await aProperty({ status: 'brouillon', owners: [owner.id] })
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
  return draft.id
}

async function connectPrograms(): Promise<void> {
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
}

/** What Payload itself keeps of a person at work. */
async function openForm(owner: Staff, property: number): Promise<void> {
  const payload = await house()
  const user = { relationTo: 'users', value: owner.id } as const
  const lock = await payload.create({
    collection: 'payload-locked-documents',
    overrideAccess: true,
    data: { user, document: { relationTo: 'properties', value: property } },
  })
  nameAll('payload-locked-documents', [lock.id], 'lock1')
  const preference = await payload.create({
    collection: 'payload-preferences',
    overrideAccess: true,
    user: { ...owner, collection: 'users' } as never, // as: only the id is read.
    data: { user, key: 'theme', value: 'light' },
  })
  nameAll('payload-preferences', [preference.id], 'pref1')
}

export function withEverybody(): void {
  beforeAll(async () => {
    const { owner1, owner2 } = await hire()
    await furnish(owner1, 1)
    await furnish(owner2, 2)
    const draft = await drawDraft(owner1)
    await connectPrograms()
    await openForm(owner1, draft)
    for (const [slug, known] of Object.entries(names))
      for (const [id, name] of known)
        if (/1$|photo|template|hook|call|key/.test(name)) targets[slug] ??= Number(id)
  })
}
