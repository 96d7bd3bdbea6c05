import { rowsOf, sql } from '@/database'
import { requestUnderWay } from '@/requestId'
import { shared } from '@/shared'
import type { Access, FieldAccess, PayloadRequest, SanitizedConfig, Where } from 'payload'

/**
 * Who may do what: one object per collection, deny first. `req.user` alone decides; being logged in
 * is never a reason. Clients have no login, so a user is always staff.
 */

export const ROLES = ['admin', 'proprietaire', 'editeur'] as const
export type Role = (typeof ROLES)[number]

type Asker = { req: Pick<PayloadRequest, 'user'> }

const roleOf = ({ req }: Asker): Role | null => req.user?.role ?? null

export const isAdmin = (asker: Asker) => roleOf(asker) === 'admin'
export const isOwner = (asker: Asker) => roleOf(asker) === 'proprietaire'
export const isEditor = (asker: Asker) => roleOf(asker) === 'editeur'

const nobody = () => false
const adminOnly: Access = ({ req }) => isAdmin({ req })
const staff: Access = ({ req }) => roleOf({ req }) !== null

const NONE: Where = { id: { equals: 0 } }

/**
 * Admins all; owners what belongs to their properties, which stand at `path`; nobody else anything.
 * The properties are looked up first: through two joins a list could use none of its indexes.
 */
const ownedThrough =
  (path: string): Access =>
  async ({ req }) => {
    if (isAdmin({ req })) return true
    if (!isOwner({ req }) || !req.user) return false
    const ids = (await propertiesOf(req, req.user)).map(({ id }) => id)
    return ids.length > 0 ? { [path]: { in: ids } } : NONE
  }

type Own = { id: number; title: string }
const looked = shared('properties', () => new WeakMap<object, Map<unknown, Promise<Own[]>>>())

/**
 * An owner's properties by title, looked up once in a request: a page of the panel asks for the
 * access to every collection, and Payload hands each a user object of its own. Outside a request the
 * object is all there is to remember by.
 */
export function propertiesOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  user: NonNullable<PayloadRequest['user']>,
): Promise<Own[]> {
  const during = requestUnderWay() ?? user
  const known = looked.get(during) ?? new Map<unknown, Promise<Own[]>>()
  looked.set(during, known)
  const found =
    known.get(user.id) ??
    rowsOf<Own>(
      req,
      sql`select p.id, p.title from properties_rels r join properties p on p.id = r.parent_id
          where r.path = 'owners' and r.users_id = ${user.id} order by p.title, p.id`,
    )
  known.set(user.id, found)
  return found
}

const published: Where = { status: { equals: 'publie' } }

const readProperties: Access = (asker) => {
  if (isAdmin(asker) || isEditor(asker)) return true
  // An owner sees their own alone: other owners' closed periods are not theirs to read.
  return isOwner(asker) ? ownedThrough('id')(asker) : published
}

/** Anybody sees the logo and the photos of published properties; a draft's are as unknown as it is. */
const readMedia: Access = async ({ req, isReadingStaticFile }) => {
  // Of a file Payload looks for the row only where something is asked of it; without, what is nobody's
  // photo would be one that is lost: 500.
  if (roleOf({ req })) return isReadingStaticFile ? { id: { exists: true } } : true
  const shown = await rowsOf<{ id: number }>(
    req,
    sql`select distinct r.media_id as id from properties_rels r
        join properties p on p.id = r.parent_id
        where r.path = 'photos' and p.status = 'publie' and r.media_id is not null
        union select agency_logo_id from settings where agency_logo_id is not null`,
  )
  const mine: Where = { id: { in: [0, ...shown.map(({ id }) => id)] } }
  return mine
}

const self: Access = ({ req }) => {
  if (isAdmin({ req })) return true
  return req.user ? { id: { equals: req.user.id } } : false
}

const texts = ({ req }: Asker) => isAdmin({ req }) || isEditor({ req })

export const access = {
  reservations: {
    create: nobody,
    read: ownedThrough('property'),
    update: ownedThrough('property'),
    delete: nobody,
  },
  statusHistory: {
    create: nobody,
    read: ownedThrough('reservation.property'),
    update: nobody,
    delete: nobody,
  },
  reservationChanges: {
    create: nobody,
    read: ownedThrough('reservation.property'),
    update: nobody,
    delete: nobody,
  },
  pastReservations: {
    create: nobody,
    read: ownedThrough('property'),
    update: nobody,
    delete: nobody,
  },
  messages: {
    create: nobody,
    read: ownedThrough('reservation.property'),
    update: nobody,
    delete: nobody,
  },
  channelDeliveries: {
    create: nobody,
    read: ownedThrough('reservation.property'),
    update: nobody,
    delete: nobody,
  },
  messageTemplates: {
    create: texts,
    read: texts,
    readVersions: texts,
    update: texts,
    delete: nobody,
  },
  properties: {
    create: adminOnly,
    read: readProperties,
    update: ownedThrough('id'),
    delete: adminOnly,
  },
  clients: { create: nobody, read: adminOnly, update: nobody, delete: nobody },
  users: {
    create: adminOnly,
    read: self,
    update: self,
    delete: adminOnly,
    admin: (asker: Asker) => roleOf(asker) !== null,
    unlock: nobody,
  },
  webhooks: { create: adminOnly, read: adminOnly, update: adminOnly, delete: nobody },
  webhookDeliveries: { create: nobody, read: adminOnly, update: nobody, delete: nobody },
  apiKeys: { create: adminOnly, read: adminOnly, update: adminOnly, delete: nobody },
  media: { create: staff, read: readMedia, update: texts, delete: adminOnly },
  settings: { read: staff, readVersions: nobody, update: adminOnly },
} satisfies Record<string, Record<string, Access | ((asker: Asker) => boolean)>>

/** Written by the house alone: hooks and the worker, never a form or a REST body. */
export const readOnly: FieldAccess = nobody
export const adminField: FieldAccess = ({ req }) => isAdmin({ req })
/** Names, numbers and words of clients: never for editors or the public. */
export const managerField: FieldAccess = ({ req }) => isAdmin({ req }) || isOwner({ req })

const mine: Access = ({ req }) =>
  req.user
    ? {
        'user.value': { equals: req.user.id },
        'user.relationTo': { equals: req.user.collection },
      }
    : false

/** What Payload adds by itself. Of locks the panel reads and gives back its own, the server the rest. */
const added: Record<string, Partial<SanitizedConfig['collections'][number]['access']>> = {
  'payload-locked-documents': { create: nobody, read: mine, update: nobody, delete: mine },
  'payload-preferences': { create: staff },
  'payload-migrations': { create: nobody, read: nobody, update: nobody, delete: nobody },
}

/** Payload opens its own collections to whoever is logged in, and offers no setting for it. */
export function closeAdded(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, access } of config.collections) Object.assign(access, added[slug])
  return config
}
