import type { PayloadRequest } from 'payload'
import type { IntakeKind } from '@/domain/intake/columns'
import type { Locale } from '@/domain/status'
import { localeOf } from '@/refusal'
import { knownClients, personKey } from './found'
import type { PlanLine } from './plan'
import type { ClientToMake } from './planClients'
import type { PastToMake } from './planPast'
import type { PropertyToMake } from './planProperties'

export type Made = { line: number; record: IntakeKind; id: number; stamp: string }
type Wanted = Extract<PlanLine, { outcome: 'cree' }>

/** The caller is an administrator, and the collections let nobody else write these by REST. */
const every = { overrideAccess: true, depth: 0 } as const

/**
 * Writes what a plan wants by the door of all others, every hook and check included. Whatever is
 * refused here ends the whole import.
 */
export async function makeRecords(
  req: PayloadRequest,
  kind: IntakeKind,
  wanted: readonly Wanted[],
  origin: (line: PlanLine) => string,
): Promise<Made[]> {
  // as, three times: a plan of one kind wants records of that kind alone.
  if (kind === 'biens')
    return inTurn(wanted, async (one) => [await aProperty(req, one.make as PropertyToMake)])
  if (kind === 'clients')
    return inTurn(wanted, async (one) => [await aClient(req, one.make as ClientToMake)])
  const clients = await knownClients(
    req,
    wanted.map(({ make }) => (make as PastToMake).client),
  )
  return inTurn(wanted, async (one) => {
    const { client, ...past } = one.make as PastToMake
    const key = personKey(client)
    const known = clients.get(key)
    const fresh = known ? null : await aClient(req, { ...client, locale: localeOf(req) })
    const id = fresh ? fresh.id : Number(known)
    clients.set(key, id)
    const doc = await req.payload.create({
      collection: 'past-reservations',
      ...every,
      req,
      data: { ...past, client: id, origin: origin(one) },
    })
    const made = { record: 'reservations' as const, id: doc.id, stamp: doc.updatedAt }
    return fresh ? [fresh, made] : [made]
  })
}

type MadeOne = Omit<Made, 'line'>

/** One after the other: they share a transaction. */
async function inTurn(
  wanted: readonly Wanted[],
  make: (one: Wanted) => Promise<MadeOne[]>,
): Promise<Made[]> {
  const made: Made[] = []
  for (const one of wanted)
    for (const record of await make(one)) made.push({ ...record, line: one.line })
  return made
}

async function aProperty(req: PayloadRequest, make: PropertyToMake): Promise<MadeOne> {
  const { id, updatedAt } = await req.payload.create({
    collection: 'properties',
    ...every,
    req,
    data: { ...make, status: 'brouillon' },
  })
  return { record: 'biens', id, stamp: updatedAt }
}

async function aClient(
  req: PayloadRequest,
  make: Omit<ClientToMake, 'locale'> & { locale: Locale },
): Promise<MadeOne> {
  const { id, updatedAt } = await req.payload.create({
    collection: 'clients',
    ...every,
    req,
    data: make,
  })
  return { record: 'clients', id, stamp: updatedAt }
}
