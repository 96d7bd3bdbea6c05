import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Receipt } from '@/domain/view'
import { rowsOf } from './database'
import { facts } from './facts'
import { anAddress, somebody, type Person } from './people'

export type Requested = Person & { reference: string; trackingUrl: string; startsAt: string }

type Slot = { startsAt: string; free: boolean }

const dayAfter = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The free slots of the coming weeks, in the order of time. */
export async function freeSlots(property: string): Promise<string[]> {
  const answer = await fetch(
    `${facts.baseUrl}/api/properties/${property}/slots?from=${dayAfter(3)}&to=${dayAfter(30)}`,
  )
  const { slots } = (await answer.json()) as { slots: Slot[] } // as: the contract's shape.
  return slots.filter(({ free }) => free).map(({ startsAt }) => startsAt)
}

/** A viewing asked for by the API, at the first free slot: where the funnel is not the subject. */
export async function requested(
  property: string,
  note = '',
  person: Person = somebody(),
): Promise<Requested> {
  const [startsAt = ''] = await freeSlots(property)
  const { name, phone, email } = person
  const answer = await fetch(`${facts.baseUrl}/api/reservations/request`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': anAddress() },
    body: JSON.stringify({
      requestKey: randomUUID(),
      property,
      kind: 'visite',
      startsAt,
      client: { name, phone, email },
      note,
      locale: 'fr',
      consent: true,
    }),
  })
  expect(answer.status).toBe(201)
  const { reservation, trackingUrl } = (await answer.json()) as Receipt // as: the contract's shape.
  return { ...person, reference: reservation.reference, trackingUrl, startsAt }
}

/** Lets its promise be past, as if it had been asked days ago: no test waits that long. */
export async function makeLate(reference: string): Promise<void> {
  if (!/^[\w-]+$/.test(reference)) throw new Error('not a reference')
  // The trigger that keeps promises as they are rests for this one statement.
  await rowsOf(
    `begin;
     set local session_replication_role = replica;
     update reservations set created_at = created_at - interval '5 days',
       respond_by = now() - interval '3 hours', awaiting_until = now() - interval '3 hours'
     where reference = '${reference}';
     commit`,
  )
}
