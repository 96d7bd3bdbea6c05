import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import type { Role } from '@/access'
import type { Kind } from '@/domain/status'
import type { Property } from '@/payload-types'
import { given } from './given'

/** Properties and people for the tests, made through the program's own door. */

/** The program's Payload. Its log stays silent: most tests are about refusals, which it records. */
export async function house(): Promise<Payload> {
  const payload = await getPayload({ config })
  payload.logger.level = given.logLevel
  return payload
}

export const PASSWORD = 'mot-de-passe-de-test'
export type Staff = { id: number; name: string; email: string; role: Role; token: string }

let made = 0
const next = () => (made += 1)

export async function aUser(role: Role, name: string): Promise<Omit<Staff, 'token'>> {
  const payload = await house()
  const email = `${role}-${next()}@scim.example`
  const { id } = await payload.create({
    collection: 'users',
    overrideAccess: true,
    data: { name, email, password: PASSWORD, role },
  })
  return { id, name, email, role }
}

/** Somebody of the staff who has logged in. */
export async function aStaff(role: Role, name: string): Promise<Staff> {
  const payload = await house()
  const user = await aUser(role, name)
  const { token } = await payload.login({
    collection: 'users',
    data: { email: user.email, password: PASSWORD },
  })
  if (!token) throw new Error('the login gave no token')
  return { ...user, token }
}

type Given = Partial<Pick<Property, 'status' | 'slotMinutes' | 'closedPeriods' | 'address'>> & {
  owners?: number[]
  kinds?: Kind[]
  /** Visiting hours of every day of the week. */
  from?: string
  to?: string
}

/** A published property, open every day from 08:00 to 17:00 in slots of half an hour. */
export async function aProperty(given: Given = {}): Promise<Property> {
  const payload = await house()
  const number = next()
  const { from = '08:00', to = '17:00', ...rest } = given
  const days = ['1', '2', '3', '4', '5', '6', '7'] as const
  return payload.create({
    collection: 'properties',
    overrideAccess: true,
    depth: 0,
    data: {
      title: `Villa ${number} à Mpila`,
      slug: `villa-${number}`,
      status: 'publie',
      kinds: ['visite', 'location', 'achat', 'sejour'],
      city: 'Brazzaville',
      district: 'Mpila',
      description: 'Une villa de plain-pied avec un jardin planté de manguiers.',
      slotMinutes: 30,
      visitHours: days.map((day) => ({ day, from, to })),
      ...rest,
    },
  })
}

const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** A Congolese mobile number that nobody has used yet, in its national form. */
export const freshPhone = () => `06 6${pad(Math.floor(next() / 100), 2)} ${pad(made % 100, 2)} 47`

export const e164 = (national: string) => `+242${national.replace(/\D/g, '')}`

/** A caller's address that has no turns taken. */
export const freshAddress = () => `10.1.${Math.floor(next() / 250)}.${made % 250}`

/** Days from today on, as the calendar of Brazzaville has them (UTC+1, no summer time). */
export function day(from: number): string {
  return new Date(Date.now() + 3_600_000 + from * 86_400_000).toISOString().slice(0, 10)
}

/** An instant of such a day by the clock of Brazzaville. */
export const at = (from: number, time: string) => `${day(from)}T${time}:00+01:00`

/** The same instant as the program writes it. */
export const utc = (from: number, time: string) => new Date(at(from, time)).toISOString()
