import type { Payload } from 'payload'
import { passwordFault } from '@/domain/password'
import { addDays, localDay } from '@/domain/zone'
import { env } from '@/env'
import type { Property, User } from '@/payload-types'
import { DEMO_AGENCY } from './agency'
import { draw } from './draw'
import { DEMO_CLIENTS, DEMO_LOGINS, type DemoClientKey } from './people'
import { DEMO_PROPERTIES, HOLIDAYS, visitHoursOf, type DemoProperty } from './properties'
import { DEMO_RESERVATIONS } from './reservations'
import { seedReservation } from './seedReservation'

const every = { overrideAccess: true, depth: 0 } as const

const keyOf = (index: number) => `demo-${index}`

/** Whether the demo data is there to its last row, or the house has properties of its own. */
export async function isSeeded(payload: Payload): Promise<boolean> {
  const demo = DEMO_PROPERTIES.map(({ slug }) => slug)
  const own = await payload.count({
    collection: 'properties',
    overrideAccess: true,
    where: { slug: { not_in: demo } },
  })
  if (own.totalDocs > 0) return true
  const last = await payload.count({
    collection: 'reservations',
    overrideAccess: true,
    where: { requestKey: { equals: keyOf(DEMO_RESERVATIONS.length - 1) } },
  })
  return last.totalDocs > 0
}

type Telling = {
  password: string
  log: (line: string) => void
  /** Called before these logins are made: whoever ends us later still knows their password. */
  onLogins?: (logins: typeof DEMO_LOGINS) => void
}

/** Loads the demo data through the same door as everybody; what is there already stays. */
export async function seed(
  payload: Payload,
  { password, log, onLogins = () => undefined }: Telling,
): Promise<void> {
  const weak = DEMO_LOGINS.some(({ email }) => passwordFault(password, email))
  if (weak) log('  Warning: the password of the demo logins is easy to guess.')
  const users = await seedUsers(payload, password, onLogins)
  await payload.updateGlobal({
    slug: 'settings',
    ...every,
    data: {
      agency: DEMO_AGENCY,
      contactPhone: '+242066120000',
      contactAddress: 'Avenue Foch, Centre-ville, Brazzaville',
      publicHolidays: HOLIDAYS.map(([day, name]) => ({ day: `${day}T12:00:00.000Z`, name })),
    },
  })
  const properties = await seedProperties(payload, users)
  log(`  ${users.length} logins, ${properties.size} properties`)
  const clients = await seedClients(payload)
  const now = new Date()
  let count = 0
  for (const [index, plan] of DEMO_RESERVATIONS.entries())
    if (
      await seedReservation(payload, {
        plan,
        key: keyOf(index),
        properties,
        clients,
        users,
        now,
      })
    )
      count += 1
  log(`  ${count} reservations with their history and messages`)
}

async function seedUsers(
  payload: Payload,
  password: string,
  onLogins: NonNullable<Telling['onLogins']>,
): Promise<User[]> {
  const where = { email: { in: DEMO_LOGINS.map(({ email }) => email) } }
  const { docs } = await payload.find({ collection: 'users', ...every, where, pagination: false })
  const knownAs = (wanted: string) => docs.find(({ email }) => email === wanted)
  const missing = DEMO_LOGINS.filter(({ email }) => !knownAs(email))
  if (missing.length > 0) onLogins(missing)
  const users: User[] = []
  for (const login of DEMO_LOGINS) {
    users.push(
      knownAs(login.email) ??
        (await payload.create({
          collection: 'users',
          ...every,
          context: { anyPassword: true },
          data: { ...login, password },
        })),
    )
  }
  return users
}

const ownersOf = (property: DemoProperty, users: User[]) => {
  const owner = property.owner === null ? undefined : users[property.owner]
  return owner ? [owner.id] : []
}

async function seedProperties(payload: Payload, users: User[]): Promise<Map<string, Property>> {
  const today = localDay(new Date(), env.timeZone)
  const properties = new Map<string, Property>()
  for (const property of DEMO_PROPERTIES) {
    const { scene, owner, saturday, status, ...data } = property
    const where = { slug: { equals: data.slug } }
    const { docs } = await payload.find({ collection: 'properties', ...every, where, limit: 1 })
    const known = docs[0]
    if (known) {
      properties.set(data.slug, known)
      continue
    }
    const photos = await seedPhotos(payload, property, scene)
    const closed = data.slug === 'maison-loandjili'
    const created = await payload.create({
      collection: 'properties',
      ...every,
      data: {
        ...data,
        status: status ?? 'publie',
        photos,
        owners: ownersOf(property, users),
        visitHours: visitHoursOf(property),
        closedPeriods: closed
          ? [
              {
                from: `${addDays(today, 20)}T12:00:00.000Z`,
                to: `${addDays(today, 26)}T12:00:00.000Z`,
                reason: 'Raccordement à l’eau',
              },
            ]
          : [],
      },
    })
    properties.set(data.slug, created)
  }
  return properties
}

async function seedPhotos(
  payload: Payload,
  { slug, title }: DemoProperty,
  scene: DemoProperty['scene'],
): Promise<number[]> {
  const ids: number[] = []
  for (const view of [1, 2] as const) {
    const data = await draw(slug, scene, view)
    const name = `${slug}-${view}.webp`
    const { id } = await payload.create({
      collection: 'media',
      ...every,
      data: { alt: view === 1 ? `${title}, vue d’ensemble` : `${title}, le séjour` },
      file: { data, mimetype: 'image/webp', name, size: data.length },
    })
    ids.push(id)
  }
  return ids
}

async function seedClients(payload: Payload): Promise<Record<DemoClientKey, number>> {
  const entries: [string, number][] = []
  for (const [key, client] of Object.entries(DEMO_CLIENTS)) {
    const where = { phone: { equals: client.phone } }
    const { docs } = await payload.find({ collection: 'clients', ...every, where, limit: 1 })
    const known =
      docs[0] ?? (await payload.create({ collection: 'clients', ...every, data: client }))
    entries.push([key, known.id])
  }
  // as: the entries were made from the keys of DEMO_CLIENTS.
  return Object.fromEntries(entries) as Record<DemoClientKey, number>
}
