import type { Payload } from 'payload'
import { inTransaction } from '@/database'
import { addDays, instantOf, isoWeekday, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import { receiveMessage } from '@/messaging/conversation'
import type { Property, User } from '@/payload-types'
import { DEMO_CLIENTS, type DemoClientKey } from './people'
import { DEMO_PROPERTIES } from './properties'
import type { DemoReservation } from './reservations'

/** One reservation of the demo with all that happened to it, each at its own time in the past. */

const MINUTE = 60_000
const every = { overrideAccess: true, depth: 0 } as const

function workingDay(today: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let day = today
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (isoWeekday(day) <= 5) left -= 1
  }
  return day
}

function datesOf(plan: DemoReservation, slotMinutes: number, now: Date) {
  const today = localDay(now, env.timeZone)
  if (plan.kind === 'sejour') {
    const from = addDays(today, plan.day)
    return {
      startsAt: instantOf(from, '00:00', env.timeZone).toISOString(),
      endsAt: instantOf(addDays(from, plan.nights), '00:00', env.timeZone).toISOString(),
    }
  }
  const startsAt = instantOf(workingDay(today, plan.workingDay), plan.time, env.timeZone)
  return {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + slotMinutes * MINUTE).toISOString(),
  }
}

type Part = {
  plan: DemoReservation
  key: string
  properties: Map<string, Property>
  clients: Record<DemoClientKey, number>
  users: User[]
  now: Date
}

/** @returns false when this reservation is there already */
export async function seedReservation(payload: Payload, part: Part): Promise<boolean> {
  const { plan, key, properties, clients, now } = part
  const property = properties.get(plan.property)
  if (!property) throw new Error(`the demo has no property ${plan.property}`)
  const where = { requestKey: { equals: key } }
  const known = await payload.count({ collection: 'reservations', where, overrideAccess: true })
  if (known.totalDocs > 0) return false
  const asked = new Date(now.getTime() - plan.asked * MINUTE)
  const at = (after: number) => new Date(asked.getTime() + after * MINUTE)
  const { id } = await payload.create({
    collection: 'reservations',
    ...every,
    context: { now: asked },
    data: {
      property: property.id,
      kind: plan.kind,
      ...datesOf(plan, property.slotMinutes, now),
      client: clients[plan.client],
      note: plan.note ?? null,
      locale: DEMO_CLIENTS[plan.client].locale,
      source: plan.source ?? 'portail',
      requestKey: key,
    } as never, // as: the hooks fill in what the type requires (reference, promise, hold).
  })
  for (const { after, text } of plan.messages ?? []) await write(payload, id, text, at(after))
  for (const answer of plan.answers ?? []) await decide(payload, part, id, answer, at(answer.after))
  return true
}

async function write(
  payload: Payload,
  id: number | string,
  text: string,
  now: Date,
): Promise<void> {
  await inTransaction(payload, {}, async (req) => {
    const reservation = await payload.findByID({
      collection: 'reservations',
      id,
      ...every,
      req,
      showHiddenFields: true,
    })
    // as: hidden fields were asked for, so the version of the link is there.
    await receiveMessage(req, reservation as Parameters<typeof receiveMessage>[1], text, now)
  })
}

async function decide(
  payload: Payload,
  { plan, properties, users }: Part,
  id: number | string,
  answer: NonNullable<DemoReservation['answers']>[number],
  now: Date,
): Promise<void> {
  const property = DEMO_PROPERTIES.find(({ slug }) => slug === plan.property)
  const owner = property?.owner === null || !property ? users[0] : users[property.owner]
  const user = answer.by === 'admin' ? users[0] : owner
  const staff = answer.by === 'proprietaire' || answer.by === 'admin'
  const name = answer.by === 'client' ? DEMO_CLIENTS[plan.client].name : undefined
  if (!properties.has(plan.property)) return
  await payload.update({
    collection: 'reservations',
    id,
    ...every,
    user: staff && user ? { ...user, collection: 'users' } : undefined,
    context: staff ? { now } : { now, actor: answer.by, actorName: name },
    data: { status: answer.to, statusNote: answer.note ?? null },
  })
}
